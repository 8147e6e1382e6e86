package peel.reading.fact;

import peel.judgment.ComparisonDirection;
import peel.judgment.JudgmentState;
import peel.question.Grade;

/**
 * A judgment as a report gives it.
 *
 * @param question the question's code
 * @param state its state
 * @param grade null unless graded or carried over
 * @param carriedOverFrom the cycle a carried-over grade is from, or null
 * @param direction what the report says of the judgment before, or null if nothing
 * @param statedYear the year of the judgment before, as said, or null
 * @param statedGrade the grade of the judgment before, as said, or null
 * @param note what has to be known of it, or null
 * @param contradiction what else the report says of it, with the lines, or null
 * @param place where the grade stands
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
        Place place) {}
