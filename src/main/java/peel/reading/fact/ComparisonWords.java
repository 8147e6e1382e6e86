package peel.reading.fact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.judgment.ComparisonDirection;
import peel.reading.evidence.Areas;
import peel.reading.evidence.Sentence;
import peel.reading.evidence.Vocabulary.KnownQuestion;
import peel.reading.phrase.KnownWords;

/**
 * The words in which a sentence may compare a judgment with an earlier one, or say that an earlier one still stands. Any
 * other word may change what is compared: "its custody suites are an improvement on 2015".
 */
final class ComparisonWords {

    private static final KnownWords COMMON = KnownWords.of("""
            this that these it its is was were are has have had been be being as an a the which when then in on of at to for from since
            with and by over our we hmic hmicfrs inspectors inspection inspections inspected force force's forces constabulary police
            judgment judgments judgement judgements judged judging judges grade grades graded grading rated rating assessed found
            finding findings given overall last previous previously year year's years' years first time improvement improved
            deterioration deteriorated decline declined unchanged same consistent remains remained remain change changed compared
            comparison good outstanding adequate inadequate requires require required requiring welcome clear significant marked
            slight notable small considerable represents marks shows reducing offending way
            approach still stand stands stood apply applies continue continues valid current holds place carried carries carry forward
            """);

    private static final KnownWords NOT_COMPARABLE = KnownWords.of("""
            no not so their year-on-year direct directly possible therefore because cannot can compare comparable including arrangements
            ensuring fulfil national policing responsibilities before earlier did do does there grade against
            """);

    private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d\\d)\\b");

    private static final Pattern GRADE = Pattern.compile(JudgmentComparison.GRADE, Pattern.CASE_INSENSITIVE);

    private static final Pattern CLAUSE_END = Pattern.compile("[;:]|, (?:and|but|so)\\b");

    private static final Pattern WHEN = Pattern.compile(", ?(?:when|in which)\\b");

    private static final Pattern PILLAR =
            Pattern.compile("\\b(?:effectiveness|efficiency|legitimacy|leadership)\\b", Pattern.CASE_INSENSITIVE);

    /** The year of the first judgments. */
    private static final int FIRST = 2014;

    private final KnownWords known;
    private final KnownWords knownIfNotComparable;
    private final Areas areas;

    /**
     * @param wordings the questions of the inspection, whose words say what is judged
     */
    ComparisonWords(List<KnownQuestion> wordings, Areas areas) {
        this.areas = areas;
        StringBuilder judged = new StringBuilder();
        for (KnownQuestion question : wordings) {
            judged.append(question.wording()).append('\n');
            if (question.pillar() != null) {
                judged.append(question.pillar().name()).append('\n');
            }
        }
        this.known = COMMON.and(judged.toString());
        this.knownIfNotComparable = known.and(NOT_COMPARABLE);
    }

    /**
     * Why a comparison is not stored; null if it may be.
     *
     * @param current the first year of the inspection
     */
    @Nullable String doubt(Sentence sentence, JudgmentComparison comparison, int current) {
        String text = sentence.text();
        boolean comparable = comparison.direction() != ComparisonDirection.NOT_COMPARABLE;
        // When what was judged is said in words of which no grade is taken, they need not be known.
        Matcher when = WHEN.matcher(text);
        String main = comparison.grade() == null && comparable && when.find() ? text.substring(0, when.start()) : text;
        String unknown = unknown(main, comparable ? known : knownIfNotComparable);
        Matcher pillar = PILLAR.matcher(text);
        while (unknown == null && pillar.find()) {
            unknown = known.contains(pillar.group()) ? null : pillar.group();
        }
        if (unknown != null) {
            return "it is unclear what \"%s\" means for it".formatted(unknown);
        }
        Matcher year = YEAR.matcher(text);
        while (comparable && year.find()) {
            int compared = Integer.parseInt(year.group());
            if (compared < FIRST || compared >= current) {
                return "there was no earlier judgment in " + compared;
            }
        }
        Sentence before = sentence.previousInPassage();
        boolean refers = text.matches("(?i)(?:this|that|it)\\b.*");
        if (comparable
                && refers
                && before != null
                && !GRADE.matcher(before.text()).find()) {
            return "the sentence before, to which it refers, states no judgment";
        }
        return text.endsWith("?") ? "it is a question" : null;
    }

    /** The first word that is not known of the clause around a part of a sentence; null if all are. */
    @Nullable String unknownInClause(String sentence, int start, int end) {
        int from = 0;
        int to = sentence.length();
        Matcher stop = CLAUSE_END.matcher(sentence);
        while (stop.find()) {
            if (stop.end() <= start) {
                from = stop.end();
            } else if (stop.start() >= end) {
                to = stop.start();
                break;
            }
        }
        return unknown(sentence.substring(from, to), known);
    }

    private @Nullable String unknown(String text, KnownWords words) {
        StringBuilder rest = new StringBuilder(text);
        areas.blankOwn(rest);
        return words.firstUnknown(rest, 0, word -> false);
    }
}
