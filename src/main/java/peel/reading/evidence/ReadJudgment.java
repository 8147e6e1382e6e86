package peel.reading.evidence;

import org.jspecify.annotations.Nullable;
import peel.judgment.ComparisonDirection;
import peel.judgment.JudgmentState;
import peel.question.Grade;
import peel.question.Pillar;

/**
 * A judgment that a report states.
 *
 * @param pillar the question's pillar; null from cycle 2021/22 on
 * @param question the question's code
 * @param grade null unless the state is graded or carried over
 * @param carriedOverFrom the code of the cycle from which a grade is carried over
 * @param direction how the report compares this judgment with the previous one
 * @param statedYear the year of the previous judgment as the report states it
 * @param statedGrade the grade of the previous judgment as the report states it
 * @param note what readers must know about the judgment
 * @param contradiction statements of the report that contradict the judgment, with their lines
 * @param place where the grade is printed
 */
public record ReadJudgment(
        @Nullable Pillar pillar,
        String question,
        JudgmentState state,
        @Nullable Grade grade,
        @Nullable String carriedOverFrom,
        @Nullable ComparisonDirection direction,
        @Nullable Integer statedYear,
        @Nullable Grade statedGrade,
        @Nullable String note,
        @Nullable String contradiction,
        Place place) {

    /** Returns this judgment with a further contradiction. */
    public ReadJudgment contradictedBy(String text) {
        return new ReadJudgment(
                pillar,
                question,
                state,
                grade,
                carriedOverFrom,
                direction,
                statedYear,
                statedGrade,
                note,
                contradiction == null ? text : contradiction + "; " + text,
                place);
    }
}
