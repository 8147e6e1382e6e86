package peel.reading.text;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words and numbers in which a letter of another script passes for a Latin letter or a digit, such as a Cyrillic "е" in
 * "percent". They look like one thing and are another, so that nothing around them can be relied upon.
 */
public final class LookAlikes {

    /** Greek and Cyrillic letters with the shape of a Latin letter or a digit. */
    private static final String SHAPES = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγικνορτυχω" + "АВЕЗІЈКМНОРСТУХЅабвегзкмнорстухѕіјһԁԛԝүΥѵ";

    /** The micro sign, which is a Greek letter in units. */
    private static final int MICRO = '\u03BC';

    /** What shows that the characters of a text are damaged, and what to do. */
    private record Damage(Pattern pattern, String otherLines) {}

    private static final List<Damage> DAMAGES = List.of(
            // A word of which a letter was lost: "of?cers".
            new Damage(
                    Pattern.compile(
                            "(?<![\\w/.@?=&-])\\p{L}{1,40}\\?\\p{Ll}{1,40}(?![\\w/=&])|[\\p{L}\\d]\\uFFFD|\\uFFFD[\\p{L}\\d]"),
                    "words of which a letter was lost; export the text again from its source"),
            // Characters as HTML, JSON and mail write them, and UTF-8 that was read as another encoding.
            new Damage(
                    Pattern.compile("&(?:#\\d{2,5}|#x[0-9A-Fa-f]{2,5}|[a-z]{2,8});"
                            + "|\\\\u[0-9A-Fa-f]{4}|=[0-9A-F]{2}=[0-9A-F]{2}|\u00E2\u20AC.|\u00C2[\u00A0-\u00BF]"),
                    "characters written in another way; save the text with the characters themselves, in UTF-8"),
            // A word with a digit inside, such as "force9s", in which an apostrophe was read as a digit.
            new Damage(
                    Pattern.compile("(?<![\\w/.@-])\\p{L}{2,40}\\d\\p{Ll}{1,40}\\b(?![/.@]\\w)"),
                    "words with a digit inside; apostrophes and dashes were replaced by digits, so no number is certain: use the original file"));

    /** As many places with one damage as a text may have by chance. */
    private static final int MOST_BY_CHANCE = 2;

    private LookAlikes() {}

    /**
     * @throws RefusedReportException if a line has a word in letters of several scripts, or if several characters are
     *     damaged: some programs that make a PDF from another one write wrong tables of its characters
     */
    static void refuse(String file, List<Line> lines) {
        int[] places = new int[DAMAGES.size()];
        for (Line line : lines) {
            for (int i = 0; i < places.length; i++) {
                Damage damage = DAMAGES.get(i);
                Matcher damaged = damage.pattern.matcher(line.text());
                while (damaged.find()) {
                    if (++places[i] > MOST_BY_CHANCE) {
                        throw new RefusedReportException("%s: line %d has \"%s\", as other lines have %s"
                                .formatted(file, line.number(), damaged.group(), damage.otherLines));
                    }
                }
            }
            String found = first(line.text());
            if (found != null) {
                throw new RefusedReportException(
                        "%s: line %d has %s; correct the text, or export it again from its source"
                                .formatted(file, line.number(), found));
            }
        }
    }

    /**
     * The first of them in a text, such as {@code "pеrcent" with U+0435 (Cyrillic)}; null if there is none. Characters
     * that turn the direction of the text count, too.
     */
    public static @Nullable String first(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x7F) {
                return inWords(text);
            }
        }
        return null;
    }

    private static @Nullable String inWords(String original) {
        for (int i = 0; i < original.length(); i++) {
            char sign = original.charAt(i);
            // Overrides and isolates; mere marks of direction turn nothing around.
            if (sign >= '\u202A' && sign <= '\u202E' || sign >= '\u2066' && sign <= '\u2069') {
                return "the character U+%04X, which turns the direction of the text".formatted((int) sign);
            }
        }
        String text = NormalizedText.normalize(original);
        for (int from = 0; from < text.length(); ) {
            int to = from;
            while (to < text.length() && isInWord(text.codePointAt(to))) {
                to += Character.charCount(text.codePointAt(to));
            }
            String found = to > from ? inWord(text.substring(from, to)) : null;
            if (found != null) {
                return found;
            }
            from = to > from ? to : from + Character.charCount(text.codePointAt(from));
        }
        return null;
    }

    private static boolean isInWord(int character) {
        return Character.isLetterOrDigit(character) || Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private static @Nullable String inWord(String word) {
        int other = word.codePoints().filter(LookAlikes::isForeign).findFirst().orElse(-1);
        if (other < 0) {
            return null;
        }
        boolean mixed = word.codePoints().anyMatch(character -> !isForeign(character));
        boolean passes = word.codePoints().allMatch(c -> SHAPES.indexOf(c) >= 0 || Character.isDigit(c));
        return mixed || passes
                ? "\"%s\" with U+%04X (%s), which passes for a Latin letter or a digit"
                        .formatted(word.length() > 40 ? word.substring(0, 40) : word, other, script(other))
                : null;
    }

    /** Whether a letter or digit is none of those in which English is written. */
    private static boolean isForeign(int character) {
        if (character < 0x7F || character == MICRO) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(character);
        boolean phonetic = character == '\u0131'
                || character >= 0x0250 && character <= 0x02AF
                || character >= 0x1D00 && character <= 0x1DBF;
        return Character.isDigit(character)
                || Character.isLetter(character)
                        && (phonetic || script != UnicodeScript.LATIN)
                        && script != UnicodeScript.COMMON;
    }

    private static String script(int character) {
        String name = UnicodeScript.of(character).name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
