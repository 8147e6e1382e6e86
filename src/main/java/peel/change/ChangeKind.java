package peel.change;

import org.eclipse.microprofile.graphql.Description;

@Description("Kind of what a change to the data is about.")
public enum ChangeKind {
    @Description("A report whose text was imported.")
    REPORT,
    @Description("A judgment.")
    JUDGMENT,
    @Description("A finding.")
    FINDING,
    @Description("A status of a recommendation.")
    FINDING_STATUS,
    @Description("A force entered or left enhanced monitoring.")
    MONITORING_EVENT,
    @Description("Observations: figures of a metric.")
    OBSERVATION,
    @Description(
            "What facts refer to: forces, councils, cycles, questions, inspections, fieldwork, publications, areas, metrics.")
    REFERENCE
}
