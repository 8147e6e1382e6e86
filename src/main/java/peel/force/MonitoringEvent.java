package peel.force;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.source.SourceReference;

@Entity
@Table(name = "monitoring_event")
@Description(
        "Event in the monitoring of a force: the force entered or left Engage, the inspectorate's enhanced level of monitoring.")
public class MonitoringEvent extends PanacheEntityBase {

    static final RowType<MonitoringEvent> ROWS = RowType.of("monitoring_event m", MonitoringEvent::read);

    /** The first and the last day on which an event may have been. */
    private static final String EARLIEST = "coalesce(%1$s.event_date, date '-infinity')";

    private static final String LATEST = """
            case %1$s.date_precision
                when 'DAY' then %1$s.event_date
                when 'MONTH' then cast(%1$s.event_date + interval '1 month' - interval '1 day' as date)
                when 'YEAR' then cast(%1$s.event_date + interval '1 year' - interval '1 day' as date)
                else date 'infinity'
            end""";

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @Column(name = "force_id")
    @Ignore
    public UUID forceKey;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Whether the force entered or left Engage.")
    public MonitoringEventKind event;

    @Column(name = "event_date")
    @Description(
            "Date of the event; the first day of the month or year if `precision` is MONTH or YEAR. Null if not known.")
    public @Nullable LocalDate on;

    @Column(name = "date_precision")
    @NonNull @Enumerated(EnumType.STRING)
    @Description("Precision with which the date is known.")
    public DatePrecision precision;

    @Embedded
    @NonNull @Description("Where the fact was published: the publication and the place in it.")
    public SourceReference source;

    /** The events of each force, oldest first; events without a date last. */
    public static List<List<MonitoringEvent>> ofForces(List<UUID> forces) {
        String sql = """
                from monitoring_event m
                where m.force_id = any(:keys)
                order by m.event_date nulls last, m.id
                """;
        return Rows.grouped(forces, Rows.ofAny(ROWS, sql, forces), event -> event.forceKey);
    }

    /**
     * The condition that a force {@code f} was in Engage on {@code :monitoredOn}: it entered, and did not leave since. A
     * date known to the month is any day of the month, and one that is not known any day at all.
     */
    static String monitoredSql(MonitoredFilter filter) {
        boolean possibly = Boolean.TRUE.equals(filter.possibly);
        return """
                exists (select from monitoring_event e
                        where e.force_id = f.id and e.event = 'ENTERED_ENGAGE' and %s <= :monitoredOn
                          and not exists (select from monitoring_event l
                                          where l.force_id = f.id and l.event = 'LEFT_ENGAGE'
                                            and %s >= %s and %s <= :monitoredOn))
                """.formatted(
                        possibly ? EARLIEST.formatted("e") : LATEST.formatted("e"),
                        // It certainly left after it entered, or may have.
                        possibly ? EARLIEST.formatted("l") : LATEST.formatted("l"),
                        EARLIEST.formatted("e"),
                        possibly ? LATEST.formatted("l") : EARLIEST.formatted("l"));
    }

    private static MonitoringEvent read(Row row) throws SQLException {
        MonitoringEvent event = RowType.unmanaged(new MonitoringEvent());
        event.key = row.uuid("id");
        event.forceKey = row.uuid("force_id");
        event.event = row.enumValue("event", MonitoringEventKind.class);
        event.on = row.date("event_date");
        event.precision = row.enumValue("date_precision", DatePrecision.class);
        event.source = SourceReference.read(row);
        return event;
    }
}
