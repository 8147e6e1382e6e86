package peel.judgment;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;

@Description("What judgments are counted by.")
public enum JudgmentGrouping {
    @Description("By cycle.")
    CYCLE,
    @Description("By pillar; the cycles from 2021/22 onwards have none.")
    PILLAR,
    @Description("By question, which belongs to one cycle and one pillar.")
    QUESTION,
    @Description("By force.")
    FORCE,
    @Description("By region of the force.")
    REGION,
    @Description("By country of the force.")
    COUNTRY;

    /** These, and what a group of one of them has in common besides: a question its cycle, a force its region. */
    static Set<JudgmentGrouping> withImplied(List<JudgmentGrouping> groupings) {
        Set<JudgmentGrouping> all = EnumSet.noneOf(JudgmentGrouping.class);
        all.addAll(groupings);
        if (all.contains(QUESTION)) {
            all.addAll(Set.of(CYCLE, PILLAR));
        }
        if (all.contains(FORCE)) {
            all.add(REGION);
        }
        if (all.contains(REGION)) {
            all.add(COUNTRY);
        }
        return all;
    }
}
