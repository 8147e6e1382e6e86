package peel.observation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.query.RowType;
import peel.query.Rows;

/**
 * A dimension of a metric for which there are observations.
 *
 * @param name as it is printed
 * @param metricKey the metric
 */
record Dimension(String name, Integer metricKey) {

    private static final RowType<Dimension> ROWS =
            RowType.ofExpressions(row -> new Dimension(row.text("t.dimension"), row.integer("t.metric_id")));

    private static final RowType<String> NAMES = RowType.ofExpressions(row -> row.text("distinct t.dimension"));

    /**
     * The dimensions with these names, in any letter case, one per metric that has the dimension.
     *
     * @throws BadUserInputException for the first name without a dimension
     */
    static List<Dimension> requireAll(List<String> names) {
        List<Dimension> dimensions = named(names);
        Set<String> found = dimensions.stream().map(Dimension::name).collect(Collectors.toUnmodifiableSet());
        if (found.containsAll(names)) {
            return dimensions;
        }
        // Only now, because the index has names as they are printed.
        List<String> known = names();
        return named(names.stream()
                .map(name -> found.contains(name) ? name : printed(name, known))
                .toList());
    }

    /** The dimension as it is printed, for its name in any letter case. */
    static Optional<String> inAnyCase(String name, List<@Nullable String> printed) {
        return printed.stream()
                .filter(Objects::nonNull)
                .filter(name::equalsIgnoreCase)
                .findFirst();
    }

    private static String printed(String name, List<String> known) {
        return inAnyCase(name, known).orElseThrow(() -> BadUserInputException.unknown("dimension", name, known));
    }

    /** The dimensions with these names, one per metric that has the dimension. */
    static List<Dimension> named(List<String> names) {
        return Rows.ofAny(ROWS, """
                from observation_total t
                where t.area_id is null and t.ends_on is null and t.observations > 0 and t.dimension = any(:keys)
                """, names);
    }

    private static List<String> names() {
        return Rows.of(NAMES, """
                from observation_total t
                where t.area_id is null and t.ends_on is null and t.observations > 0 and t.dimension is not null
                order by t.dimension
                """, Map.of());
    }
}
