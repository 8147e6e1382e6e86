package peel.reading.fact;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.judgment.ComparisonDirection;
import peel.question.Grade;

/**
 * How a sentence compares a judgment with the previous one.
 *
 * @param year the year of the previous judgment, if it is stated
 * @param grade the grade of the previous judgment, if it is stated
 */
record JudgmentComparison(
        ComparisonDirection direction,
        @Nullable Integer year,
        @Nullable Grade grade) {

    static final String GRADE = "\\b(outstanding|good|adequate|requir(?:es|ed|ing) improvement|inadequate)\\b";

    private static final String BEFORE = "(?:since|on|from|compared (?:with|to)|over)\\b";

    private static final Pattern NOT_COMPARABLE = compile(
            "\\bfirst (?:year|time)(?: that| in which)? (?:HMIC|HMICFRS|we) (?:has|have) (?:graded|judged|inspected)\\b|\\bno (?:direct |year-on-year )*comparison\\b[^.]*\\bpossible|\\bcomparisons?\\b[^.]*\\b(?:is|are) not possible"
                    + "|\\b(?:cannot|can not|not possible to) (?:be )?(?:directly )?compared?\\b|\\bnot (?:directly )?comparable (?:with|to) (?:our|the|its) (?:previous|last|earlier|20)");

    private static final Pattern IMPROVED =
            compile("\\b(?:is|was|represents|marks) an? (?:\\w+ )?improvement " + BEFORE);

    private static final Pattern DETERIORATED =
            compile("\\b(?:is|was|represents|marks) an? (?:\\w+ )?(?:deterioration|decline) " + BEFORE);

    private static final Pattern UNCHANGED = compile(
            "\\b(?:is|remains|are) (?:the same|unchanged|consistent)\\b[^.]*\\b(?:as|since|from|with|in)\\b|\\b(?:has not|have not) changed since\\b|\\bno change (?:since|from|on)\\b"
                    + "|\\bthe same (?:judge?ment|grade) as\\b");

    private static final Pattern CHANGED =
            compile("\\b(?:has|have) (improved|deteriorated|declined)\\b[^.]*\\bsince\\b");

    private static final List<Map.Entry<ComparisonDirection, Pattern>> DIRECTIONS = List.of(
            Map.entry(ComparisonDirection.IMPROVED, IMPROVED),
            Map.entry(ComparisonDirection.DETERIORATED, DETERIORATED),
            Map.entry(ComparisonDirection.UNCHANGED, UNCHANGED));

    private static final Pattern JUDGED =
            compile("\\b(?:judged|graded|rated|assessed|found|received|judge?ment|grade|was|were)\\b.*?" + GRADE);

    private static final Pattern YEAR = compile("\\b((?:19|20)\\d\\d)\\b");

    private static Pattern compile(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }

    /** Returns the comparison in a sentence of a summary or chapter. */
    static @Nullable JudgmentComparison of(String sentence) {
        if (NOT_COMPARABLE.matcher(sentence).find()) {
            return new JudgmentComparison(ComparisonDirection.NOT_COMPARABLE, null, null);
        }
        ComparisonDirection direction = null;
        int from = 0;
        for (Map.Entry<ComparisonDirection, Pattern> candidate : DIRECTIONS) {
            Matcher matcher = candidate.getValue().matcher(sentence);
            if (direction == null && matcher.find()) {
                direction = candidate.getKey();
                from = matcher.start();
            }
        }
        Matcher changed = CHANGED.matcher(sentence);
        if (direction == null && changed.find()) {
            direction = changed.group(1).equalsIgnoreCase("improved")
                    ? ComparisonDirection.IMPROVED
                    : ComparisonDirection.DETERIORATED;
            // Without the previous grade the sentence describes progress, not a judgment.
            if (!JUDGED.matcher(sentence.substring(changed.start())).find()) {
                return null;
            }
            from = changed.start();
        }
        if (direction == null) {
            return null;
        }
        String rest = sentence.substring(from);
        Matcher year = YEAR.matcher(rest);
        Matcher judged = JUDGED.matcher(rest);
        Integer statedYear = year.find() ? Integer.valueOf(year.group(1)) : null;
        Grade statedGrade = judged.find() ? PrintedGrade.parseGrade(judged.group(1)) : null;
        boolean ofJudgment = statedYear != null
                || statedGrade != null
                || rest.matches("(?is).*\\b(?:inspection|judge?ment|grade)\\b.*");
        return ofJudgment ? new JudgmentComparison(direction, statedYear, statedGrade) : null;
    }
}
