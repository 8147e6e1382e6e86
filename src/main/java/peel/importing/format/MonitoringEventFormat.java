package peel.importing.format;

import static peel.importing.format.CellType.DATE;
import static peel.importing.format.CellType.oneOf;
import static peel.importing.format.CellType.optional;
import static peel.importing.format.CellType.reference;
import static peel.importing.format.Reference.FORCES;

import peel.change.ChangeKind;
import peel.force.DatePrecision;
import peel.force.MonitoringEventKind;
import peel.importing.table.LoggedFacts;

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
        logged(LoggedFacts.of(ChangeKind.MONITORING_EVENT, "s.force_id", column -> """
                                case %s when 'ENTERED_ENGAGE' then 'entered' else 'left' end || ' Engage'
                                || case %2$s when 'DAY' then ' on ' || %3$s
                                             when 'MONTH' then ' in ' || to_char(%3$s, 'YYYY-MM')
                                             when 'YEAR' then ' in ' || to_char(%3$s, 'YYYY')
                                             else ', date unknown' end
                                """.formatted(
                                column.apply("event"), column.apply("date_precision"), column.apply("event_date")))
                .aboutForce("s.force_id")
                .corrected());
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
