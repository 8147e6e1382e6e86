package peel.reading.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void splitsATextAtTheEndsOfSentences() {
        assertEquals(
                List.of("One here.", "“Is that so?”", "It is.", "‘Quoted’ too."),
                split("One here.  “Is that so?” It is. ‘Quoted’ too."));
    }

    @Test
    void doesNotSplitAtAbbreviationsAndDecimals() {
        String text = "Theft (e.g. Burglary) rose, i.e. Crime did, to 82.4 percent at St. Neots, see p. 4.";

        assertEquals(List.of(text), split(text));
    }

    @Test
    void doesNotSplitAtShortWordsBeforeNumbers() {
        String text = "It fell in the year to 31 Mar. 2015 (see No. 4), by approx. 5 percent vs. 2014.";

        assertEquals(List.of(text), split(text));
        assertEquals(
                List.of("The answer was no.", "It was so in March."), split("The answer was no. It was so in March."));
    }

    @Test
    void splitsAfterAUrlInParentheses() {
        assertEquals(
                List.of("It is there (see www.example.org/a/)", "In 2014 it was not."),
                split("It is there (see www.example.org/a/) In 2014 it was not."));
    }

    @Test
    void cutsATextWithoutFullStopsAndKeepsAllOfIt() {
        String text = "word ".repeat(2_000).trim();

        assertTrue(split(text).stream().allMatch(part -> part.length() <= 2_000));
        assertEquals(text, String.join(" ", split(text)));
    }

    private static List<String> split(String text) {
        return Sentences.in(text).stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }
}
