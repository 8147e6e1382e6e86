package peel.finding;

import org.eclipse.microprofile.graphql.Description;

@Description("What findings are counted by.")
public enum FindingGrouping {
    @Description("By force.")
    FORCE,
    @Description("By region of the force.")
    REGION,
    @Description("By cycle.")
    CYCLE,
    @Description("By pillar; the cycles from 2021/22 onwards have none.")
    PILLAR,
    @Description("By question, which belongs to one cycle and one pillar.")
    QUESTION,
    @Description("By kind of finding.")
    KIND,
    @Description("By latest status; only recommendations have one.")
    STATUS
}
