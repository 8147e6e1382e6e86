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
