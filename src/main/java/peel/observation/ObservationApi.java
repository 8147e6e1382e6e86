package peel.observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import peel.force.DenominatorInput;
import peel.force.Force;
import peel.force.ForceFilter;
import peel.force.JudgedCondition;
import peel.force.MeasuredCondition;
import peel.force.PeersFilter;
import peel.paging.Page;
import peel.paging.PageRequest;
import peel.query.OrderKey;

/** Queries for observations, metrics and areas. */
@GraphQLApi
public class ObservationApi {

    private final JudgedCondition judged;
    private final MeasuredCondition measured;

    ObservationApi(JudgedCondition judged, MeasuredCondition measured) {
        this.judged = judged;
        this.measured = measured;
    }

    @Query
    @NonNull @Description("Metrics, ordered by code.")
    public List<@NonNull Metric> metrics(
            @Description("Only metrics whose code, name or definition contains this text. Case is ignored.") @Nullable String search) {
        return Metric.search(search);
    }

    @Query
    @Description("Metric with this code.")
    public Metric metric(@NonNull @Description("Code of the metric, such as `workforce.officers`.") String code) {
        return Metric.require(code);
    }

    @Query
    @NonNull @Description("Areas that observations are about, ordered by code.")
    public List<@NonNull Area> areas() {
        return Area.inOrder();
    }

    @Query
    @Description("Area with this code, or of the force with this name.")
    public Area area(
            @NonNull @Description("Code of the area, such as `england-and-wales`, or any name of a force.")
                    String code) {
        return Area.require(code);
    }

    @Query
    @NonNull @Description("Observations matching the filter, paginated.")
    public ObservationConnection observations(
            @Description("Which observations to return. Default: all.") @Nullable ObservationFilter filter,
            @Description("Sort order. Default: `METRIC`.") @Nullable ObservationOrder orderBy,
            @Description(PageRequest.FIRST) @Nullable Integer first,
            @Description(PageRequest.AFTER) @Nullable String after,
            @Description(PageRequest.LAST) @Nullable Integer last,
            @Description(PageRequest.BEFORE) @Nullable String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        ObservationOrder order = orderBy == null ? ObservationOrder.METRIC : orderBy;
        return new ObservationConnection(
                Page.of(StoredObservation.matching(filter, order.key()), order.key(), request));
    }

    @Query
    @NonNull @Description("Organised crime group counts matching the filter, newest first, paginated.")
    public OrganisedCrimeGroupCountConnection organisedCrimeGroupCounts(
            @Description("Which counts to return. Default: all.") @Nullable OrganisedCrimeGroupFilter filter,
            @Description(PageRequest.FIRST) @Nullable Integer first,
            @Description(PageRequest.AFTER) @Nullable String after,
            @Description(PageRequest.LAST) @Nullable Integer last,
            @Description(PageRequest.BEFORE) @Nullable String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        return new OrganisedCrimeGroupCountConnection(
                Page.of(OrganisedCrimeGroupCount.matching(filter, newest()), newest(), request));
    }

    @Query
    @NonNull @Description("Offender management figures matching the filter, newest first, paginated.")
    public OffenderManagementFigureConnection offenderManagementFigures(
            @Description("Which figures to return. Default: all.") @Nullable OffenderManagementFilter filter,
            @Description(PageRequest.FIRST) @Nullable Integer first,
            @Description(PageRequest.AFTER) @Nullable String after,
            @Description(PageRequest.LAST) @Nullable Integer last,
            @Description(PageRequest.BEFORE) @Nullable String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        return new OffenderManagementFigureConnection(
                Page.of(OffenderManagementFigure.matching(filter, newest()), newest(), request));
    }

    @Query
    @NonNull @Description(
            "Areas ranked by one metric on one date. Equal values share a rank. Areas without a value come last, with the reason in `missing`.")
    public List<@NonNull RankedObservation> ranking(
            @NonNull @Description("Code of the metric, such as `workforce.officers`.") String metric,
            @Description(Ranking.AT) @Nullable LocalDate at,
            @Description(Ranking.DIMENSION) @Nullable String dimension,
            @Description(Ranking.DIRECTION) @Nullable SortDirection direction) {
        return Ranking.of(new RankingQuery(metric, at, dimension, direction != SortDirection.ASCENDING, null, null))
                .ranked();
    }

    @Query
    @NonNull @Description(
            "Ranking by one metric on one date, or by its ratio to another metric, with the forces that are absent, the value of England and Wales, the mean and the median.")
    public RankedMetric rankedMetric(
            @NonNull @Description("Code of the metric, such as `workforce.officers`.") String metric,
            @Description(Ranking.AT) @Nullable LocalDate at,
            @Description(Ranking.DIMENSION) @Nullable String dimension,
            @Description(Ranking.DIRECTION) @Nullable SortDirection direction,
            @Description(Ranking.PER) @Nullable DenominatorInput per,
            @Description(Ranking.SINCE) @Nullable LocalDate since,
            @Description(Ranking.FORCES) @Nullable ForceFilter forces) {
        Set<UUID> keys = forces == null
                ? null
                : Force.matching(forces, judged, measured).all(Force.BY_NAME).stream()
                        .map(force -> force.key)
                        .collect(Collectors.toSet());
        return RankedMetric.of(
                new RankingQuery(metric, at, dimension, direction != SortDirection.ASCENDING, per, keys), since);
    }

    @Query
    @NonNull @Description("Table of the figures of all forces by several metrics, each with its rank, the largest value first.")
    public FigureTable figureTable(
            @NonNull @Description("Columns of the table, at most 10.") List<@NonNull FigureColumnInput> columns) {
        return FigureTable.of(columns);
    }

    @Query
    @NonNull @Description(
            "Values of one metric over time for some areas, a series for each, with gaps where only others have a value.")
    public List<@NonNull Series> series(
            @NonNull @Description("Code of the metric, such as `workforce.officers`.") String metric,
            @NonNull @Description(
                            "Areas, at most 10, by code or any name of a force: `[\"kent\", \"england-and-wales\"]`.")
                    List<@NonNull String> area,
            @Description(
                            "Also the area of a force, followed by those of the forces that have something in common with it. They count towards the 10 areas.")
                    @Nullable PeersFilter peersOf,
            @Description(
                            "Dimension of the metric, such as `Sexual offences`. Default: the total, or the only dimension.")
                    @Nullable String dimension,
            @Description("Only observations dated, or ending, on or after this date.") @Nullable LocalDate from,
            @Description("Only observations dated, or ending, on or before this date.") @Nullable LocalDate to) {
        List<String> areas = new ArrayList<>(area);
        if (peersOf != null) {
            Force.group(peersOf).forEach(force -> areas.add(force.slug));
        }
        return Series.of(metric, areas, dimension, from, to);
    }

    @Description(
            "Difference from the value or ratio of England and Wales. Null without one, and for numbers that are not divided, of which that value is the total.")
    public List<@Nullable BigDecimal> difference(@Source List<RankedObservation> ranked) {
        List<@Nullable BigDecimal> comparators = RankedObservation.comparatorsOf(ranked);
        List<@Nullable BigDecimal> differences = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            BigDecimal value = ranked.get(i).rankedValue();
            BigDecimal comparator = comparators.get(i);
            differences.add(value == null || comparator == null ? null : value.subtract(comparator));
        }
        return differences;
    }

    @Description("Place of one force. Null if the force is absent, or not among those that are ranked.")
    public List<@Nullable RankedObservation> rankOf(
            @Source List<RankedMetric> rankings,
            @NonNull @Description("Slug, ONS code, name or alias of the force.") String force) {
        UUID key = Force.all().require(force).key;
        return rankings.stream().map(ranking -> ranking.rankOf(key)).toList();
    }

    @NonNull @Name("observations")
    @Description("Observations of the force, ordered by metric and date.")
    public List<@NonNull List<@NonNull Observation>> observationsOfForce(
            @Source List<Force> forces,
            @Description("Only observations of these metrics, given by code.") @Nullable List<@Nullable String> metric,
            @Description("Only observations dated, or ending, on or after this date.") @Nullable LocalDate from,
            @Description("Only observations dated, or ending, on or before this date.") @Nullable LocalDate to) {
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

    @NonNull @Name("organisedCrimeGroupCounts")
    @Description("Organised crime groups in the force's area: number, rate and shares, ordered by metric and date.")
    public List<@NonNull List<@NonNull OrganisedCrimeGroupCount>> organisedCrimeGroupCountsOfForce(
            @Source List<Force> forces, @Description("Only counts as at this date.") @Nullable LocalDate asAt) {
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

    @NonNull @Name("offenderManagementFigures")
    @Description("Offender management figures of the force, ordered by metric and date.")
    public List<@NonNull List<@NonNull OffenderManagementFigure>> offenderManagementFiguresOfForce(
            @Source List<Force> forces, @Description("Only figures of this scheme.") @Nullable OffenderScheme scheme) {
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

    @NonNull @Description("Metric that was measured, with its unit.")
    public List<@NonNull Metric> metric(@Source List<Observation> observations) {
        return Metric.byKeys(stored(observations).stream()
                .map(observation -> observation.metricKey)
                .toList());
    }

    @NonNull @Description("Area that the value is about.")
    public List<@NonNull Area> area(@Source List<Observation> observations) {
        return Area.byKeys(stored(observations).stream()
                .map(observation -> observation.areaKey)
                .toList());
    }

    @Description(
            "Observation of the same metric for England and Wales over the same period, baseline and dimension. Null if there is none, and for England and Wales itself.")
    public List<@Nullable Observation> comparator(@Source List<Observation> observations) {
        return StoredObservation.comparatorsOf(stored(observations)).stream()
                .map(Observation.class::cast)
                .toList();
    }

    @NonNull @Description(
            "Observations that this service computed the value from: the number and what it is divided by, or the numbers that it is the sum of. Empty for printed values, and if a sum was formed from rows that are not in the dataset.")
    public List<@NonNull List<@NonNull Observation>> parts(@Source List<Observation> observations) {
        return StoredObservation.partsOf(stored(observations)).stream()
                .map(ObservationApi::asObservations)
                .toList();
    }

    @Description("Metric that this one is part of or derived from; null if there is none.")
    public List<@Nullable Metric> parent(@Source List<Metric> metrics) {
        return Metric.byKeys(metrics.stream().map(metric -> metric.parentKey).toList());
    }

    @Name("force")
    @Description("Force, if the area is that of a single force; otherwise null.")
    public List<@Nullable Force> forceOfArea(@Source List<Area> areas) {
        return Force.byKeys(areas.stream().map(area -> area.forceKey).toList());
    }

    @NonNull @Description(
            "Forces that make up the area. Empty for England and Wales, because comparators differ in the forces they leave out.")
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
