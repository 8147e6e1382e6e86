package peel.reading.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MendedNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "it fell by l2.4 percent, l2.4, it fell by 12.4 percent",
        "it had 4O., 4O, it had 40.",
        "as at 3O/06/2015, 3O/06/2015, as at 30/06/2015",
        "in 201S it, 201S, in 2015 it",
        "fell by SO percent, SO, fell by 50 percent",
        "as at ll June 2015, ll, as at 11 June 2015"
    })
    void findsLettersInPlaceOfDigits(String text, String damaged, String mended) {
        assertEquals(damaged, MendedNumbers.first(text));
        assertEquals(mended, MendedNumbers.in(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the 1990s",
                "under 5s",
                "the 1st",
                "Figure 2b",
                "a 4G phone",
                "MI5",
                "the B1 road",
                "I May 2015 be",
                "O.S. maps"
            })
    void leavesOtherWords(String text) {
        assertNull(MendedNumbers.first(text));
    }
}
