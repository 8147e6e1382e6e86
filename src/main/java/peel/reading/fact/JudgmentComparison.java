package peel.reading.fact;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
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

    static final String GRADE = "\\b(outstanding|good|adequate|requir(?:es?|ed|ing) improvement|inadequate)\\b";

    private static final String BEFORE = "(?:since|on|from|compared (?:with|to)|over)\\b";

    private static final Pattern NOT_COMPARABLE = compile(
            "\\bfirst (?:year|time)(?: that| in which)? (?:HMIC|HMICFRS|we) (?:has|have) (?:graded|judged|inspected)\\b|\\bno (?:direct |year-on-year )*comparison\\b[^.]*\\bpossible|\\bcomparisons?\\b[^.]*\\b(?:is|are) not possible"
                    + "|\\b(?:cannot|can not|not possible to) (?:be )?(?:directly )?compared?\\b|\\bnot (?:directly )?comparable (?:with|to) (?:our|the|its) (?:previous|last|earlier|20)");

    /** The subject of a comparison: the judgment, or the sentence before, which states it. */
    private static final String THIS =
            "(?:^|[,;:] (?:which )?|\\b(?:and|which|this|that|it|judge?ment|grade) )(?:this|that|it|which)?(?:['’]s)? ?";

    private static final Pattern IMPROVED = compile(
            THIS
                    + "(?:is |was |represents |marks |has been |shows )?an? (?:\\w+ )?improvement "
                    + BEFORE
                    + "|\\b(?:has|have) improved (?:on|from) (?:its|our|the) (?:previous |last |20\\d\\d )?(?:judge?ment|grade)");
    private static final Pattern DETERIORATED = compile(
            THIS
                    + "(?:is |was |represents |marks |has been |shows )?an? (?:\\w+ )?(?:deterioration|decline) "
                    + BEFORE
                    + "|\\b(?:has|have) (?:deteriorated|declined) (?:on|from) (?:its|our|the) (?:previous |last |20\\d\\d )?(?:judge?ment|grade)");
    private static final Pattern UNCHANGED = compile(
            "\\b(?:is|remains|are) (?:the same|unchanged|consistent)\\b[^.]*\\b(?:as|since|from|with|in)\\b|\\b(?:has not|have not) changed since\\b|\\bno change (?:since|from|on)\\b"
                    + "|\\bthe same (?:judge?ment|grade) as\\b");
    private static final Pattern CHANGED =
            compile("\\b(?:has|have) (improved|deteriorated|declined)\\b[^.]*\\bsince\\b");

    private static final List<Map.Entry<ComparisonDirection, Pattern>> DIRECTIONS = List.of(
            Map.entry(ComparisonDirection.IMPROVED, IMPROVED),
            Map.entry(ComparisonDirection.DETERIORATED, DETERIORATED),
            Map.entry(ComparisonDirection.UNCHANGED, UNCHANGED));

    private static final String FORCE =
            "(?:the (?:force|constabulary)|it|[A-Z][\\w’' &-]{2,40}(?:Police|Constabulary|Police Service)|the force['’]s overall \\w+|its overall \\w+)";

    /** "HMIC judged the force to be good", "the force was judged as good", "a judgment of good": not some of its work. */
    private static final Pattern JUDGED = compile(
            "(?:\\b(?:we|HMIC|HMICFRS|inspectors)(?: had| previously| last)? (?:judged|graded|rated|assessed|found) "
                    + FORCE
                    + "|\\b"
                    + FORCE
                    + "(?: was| had been| were)(?: last| then| previously| also)? (?:judged|graded|rated|assessed|found)"
                    + "|\\b(?:judge?ment|grade|rating)(?: was| of| as| had been)"
                    + "|\\bwhen (?:it|the force) was)"
                    + "(?: (?:to be|as|to|was|of|overall|being|having been))?[ ‘“'\"]{1,3}"
                    + GRADE);

    /** "An improvement on 2014 is needed". */
    private static final Pattern NEEDED = compile(
            "[^,;.]*\\b(?:is|are|was|were|will be)(?: still| now)? (?:needed|required|expected|planned|intended)\\b");

    private static final Pattern YEAR = compile("\\b((?:19|20)\\d\\d)\\b");

    private static Pattern compile(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }

    /**
     * Returns the comparison in a sentence of a summary or chapter.
     *
     * @param current the first year of the inspection, with which nothing is compared
     */
    static @Nullable JudgmentComparison of(String sentence, int current) {
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
        if (NEEDED.matcher(rest).lookingAt()) {
            return null;
        }
        Integer statedYear = year(rest, current);
        Matcher judged = JUDGED.matcher(rest);
        Grade statedGrade = judged.find() ? PrintedGrade.parseGrade(judged.group(1)) : null;
        // With several years or grades it is unknown which grade belongs to which year.
        boolean several =
                YEAR.matcher(rest).results().map(MatchResult::group).distinct().count() > 1 || judged.find();
        if (several) {
            statedGrade = null;
        }
        if (direction == ComparisonDirection.UNCHANGED
                && statedGrade == null
                && !rest.matches("(?is).*\\b(?:judge?ment|grade)\\b.*")) {
            return null;
        }
        boolean ofJudgment = statedYear != null
                || statedGrade != null
                || rest.matches("(?is).*\\b(?:inspection|judge?ment|grade)\\b.*");
        return ofJudgment ? new JudgmentComparison(direction, statedYear, statedGrade) : null;
    }

    /** The latest year before the inspection; null if there is none. */
    private static @Nullable Integer year(String text, int current) {
        return YEAR.matcher(text)
                .results()
                .map(year -> Integer.valueOf(year.group(1)))
                .filter(year -> year < current)
                .max(Integer::compare)
                .orElse(null);
    }
}
