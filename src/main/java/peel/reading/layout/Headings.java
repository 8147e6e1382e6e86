package peel.reading.layout;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The headings that all reports share, and the words of grades. */
public final class Headings {

    /** The relation of a heading to other headings. */
    enum Kind {
        /** Opens a chapter. */
        CHAPTER,
        /** A heading below a chapter. */
        PART,
        /** Heads a box: areas for improvement, causes of concern, recommendations. */
        BOX,
        /** One of a chapter's questions; the level depends on the headings that follow. */
        QUESTION
    }

    private static final Pattern CHAPTER =
            Pattern.compile("(?i)introduction|force in numbers|overview|foreword|conclusions?|glossary"
                    + "|next steps|about this (?:report|inspection)|methodology");
    private static final Pattern PART = Pattern.compile(
            "(?i)overall judge?ment|summary|summary of (?:our )?findings|main findings|our judge?ments");
    private static final Pattern BOX =
            Pattern.compile("(?i)(?:areas? for improvement(?: \\(AFIs?\\))?|(?:accelerated )?causes? of concern"
                    + "|recommendations?|(?:innovative|promising|good) practice)(?: \\d{1,2})?");

    /** What a grade may be called on its line, in front of it or behind: "Judgment: Good", "Good (grade)". */
    private static final String LABEL =
            "(?:(?:our |the |HMIC(?:FRS)?(?:['’]s)? )?(?:overall )?(?:judge?ment|grade|grading|rating))";

    private static final String SCALE = "(?:outstanding|good|adequate|requires improvement|inadequate)";

    private static final Pattern LABELLED = Pattern.compile(
            "(?i)" + LABEL + "(?: ?[:=] ?| ?[–—] ?| - )(?<behind>" + SCALE + ")[.*]?|(?<before>" + SCALE + ") ?[(\\[]"
                    + LABEL + "[)\\]]|(?:graded|judged|rated)(?: as)? ?[:–—] ?(?<judged>" + SCALE + ")[.*]?");

    private static final Pattern GRADE = Pattern.compile("(?i)" + SCALE
            + "|(?:not|un)[ -]?(?:yet )?(?:graded|judged|inspected|assessed)"
            + "|no (?:grade|judge?ment)(?: given)?");
    private static final Pattern OVERVIEW = Pattern.compile("(?i)overview\\b.*");
    private static final Pattern ANNEX = Pattern.compile("(?i:annex|appendix) [A-Z0-9]\\b.*");
    private static final Pattern ASKING =
            Pattern.compile("(?:How|What|Which|To what extent|Does|Do|Is|Are|Has|Have) .*");
    private static final Pattern MARK_AT_END = Pattern.compile("(?<=[\\p{L})?’”'])(?:\\d{1,3})(?: \\d{1,3})*$");

    private Headings() {}

    /** Removes a footnote mark and a colon from the end of a possible heading. */
    static String bare(String line) {
        String text = line;
        if (text.length() > 300) {
            return text;
        }
        text = MARK_AT_END.matcher(text).replaceFirst("");
        return text.endsWith(":") ? text.substring(0, text.length() - 1).strip() : text;
    }

    /** The kind of a heading that all reports share; null if the line is not such a heading. */
    static @Nullable Kind named(String line) {
        if (line.length() > 60) {
            return null;
        }
        String text = bare(line);
        if (CHAPTER.matcher(text).matches()) {
            return Kind.CHAPTER;
        }
        if (PART.matcher(text).matches()) {
            return Kind.PART;
        }
        return BOX.matcher(text).matches() ? Kind.BOX : null;
    }

    /** Whether a line opens the overview, whose heading continues with the overall question. */
    static boolean overview(String line) {
        return line.length() < 200 && OVERVIEW.matcher(line).matches() && !line.endsWith(".");
    }

    static boolean annex(String line) {
        return line.length() < 120 && ANNEX.matcher(line).matches() && !line.endsWith(".");
    }

    /** Whether a line may open a heading that is a question. */
    static boolean asking(String line) {
        return line.length() < 200 && ASKING.matcher(line).matches();
    }

    /** Whether a line may end a heading that is a question. */
    static boolean asked(String line) {
        return bare(line).endsWith("?");
    }

    /** The grade of a line that has nothing else but a word for it, "Judgment: Good"; any other text as it is. */
    public static String unlabelled(String text) {
        Matcher labelled = LABELLED.matcher(text.length() < 60 ? text : "");
        if (!labelled.matches()) {
            return text;
        }
        return Stream.of("behind", "before", "judged")
                .map(labelled::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(text);
    }

    /** Whether a text is nothing but a grade or words such as "Not graded". */
    static boolean grade(String text) {
        String grade = unlabelled(text);
        return grade.length() < 40 && GRADE.matcher(bare(grade)).matches();
    }
}
