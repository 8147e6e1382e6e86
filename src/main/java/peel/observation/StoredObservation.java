package peel.observation;

import io.quarkus.hibernate.orm.panache.Panache;
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
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import peel.error.BadUserInput;
import peel.node.NodeId;
import peel.query.Arrays;
import peel.query.OrderKey;
import peel.query.Rows;
import peel.query.Selection;
import peel.source.SourceReference;

/**
 * A row of the one table of observations. Subclasses add a name for their own dimension and are the
 * types of the GraphQL interface {@link Observation}; this class isn't one, so it doesn't implement
 * it.
 */
@Entity
@Table(name = "observation")
@Inheritance
@DiscriminatorColumn(name = "type")
public abstract class StoredObservation extends PanacheEntityBase {

    /** The letter of observations in node ids. */
    public static final char NODE_TYPE = 'O';

    /** The newest first; those without a period last. */
    public static final OrderKey<StoredObservation> NEWEST = byDate("newest", true);

    /** The oldest first; those without a period before all. */
    public static final OrderKey<StoredObservation> OLDEST = byDate("oldest", false);

    /** By metric, area and date. */
    public static final OrderKey<StoredObservation> BY_METRIC =
            new OrderKey<>(
                    "metric",
                    List.of("o.metric_id", "o.area_id", "o.ends_on", "o.id"),
                    false,
                    row -> List.of(row.metricKey, row.areaKey, row.endsOn, row.key),
                    List.of(
                            Integer::valueOf,
                            Integer::valueOf,
                            LocalDate::parse,
                            UUID::fromString));

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
    LocalDate from;

    @Column(name = "period_to")
    LocalDate to;

    @Column(name = "as_at")
    LocalDate asAt;

    @Column(name = "baseline_from")
    LocalDate baselineFrom;

    @Column(name = "baseline_to")
    LocalDate baselineTo;

    String dimension;

    @Column(name = "dimension_group")
    String dimensionGroup;

    BigDecimal value;

    @Enumerated(EnumType.STRING)
    MissingReason missing;

    @Enumerated(EnumType.STRING)
    Qualifier qualifier;

    String comparability;
    String assessment;
    String contradiction;

    @Embedded SourceReference source;

    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(
            "Opaque and unique over all types; the same fact keeps its id through every import.")
    public String getId() {
        return new NodeId(NODE_TYPE, key).encoded();
    }

    @Description("The first day of a flow; null for a stock, and where the source names no period.")
    public LocalDate getFrom() {
        return from;
    }

    @Description("The last day of a flow; null for a stock, and where the source names no period.")
    public LocalDate getTo() {
        return to;
    }

    @Description("The day of a stock; null for a flow.")
    public LocalDate getAsAt() {
        return asAt;
    }

    @Description(
            "The first day of the period that a change is measured against; null where there is no change.")
    public LocalDate getBaselineFrom() {
        return baselineFrom;
    }

    @Description(
            "The last day of the period that a change is measured against; null where there is no change.")
    public LocalDate getBaselineTo() {
        return baselineTo;
    }

    @Description(
            "Exactly as printed, in the metric's unit; null, with the reason in missing, when the source has no value.")
    public BigDecimal getValue() {
        return value;
    }

    @Description("Why there is no value; null when there is one.")
    public MissingReason getMissing() {
        return missing;
    }

    public Qualifier getQualifier() {
        return qualifier;
    }

    @Description(
            "What to mind when comparing it: what was left out or counted together; null when there is nothing to mind.")
    public String getComparability() {
        return comparability;
    }

    @Description("How the report itself compares it, in a few words; null when it doesn't.")
    public String getAssessment() {
        return assessment;
    }

    @Description(
            "What else the same source says of it, and where, if it contradicts itself; else null.")
    public String getContradiction() {
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

    /** The observations with these keys, in their order. */
    public static List<StoredObservation> byKeys(List<UUID> keys) {
        return Rows.byKeys(StoredObservation.class, keys);
    }

    /**
     * The observations that a filter leaves.
     *
     * @throws BadUserInput if the filter names a metric, an area or a dimension that doesn't exist
     */
    public static Selection<StoredObservation> matching(ObservationFilter filter) {
        Selection<StoredObservation> observations =
                Selection.of(StoredObservation.class, "observation o");
        if (filter == null) {
            return observations;
        }
        about(observations, filter.metric, filter.area);
        ending(observations, filter.from, filter.to);
        observations.whereAny("o.type", filter.type);
        inDimensions(observations, filter.dimension);
        if (filter.missing != null) {
            observations.where(filter.missing ? "o.missing is not null" : "o.missing is null");
        }
        return observations;
    }

    /** Leaves only observations of these metrics and areas; null and empty lists leave all. */
    static void about(Selection<?> observations, List<String> metrics, List<String> areas) {
        if (metrics != null && !metrics.isEmpty()) {
            observations.whereAny(
                    "o.metric_id",
                    Metric.requireAll(metrics).stream().map(metric -> metric.key).toList());
        }
        if (areas != null && !areas.isEmpty()) {
            observations.whereAny("o.area_id", Area.keysOf(areas));
        }
    }

    /** Leaves only observations of these dimensions; null and empty lists leave all. */
    static void inDimensions(Selection<?> observations, List<String> dimensions) {
        if (dimensions == null || dimensions.isEmpty()) {
            return;
        }
        Panache.getSession()
                .createNativeQuery(
                        """
                        select wanted from unnest(cast(:wanted as text[])) with ordinality d (wanted, place)
                        where not exists (select from observation o where o.dimension = wanted)
                        order by place limit 1
                        """,
                        String.class)
                .setParameter("wanted", Arrays.of(dimensions))
                .getResultList()
                .forEach(
                        unknown -> {
                            throw BadUserInput.unknown("dimension", unknown, dimensions());
                        });
        observations.whereAny("o.dimension", dimensions);
    }

    private static List<String> dimensions() {
        return Panache.getSession()
                .createNativeQuery(
                        "select distinct dimension from observation where dimension is not null order by 1",
                        String.class)
                .getResultList();
    }

    /** Leaves only observations whose last day lies in a span; null is no bound. */
    static void ending(Selection<?> observations, LocalDate from, LocalDate to) {
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
     * @param type the kind, or null for all
     * @param metrics metrics' codes, or null for all
     * @param conditions adds further conditions on the observation {@code o}
     * @param order their order for each force
     */
    static <T extends StoredObservation> List<List<T>> ofForces(
            Class<T> kind,
            MetricType type,
            List<UUID> forces,
            List<String> metrics,
            Consumer<Selection<T>> conditions,
            OrderKey<T> order) {
        Selection<T> observations =
                Selection.of(kind, "area a, observation o")
                        .where("o.area_id = a.id")
                        .whereAny("a.force_id", forces);
        if (type != null) {
            observations.where("o.type = :type", "type", type.name());
        }
        about(observations, metrics, null);
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
    public static List<List<StoredObservation>> ofFigures(
            List<Integer> publications, List<String> labels) {
        List<StoredObservation> rows =
                Panache.getSession()
                        .createNativeQuery(
                                """
                                select distinct o.* from observation o
                                join unnest(cast(:publications as integer[]), cast(:labels as text[])) f (publication_id, label)
                                  on o.publication_id = f.publication_id and o.source_figure = f.label
                                order by o.metric_id, o.area_id, o.ends_on, o.id
                                """,
                                StoredObservation.class)
                        .setParameter("publications", Arrays.of(publications))
                        .setParameter("labels", Arrays.of(labels))
                        .getResultList();
        List<List<Object>> figures = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            figures.add(List.of(publications.get(i), labels.get(i)));
        }
        return Rows.grouped(
                figures, rows, row -> List.of(row.source.publicationKey, row.source.figure));
    }

    /**
     * The same metric for England and Wales over the same period, baseline and dimension, for each
     * observation; of the same publication if there is a choice; null where there is none, and for
     * England and Wales itself.
     */
    public static List<StoredObservation> comparatorsOf(List<StoredObservation> observations) {
        List<StoredObservation> national =
                Panache.getSession()
                        .createNativeQuery(
                                """
                                select distinct c.* from observation c
                                join unnest(cast(:metrics as integer[]), cast(:days as date[])) wanted (metric_id, ends_on)
                                  on c.metric_id = wanted.metric_id and c.ends_on = wanted.ends_on
                                where c.area_id = (select a.id from area a where a.kind = 'ENGLAND_AND_WALES')
                                """,
                                StoredObservation.class)
                        .setParameter(
                                "metrics",
                                Arrays.of(observations.stream().map(o -> o.metricKey).toList()))
                        .setParameter(
                                "days",
                                observations.stream().map(o -> o.endsOn).toArray(LocalDate[]::new))
                        .getResultList();
        Map<List<Object>, List<StoredObservation>> bySubject = new HashMap<>();
        for (StoredObservation row : national) {
            bySubject.computeIfAbsent(row.subject(), key -> new ArrayList<>()).add(row);
        }
        return observations.stream()
                .map(
                        observation -> {
                            List<StoredObservation> found =
                                    bySubject.getOrDefault(observation.subject(), List.of());
                            return found.stream()
                                    .filter(
                                            row ->
                                                    !Objects.equals(
                                                            row.areaKey, observation.areaKey))
                                    .min(
                                            Comparator.comparing(
                                                    row ->
                                                            !row.source.publicationKey.equals(
                                                                    observation
                                                                            .source
                                                                            .publicationKey)))
                                    .orElse(null);
                        })
                .toList();
    }

    /** What two observations share that differ only by area. */
    private List<Object> subject() {
        return java.util.Arrays.asList(
                metricKey, from, to, asAt, baselineFrom, baselineTo, dimension);
    }
}
