package peel.finding;

import org.eclipse.microprofile.graphql.Description;

/** Whose words a finding's text is in. */
@Description("Whose words a finding's text is in.")
public enum Wording {
    @Description("The inspectorate's, as printed.")
    PRINTED,
    @Description("Ours: a summary.")
    SUMMARISED,
    @Description("Ours: the report mentions the finding but does not print it.")
    NOT_PRINTED
}
