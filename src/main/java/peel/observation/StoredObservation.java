package peel.observation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.node.NodeId;
import peel.query.OrderKey;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.Selection;
import peel.query.SqlArrays;
import peel.source.SourceReference;

/**
 * A row of the table of all observations. Its subclasses are the types of the GraphQL interface {@link Observation} and
 * name their own dimension. This class is no type of the schema and therefore does not implement the interface.
 */
@Entity
@Table(name = "observation")
@Inheritance
@DiscriminatorColumn(name = "type")
public abstract class StoredObservation extends PanacheEntityBase {

    /** The letter of observations in node IDs. */
    public static final char NODE_TYPE = 'O';

    /** Newest first; observations without a period last. */
    public static final OrderKey<StoredObservation> NEWEST = byDate("newest", true);

    /** Oldest first; observations without a period first. */
    public static final OrderKey<StoredObservation> OLDEST = byDate("oldest", false);

    /** By metric, area and date. */
    public static final OrderKey<StoredObservation> BY_METRIC = new OrderKey<>(
            "metric",
            List.of("o.metric_id", "o.area_id", "o.ends_on", "o.id"),
            false,
            row -> List.of(row.metricKey, row.areaKey, row.endsOn, row.key),
            List.of(Integer::valueOf, Integer::valueOf, LocalDate::parse, UUID::fromString));

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @Column(name = "metric_id")
    @Ignore
    public Integer metricKey;

    @Column(name = "area_id")
    @Ignore
    public Integer areaKey;

    @Column(name = "ends_on", insertable = false, updatable = false)
    @Ignore
    public LocalDate endsOn;

    @Column(name = "period_from")
    @Nullable LocalDate from;

    @Column(name = "period_to")
    @Nullable LocalDate to;

    @Column(name = "as_at")
    @Nullable LocalDate asAt;

    @Column(name = "baseline_from")
    @Nullable LocalDate baselineFrom;

    @Column(name = "baseline_to")
    @Nullable LocalDate baselineTo;

    @Nullable String dimension;

    @Column(name = "dimension_group")
    @Nullable String dimensionGroup;

    @Nullable BigDecimal value;

    @Enumerated(EnumType.STRING)
    @Nullable MissingReason missing;

    @Enumerated(EnumType.STRING)
    Qualifier qualifier;

    @Enumerated(EnumType.STRING)
    ObservationBasis basis;

    @Nullable String comparability;

    @Nullable String assessment;

    @Nullable String contradiction;

    @Embedded
    SourceReference source;

    @org.eclipse.microprofile.graphql.Id
    @NonNull public String getId() {
        return new NodeId(NODE_TYPE, key).encoded();
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public @Nullable LocalDate getAsAt() {
        return asAt;
    }

    public @Nullable LocalDate getBaselineFrom() {
        return baselineFrom;
    }

    public @Nullable LocalDate getBaselineTo() {
        return baselineTo;
    }

    public @Nullable BigDecimal getValue() {
        return value;
    }

    public @Nullable String getPrinted() {
        return value == null ? null : value.toPlainString();
    }

    public @Nullable MissingReason getMissing() {
        return missing;
    }

    public Qualifier getQualifier() {
        return qualifier;
    }

    public @Nullable String getDimension() {
        return dimension;
    }

    public ObservationBasis getBasis() {
        return basis;
    }

    public @Nullable String getComparability() {
        return comparability;
    }

    public @Nullable String getAssessment() {
        return assessment;
    }

    public @Nullable String getContradiction() {
        return contradiction;
    }

    public SourceReference getSource() {
        return source;
    }

    private static OrderKey<StoredObservation> byDate(String name, boolean descending) {
        return new OrderKey<>(
                name,
                List.of("o.ends_on", "o.id"),
                descending,
                row -> List.of(row.endsOn, row.key),
                List.of(LocalDate::parse, UUID::fromString));
    }

    /** The observations with these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable StoredObservation> byKeys(List<UUID> keys) {
        return Rows.byKeys(StoredObservationRows.ROWS, observation -> observation.key, keys);
    }

    /**
     * The observations that match a filter, for one order.
     *
     * @throws BadUserInputException if the filter names a metric, an area or a dimension that does not exist
     */
    public static Selection<StoredObservation> matching(
            @Nullable ObservationFilter filter, OrderKey<StoredObservation> order) {
        ObservationQuery<StoredObservation> search = new ObservationQuery<>(StoredObservationRows.ROWS);
        if (filter != null) {
            search.ofMetrics(filter.metric, filter.type)
                    .inAreas(filter.area)
                    .ofDimensions(filter.dimension)
                    .ending(filter.from, filter.to)
                    .missing(filter.missing);
        }
        return search.in(order);
    }

    /** Restricts to observations whose last day lies in a span; null is no bound. */
    static void ending(Selection<?> observations, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null) {
            observations.where("o.ends_on >= :from", "from", from);
        }
        if (to != null) {
            observations.where("o.ends_on <= :to", "to", to);
        }
    }

    /**
     * The observations of each force's area, of one kind or of all.
     *
     * @param kind the kind's entity
     * @param type the kind; null for all
     * @param metrics metrics' codes; null for all
     * @param conditions adds further conditions on the observation {@code o}
     * @param order their order for each force
     */
    static <T extends StoredObservation> List<List<T>> ofForces(
            Class<T> kind,
            @Nullable MetricType type,
            List<UUID> forces,
            @Nullable List<String> metrics,
            Consumer<Selection<T>> conditions,
            OrderKey<T> order) {
        Selection<T> observations = Selection.of(StoredObservationRows.ROWS.as(kind), "area a")
                .where("o.area_id = a.id")
                .whereAny("a.force_id", forces);
        if (type != null || metrics != null) {
            // A type is a set of metrics, and observations are indexed by metric.
            List<Integer> keys = Metric.keysOf(metrics, type == null ? null : List.of(type));
            if (keys.isEmpty()) {
                return forces.stream().map(force -> List.<T>of()).toList();
            }
            observations.whereAny("o.metric_id", keys);
        }
        conditions.accept(observations);
        List<T> rows = observations.all(order);
        Map<UUID, Integer> areas = new HashMap<>();
        Area.ofForces(forces).forEach(area -> areas.put(area.forceKey, area.key));
        return Rows.grouped(forces.stream().map(areas::get).toList(), rows, row -> row.areaKey);
    }

    /**
     * The observations that were read from each figure or table, by metric and date.
     *
     * @param publications the figures' publications
     * @param labels the figures as they are numbered, in the same order
     */
    public static List<List<StoredObservation>> ofFigures(List<Integer> publications, List<String> labels) {
        List<StoredObservation> rows = Rows.of(
                StoredObservationRows.ROWS,
                """
                        from observation o
                        join (select distinct * from unnest(cast(:publications as integer[]), cast(:labels as text[]))) f (publication_id, label)
                          on o.publication_id = f.publication_id and o.source_figure = f.label
                        order by o.metric_id, o.area_id, o.ends_on, o.id
                        """,
                Map.of("publications", SqlArrays.of(publications), "labels", SqlArrays.of(labels)));
        List<List<Object>> figures = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            figures.add(List.of(publications.get(i), labels.get(i)));
        }
        return Rows.grouped(figures, rows, row -> List.of(row.source.publicationKey, row.source.figure));
    }

    /**
     * For each observation the one of England and Wales with the same metric, period, baseline and dimension,
     * preferably of the same publication; null where there is none, and for England and Wales itself.
     */
    public static List<@Nullable StoredObservation> comparatorsOf(List<StoredObservation> observations) {
        if (observations.isEmpty()) {
            return List.of();
        }
        List<StoredObservation> national = Rows.of(
                StoredObservationRows.ROWS,
                // "offset 0" keeps PostgreSQL from joining in another way than by index, which may
                // read all observations of England and Wales. Because of the empty array it cannot
                // count the metrics while planning. Otherwise it would plan again for each answer with
                // few metrics, which takes three times as long as reading.
                """
                from (select distinct * from unnest(cast(:metrics as integer[]) || (select cast('{}' as integer[])), cast(:days as date[]))) wanted (metric_id, ends_on)
                cross join lateral (
                    select o.* from observation o
                    where o.metric_id = wanted.metric_id and o.ends_on = wanted.ends_on
                      and o.area_id = (select a.id from area a where a.kind = 'ENGLAND_AND_WALES')
                    offset 0) o
                """,
                Map.of(
                        "metrics",
                        SqlArrays.of(observations.stream().map(o -> o.metricKey).toList()),
                        "days",
                        SqlArrays.of(observations.stream().map(o -> o.endsOn).toList())));
        Map<List<@Nullable Object>, List<StoredObservation>> bySubject = new HashMap<>();
        for (StoredObservation row : national) {
            bySubject.computeIfAbsent(row.subject(), key -> new ArrayList<>()).add(row);
        }
        return observations.stream()
                .map(observation -> {
                    List<StoredObservation> found = bySubject.getOrDefault(observation.subject(), List.of());
                    return found.stream()
                            .filter(row -> !Objects.equals(row.areaKey, observation.areaKey))
                            .min(Comparator.comparing(
                                    row -> !row.source.publicationKey.equals(observation.source.publicationKey)))
                            .orElse(null);
                })
                .toList();
    }

    /** For each observation those that it was computed from, in order; none for one that this service did not compute. */
    public static List<List<StoredObservation>> partsOf(List<StoredObservation> observations) {
        List<UUID> computed = observations.stream()
                .filter(observation -> observation.basis == ObservationBasis.COMPUTED)
                .map(observation -> observation.key)
                .toList();
        List<Part> parts = Rows.ofAny(Part.ROWS, """
                from observation o cross join unnest(o.parts) with ordinality p (id, place)
                where o.id = any(:keys)
                order by o.id, p.place
                """, computed);
        Map<UUID, StoredObservation> byKey = new HashMap<>();
        byKeys(parts.stream().map(Part::key).toList()).stream()
                .filter(Objects::nonNull)
                .forEach(observation -> byKey.put(observation.key, observation));
        return Rows.grouped(observations.stream().map(o -> o.key).toList(), parts, Part::whole).stream()
                .map(each -> each.stream()
                        .map(part -> byKey.get(part.key))
                        .filter(Objects::nonNull)
                        .toList())
                .toList();
    }

    private record Part(UUID whole, UUID key) {

        static final RowType<Part> ROWS = RowType.ofExpressions(row -> new Part(row.uuid("o.id"), row.uuid("p.id")));
    }

    /** Equal for observations that differ only by area and source. */
    private List<@Nullable Object> subject() {
        return java.util.Arrays.asList(metricKey, from, to, asAt, baselineFrom, baselineTo, dimension);
    }
}
