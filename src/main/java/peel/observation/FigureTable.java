package peel.observation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.force.Force;

@Description("Figures of all forces by several metrics.")
public record FigureTable(
        @NonNull @Description("Columns of the table, as asked for.")
        List<@NonNull FigureColumn> columns,

        @NonNull @Description("Rows of the table: one for each of the 43 forces, by name.")
        List<@NonNull FigureRow> rows) {

    /** Each column is a ranking of its own. */
    private static final int MOST_COLUMNS = 10;

    /**
     * Reads a table, a few statements for each column.
     *
     * @throws BadUserInputException if there are too many columns, or if one names a metric, dimension or day that does
     *     not exist
     */
    static FigureTable of(List<FigureColumnInput> inputs) {
        if (inputs.size() > MOST_COLUMNS) {
            throw new BadUserInputException(
                    "The table has %d columns; at most %d are allowed.".formatted(inputs.size(), MOST_COLUMNS));
        }
        List<FigureColumn> columns = new ArrayList<>();
        Map<UUID, List<@Nullable RankedObservation>> cells = new HashMap<>();
        Force.byName().forEach(force -> cells.put(force.key, new ArrayList<>()));
        for (FigureColumnInput input : inputs) {
            RankedMetric ranked =
                    RankedMetric.of(RankingQuery.of(input.metric, input.at, input.dimension, input.per), null);
            Map<UUID, RankedObservation> byForce = byForce(ranked.ranked());
            cells.forEach((force, row) -> row.add(byForce.get(force)));
            columns.add(new FigureColumn(
                    ranked.metric(), ranked.at(), ranked.per(), ranked.comparator(), (int) byForce.values().stream()
                            .filter(each -> each.rank() != null)
                            .count()));
        }
        return new FigureTable(
                columns,
                Force.byName().stream()
                        .map(force -> new FigureRow(force, cells.getOrDefault(force.key, List.of())))
                        .toList());
    }

    private static Map<UUID, RankedObservation> byForce(List<RankedObservation> ranked) {
        List<@Nullable UUID> forces = Area.forceKeysOf(RankedObservation.rowsOf(ranked));
        Map<UUID, RankedObservation> byForce = new HashMap<>();
        for (int i = 0; i < ranked.size(); i++) {
            UUID force = forces.get(i);
            if (force != null) {
                byForce.put(force, ranked.get(i));
            }
        }
        return byForce;
    }
}
