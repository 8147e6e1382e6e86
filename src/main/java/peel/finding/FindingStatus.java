package peel.finding;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.SqlArrays;
import peel.source.SourceReference;

@Entity
@Table(name = "finding_status")
@Description("Status of a recommendation on a given date.")
public class FindingStatus extends PanacheEntityBase {

    static final RowType<FindingStatus> ROWS = RowType.of("finding_status s", FindingStatus::read);

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @Column(name = "finding_id")
    @Ignore
    public UUID findingKey;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Status of the recommendation.")
    public RecommendationStatus status;

    @Column(name = "status_date")
    @NonNull @Description("Date of the status.")
    public LocalDate on;

    @Description("Summary of what the source says about the progress. Null if the source says nothing.")
    public @Nullable String comment;

    @Embedded
    @NonNull @Description("Where the fact was published: the publication and the place in it.")
    public SourceReference source;

    /** The statuses of each finding, oldest first. */
    public static List<List<FindingStatus>> ofFindings(List<UUID> findings) {
        String sql = """
                from finding_status s
                where s.finding_id = any(:keys)
                order by s.status_date, s.status
                """;
        return Rows.grouped(findings, Rows.ofAny(ROWS, sql, findings), s -> s.findingKey);
    }

    private record Open(UUID findingKey, int days) {

        static final RowType<Open> ROWS =
                RowType.ofExpressions(row -> new Open(row.uuid("k.id"), row.intValue("cast(:on as date) - o.since")));
    }

    /** For each finding how many days it had been open on a day; null if it was not open. */
    static List<@Nullable Integer> openFor(List<UUID> findings, LocalDate on) {
        Map<UUID, Integer> days = new HashMap<>();
        Rows.of(Open.ROWS, """
                from unnest(cast(:keys as uuid[])) k (id)
                cross join lateral (
                    select l.status from finding_status l
                    where l.finding_id = k.id and l.status_date <= :on
                    order by l.status_date desc, l.status
                    limit 1) l
                cross join lateral (
                    select min(s.status_date) as since from finding_status s
                    where s.finding_id = k.id and s.status_date <= :on
                      and not exists (
                          select from finding_status c
                          where c.finding_id = k.id and c.status_date between s.status_date and :on
                            and c.status not in ('AWAITING_REVIEW', 'BEING_PROGRESSED'))) o
                where l.status in ('AWAITING_REVIEW', 'BEING_PROGRESSED') and o.since is not null
                """, Map.of("keys", SqlArrays.of(findings), "on", on))
                .forEach(open -> days.put(open.findingKey, open.days));
        return findings.stream().map(days::get).toList();
    }

    private static FindingStatus read(Row row) throws SQLException {
        FindingStatus status = RowType.unmanaged(new FindingStatus());
        status.key = row.uuid("id");
        status.findingKey = row.uuid("finding_id");
        status.status = row.enumValue("status", RecommendationStatus.class);
        status.on = row.date("status_date");
        status.comment = row.text("comment");
        status.source = SourceReference.read(row);
        return status;
    }
}
