package peel.judgment;

import jakarta.enterprise.context.ApplicationScoped;
import peel.force.Force;
import peel.force.JudgedCondition;
import peel.force.JudgedFilter;
import peel.query.Selection;
import peel.question.Cycle;
import peel.question.Question;

@ApplicationScoped
class CurrentJudgmentCondition implements JudgedCondition {

    @Override
    public String of(Selection<Force> forces, String forceKey, JudgedFilter filter) {
        String judged = String.join(
                " and ",
                "j.known_to is null",
                forces.any("j.cycle", Cycle.requireAll(filter.cycle)),
                forces.any("j.pillar", filter.pillar),
                forces.any("j.question_code", Question.requireCodes(filter.question)),
                forces.any("j.grade", filter.grade),
                Boolean.TRUE.equals(filter.latest) ? Judgment.latestSql(null) : "true");
        String changed = filter.change == null
                ? "true"
                : JudgmentChange.changedSql(forces.any("c.direction", filter.change), judged, false, null);
        return "exists (select from judgment j where j.force_id = %s and %s and %s)"
                .formatted(forceKey, judged, changed);
    }
}
