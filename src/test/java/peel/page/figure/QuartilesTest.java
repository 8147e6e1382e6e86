package peel.page.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuartilesTest {

    /** R: {@code quantile(1:9, c(.25, .75), type = 7)} is 3 and 7; of 1:10 it is 3.25 and 7.75. */
    @Test
    void areThoseOfTypeSeven() {
        assertQuartiles("3", "7", 9);
        assertQuartiles("3.25", "7.75", 10);
    }

    private static void assertQuartiles(String lower, String upper, int numbers) {
        List<BigDecimal> values =
                IntStream.rangeClosed(1, numbers).mapToObj(BigDecimal::valueOf).collect(Collectors.toList());
        Collections.reverse(values);
        Quartiles quartiles = Objects.requireNonNull(Quartiles.of(values));
        assertEquals(0, new BigDecimal(lower).compareTo(quartiles.lower()), quartiles.toString());
        assertEquals(0, new BigDecimal(upper).compareTo(quartiles.upper()), quartiles.toString());
    }

    @Test
    void fewValuesHaveNone() {
        assertNull(Quartiles.of(List.of(BigDecimal.ONE, BigDecimal.TEN)));
    }
}
