package peel.paging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peel.error.BadUserInputException;
import peel.query.OrderKey;

class CursorTest {

    private static final OrderKey<BigDecimal> BY_RANK =
            new OrderKey<>("rank", List.of("r.rank"), false, List::of, List.of(OrderKey::decimal));

    @Test
    void decodesWhatItEncoded() {
        BigDecimal rank = new BigDecimal("-0.048331");
        assertEquals(List.of(rank), Cursor.decode(Cursor.encode(BY_RANK, rank), BY_RANK));
    }

    // Java reads all of these at once, but PostgreSQL would write out their digits.
    @ParameterizedTest
    @ValueSource(
            strings = {"1e-100000000", "1e100000000", "1E+41", "NaN", "0.00000000000000000000000000000000000000001"})
    void refusesANumberThatNoListContains(String rank) {
        assertThrows(BadUserInputException.class, () -> Cursor.decode(cursor(rank), BY_RANK));
    }

    // Java reads them as numbers that a list contains, but the service writes them differently.
    @ParameterizedTest
    @ValueSource(strings = {"+1", "1e0", "01", "1E+0"})
    void refusesAnotherFormOfAValue(String rank) {
        assertEquals(List.of(new BigDecimal("1")), Cursor.decode(cursor("1"), BY_RANK));
        assertThrows(BadUserInputException.class, () -> Cursor.decode(cursor(rank), BY_RANK));
    }

    @Test
    void refusesAnotherFormOfTheEncoding() {
        String canonical = cursor("12");
        assertEquals(List.of(new BigDecimal("12")), Cursor.decode(canonical, BY_RANK));
        assertThrows(BadUserInputException.class, () -> Cursor.decode(canonical + "=", BY_RANK));
    }

    @Test
    void refusesALongCursorBeforeItIsDecoded() {
        String message = assertThrows(
                        BadUserInputException.class, () -> Cursor.decode(cursor("1".repeat(250_000)), BY_RANK))
                .getMessage();
        assertTrue(message.length() < 400, message);
    }

    private static String cursor(String rank) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("rank\u001f" + rank).getBytes(UTF_8));
    }
}
