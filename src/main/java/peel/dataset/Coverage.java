package peel.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.force.Force;
import peel.judgment.GradedForces;
import peel.question.Cycle;
import peel.question.Pillar;
import peel.question.Question;

@Description("Coverage of one cycle and pillar: how many forces have grades.")
public record Coverage(
        @NonNull @Description("Cycle of inspections.") Cycle cycle,

        @Description("Pillar. Null for cycles from 2021/22 onwards, which have no pillars.") @Nullable Pillar pillar,

        @Description(
                "Number of forces with at least one current grade, including grades carried over from an earlier cycle.")
        int forcesGraded,

        @Description("Number of forces in the dataset.") int forces) {

    /** The coverage of every cycle and pillar that has a question, in the order of cycles and pillars. */
    static List<Coverage> all() {
        Map<Subject, Integer> graded = new LinkedHashMap<>();
        Question.of(null, null).forEach(question -> graded.put(new Subject(question.cycleCode, question.pillar), 0));
        GradedForces.all()
                .forEach(forces -> graded.put(new Subject(forces.cycleCode(), forces.pillar()), forces.number()));
        List<Cycle> cycles =
                Cycle.byCodes(graded.keySet().stream().map(Subject::cycleCode).toList());
        int forces = Force.byName().size();
        List<Coverage> coverage = new ArrayList<>();
        graded.forEach((subject, number) ->
                coverage.add(new Coverage(cycles.get(coverage.size()), subject.pillar, number, forces)));
        return coverage;
    }

    private record Subject(String cycleCode, @Nullable Pillar pillar) {}
}
