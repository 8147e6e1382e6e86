package peel.reading.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.reading.evidence.Sentence;
import peel.reading.layout.Document;
import peel.reading.layout.Headings;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.layout.Section;

/**
 * Tells whether a sentence may say that a printed grade is that of an earlier inspection, or of another body. What such
 * sentences say for certain is read by {@link JudgmentReader}. A grade is held back beside
 *
 * <ol>
 *   <li>a sentence that names a grade, unless it is known to give the grade of this inspection or to be about other
 *       grading, such as that of calls;
 *   <li>a note, which is no sentence, unless all of its words are known to be harmless;
 *   <li>a sentence about an inspection, or about what it resulted in, that names an earlier time, says that something
 *       was not done, or names others.
 * </ol>
 *
 * <p>The first holds in all parts of a chapter, the others only in those that print a grade.
 */
final class GradeOrigin {

    /** The longest note, in characters. */
    private static final int LONGEST_NOTE = 80;

    private final int starts;
    private final Set<Integer> introductions = new HashSet<>();

    /**
     * @param starts the first year of the inspection
     */
    GradeOrigin(Document document, int starts) {
        this.starts = starts;
        document.sections().stream()
                .filter(section -> section.level() <= 1)
                .map(Section::ordinal)
                .forEach(introductions::add);
        document.passages().stream()
                .filter(passage -> GradeWords.BEGINS_WITH_GRADE
                        .matcher(Headings.unlabelled(passage.text()))
                        .matches())
                .map(Passage::section)
                .forEach(introductions::add);
    }

    /** Whether a sentence is about an earlier grade, and compares it with nothing. */
    boolean isOfAnEarlierGrade(Sentence sentence) {
        String text = plain(sentence);
        boolean earlier = GradeWords.GRADE_NOUN.matcher(text).find() && isEarlier(text)
                || GradeWords.NOT_AGAIN.matcher(text).find();
        return earlier && !compares(text);
    }

    /** The words that may say that a grade goes on, of a sentence which compares it with an earlier one; null if none. */
    @Nullable String keeps(Sentence sentence) {
        return found(GradeWords.KEEPS, plain(sentence));
    }

    /** The words that may say that a grade is that of an earlier inspection; null if none do. */
    @Nullable String earlier(Sentence sentence) {
        String text = plain(sentence);
        String words = unusualGrade(text);
        if (words == null && introductions.contains(sentence.passage().section())) {
            words = found(GradeWords.NOT_INSPECTED, text);
            if (words == null) {
                words = inOnePart(
                        text,
                        GradeWords.INSPECTED,
                        GradeWords.CONTINUES,
                        compares(text) || GradeWords.ACTED_ON.matcher(text).find());
            }
            if (words == null && !compares(text)) {
                words = origin(text);
            }
            if (words == null && (isUnknownNote(sentence, text) || isOfAnEarlierInspection(text))) {
                words = text;
            }
            for (Pattern pattern :
                    List.of(GradeWords.IN_BRACKETS, GradeWords.BEFORE_SENTENCE, GradeWords.BEFORE_OPENING)) {
                Matcher note = pattern.matcher(text);
                while (words == null && note.find()) {
                    String own = note.group("note");
                    boolean goesOn = pattern == GradeWords.BEFORE_OPENING
                            && GradeWords.NOT_ANEW.matcher(own).find()
                            && GradeWords.OF_INSPECTIONS.firstUnknown(own, 0, word -> false) == null;
                    words = goesOn || isOfAnEarlierInspection(own) ? own : null;
                }
            }
        }
        return words;
    }

    /** Whether a text speaks of nothing but inspections, and of an earlier one. */
    private boolean isOfAnEarlierInspection(String text) {
        boolean notAnew = GradeWords.NOT_ANEW.matcher(text).find()
                && GradeWords.INSPECTING.matcher(text).find();
        return (isEarlier(text) || notAnew)
                && !GradeWords.NEW_OR_VAIN.matcher(text).find()
                && GradeWords.OF_INSPECTIONS.firstUnknown(text, 0, word -> false) == null;
    }

    /**
     * The words that may say that a grade is that of another body; null if none do.
     *
     * @param namesOtherForce whether the sentence names a force other than the report's
     */
    @Nullable String ofOthers(Sentence sentence, boolean namesOtherForce) {
        String text = plain(sentence);
        String notByUs = found(GradeWords.NOT_BY_US, text);
        if (notByUs != null || !introductions.contains(sentence.passage().section())) {
            return notByUs;
        }
        if (namesOtherForce) {
            return GradeWords.GRADE_NOUN.matcher(text).find() ? unusualGrade(text) : null;
        }
        boolean inspected = sentence.passage().kind() == PassageKind.SOURCE
                || text.startsWith("Source")
                || GradeWords.ABOUT_GRADE.matcher(text).find()
                        && GradeWords.INSPECTS.matcher(text).find();
        String other = inspected ? found(GradeWords.OTHER, text) : null;
        return other == null ? found(GradeWords.JOINTLY, text) : other;
    }

    /** The words that name a grade, unless the sentence gives the grade of this inspection or is about other grading. */
    private @Nullable String unusualGrade(String text) {
        boolean given = GradeWords.GIVES_GRADE.matcher(text).find()
                && !isEarlier(text)
                && GradeWords.YEAR.matcher(text).results().allMatch(year -> Integer.parseInt(year.group()) == starts)
                && !GradeWords.OTHER.matcher(text).find()
                && !GradeWords.WITH_OTHERS.matcher(text).find();
        return given || GradeWords.GRADES_WORK.matcher(text).find() ? null : found(GradeWords.NAMES_GRADE, text);
    }

    /** Whether a text is a note, not a sentence, and has words that are not known to be harmless. */
    private static boolean isUnknownNote(Sentence sentence, String text) {
        return sentence.passage().kind() != PassageKind.BULLET
                && sentence.passage().kind() != PassageKind.SOURCE
                && text.length() <= LONGEST_NOTE
                && !GradeWords.SENTENCE_END.matcher(text).find()
                && (GradeWords.HARMLESS_NOTE.firstUnknown(text, 0, word -> false) != null
                        || GradeWords.YEAR.matcher(text).find() && !text.startsWith("Source"));
    }

    /**
     * The words of continuance that stand beside those for a subject and an earlier time.
     *
     * @param clauses whether all must stand in one clause
     */
    private @Nullable String inOnePart(String text, Pattern subject, Pattern continues, boolean clauses) {
        for (String part : clauses ? GradeWords.CLAUSE_END.split(text) : new String[] {text}) {
            if (subject.matcher(part).find() && isEarlier(part)) {
                String words = found(continues, part);
                if (words != null) {
                    return words;
                }
            }
        }
        return null;
    }

    /** The words for a grade, or for the inspection of a question, of which something is said that may make it another one. */
    private @Nullable String origin(String text) {
        boolean unusual = isEarlier(text) || GradeWords.DENIES.matcher(text).find();
        String words = null;
        if (unusual || GradeWords.BY_WHOM.matcher(text).find()) {
            words = found(GradeWords.QUESTION_INSPECTED, text);
        }
        if (words == null) {
            words = found(GradeWords.BY_OTHERS, text);
        }
        boolean earlierResult = (isEarlier(text) || GradeWords.OLD.matcher(text).find())
                && !GradeWords.RESULT_OF_WORK.matcher(text).find();
        return words == null && earlierResult ? found(GradeWords.RESULT, text) : words;
    }

    private boolean isEarlier(String text) {
        Matcher earlier = GradeWords.EARLIER.matcher(text);
        while (earlier.find()) {
            if (earlier.group("year") == null || Integer.parseInt(earlier.group("year")) < starts) {
                return true;
            }
        }
        return false;
    }

    private static boolean compares(String text) {
        String rest = GradeWords.UNCHANGED.matcher(text).find() ? text.replaceAll("(?i)\\bsince\\b", "") : text;
        return GradeWords.COMPARES.matcher(rest).find();
    }

    private static @Nullable String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group() : null;
    }

    private static String plain(Sentence sentence) {
        return sentence.text().replace('’', '\'').strip();
    }
}
