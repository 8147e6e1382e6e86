package peel.reading.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangePhrasesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            it fell by 5 percent                              | -5
            it decreased by 6 per cent                        | -6
            a reduction of 13 percent                         | -13
            there were 9 percent fewer incidents              | -9
            it was 2.5% lower                                 | -2.5
            a fall in recorded crime of 4 percent             | -4
            it rose by 5 percent                              | 5
            it has increased slightly by 3 percent            | 3
            an increase of 4 percent                          | 4
            7 percent more incidents than before              | 7
            a 12 percent increase in reports                  | 12
            """)
    void takesTheSignFromTheWord(String words, String value) {
        assertEquals(
                List.of(value),
                ChangePhrases.in(words).stream()
                        .map(q -> q.value().toPlainString())
                        .toList());
    }

    @Test
    void findsBothChangesOfASentenceInOrder() {
        assertEquals(
                List.of("-5", "13"),
                ChangePhrases.in("It fell by 5 percent here, against an increase of 13 percent there.").stream()
                        .map(q -> q.value().toPlainString())
                        .toList());
    }

    @Test
    void ignoresShares() {
        assertEquals(List.of(), ChangePhrases.in("82.4 percent were satisfied; 40 percent of crime"));
    }
}
