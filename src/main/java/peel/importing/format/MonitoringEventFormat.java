package peel.importing.format;

import static peel.importing.format.CellType.DATE;
import static peel.importing.format.CellType.oneOf;
import static peel.importing.format.CellType.optional;
import static peel.importing.format.CellType.reference;
import static peel.importing.format.Reference.FORCES;

import peel.force.DatePrecision;
import peel.force.MonitoringEventKind;

final class MonitoringEventFormat extends Format {

    MonitoringEventFormat() {
        super("monitoring_events", "monitoring_event", "Changes of the inspectorate's monitoring of a force.");
        naturalKey("force", "event", "on");
        key("id");
        derived("id", (row, context) -> keyOf(row));
        column("force", reference(FORCES), "The force.").storedIn("force_id").exportedAs("f.slug");
        column("event", oneOf(MonitoringEventKind.class), "What happened.");
        column(
                        "on",
                        optional(DATE),
                        "When it happened: the first day of the month or year if no more is known."
                                + " Must be empty if and only if the precision is `UNKNOWN`.")
                .storedIn("event_date");
        column("precision", oneOf(DatePrecision.class), "How exactly the date is known.")
                .storedIn("date_precision");
        sourced();
        export("join force f on f.id = t.force_id", "f.slug, t.event_date, t.event");
    }

    @Override
    protected RowCheck newCheck() {
        return (row, context) -> {
            if (row.isEmpty("on") != (row.oneOf("precision", DatePrecision.class) == DatePrecision.UNKNOWN)) {
                throw row.error("on", "must be empty if and only if the precision is UNKNOWN");
            }
        };
    }
}
