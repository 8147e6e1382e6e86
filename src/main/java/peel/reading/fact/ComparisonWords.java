package peel.reading.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.judgment.ComparisonDirection;
import peel.reading.evidence.Areas;
import peel.reading.evidence.Sentence;
import peel.reading.evidence.Vocabulary.KnownQuestion;

/**
 * The words in which a sentence may compare a judgment with an earlier one, or say that an earlier one still stands. Any
 * other word may change what is compared: "its custody suites are an improvement on 2015".
 */
final class ComparisonWords {

    private static final Set<String> COMMON = words("""
            this that these it its is was were are has have had been be being as an a the which when then in on of at to for from since
            with and by over our we hmic hmicfrs inspectors inspection inspections inspected force force's forces constabulary police
            judgment judgments judgement judgements judged judging judges grade grades graded grading rated rating assessed found
            finding findings given overall last previous previously year year's years' years first time improvement improved
            deterioration deteriorated decline declined unchanged same consistent remains remained remain change changed compared
            comparison good outstanding adequate inadequate requires require required requiring welcome clear significant marked
            slight notable small considerable represents marks shows reducing offending way
            approach still stand stands stood apply applies continue continues valid current holds place carried carries carry forward
            """);

    private static final Set<String> NOT_COMPARABLE = words("""
            no not so their year-on-year direct directly possible therefore because cannot can compare comparable including arrangements
            ensuring fulfil national policing responsibilities before earlier did do does there grade against
            """);

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*");

    private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d\\d)\\b");

    private static final Pattern GRADE = Pattern.compile(JudgmentComparison.GRADE, Pattern.CASE_INSENSITIVE);

    private static final Pattern CLAUSE_END = Pattern.compile("[;:]|, (?:and|but|so)\\b");

    private static final Pattern WHEN = Pattern.compile(", ?(?:when|in which)\\b");

    private static final Pattern PILLAR =
            Pattern.compile("\\b(?:effectiveness|efficiency|legitimacy|leadership)\\b", Pattern.CASE_INSENSITIVE);

    /** The year of the first judgments. */
    private static final int FIRST = 2014;

    private final Set<String> known = new HashSet<>(COMMON);
    private final Areas areas;

    /**
     * @param wordings the questions of the inspection, whose words say what is judged
     */
    ComparisonWords(List<KnownQuestion> wordings, Areas areas) {
        this.areas = areas;
        for (KnownQuestion question : wordings) {
            if (question.pillar() != null) {
                known.add(question.pillar().name().toLowerCase(Locale.ROOT));
            }
            Matcher word = WORD.matcher(question.wording());
            while (word.find()) {
                known.add(plain(word.group()));
            }
        }
    }

    private static Set<String> words(String text) {
        return Set.of(text.trim().split("\\s+"));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('’', '\'');
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
        String unknown = unknown(main, comparable ? Set.of() : NOT_COMPARABLE);
        Matcher pillar = PILLAR.matcher(text);
        while (unknown == null && pillar.find()) {
            unknown = known.contains(plain(pillar.group())) ? null : pillar.group();
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
        return unknown(sentence.substring(from, to), Set.of());
    }

    private @Nullable String unknown(String text, Set<String> more) {
        StringBuilder rest = new StringBuilder(text);
        areas.blankOwn(rest);
        Matcher word = WORD.matcher(rest);
        while (word.find()) {
            String found = plain(word.group());
            // A hyphen may come from the end of a line.
            String whole = found.replace("-", "");
            if (!known.contains(found) && !more.contains(found) && !known.contains(whole) && !more.contains(whole)) {
                return word.group();
            }
        }
        return null;
    }
}
