package peel.reading.evidence;

import java.util.List;

/**
 * Whether what was read in a report can be trusted as a whole.
 *
 * @param doubts reasons for which the report's structure is in doubt, one line each: chapters missing, found twice or
 *     out of order. Facts of such a report may belong to other questions.
 * @param gradesFound the number of questions whose grade, or the words instead of one, was found
 * @param gradesExpected the number of graded questions that the report covers
 */
public record Plausibility(List<String> doubts, int gradesFound, int gradesExpected) {

    /** Such as "3 of 5 grades found". */
    public String grades() {
        return "%d of %d grades found".formatted(gradesFound, gradesExpected);
    }
}
