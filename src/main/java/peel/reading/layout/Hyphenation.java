package peel.reading.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peel.reading.text.Line;

/**
 * Tells words that were broken at the end of a line ("preven-", "tion") from words that have a hyphen ("low-",
 * "level"). The report's other words decide; without evidence the hyphen stays.
 */
final class Hyphenation {

    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:-\\p{L}+)*");
    private static final Pattern AT_END = Pattern.compile("(\\p{L}+)-$");
    private static final Pattern AT_START = Pattern.compile("^(\\p{L}+)");
    private static final int LONGEST = 60;

    /** Words on which the meaning of a figure or grade depends, and which a report may have only once. */
    private static final String COMMON = """
            january february march april august september october november december months period ending quarter
            previous following compared comparing comparison increase increased decrease decreased reduction percent percentage
            million population households incidents behaviour recorded victims satisfied satisfaction experience offenders
            managing management monitoring organised telephone breached prevention approximately average national
            inspection judged judgment outstanding adequate inadequate requires requiring improvement deterioration
            """;

    private final Set<String> words = new HashSet<>();

    /**
     * @param wordings the wordings of questions, whose words count as the report's
     */
    Hyphenation(List<Line> lines, Iterable<String> wordings) {
        for (Line line : lines) {
            add(line.text());
        }
        wordings.forEach(this::add);
        add(COMMON);
    }

    private void add(String text) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            boolean broken = text.startsWith("-", word.end());
            if (!broken) {
                words.add(word.group().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Whether the hyphen between two lines belongs to the line end, not to the word. */
    boolean isOneWord(String before, String after) {
        Matcher end = AT_END.matcher(before.substring(Math.max(0, before.length() - LONGEST)));
        Matcher start = AT_START.matcher(after);
        if (!end.find() || !start.find()) {
            return false;
        }
        String left = end.group(1).toLowerCase(Locale.ROOT);
        String right = start.group(1).toLowerCase(Locale.ROOT);
        return words.contains(left + right) && !words.contains(left + "-" + right);
    }
}
