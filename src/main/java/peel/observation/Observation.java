package peel.observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.node.Node;
import peel.source.SourceReference;

/**
 * One value of a metric for one area over a period or as at a day. Each kind of metric has its own
 * implementation.
 */
@Description("One value of a metric for one area over a period (a flow) or as at a day (a stock).")
public interface Observation extends Node {

    /** First day of the period. */
    @Description("The first day of a flow; null for a stock, and where the source names no period.")
    LocalDate getFrom();

    /** Last day of the period. */
    @Description("The last day of a flow; null for a stock, and where the source names no period.")
    LocalDate getTo();

    /** The day of a stock. */
    @Description("The day of a stock; null for a flow.")
    LocalDate getAsAt();

    /** First day of the baseline. */
    @Description("The first day of the period that a change is measured against; null where there is no change.")
    LocalDate getBaselineFrom();

    /** Last day of the baseline. */
    @Description("The last day of the period that a change is measured against; null where there is no change.")
    LocalDate getBaselineTo();

    /** The value. */
    @Description(
            "Exactly as printed, in the metric's unit; null, with the reason in missing, when the source has no value.")
    BigDecimal getValue();

    /** Why there is no value. */
    @Description("Why there is no value; null when there is one.")
    MissingReason getMissing();

    /** How exact the value is. */
    @NonNull @Description("How exact the value is.")
    Qualifier getQualifier();

    /** What to mind when comparing. */
    @Description(
            "What to mind when comparing it: what was left out or counted together; null when there is nothing to mind.")
    String getComparability();

    /** The report's own comparison in a few words. */
    @Description("How the report itself compares it, in a few words; null when it doesn't.")
    String getAssessment();

    /** What contradicts it. */
    @Description("What else the same source says of it, and where, if it contradicts itself; else null.")
    String getContradiction();

    /** Where it was published. */
    @NonNull @Description("Where it was published.")
    SourceReference getSource();
}
