package peel.observation;

import org.eclipse.microprofile.graphql.Description;

/** Whether a metric speaks of a period or of a day. */
@Description("Whether a metric speaks of a period or of a day.")
public enum MetricBasis {
    @Description("Of a period.")
    FLOW,
    @Description("Of a day.")
    STOCK
}
