package peel.importing.format;

import static peel.change.ChangeKind.OBSERVATION;
import static peel.importing.format.CellType.DATE;
import static peel.importing.format.CellType.DECIMAL;
import static peel.importing.format.CellType.TEXT;
import static peel.importing.format.CellType.oneOf;
import static peel.importing.format.CellType.optional;
import static peel.importing.format.CellType.reference;
import static peel.importing.format.Reference.AREAS;
import static peel.importing.format.Reference.METRICS;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import peel.importing.format.Reference.Metric;
import peel.importing.input.InputRow;
import peel.importing.table.LoggedFacts;
import peel.observation.MetricBasis;
import peel.observation.MetricType;
import peel.observation.MissingReason;
import peel.observation.ObservationBasis;
import peel.observation.OffenderScheme;
import peel.observation.Qualifier;
import peel.observation.Unit;

final class ObservationFormat extends Format {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    ObservationFormat() {
        super("observations", "observation", "Figures: values of metrics for an area and a period or day.");
        naturalKey("metric", "area", "from", "to", "as_at", "baseline_from", "dimension", "publication");
        key("id");
        derived("id", (row, context) -> keyOf(row));
        derived("type", (row, context) -> context.find(METRICS, row, "metric").type());
        column("metric", reference(METRICS, Metric::key), "What is measured.")
                .storedIn("metric_id")
                .exportedAs("m.code");
        column("area", reference(AREAS), "Where.").storedIn("area_id").exportedAs("a.code");
        column("from", optional(DATE), "The first day of the period. Only for metrics with the basis `FLOW`.")
                .storedIn("period_from");
        column("to", optional(DATE), "The last day of the period. Must be set if and only if `from` is set.")
                .storedIn("period_to");
        column("as_at", optional(DATE), "The day. Only for metrics with the basis `STOCK`.");
        column("baseline_from", optional(DATE), "The first day of the period that a change is measured against.");
        column("baseline_to", optional(DATE), "The last day. Must be set if and only if `baseline_from` is set.");
        column(
                "dimension",
                optional(TEXT),
                "The kind of crime, outcome or scheme that the value is for. Required for the metric types"
                        + " `CRIME_RATE` and `CRIME_OUTCOME`, and for `OFFENDER_MANAGEMENT`, where it must be one of "
                        + oneOf(OffenderScheme.class).accepted()
                        + ".");
        column("dimension_group", optional(TEXT), "The group that the dimension belongs to.");
        column("value", optional(DECIMAL), "The value, with the digits of the source. Never 0 for a missing value.")
                .comparedAsText();
        column(
                        "missing",
                        optional(oneOf(MissingReason.class)),
                        "Why there is no value. Must be set if and only if the value is empty.")
                .merged(column -> "case when coalesce(s.value, t.value) is null then s.missing end");
        column("qualifier", oneOf(Qualifier.class), "How exact the value is.");
        column("comparability", optional(TEXT), "Caveats when comparing the value.");
        column("assessment", optional(TEXT), "What the source says about the value.");
        sourced();
        contradictable();
        column(
                        "basis",
                        optional(oneOf(ObservationBasis.class)),
                        "Whether the value is printed or computed. An empty cell is `PRINTED`.")
                .notStored()
                .exportedAs("nullif(t.basis, 'PRINTED')")
                .optionalWith("basis");
        derived(
                        "basis",
                        (row, context) -> row.isEmpty("basis")
                                ? ObservationBasis.PRINTED
                                : row.oneOf("basis", ObservationBasis.class))
                .optionalWith("basis");
        logged(LoggedFacts.of(
                        OBSERVATION,
                        "s.id",
                        column -> "coalesce(cast(%s as text), 'no value: ' || lower(replace(%s, '_', ' ')))"
                                .formatted(column.apply("value"), column.apply("missing")))
                .joining("join area a on a.id = s.area_id")
                .aboutForce("a.force_id")
                .ofMetric("s.metric_id", "s.area_id")
                .on("""
                        nullif(concat_ws(', ', case when a.force_id is null then a.name end, s.dimension,
                                         coalesce(cast(s.as_at as text), s.period_from || ' to ' || s.period_to)), '')
                        """)
                .corrected());
        export(
                "join metric m on m.id = t.metric_id join area a on a.id = t.area_id",
                "m.code, a.code, t.ends_on, t.dimension, p.code, t.id");
        // Triggers keep totals of the rows. Counting all rows at once is faster than counting each change.
        bulkInsert(
                List.of("alter table observation disable trigger user"),
                List.of(
                        "alter table observation enable trigger user",
                        "do $$ begin perform recount_observations(); end $$"));
    }

    @Override
    protected RowCheck newCheck() {
        return (row, context) -> {
            Metric metric = context.find(METRICS, row, "metric");
            checkPeriod(row, metric);
            if (row.isEmpty("value") == row.isEmpty("missing")) {
                throw row.error("value", "must be set if and only if missing is empty");
            }
            if (!row.isEmpty("value")) {
                checkValue(row, metric);
            }
            if (metric.type() == MetricType.OFFENDER_MANAGEMENT) {
                row.oneOf("dimension", OffenderScheme.class);
            }
            if (metric.type() == MetricType.CRIME_RATE || metric.type() == MetricType.CRIME_OUTCOME) {
                row.text("dimension");
            }
        };
    }

    /** Only a change can be a fall, and only outcomes, which may be those of an earlier period's crimes, more than all. */
    private static void checkValue(InputRow row, Metric metric) {
        if (metric.unit() == Unit.PERCENT_CHANGE) {
            return;
        }
        String value = row.decimal("value");
        if (value.startsWith("-") && new BigDecimal(value).signum() < 0) {
            throw row.error(
                    "value", value + " is negative, but the unit of " + row.text("metric") + " is " + metric.unit());
        }
        if (metric.unit() == Unit.PERCENT
                && metric.type() != MetricType.CRIME_OUTCOME
                && value.length() > 2
                && new BigDecimal(value).compareTo(HUNDRED) > 0) {
            throw row.error("value", value + " is more than 100 percent");
        }
    }

    private static void checkPeriod(InputRow row, Metric metric) {
        row.requirePeriod("from", "to");
        row.requirePeriod("baseline_from", "baseline_to");
        String other = metric.basis() == MetricBasis.STOCK ? "from" : "as_at";
        if (!row.isEmpty(other)) {
            throw row.error(
                    other,
                    "is set, but %s is a %s"
                            .formatted(row.text("metric"), metric.basis().name().toLowerCase(Locale.ROOT)));
        }
    }
}
