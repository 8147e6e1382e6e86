package peel.judgment;

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
    COUNTRY
}
