package peel.observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.node.Node;
import peel.source.SourceReference;

/** Each kind of metric has its own implementation. */
@Description("Published value of one metric for one area, over a period (a flow) or on one day (a stock).")
public interface Observation extends Node {

    @Description("First day of the period of a flow. Null for a stock, and if the source names no period.")
    @Nullable LocalDate getFrom();

    @Description("Last day of the period of a flow, inclusive. Null for a stock, and if the source names no period.")
    @Nullable LocalDate getTo();

    @Description("Date of a stock. Null for a flow, and if the source names no date.")
    @Nullable LocalDate getAsAt();

    @Description(
            "First day of the baseline period that a change is measured against. Null if the value is not a change.")
    @Nullable LocalDate getBaselineFrom();

    @Description(
            "Last day, inclusive, of the baseline period that a change is measured against. Null if the value is not a change.")
    @Nullable LocalDate getBaselineTo();

    @Description(
            "Value in the unit of the metric. Null if the source has no value; `missing` then says why. It is a JSON number, so JavaScript shows 63.0 as 63; `printed` keeps the digits.")
    @Nullable BigDecimal getValue();

    @Description(
            "Value with the digits that the source prints, such as `63.0`, without separators of thousands. Null if `value` is null.")
    @Nullable String getPrinted();

    @Description("Reason why `value` is null. Null if `value` is not null.")
    @Nullable MissingReason getMissing();

    @NonNull @Description("Whether the value is printed as exact or as approximate.")
    Qualifier getQualifier();

    @Description(
            "What the value is about within its metric, as printed: the kind of offences, the outcome, the answer ... The types of observations have it under names of their own too. Null if the metric has no dimension.")
    @Nullable String getDimension();

    @NonNull @Description("Whether a source prints the value or it was computed.")
    ObservationBasis getBasis();

    @Description("Caveats when comparing this value, such as areas left out or combined. Null if none are known.")
    @Nullable String getComparability();

    @Description(
            "Summary of how the report itself compares the value with other forces or years. Null if the report makes no comparison.")
    @Nullable String getAssessment();

    @Description(
            "Description of a contradiction within the source about this fact, with the line numbers. Null if none was found.")
    @Nullable String getContradiction();

    @NonNull @Description("Where the fact was published: the publication and the place in it.")
    SourceReference getSource();
}
