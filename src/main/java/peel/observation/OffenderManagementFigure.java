package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.node.Node;
import peel.query.OrderKey;
import peel.query.Selection;

@Entity
@DiscriminatorValue("OFFENDER_MANAGEMENT")
@Description("Observation of offender management: a number of offenders, or of court orders against offenders.")
public class OffenderManagementFigure extends StoredObservation implements Observation, Node {

    @NonNull @Description("Scheme under which offenders are managed, or type of court order.")
    @SuppressWarnings("NullAway") // Imports require a dimension of observations of this type.
    public OffenderScheme getScheme() {
        return OffenderScheme.valueOf(dimension);
    }

    /**
     * The figures that match a filter, for one order.
     *
     * @throws peel.error.BadUserInputException if the filter names a metric or an area that does not exist
     */
    public static Selection<OffenderManagementFigure> matching(
            @Nullable OffenderManagementFilter filter, OrderKey<OffenderManagementFigure> order) {
        OffenderManagementFilter given = filter == null ? new OffenderManagementFilter() : filter;
        return new ObservationQuery<>(StoredObservationRows.ROWS.as(OffenderManagementFigure.class))
                .ofMetrics(given.metric, List.of(MetricType.OFFENDER_MANAGEMENT))
                .inAreas(given.area)
                .ofSchemes(given.scheme)
                .ending(given.from, given.to)
                .in(order);
    }
}
