package peel.reading.evidence;

import peel.judgment.ComparisonDirection;
import peel.judgment.JudgmentState;
import peel.question.Grade;

/**
 * A judgment that a report states.
 *
 * @param question the question's code
 * @param grade null unless the state is graded or carried over
 * @param carriedOverFrom the code of the cycle from which a grade is carried over, or null
 * @param direction how the report compares this judgment with the previous one, or null
 * @param statedYear the year of the previous judgment as the report states it, or null
 * @param statedGrade the grade of the previous judgment as the report states it, or null
 * @param note what readers must know about the judgment, or null
 * @param contradiction statements of the report that contradict the judgment, with their lines, or null
 * @param place where the grade is printed
 */
public record ReadJudgment(
        String question,
        JudgmentState state,
        Grade grade,
        String carriedOverFrom,
        ComparisonDirection direction,
        Integer statedYear,
        Grade statedGrade,
        String note,
        String contradiction,
        Place place) {

    /** Returns this judgment with a further contradiction. */
    public ReadJudgment contradictedBy(String text) {
        return new ReadJudgment(
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
