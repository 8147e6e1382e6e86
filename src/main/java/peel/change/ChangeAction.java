package peel.change;

import org.eclipse.microprofile.graphql.Description;

@Description("What an import did to a fact.")
public enum ChangeAction {
    @Description("The fact is new.")
    INSERTED,
    @Description("The fact said something else before: another grade, state or value.")
    CORRECTED,
    @Description(
            "Something else about the fact changed: the text of a finding, a source, a note, or the version of a report.")
    CHANGED,
    @Description("The fact was taken back.")
    WITHDRAWN
}
