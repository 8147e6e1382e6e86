package peel.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.observation.Metric;
import peel.observation.MetricTotals;

@Description("Coverage of one metric: how many observations there are, of how many forces, and of which time.")
public record FigureCoverage(
        @NonNull @Description("Metric.") Metric metric,

        @Description("Number of observations, of forces and all other areas.")
        int observations,

        @Description("Number of observations without a value.")
        int missing,

        @Description("Number of forces with an observation of their own area.")
        int forces,

        @Description("Earliest date of an observation, or last day of its period. Null if no observation has a date.")
        @Nullable LocalDate first,

        @Description("Latest date of an observation, or last day of its period. Null if no observation has a date.")
        @Nullable LocalDate last) {

    /** The coverage of every metric that has an observation, by code. */
    static List<FigureCoverage> all() {
        List<MetricTotals> totals = MetricTotals.all();
        List<Metric> metrics =
                Metric.byKeys(totals.stream().map(MetricTotals::metricKey).toList());
        List<FigureCoverage> coverage = new ArrayList<>();
        for (int i = 0; i < totals.size(); i++) {
            MetricTotals total = totals.get(i);
            coverage.add(new FigureCoverage(
                    metrics.get(i),
                    total.observations(),
                    total.missing(),
                    total.forces(),
                    total.first(),
                    total.last()));
        }
        return coverage;
    }
}
