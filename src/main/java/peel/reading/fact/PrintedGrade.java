package peel.reading.fact;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.judgment.JudgmentState;
import peel.question.Grade;
import peel.reading.layout.Headings;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;

/**
 * A grade as printed, or the words printed instead of one.
 *
 * @param grade null if none is printed
 * @param carriedFrom the year from which a grade is carried over, as printed
 */
record PrintedGrade(
        JudgmentState state,
        @Nullable Grade grade,
        @Nullable String carriedFrom) {

    /** Characters of the longest line that is taken for a grade. */
    static final int LONGEST = 79;

    private static final String GRADE = "(?<grade>outstanding|good|adequate|requires improvement|inadequate)";

    private static final String YEAR = "(?<year>(?:19|20)\\d\\d(?:[/–-](?:20)?\\d\\d)?)";

    private static final Pattern GRADED = whole(GRADE);

    private static final Pattern CARRIED = whole("(?:"
            + GRADE
            + ")?[ ,:(–-]*(?:judge?ment |grade )?carried (?:over|forward)(?: (?:from|in) (?:the |our )?"
            + YEAR
            + "(?: \\w+)?(?: inspection)?)?\\)?");

    private static final Pattern TO_BE_GRADED = whole(
            "(?:(?:yet )?to be (?:graded|judged|published)|(?:grade|judge?ment) to (?:follow|be published)|not yet (?:graded|judged|published))(?: [^.]{0,40})?");

    private static final Pattern NOT_INSPECTED =
            whole("(?:not (?:yet )?(?:inspected|assessed)|no inspection)(?: [^.]{0,30})?");

    private static final Pattern NOT_GRADED = whole(
            "(?:not (?:graded|judged)|un-?(?:graded|judged)|no (?:graded )?(?:grade|judge?ment)(?: given)?)(?: [^.]{0,30})?");

    /** "Good (2015)", "Last year: good", "Good – carried over": words on an earlier time before or behind a grade. */
    private static final Pattern NOTED = Pattern.compile(
            "(?=.*(?:\\b(?:19|20)\\d\\d\\b|\\b(?:last|previous(?:ly)?|earlier|prior|former(?:ly)?|before|carried)\\b))"
                    + "(?:" + GRADE + "(?!\\p{L})[^.;]*|[^.;]*\\b" + GRADE.replace("?<grade>", "?:") + ")[.*]?",
            Pattern.CASE_INSENSITIVE);

    private static Pattern whole(String expression) {
        return Pattern.compile("^(?:" + expression + ")[.*]?$", Pattern.CASE_INSENSITIVE);
    }

    /** Parses a passage that consists of a grade, or of words instead of one; returns null for any other. */
    static @Nullable PrintedGrade of(Passage passage) {
        boolean alone = passage.kind() == PassageKind.GRADE
                || passage.kind() == PassageKind.PARAGRAPH && passage.text().length() <= LONGEST;
        return alone ? parse(passage.text()) : null;
    }

    /** Parses a text that stands alone; returns null if the text is neither a grade nor words used instead of one. */
    static @Nullable PrintedGrade parse(String text) {
        String printed = Headings.unlabelled(text.trim());
        if (printed.length() > 80) {
            return null;
        }
        Matcher graded = GRADED.matcher(printed);
        if (graded.matches()) {
            return new PrintedGrade(JudgmentState.GRADED, parseGrade(graded.group("grade")), null);
        }
        Matcher carried = CARRIED.matcher(printed);
        if (carried.matches()) {
            return new PrintedGrade(
                    JudgmentState.CARRIED_OVER,
                    carried.group("grade") == null ? null : parseGrade(carried.group("grade")),
                    carried.group("year"));
        }
        if (TO_BE_GRADED.matcher(printed).matches()) {
            return new PrintedGrade(JudgmentState.TO_BE_GRADED, null, null);
        }
        if (NOT_INSPECTED.matcher(printed).matches()) {
            return new PrintedGrade(JudgmentState.NOT_INSPECTED, null, null);
        }
        return NOT_GRADED.matcher(printed).matches() ? new PrintedGrade(JudgmentState.NOT_GRADED, null, null) : null;
    }

    /** Whether a text that stands alone is a grade and a note for which it may be that of an earlier inspection. */
    static boolean isNoted(String text) {
        return text.length() <= LONGEST
                && parse(text) == null
                && NOTED.matcher(text.trim()).matches();
    }

    /**
     * @param words such as "good", "requires improvement" or "requiring improvement"
     */
    static Grade parseGrade(String words) {
        String name = words.toUpperCase(Locale.ROOT).replaceAll("\\s+", "_");
        return name.startsWith("REQUIR") ? Grade.REQUIRES_IMPROVEMENT : Grade.valueOf(name);
    }

    /** The grade as reports print it: "Requires improvement". */
    static String inWords(Grade grade) {
        String words = grade.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Such as "Good", "not graded" or "Good (carried over)". */
    String inWords() {
        String words = state == JudgmentState.GRADED
                ? ""
                : state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (grade == null) {
            return words;
        }
        return words.isEmpty() ? inWords(grade) : inWords(grade) + " (" + words + ")";
    }
}
