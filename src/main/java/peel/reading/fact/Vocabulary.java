package peel.reading.fact;

import java.util.List;
import peel.question.Pillar;
import peel.question.QuestionKind;

/**
 * What the database knows that a report may name.
 *
 * @param forces all forces
 * @param cycles all cycles, in order
 * @param questions all questions, in the order of print
 * @param metrics the codes of all metrics
 * @param areas the codes of all areas
 */
public record Vocabulary(
        List<KnownForce> forces,
        List<KnownCycle> cycles,
        List<KnownQuestion> questions,
        List<String> metrics,
        List<String> areas) {

    /**
     * @param slug its slug, which is its area's code too
     * @param name its official name: "Bedfordshire Police"
     * @param area its area's name: "Bedfordshire"
     * @param aliases other names
     */
    public record KnownForce(String slug, String name, String area, List<String> aliases) {}

    /**
     * @param code its code: "2018/19"
     * @param gradeScale its grade scale's code
     * @param starts the first year
     * @param ends the last year
     */
    public record KnownCycle(String code, String gradeScale, int starts, int ends) {}

    /**
     * @param cycle its cycle's code
     * @param pillar its pillar, or null
     * @param code its code
     * @param kind overall, core or diagnostic
     * @param wording its wording
     */
    public record KnownQuestion(String cycle, Pillar pillar, String code, QuestionKind kind, String wording) {}
}
