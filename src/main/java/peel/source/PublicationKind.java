package peel.source;

import org.eclipse.microprofile.graphql.Description;

@Description("Kind of publication.")
public enum PublicationKind {
    @Description("Report on one force.")
    FORCE_REPORT,
    @Description("Report on all forces.")
    NATIONAL_REPORT,
    @Description("Report on a revisit after a grade of inadequate.")
    REVISIT_REPORT,
    @Description("Web pages of the inspectorate or of another organisation.")
    WEB_PAGE,
    @Description("Press release.")
    PRESS_RELEASE,
    @Description("Official statistics.")
    STATISTICS,
    @Description("Framework, such as an assessment framework with the questions and the meaning of the grades.")
    FRAMEWORK,
    @Description("News article.")
    NEWS,
    @Description("The inspectorate's public register of recommendations.")
    REGISTER,
    @Description("Website of a police and crime commissioner.")
    COMMISSIONER_SITE,
    @Description("Website of a force.")
    FORCE_SITE,
    @Description("Copy of a news article or of a press release on another site. A weaker source than the original.")
    MIRROR
}
