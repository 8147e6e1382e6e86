package peel.question;

import org.eclipse.microprofile.graphql.Description;

@Description("Pillar of the PEEL inspections up to 2018/19. Cycles from 2021/22 onwards have no pillars.")
public enum Pillar {
    @Description("How well a force keeps people safe and reduces crime.")
    EFFECTIVENESS,
    @Description("At what cost a force keeps people safe and reduces crime.")
    EFFICIENCY,
    @Description("Whether a force has the confidence of its communities.")
    LEGITIMACY,
    @Description("How well a force is led. In 2015 leadership was described in words, without a grade.")
    LEADERSHIP
}
