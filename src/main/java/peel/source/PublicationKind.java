package peel.source;

import org.eclipse.microprofile.graphql.Description;

/** What kind of document or site a fact was published in. */
@Description("What kind of document or site a fact was published in.")
public enum PublicationKind {
    @Description("A report on one force.")
    FORCE_REPORT,
    @Description("A report on all forces.")
    NATIONAL_REPORT,
    @Description("A report on a revisit after a judgment of inadequate.")
    REVISIT_REPORT,
    @Description("Pages of the inspectorate or of another public body.")
    WEB_PAGE,
    @Description("A press release.")
    PRESS_RELEASE,
    @Description("Official statistics.")
    STATISTICS,
    @Description("An assessment framework: the questions and the grades' meaning.")
    FRAMEWORK,
    @Description("A news article.")
    NEWS,
    @Description("The inspectorate's public register of recommendations.")
    REGISTER
}
