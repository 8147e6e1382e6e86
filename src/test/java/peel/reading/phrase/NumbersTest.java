package peel.reading.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            four                 | 4
            twenty               | 20
            Twenty-one           | 21
            thirty five          | 35
            one hundred and five | 105
            two thousand         | 2000
            none                 | 0
            21,618               | 21618
            577,678              | 577678
            63.0                 | 63.0
            1.2 million          | 1200000.0
            """)
    void readsDigitsAndWordsExactly(String printed, BigDecimal value) {
        assertEquals(value, Numbers.value(printed));
    }

    @Test
    void recognisesApproximateNumbersByTheWordBefore() {
        List<Quantity> found = Numbers.in("approximately 40 here, about twenty there, around 5.5, and 7");

        assertEquals(
                List.of(true, true, true, false),
                found.stream().map(Quantity::approximate).toList());
        assertEquals(
                List.of("40", "20", "5.5", "7"),
                found.stream().map(q -> q.value().toPlainString()).toList());
    }

    @Test
    void ignoresPartsOfWordsCodesAndSumsOfMoney() {
        assertEquals(List.of(), Numbers.in("someone at phone hub B12 spent £500, often"));
    }

    @Test
    void keepsDecimalsAtTheEndOfASentence() {
        assertEquals(new BigDecimal("83.8"), Numbers.in("It was 83.8.").get(0).value());
    }
}
