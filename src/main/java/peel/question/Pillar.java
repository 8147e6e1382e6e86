package peel.question;

import org.eclipse.microprofile.graphql.Description;

/** The pillars of PEEL up to 2018/19. From 2021/22 on questions have none. */
@Description("The pillars of PEEL up to 2018/19. From 2021/22 on questions have none.")
public enum Pillar {
    @Description("How well a force keeps people safe and reduces crime.")
    EFFECTIVENESS,
    @Description("At what cost it does so.")
    EFFICIENCY,
    @Description("Whether it has the confidence of its communities.")
    LEGITIMACY,
    @Description("How it is led; a narrative in 2015, no grade.")
    LEADERSHIP
}
