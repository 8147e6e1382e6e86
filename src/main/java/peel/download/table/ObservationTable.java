package peel.download.table;

import java.util.List;
import java.util.Optional;
import peel.observation.AreaKind;
import peel.observation.MetricBasis;
import peel.observation.MetricType;
import peel.observation.MissingReason;
import peel.observation.ObservationBasis;
import peel.observation.Qualifier;
import peel.observation.Unit;

/** One row for each observation, with what it measures, and the value of England and Wales beside it. */
final class ObservationTable {

    /** What two observations have in common that can be compared, besides metric, last day and dimension. */
    private static final String SPAN =
            "(%1$s.period_from, %1$s.period_to, %1$s.as_at, %1$s.baseline_from, %1$s.baseline_to, %1$s.dimension)";

    /** The first observation of England and Wales for each of what is to be compared. */
    private static final String NATIONAL = """
            select distinct on (n.metric_id, n.ends_on, %1$s%2$s) n.*
            from observation n
            where n.area_id = (select e.id from area e where e.kind = 'ENGLAND_AND_WALES')
            order by n.metric_id, n.ends_on, %1$s%2$s, n.id
            """;

    /**
     * The comparator is that of the API: England and Wales, the same metric, period, baseline and dimension, preferably of
     * the same publication. Few observations are of England and Wales, so PostgreSQL joins them by hashes. It cannot hash
     * "is not distinct from", hence the equal dimensions.
     */
    private static final String ROWS = """
            from observation o
            join metric m on m.id = o.metric_id
            join area a on a.id = o.area_id
            left join force f on f.id = a.force_id
            join publication p on p.id = o.publication_id
            left join (%1$s) same
              on a.kind <> 'ENGLAND_AND_WALES' and same.metric_id = o.metric_id and same.ends_on = o.ends_on
             and coalesce(same.dimension, '') = coalesce(o.dimension, '') and %3$s is not distinct from %5$s
             and same.publication_id = o.publication_id
            left join (%2$s) other
              on a.kind <> 'ENGLAND_AND_WALES' and other.metric_id = o.metric_id and other.ends_on = o.ends_on
             and coalesce(other.dimension, '') = coalesce(o.dimension, '') and %4$s is not distinct from %5$s
            left join publication np on np.id = coalesce(same.publication_id, other.publication_id)
            order by m.code, a.code, o.ends_on, o.dimension, p.code, o.id
            """.formatted(
                    national(", n.publication_id"),
                    national(""),
                    SPAN.formatted("same"),
                    SPAN.formatted("other"),
                    SPAN.formatted("o"));

    /** Counted by triggers: there may be millions. */
    static final String COUNT = """
            select coalesce(sum(observations), 0) from observation_total
            where metric_id is null and area_id is null and dimension is null and ends_on is null""";

    private ObservationTable() {}

    private static String national(String more) {
        return NATIONAL.formatted(
                "n.period_from, n.period_to, n.as_at, n.baseline_from, n.baseline_to, n.dimension", more);
    }

    static Table table() {
        FlatTable rows = new FlatTable()
                .code("metric", "m.code", "metrics", "Code of what is measured.")
                .required()
                .text("metric_name", "m.name", "Name of what is measured.")
                .required()
                .oneOf("metric_type", "m.type", MetricType.class, "Kind of metric.")
                .required()
                .oneOf("unit", "m.unit", Unit.class, "Unit of the values.")
                .required()
                .label("unit_label", "m.unit", Unit.class, "Unit in words.")
                .required()
                .oneOf(
                        "metric_basis",
                        "m.basis",
                        MetricBasis.class,
                        "Whether a period (FLOW) or a day (STOCK) is measured.")
                .required()
                .text("denominator", "m.denominator", "What a rate or share is relative to.")
                .code("area", "a.code", "areas", "Code of the area; for the area of one force, the force's code.")
                .required()
                .text("area_name", "a.name", "Name of the area.")
                .required()
                .oneOf("area_kind", "a.kind", AreaKind.class, "Kind of the area.")
                .required()
                .code("force", "f.slug", "forces", "Code of the force, if the area is that of one force.")
                .text("ons_code", "f.ons_code", "Code of the force's area at the Office for National Statistics.")
                .date("period_from", "o.period_from", "First day of the period, for metrics with the basis FLOW.")
                .date("period_to", "o.period_to", "Last day of the period, for metrics with the basis FLOW.")
                .date("as_at", "o.as_at", "Day, for metrics with the basis STOCK.")
                .date("baseline_from", "o.baseline_from", "First day of the period that a change is measured against.")
                .date("baseline_to", "o.baseline_to", "Last day of the period that a change is measured against.")
                .text("dimension", "o.dimension", "Kind of crime, outcome or scheme that the value is for.")
                .text("dimension_group", "o.dimension_group", "Group that the dimension belongs to.")
                .decimal("value", "o.value", "Value, with the digits of the source. Empty if it is missing, never 0.")
                .oneOf("missing", "o.missing", MissingReason.class, "Why there is no value; empty if there is one.")
                .label("missing_label", "o.missing", MissingReason.class, "Why there is no value, in words.")
                .oneOf("qualifier", "o.qualifier", Qualifier.class, "How exact the value is.")
                .required()
                .oneOf("basis", "o.basis", ObservationBasis.class, "Whether the value is printed or computed.")
                .required()
                .text("comparability", "o.comparability", "Caveats when comparing the value.")
                .text("assessment", "o.assessment", "What the source says about the value.")
                .decimal(
                        "national_value",
                        "case when same.id is not null then same.value else other.value end",
                        "Value of England and Wales for the same metric, period, baseline and dimension, preferably of the"
                                + " same publication. Empty for England and Wales itself, and if there is none.")
                .oneOf(
                        "national_missing",
                        "case when same.id is not null then same.missing else other.missing end",
                        MissingReason.class,
                        "Why the observation of England and Wales has no value. Empty also if there is no observation.")
                .text(
                        "national_comparability",
                        "case when same.id is not null then same.comparability else other.comparability end",
                        "Caveats when comparing the value of England and Wales.")
                .code(
                        "national_publication",
                        "np.code",
                        "publications",
                        "Publication of the value of England and Wales.")
                .code("publication", "p.code", "publications", "Publication that states the value.")
                .required()
                .text("publication_title", "p.title", "Title of the publication.")
                .required()
                .text("publisher", "p.publisher", "Publisher of the publication.")
                .required()
                .text("published", "p.published", "Day, month or year in which it was published.")
                .url(
                        "source_url",
                        "coalesce(o.source_url, p.url)",
                        "Address of the page that states the value, or of the publication.")
                .text("source_figure", "o.source_figure", "Label of the figure or table.")
                .integer("source_page", "o.source_page", "Printed page.")
                .integer("source_line_from", "o.source_line_from", "First line of the report's text, from 1.")
                .integer("source_line_to", "o.source_line_to", "Last line of the report's text.")
                .text("contradiction", "o.contradiction", "What the same source states differently elsewhere.");
        return new Table(
                "observations-with-comparators",
                "observations.csv",
                "Observations with the values of England and Wales",
                "One row for each observation: what was measured, where, when, and the value of England and Wales beside it.",
                rows.columns(),
                List.of(),
                rows.query(ROWS),
                COUNT,
                Optional.of(
                        "select %s as metric from metric m order by m.code".formatted(FlatTable.harmless("m.code"))));
    }
}
