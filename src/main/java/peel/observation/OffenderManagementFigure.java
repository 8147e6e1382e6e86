package peel.observation;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.node.Node;
import peel.query.Selection;

/** Offenders under management, or orders against them. */
@Entity
@DiscriminatorValue("OFFENDER_MANAGEMENT")
@Description("Offenders under management, or orders against them.")
public class OffenderManagementFigure extends StoredObservation implements Observation, Node {

    /** The scheme. */
    @NonNull @Description("The scheme.")
    public OffenderScheme getScheme() {
        return OffenderScheme.valueOf(dimension);
    }

    /**
     * The figures that a filter leaves.
     *
     * @throws peel.error.BadUserInput if the filter names a metric or an area that does not exist
     */
    public static Selection<OffenderManagementFigure> matching(OffenderManagementFilter filter) {
        Selection<OffenderManagementFigure> figures =
                Selection.of(ROWS.as(OffenderManagementFigure.class))
                        .where("o.type = :type", "type", MetricType.OFFENDER_MANAGEMENT.name());
        if (filter == null) {
            return figures;
        }
        about(figures, filter.metric, filter.area);
        figures.whereAny("o.dimension", filter.scheme);
        ending(figures, filter.from, filter.to);
        return figures;
    }
}
