package peel.reading.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.question.Pillar;
import peel.question.QuestionKind;

/**
 * The names and codes in the database to which a report may refer.
 *
 * @param cycles in chronological order
 * @param questions in the order of print
 * @param metrics codes
 * @param areas codes
 */
public record Vocabulary(
        List<KnownForce> forces,
        List<KnownCycle> cycles,
        List<KnownQuestion> questions,
        List<String> metrics,
        List<String> areas) {

    /**
     * @param slug the force's slug, which is also the code of its area
     * @param name the official name, such as "Bedfordshire Police"
     * @param area the area's name, such as "Bedfordshire"
     */
    public record KnownForce(String slug, String name, String area, List<String> aliases) {}

    /**
     * @param code such as "2018/19"
     * @param gradeScale the code of the grade scale
     * @param starts the first year
     * @param ends the last year, inclusive
     */
    public record KnownCycle(String code, String gradeScale, int starts, int ends) {

        /** Whether a year belongs to the cycle. */
        public boolean includes(int year) {
            return starts <= year && year <= ends;
        }

        /** Whether its grades are those from 2021/22 on, with ADEQUATE. */
        public boolean hasFiveGrades() {
            return gradeScale.equals("PEEL5");
        }
    }

    /**
     * @param cycle the cycle's code
     * @param pillar null in cycles without pillars
     * @param graded whether the inspection grades it
     */
    public record KnownQuestion(
            String cycle, @Nullable Pillar pillar, String code, QuestionKind kind, boolean graded, String wording) {

        /** What identifies the question among those of its cycle. */
        public InspectedQuestion key() {
            return new InspectedQuestion(pillar, code);
        }
    }

    /** Returns the questions of an inspection in the order of print. */
    public List<KnownQuestion> questionsOf(String cycle, @Nullable Pillar pillar) {
        return questions.stream()
                .filter(question -> question.cycle().equals(cycle) && question.pillar() == pillar)
                .toList();
    }

    /**
     * Returns the questions of an inspection once for each wording by which they are recognised: their own, and those
     * that other cycles use for the same questions.
     */
    public List<KnownQuestion> withWordingsOfOtherCycles(List<KnownQuestion> inspected) {
        List<KnownQuestion> wordings = new ArrayList<>(inspected);
        for (KnownQuestion question : inspected) {
            questions.stream()
                    .filter(other -> other.pillar() == question.pillar())
                    .filter(other -> other.code().equals(question.code()))
                    .filter(other -> !other.cycle().equals(question.cycle()))
                    .map(other -> new KnownQuestion(
                            question.cycle(),
                            question.pillar(),
                            question.code(),
                            question.kind(),
                            question.graded(),
                            other.wording()))
                    .forEach(wordings::add);
        }
        return wordings;
    }
}
