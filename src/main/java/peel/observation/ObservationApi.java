package peel.observation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import peel.force.Force;
import peel.paging.Page;
import peel.paging.PageRequest;
import peel.query.OrderKey;

/** Questions about figures. */
@GraphQLApi
public class ObservationApi {

    /** Metrics. */
    @Query
    @NonNull @Description("What is measured, by code.")
    public List<@NonNull Metric> metrics(
            @Name("search") @Description("Only those whose code, name or definition holds this text.") String search) {
        return Metric.search(search);
    }

    /** A page of observations. */
    @Query
    @NonNull @Description("The observations that a filter leaves, in pages.")
    public ObservationConnection observations(
            @Name("filter") @Description("Which observations; all unless given.") ObservationFilter filter,
            @Name("orderBy") @Description("Their order; by metric unless given.") ObservationOrder orderBy,
            @Name("first") @Description("So many from the start or after the cursor, 1 to 100; 50 unless given.")
                    Integer first,
            @Name("after") @Description("The cursor after which the page starts.") String after,
            @Name("last") @Description("So many from the end or before the cursor, 1 to 100.") Integer last,
            @Name("before") @Description("The cursor before which the page ends.") String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        ObservationOrder order = orderBy == null ? ObservationOrder.METRIC : orderBy;
        return new ObservationConnection(
                Page.of(StoredObservation.matching(filter, order.key()), order.key(), request));
    }

    /** A page of organised crime group counts. */
    @Query
    @NonNull @Description("Organised crime group counts, the newest first, in pages.")
    public OrganisedCrimeGroupCountConnection organisedCrimeGroupCounts(
            @Name("filter") @Description("Which counts; all unless given.") OrganisedCrimeGroupFilter filter,
            @Name("first") @Description("So many from the start or after the cursor, 1 to 100; 50 unless given.")
                    Integer first,
            @Name("after") @Description("The cursor after which the page starts.") String after,
            @Name("last") @Description("So many from the end or before the cursor, 1 to 100.") Integer last,
            @Name("before") @Description("The cursor before which the page ends.") String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        return new OrganisedCrimeGroupCountConnection(
                Page.of(OrganisedCrimeGroupCount.matching(filter, newest()), newest(), request));
    }

    /** A page of offender-management figures. */
    @Query
    @NonNull @Description("Offender-management figures, the newest first, in pages.")
    public OffenderManagementFigureConnection offenderManagementFigures(
            @Name("filter") @Description("Which figures; all unless given.") OffenderManagementFilter filter,
            @Name("first") @Description("So many from the start or after the cursor, 1 to 100; 50 unless given.")
                    Integer first,
            @Name("after") @Description("The cursor after which the page starts.") String after,
            @Name("last") @Description("So many from the end or before the cursor, 1 to 100.") Integer last,
            @Name("before") @Description("The cursor before which the page ends.") String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        return new OffenderManagementFigureConnection(
                Page.of(OffenderManagementFigure.matching(filter, newest()), newest(), request));
    }

    /** Areas in the order of a metric. */
    @Query
    @NonNull @Description(
            "Areas in the order of one metric, at its latest date unless told; ties share a rank; areas that can't be compared come last, with the reason.")
    public List<@NonNull RankedObservation> ranking(
            @NonNull @Name("metric") @Description("A metric's code: \"workforce.officers\".") String metric,
            @Name("at") @Description("The day, or the last day of the period; the latest unless given.") LocalDate at,
            @Name("dimension") @Description("Needed where the metric has several: \"Sexual offences\".")
                    String dimension,
            @Name("direction") @Description("The largest first unless given.") SortDirection direction) {
        return Ranking.of(metric, at, dimension, direction != SortDirection.ASCENDING);
    }

    /** The observations of each force. */
    @NonNull @Name("observations")
    @Description("Its figures, by metric and date.")
    public List<@NonNull List<@NonNull Observation>> observationsOfForce(
            @Source List<Force> forces,
            @Name("metric") @Description("Only these metrics, by code.") List<String> metric,
            @Name("from") @Description("Only those whose day, or whose period's last day, is not before this.")
                    LocalDate from,
            @Name("to") @Description("Only those whose day, or whose period's last day, is not after this.")
                    LocalDate to) {
        return StoredObservation.ofForces(
                        StoredObservation.class,
                        null,
                        keys(forces),
                        metric,
                        selection -> StoredObservation.ending(selection, from, to),
                        StoredObservation.BY_METRIC)
                .stream()
                .map(ObservationApi::asObservations)
                .toList();
    }

    /** The organised crime group counts of each force. */
    @NonNull @Name("organisedCrimeGroupCounts")
    @Description("Its organised crime groups: number, rate and shares, by metric and date.")
    public List<@NonNull List<@NonNull OrganisedCrimeGroupCount>> organisedCrimeGroupCountsOfForce(
            @Source List<Force> forces, @Name("asAt") @Description("Only counts as at this day.") LocalDate asAt) {
        return StoredObservation.ofForces(
                OrganisedCrimeGroupCount.class,
                MetricType.ORGANISED_CRIME_GROUP,
                keys(forces),
                null,
                selection -> {
                    if (asAt != null) {
                        selection.where("o.as_at = :asAt", "asAt", asAt);
                    }
                },
                byMetric());
    }

    /** The offender-management figures of each force. */
    @NonNull @Name("offenderManagementFigures")
    @Description("Its figures of offender management, by metric and date.")
    public List<@NonNull List<@NonNull OffenderManagementFigure>> offenderManagementFiguresOfForce(
            @Source List<Force> forces, @Name("scheme") @Description("Only this scheme.") OffenderScheme scheme) {
        return StoredObservation.ofForces(
                OffenderManagementFigure.class,
                MetricType.OFFENDER_MANAGEMENT,
                keys(forces),
                null,
                selection -> {
                    if (scheme != null) {
                        selection.where("o.dimension = :scheme", "scheme", scheme.name());
                    }
                },
                byMetric());
    }

    /** The metric of each observation. */
    @NonNull @Description("What is measured, and in which unit.")
    public List<@NonNull Metric> metric(@Source List<Observation> observations) {
        return Metric.byKeys(stored(observations).stream()
                .map(observation -> observation.metricKey)
                .toList());
    }

    /** The area of each observation. */
    @NonNull @Description("What it is about.")
    public List<@NonNull Area> area(@Source List<Observation> observations) {
        return Area.byKeys(stored(observations).stream()
                .map(observation -> observation.areaKey)
                .toList());
    }

    /** The comparator of each observation. */
    @Description(
            "The same metric for England and Wales over the same period, baseline and dimension; null when there is none, and for England and Wales itself.")
    public List<Observation> comparator(@Source List<Observation> observations) {
        return asObservations(StoredObservation.comparatorsOf(stored(observations)));
    }

    /** The parent of each metric. */
    @Description("The metric that it is a part of or that it derives from; null where there is none.")
    public List<Metric> parent(@Source List<Metric> metrics) {
        return Metric.byKeys(metrics.stream().map(metric -> metric.parentKey).toList());
    }

    /** The force of each area. */
    @Name("force")
    @Description("The force, when the area is one force's; else null.")
    public List<Force> forceOfArea(@Source List<Area> areas) {
        return Force.byKeys(areas.stream().map(area -> area.forceKey).toList());
    }

    /** The forces of each area. */
    @NonNull @Description(
            "The forces it is made of; none are listed for England and Wales, since comparators differ in whom they leave out.")
    public List<@NonNull List<@NonNull Force>> members(@Source List<Area> areas) {
        return Area.membersOf(areas);
    }

    private static List<UUID> keys(List<Force> forces) {
        return forces.stream().map(force -> force.key).toList();
    }

    private static List<StoredObservation> stored(List<Observation> observations) {
        return observations.stream().map(StoredObservation.class::cast).toList();
    }

    private static List<Observation> asObservations(List<? extends StoredObservation> rows) {
        return rows.stream().map(Observation.class::cast).toList();
    }

    private static <T extends StoredObservation> OrderKey<T> newest() {
        return StoredObservation.NEWEST.of();
    }

    private static <T extends StoredObservation> OrderKey<T> byMetric() {
        return StoredObservation.BY_METRIC.of();
    }
}
