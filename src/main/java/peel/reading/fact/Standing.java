package peel.reading.fact;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peel.judgment.JudgmentState;
import peel.question.Grade;

/**
 * What stands in a report in the place of a grade.
 *
 * @param state what became of the question
 * @param grade the grade, or null
 * @param carriedFrom the year that a carried-over grade is from as printed, or null
 */
record Standing(JudgmentState state, Grade grade, String carriedFrom) {

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

    private static Pattern whole(String expression) {
        return Pattern.compile("^(?:" + expression + ")[.*]?$", Pattern.CASE_INSENSITIVE);
    }

    /**
     * @param text a text that stands alone
     * @return what it says in the place of a grade, or null if it says something else
     */
    static Standing of(String text) {
        String printed = text.trim();
        if (printed.length() > 80) {
            return null;
        }
        Matcher graded = GRADED.matcher(printed);
        if (graded.matches()) {
            return new Standing(JudgmentState.GRADED, grade(graded.group("grade")), null);
        }
        Matcher carried = CARRIED.matcher(printed);
        if (carried.matches()) {
            return new Standing(
                    JudgmentState.CARRIED_OVER,
                    carried.group("grade") == null ? null : grade(carried.group("grade")),
                    carried.group("year"));
        }
        if (TO_BE_GRADED.matcher(printed).matches()) {
            return new Standing(JudgmentState.TO_BE_GRADED, null, null);
        }
        if (NOT_INSPECTED.matcher(printed).matches()) {
            return new Standing(JudgmentState.NOT_INSPECTED, null, null);
        }
        return NOT_GRADED.matcher(printed).matches() ? new Standing(JudgmentState.NOT_GRADED, null, null) : null;
    }

    /**
     * The grade that words are.
     *
     * @param words "good", "requires improvement", "requiring improvement"
     */
    static Grade grade(String words) {
        String name = words.toUpperCase(Locale.ROOT).replaceAll("\\s+", "_");
        return name.startsWith("REQUIR") ? Grade.REQUIRES_IMPROVEMENT : Grade.valueOf(name);
    }

    /** The grade as reports print it. */
    static String print(Grade grade) {
        String words = grade.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** In words: "Good", "not graded". */
    String print() {
        String words = state == JudgmentState.GRADED
                ? ""
                : state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (grade == null) {
            return words;
        }
        return words.isEmpty() ? print(grade) : print(grade) + " (" + words + ")";
    }
}
