package peel.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import peel.finding.FindingKind;
import peel.node.NaturalKey;
import peel.reading.evidence.ReadFinding;
import peel.reading.evidence.ReadReport;
import peel.reading.evidence.ReportIdentity;

/** Puts reports into a database as an import does: publication, report and findings in one go. */
public final class StoredReports {

    private StoredReports() {}

    /** Stores a report with something of everything. */
    public static void storeKent(Connection connection) throws SQLException {
        store(connection, KentReport.of("kent").reading());
    }

    /**
     * Stores a report and its findings, and commits.
     *
     * @return whether the report changed anything
     */
    public static boolean store(Connection connection, ReadReport reading) throws SQLException {
        connection.setAutoCommit(false);
        boolean changed = storeUncommitted(connection, reading);
        connection.commit();
        return changed;
    }

    static boolean storeUncommitted(Connection connection, ReadReport reading) throws SQLException {
        ReportIdentity identity = reading.identity();
        int publication = publication(connection, identity);
        UUID inspection = NaturalKey.of("inspection", identity.force(), identity.cycle(), identity.pillar());
        execute(connection, """
                insert into inspection (id, force_id, cycle, pillar)
                select ?, f.id, ?, ? from force f where f.slug = ?
                on conflict do nothing
                """, inspection, identity.cycle(), identity.pillar().name(), identity.force());
        execute(
                connection,
                "insert into inspection_publication (inspection_id, publication_id) values (?, ?) on conflict do nothing",
                inspection,
                publication);
        boolean changed = ReportStorage.store(connection, reading, publication, inspection);
        for (ReadFinding finding : reading.findings()) {
            store(connection, identity, finding, publication, inspection);
        }
        execute(
                connection,
                "insert into dataset_revision (revision, origin) select max(revision) + 1, ? from dataset_revision",
                identity.title());
        return changed;
    }

    private static int publication(Connection connection, ReportIdentity identity) throws SQLException {
        String code = "report-2015-effectiveness-%s%s"
                .formatted(identity.force(), identity.part() == null ? "" : "-" + identity.part());
        execute(connection, """
                insert into publication (code, title, publisher, published, kind)
                values (?, ?, ?, ?, 'FORCE_REPORT') on conflict do nothing
                """, code, identity.title(), identity.publisher(), identity.published());
        try (PreparedStatement query = connection.prepareStatement("select id from publication where code = ?")) {
            query.setString(1, code);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static void store(
            Connection connection, ReportIdentity identity, ReadFinding finding, int publication, UUID inspection)
            throws SQLException {
        FindingKind kind = finding.kind();
        execute(
                connection,
                """
                insert into finding (id, order_key, force_id, question_id, inspection_id, cycle, kind, ordinal, text, wording,
                                     publication_id, source_line_from, source_line_to)
                select ?, ?, f.id, q.id, ?, q.cycle, ?, ?, ?, 'PRINTED', ?, ?, ?
                from force f, question q
                where f.slug = ? and q.cycle = ? and q.pillar = ? and q.code = ?
                on conflict (id) do update set text = excluded.text
                """,
                NaturalKey.of(
                        "finding",
                        identity.force(),
                        identity.cycle(),
                        identity.pillar(),
                        finding.question(),
                        kind,
                        finding.ordinal()),
                "%s %s %s %d".formatted(identity.force(), finding.question(), kind, finding.ordinal()),
                inspection,
                kind.name(),
                finding.ordinal(),
                finding.text(),
                publication,
                finding.place().lines().from(),
                finding.place().lines().to(),
                identity.force(),
                identity.cycle(),
                identity.pillar().name(),
                finding.question());
    }

    /** The single value that a query gives. */
    static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
