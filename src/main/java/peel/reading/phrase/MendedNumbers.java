package peel.reading.phrase;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in which letters stand in place of digits that look like them, as in texts that were scanned: "l2.4", "4O",
 * "2O15". What they should be is only a guess: it tells which facts are in doubt, and is never stored.
 */
public final class MendedNumbers {

    private static final String LETTERS = "OolI|SsBbGgqZzi";

    private static final String DIGITS = "001115588699221";

    /** The letters that pass for digits at the ends of a number, too; with others, it is something else: "2b". */
    private static final String AT_ENDS = "OolI|S";

    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December)";

    /** Words of digits and such letters; letters alone only before a word for percent or a month with a year. */
    private static final Pattern WORD = Pattern.compile("(?<![\\w|.,’'/@-])[-£]?(?:(?<digits>(?=[^\\d\\s]{0,8}\\d)[\\d"
            + LETTERS + "][\\d" + LETTERS + "./,-]{0,20}(?<![.,/-]))|["
            + LETTERS + "][" + AT_ENDS + ".,]{0,5}(?= ?(?:%|percent\\b|per cent\\b))|(?!I )[OlSI|]{1,2}(?= " + MONTH
            + " \\S{4}\\b))(?=m?(?:%|[.,;:)\\]’'/-]|\\s|$))");

    /** Letters alone, as in a cell of a table. */
    private static final Pattern CELL = Pattern.compile("-?[OlI|S](?:[OlI|S,.]*[OlI|S])?%?");

    private MendedNumbers() {}

    /** The first damaged number of a text; null if there is none. */
    public static @Nullable String first(String text) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (isDamaged(word)) {
                return word.group();
            }
        }
        return null;
    }

    /** The text with digits in place of the letters of damaged numbers; it is as long as before. */
    public static String in(String text) {
        Matcher word = WORD.matcher(text);
        StringBuilder mended = null;
        while (word.find()) {
            if (isDamaged(word)) {
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.replace(word.start(), word.end(), digits(word.group()));
            }
        }
        return mended == null ? text : mended.toString();
    }

    /** The cell of a table with digits in place of letters, if it is a damaged number; otherwise the cell. */
    public static String inCell(String cell) {
        return CELL.matcher(cell).matches() ? digits(cell) : in(cell);
    }

    /** Why a fact is in doubt beside a damaged number. */
    public static String doubt(String damaged) {
        return "'%s' is not a number".formatted(damaged);
    }

    private static boolean isDamaged(Matcher word) {
        String digits = word.group("digits");
        if (digits == null) {
            return true;
        }
        char first = digits.charAt(0);
        char last = digits.charAt(digits.length() - 1);
        // "2015" may end so, but not "the 1990s" or "those under 5s".
        boolean year = last == 's' && digits.matches("\\w{3}s") && !digits.endsWith("0s");
        return digits.chars().anyMatch(sign -> LETTERS.indexOf(sign) >= 0)
                && (Character.isDigit(first) || AT_ENDS.indexOf(first) >= 0)
                && (Character.isDigit(last)
                        || AT_ENDS.indexOf(last) >= 0
                        || year
                        || digits.charAt(digits.length() - 2) == '.');
    }

    private static String digits(String damaged) {
        StringBuilder digits = new StringBuilder(damaged);
        for (int i = 0; i < digits.length(); i++) {
            int letter = LETTERS.indexOf(digits.charAt(i));
            if (letter >= 0) {
                digits.setCharAt(i, DIGITS.charAt(letter));
            }
        }
        return digits.toString();
    }
}
