package peel.finding;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether the text of a finding is quoted as printed or was written for this dataset.")
public enum Wording {
    @Description("The inspectorate's text, as printed.")
    PRINTED,
    @Description("Summary written for this dataset.")
    SUMMARISED,
    @Description("Note written for this dataset: the report mentions the finding but does not print it.")
    NOT_PRINTED
}
