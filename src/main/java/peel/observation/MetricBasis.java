package peel.observation;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether the values of a metric cover a period or refer to one day.")
public enum MetricBasis {
    @Description("The values cover a period.")
    FLOW,
    @Description("The values refer to one day.")
    STOCK
}
