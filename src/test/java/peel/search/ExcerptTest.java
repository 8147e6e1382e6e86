package peel.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void isTheWholeOfAShortTextAsPrinted() {
        assertEquals(
                List.of(
                        new ExcerptPart("The force’s ", false),
                        new ExcerptPart("wardens", true),
                        new ExcerptPart(" “", false),
                        new ExcerptPart("walk", true),
                        new ExcerptPart("”.", false)),
                Excerpt.of("The force’s wardens “walk”.", "The force's \u0002wardens\u0003 \"\u0002walk\u0003\"."));
    }

    @Test
    void hasNoEmptyParts() {
        assertEquals(List.of(new ExcerptPart("one", true)), Excerpt.of("one", "\u0002one\u0003"));
        assertEquals(List.of(new ExcerptPart("one", false)), Excerpt.of("one", "one"));
    }

    @Test
    void isCutBetweenWordsWhereMostMatchesAre() {
        String filler = "lorem ".repeat(100);
        String marked = filler + "\u0002far\u0003 " + filler + "\u0002near\u0003 and \u0002near\u0003 " + filler;
        String text = marked.replaceAll("[\u0002\u0003]", "");
        List<ExcerptPart> parts = Excerpt.of(text, marked);
        assertEquals(List.of("near", "near"), highlighted(parts));
        String excerpt = parts.stream().map(ExcerptPart::text).collect(Collectors.joining());
        assertTrue(excerpt.startsWith("…lorem ") && excerpt.endsWith(" lorem…"), excerpt);
        assertTrue(excerpt.length() <= Excerpt.LONGEST + 2, excerpt.length() + " characters");
        assertTrue(text.contains(excerpt.substring(1, excerpt.length() - 1)), excerpt);
    }

    @Test
    void reachesTheEndsOfTheText() {
        String filler = "lorem ".repeat(100);
        List<ExcerptPart> first = Excerpt.of("one " + filler, "\u0002one\u0003 " + filler);
        assertEquals(new ExcerptPart("one", true), first.get(0));
        List<ExcerptPart> last = Excerpt.of(filler + "one", filler + "\u0002one\u0003");
        assertEquals(new ExcerptPart("one", true), last.get(last.size() - 1));
    }

    @Test
    void cutsAWordThatNeverEnds() {
        List<ExcerptPart> parts = Excerpt.of("a".repeat(1000), "a".repeat(1000));
        assertEquals(List.of(new ExcerptPart("a".repeat(300) + "…", false)), parts);
    }

    private static List<String> highlighted(List<ExcerptPart> parts) {
        return parts.stream()
                .filter(ExcerptPart::highlighted)
                .map(ExcerptPart::text)
                .toList();
    }
}
