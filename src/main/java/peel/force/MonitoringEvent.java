package peel.force;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import peel.query.Rows;
import peel.source.SourceReference;

/** A force entered or left Engage, the inspectorate's enhanced monitoring. */
@Entity
@Table(name = "monitoring_event")
@Description("A force entered or left Engage, the inspectorate's enhanced monitoring.")
public class MonitoringEvent extends PanacheEntityBase {

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @Column(name = "force_id")
    @Ignore
    public UUID forceKey;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("What happened.")
    public MonitoringEventKind event;

    @Column(name = "event_date")
    @Description(
            "When; the first day of the month or year where only that is known, null when not known.")
    public LocalDate on;

    @Column(name = "date_precision")
    @NonNull @Enumerated(EnumType.STRING)
    @Description("How exactly the date is known.")
    public DatePrecision precision;

    @Embedded
    @NonNull @Description("Where it was published.")
    public SourceReference source;

    /** The events of each force, the oldest first, those without a date last. */
    public static List<List<MonitoringEvent>> ofForces(List<UUID> forces) {
        String sql =
                """
                select m.* from monitoring_event m
                where m.force_id = any(:keys)
                order by m.event_date nulls last, m.id
                """;
        return Rows.grouped(
                forces, Rows.ofAny(MonitoringEvent.class, sql, forces), event -> event.forceKey);
    }
}
