package peel.report;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.force.Force;
import peel.node.Node;
import peel.node.NodeId;
import peel.query.OrderKey;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.Selection;
import peel.question.Cycle;
import peel.question.Pillar;
import peel.reading.text.TextFormat;

/** The natural key is the publication and the version. */
@Entity
@Description("One version of a report whose full text was imported.")
public class Report extends PanacheEntityBase implements Node {

    /** The letter of reports in node IDs. */
    public static final char NODE_TYPE = 'R';

    /** By force, cycle, pillar and part. */
    public static final OrderKey<Report> IN_ORDER = OrderKey.ofText("report", "r.order_key", report -> report.orderKey);

    static final RowType<Report> ROWS = RowType.of("report r", Report::read);

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @Column(name = "order_key")
    @Ignore
    public String orderKey;

    @Column(name = "publication_id")
    @Ignore
    public Integer publicationKey;

    /** Of a report on several pillars, the first; all are those of the publication. */
    @Column(name = "inspection_id")
    @Ignore
    public UUID inspectionKey;

    @NonNull @Description("Version number, counted from 1. Importing a file with different contents creates a new version.")
    public int version;

    @NonNull @Description("Title as printed, or formed in the inspectorate's usual way.")
    public String title;

    @Description(
            "Part of the inspection that this report is limited to: \"Vulnerability\". Null if the report covers the whole inspection.")
    public @Nullable String part;

    @NonNull @Description("Name of the imported file.")
    public String file;

    @NonNull @Description("SHA-256 hash of the imported file, in hexadecimal.")
    public String sha256;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Format of the imported file.")
    public TextFormat format;

    @Column(name = "imported_at", insertable = false)
    @NonNull @Description("Date and time of the import.")
    public OffsetDateTime importedAt;

    @Column(name = "superseded_at")
    @Description("Date and time at which the next version was imported. Null for the current version.")
    public @Nullable OffsetDateTime supersededAt;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(ID_DESCRIPTION)
    public String getId() {
        return new NodeId(NODE_TYPE, key).encoded();
    }

    /** The reports with these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable Report> byKeys(List<? extends @Nullable UUID> keys) {
        return Rows.byKeys(ROWS, report -> report.key, keys);
    }

    /**
     * The current report of an inspection.
     *
     * @param pillar null for the cycles without pillars
     * @param part the part of the inspection that the report is limited to, whatever its case; null for the report on
     *     the whole inspection
     */
    public static Optional<Report> of(UUID force, String cycle, @Nullable Pillar pillar, @Nullable String part) {
        String sql = """
                from report r
                join inspection_publication c on c.publication_id = r.publication_id
                join inspection i on i.id = c.inspection_id
                where r.superseded_at is null and i.force_id = :force and i.cycle = :cycle
                  and i.pillar is not distinct from cast(:pillar as text)
                  and lower(r.part) is not distinct from lower(cast(:part as text))
                order by r.order_key desc
                limit 1
                """;
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("force", force);
        values.put("cycle", cycle);
        values.put("pillar", pillar == null ? null : pillar.name());
        values.put("part", part);
        return Rows.of(ROWS, sql, values).stream().findFirst();
    }

    /**
     * The current reports that match a filter.
     *
     * @throws peel.error.BadUserInputException if the filter names a force or cycle that does not exist
     */
    public static Selection<Report> matching(@Nullable ReportFilter filter) {
        Selection<Report> reports = Selection.of(ROWS).where("r.superseded_at is null");
        if (filter == null) {
            return reports;
        }
        @Nullable List<UUID> forces = filter.force == null ? null : Force.keysOf(filter.force);
        return reports.where("""
                exists (select from inspection_publication c join inspection i on i.id = c.inspection_id
                        where c.publication_id = r.publication_id and %s and %s and %s)
                """.formatted(
                        reports.any("i.force_id", forces),
                        reports.any("i.cycle", Cycle.requireAll(filter.cycle)),
                        reports.any("i.pillar", filter.pillar)));
    }

    /** The current reports of each inspection. */
    public static List<List<Report>> ofInspections(List<UUID> inspections) {
        // "offset 0" keeps PostgreSQL from reading all reports for a few inspections.
        List<Covered> covered = Rows.ofAny(Covered.ROWS, """
                from inspection_publication c
                cross join lateral (
                    select r.id, r.order_key from report r
                    where r.publication_id = c.publication_id and r.superseded_at is null
                    offset 0) r
                where c.inspection_id = any(:keys)
                order by r.order_key
                """, inspections);
        return Rows.linked(
                inspections,
                covered,
                Covered::inspectionKey,
                byKeys(covered.stream().map(Covered::reportKey).toList()));
    }

    private record Covered(UUID inspectionKey, UUID reportKey) {

        static final RowType<Covered> ROWS =
                RowType.ofExpressions(row -> new Covered(row.uuid("c.inspection_id"), row.uuid("r.id")));
    }

    /** All versions of each publication's report, newest first. */
    public static List<List<Report>> ofPublications(List<Integer> publications) {
        String sql = """
                from report r
                where r.publication_id = any(:keys)
                order by r.publication_id, r.version desc
                """;
        return Rows.grouped(publications, Rows.ofAny(ROWS, sql, publications), report -> report.publicationKey);
    }

    private static Report read(Row row) throws SQLException {
        Report report = RowType.unmanaged(new Report());
        report.key = row.uuid("id");
        report.orderKey = row.text("order_key");
        report.publicationKey = row.integer("publication_id");
        report.inspectionKey = row.uuid("inspection_id");
        report.version = row.intValue("version");
        report.title = row.text("title");
        report.part = row.text("part");
        report.file = row.text("file");
        report.sha256 = row.text("sha256");
        report.format = row.enumValue("format", TextFormat.class);
        report.importedAt = row.timestamp("imported_at");
        report.supersededAt = row.timestamp("superseded_at");
        return report;
    }
}
