package peel.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import peel.finding.Wording;
import peel.node.NaturalKey;
import peel.reading.evidence.Place;
import peel.reading.evidence.ReadFinding;
import peel.reading.evidence.ReadReport;
import peel.reading.evidence.Remark;
import peel.reading.evidence.ReportIdentity;
import peel.reading.layout.Document;
import peel.reading.layout.Figure;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.layout.Section;
import peel.reading.text.Line;
import peel.reading.text.Lines;
import peel.reading.text.ReportText;

/** Writes what was read in a report, in the caller's transaction: all of it or nothing. */
public final class ReportStorage {

    private final Connection connection;
    private final ReadReport reading;
    private final Document document;
    private final UUID report;

    private ReportStorage(Connection connection, ReadReport reading, UUID report) {
        this.connection = connection;
        this.reading = reading;
        this.document = reading.document();
        this.report = report;
    }

    /**
     * Stores a report as the current version of a publication. The version before it stays
     * readable.
     *
     * @param connection in a transaction, which is the caller's to commit
     * @param publicationKey the publication's key
     * @param inspectionKey the key of the inspection that it reports
     * @return whether anything changed: false if the current version has the same SHA-256
     */
    public static boolean store(Connection connection, ReadReport reading, int publicationKey, UUID inspectionKey)
            throws SQLException {
        Publication publication = publication(connection, publicationKey);
        ReportText text = reading.document().text();
        if (text.sha256().equals(publication.sha256)) {
            return false;
        }
        update(
                connection,
                "update report set superseded_at = now() where publication_id = ? and superseded_at is null",
                publicationKey);
        int version = publication.version + 1;
        UUID report = NaturalKey.of("report", publication.code, version);
        insert(
                connection,
                "report",
                List.of(
                        "id",
                        "order_key",
                        "publication_id",
                        "inspection_id",
                        "version",
                        "title",
                        "part",
                        "file",
                        "sha256",
                        "format"),
                List.<Object[]>of(row(
                        report,
                        orderKey(connection, reading.identity(), publication.code, version),
                        publicationKey,
                        inspectionKey,
                        version,
                        reading.identity().title(),
                        reading.identity().part(),
                        text.file(),
                        text.sha256(),
                        text.format())));
        new ReportStorage(connection, reading, report).storeContent();
        return true;
    }

    /**
     * The name of a report's file in what refers to it: under another name the same content is
     * still the file that was imported first.
     *
     * @param publicationCode the publication's code, stored or not
     * @return the name of the current version if that has the same SHA-256, else the file's own
     */
    public static String fileName(Connection connection, String publicationCode, ReportText text) throws SQLException {
        String sql = """
                select r.file from report r join publication p on p.id = r.publication_id
                where p.code = ? and r.sha256 = ? and r.superseded_at is null
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, publicationCode);
            query.setString(2, text.sha256());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : text.file();
            }
        }
    }

    private record Publication(String code, int version, String sha256) {}

    /** The publication with its latest version, 0 if it has none yet. */
    private static Publication publication(Connection connection, int key) throws SQLException {
        String sql = """
                select p.code, coalesce(r.version, 0), r.sha256
                from publication p
                left join report r on r.publication_id = p.id and r.superseded_at is null
                where p.id = ?
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, key);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalArgumentException("there is no publication " + key);
                }
                return new Publication(rows.getString(1), rows.getInt(2), rows.getString(3));
            }
        }
    }

    private static String orderKey(Connection connection, ReportIdentity identity, String publication, int version)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select position from cycle where code = ?")) {
            query.setString(1, identity.cycle());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return "%s %02d %s %s %s %05d"
                        .formatted(
                                identity.force(),
                                rows.getInt(1),
                                Objects.toString(identity.pillar(), ""),
                                Objects.toString(identity.part(), ""),
                                publication,
                                version);
            }
        }
    }

    private void storeContent() throws SQLException {
        storeText();
        storeSections();
        storeFigures();
        storePassages();
        storeFootnoteMarks();
        storeRemarks();
    }

    private void storeText() throws SQLException {
        List<Line> lines = document.text().lines();
        List<Integer> pageStarts = new ArrayList<>();
        for (Line line : lines) {
            while (pageStarts.size() < line.page()) {
                pageStarts.add(line.number());
            }
        }
        insert(
                "report_text",
                List.of("report_id", "text", "page_starts"),
                List.<Object[]>of(row(
                        report,
                        lines.stream().map(Line::text).collect(Collectors.joining("\n")),
                        pageStarts.toArray(Integer[]::new))));
    }

    private void storeSections() throws SQLException {
        Map<String, UUID> questions = questionKeys();
        List<Object[]> rows = new ArrayList<>();
        for (Section section : document.sections()) {
            rows.add(row(
                    sectionKey(section.ordinal()),
                    report,
                    section.ordinal(),
                    section.level(),
                    section.heading(),
                    questions.get(reading.sectionQuestions().get(section.ordinal())),
                    section.lines().from(),
                    section.lines().to()));
        }
        insert(
                "report_section",
                List.of("id", "report_id", "ordinal", "level", "heading", "question_id", "line_from", "line_to"),
                rows);
    }

    private Map<String, UUID> questionKeys() throws SQLException {
        Map<String, UUID> keys = new HashMap<>();
        String sql = "select code, id from question where cycle = ? and pillar is not distinct from ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, reading.identity().cycle());
            query.setString(2, Objects.toString(reading.identity().pillar(), null));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    keys.put(rows.getString(1), (UUID) rows.getObject(2));
                }
            }
        }
        return keys;
    }

    private void storeFigures() throws SQLException {
        List<Passage> passages = document.passages();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < document.figures().size(); i++) {
            Figure figure = document.figures().get(i);
            rows.add(row(
                    figureKey(i),
                    report,
                    i,
                    figure.label(),
                    passages.get(figure.caption()).text(),
                    figure.source() == null
                            ? null
                            : passages.get(figure.source()).text(),
                    figure.notes().stream()
                            .map(note -> passages.get(note).text())
                            .toArray(String[]::new),
                    figure.status(),
                    figure.lines().from(),
                    figure.lines().to()));
        }
        insert(
                "report_figure",
                List.of(
                        "id",
                        "report_id",
                        "ordinal",
                        "label",
                        "caption",
                        "source",
                        "notes",
                        "status",
                        "line_from",
                        "line_to"),
                rows);
    }

    private void storePassages() throws SQLException {
        Map<Integer, UUID> figures = figuresOfPassages();
        List<Object[]> rows = new ArrayList<>();
        for (Passage passage : document.passages()) {
            rows.add(row(
                    passageKey(passage.ordinal()),
                    report,
                    sectionKey(passage.section()),
                    passage.ordinal(),
                    passage.kind(),
                    passage.number(),
                    passage.text(),
                    passage.page(),
                    document.printedPages().get(passage.page()),
                    passage.lines().from(),
                    passage.lines().to(),
                    figures.get(passage.ordinal()),
                    findingOf(passage)));
        }
        insert(
                "report_passage",
                List.of(
                        "id",
                        "report_id",
                        "section_id",
                        "ordinal",
                        "kind",
                        "number",
                        "text",
                        "file_page",
                        "page",
                        "line_from",
                        "line_to",
                        "figure_id",
                        "finding_id"),
                rows);
    }

    private Map<Integer, UUID> figuresOfPassages() {
        Map<Integer, UUID> figures = new HashMap<>();
        for (int i = 0; i < document.figures().size(); i++) {
            UUID key = figureKey(i);
            Figure figure = document.figures().get(i);
            figures.put(figure.caption(), key);
            if (figure.source() != null) {
                figures.put(figure.source(), key);
            }
            figure.notes().forEach(note -> figures.put(note, key));
            figure.rows().forEach(row -> figures.put(row, key));
        }
        return figures;
    }

    /** The key of the finding whose words a passage is, whole or in part; null if it is none. */
    private UUID findingOf(Passage passage) {
        if (passage.kind() != PassageKind.BULLET && passage.kind() != PassageKind.PARAGRAPH) {
            return null;
        }
        ReportIdentity identity = reading.identity();
        for (ReadFinding finding : reading.findings()) {
            if (finding.wording() == Wording.PRINTED
                    && contains(finding.place().lines(), passage.lines())
                    && finding.text().contains(passage.text())) {
                return NaturalKey.of(
                        "finding",
                        identity.force(),
                        identity.cycle(),
                        identity.pillar(),
                        finding.question(),
                        finding.kind(),
                        finding.ordinal());
            }
        }
        return null;
    }

    private static boolean contains(Lines lines, Lines part) {
        return lines.from() <= part.from() && part.to() <= lines.to();
    }

    private void storeFootnoteMarks() throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (Section section : document.sections()) {
            for (Passage.FootnoteMark mark : section.marks()) {
                UUID key = sectionKey(section.ordinal());
                rows.add(markRow(null, key, mark, section.headingLines().to()));
            }
        }
        for (Passage passage : document.passages()) {
            for (Passage.FootnoteMark mark : passage.marks()) {
                int line = passage.linesOf(mark.offset() - 1, mark.offset()).to();
                rows.add(markRow(passageKey(passage.ordinal()), null, mark, line));
            }
        }
        insert(
                "report_footnote_mark",
                List.of("id", "passage_id", "section_id", "position", "number", "line", "footnote_id"),
                rows);
    }

    private Object[] markRow(UUID passage, UUID section, Passage.FootnoteMark mark, int line) {
        return row(
                NaturalKey.of("report_footnote_mark", passage, section, mark.offset(), mark.number()),
                passage,
                section,
                mark.offset(),
                mark.number(),
                line,
                footnote(mark.number(), line));
    }

    /** The key of the footnote with a number: where numbers start anew, the one nearest below. */
    private UUID footnote(int number, int line) {
        return document.passages().stream()
                .filter(passage -> passage.kind() == PassageKind.FOOTNOTE)
                .filter(passage -> Objects.equals(passage.number(), number))
                .min(Comparator.comparing((Passage footnote) -> footnote.lines().from() < line)
                        .thenComparing(footnote -> Math.abs(footnote.lines().from() - line)))
                .map(footnote -> passageKey(footnote.ordinal()))
                .orElse(null);
    }

    private void storeRemarks() throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < reading.remarks().size(); i++) {
            Remark remark = reading.remarks().get(i);
            Place place = remark.place();
            Place other = remark.other();
            rows.add(row(
                    NaturalKey.of("report_remark", report, i),
                    report,
                    i,
                    remark.kind(),
                    remark.text(),
                    place.lines().from(),
                    place.lines().to(),
                    place.page(),
                    place.figure(),
                    place.quotation(),
                    other == null ? null : other.lines().from(),
                    other == null ? null : other.lines().to(),
                    other == null ? null : other.page(),
                    other == null ? null : other.figure(),
                    other == null ? null : other.quotation()));
        }
        insert(
                "report_remark",
                List.of(
                        "id",
                        "report_id",
                        "ordinal",
                        "kind",
                        "text",
                        "line_from",
                        "line_to",
                        "page",
                        "figure",
                        "quotation",
                        "other_line_from",
                        "other_line_to",
                        "other_page",
                        "other_figure",
                        "other_quotation"),
                rows);
    }

    private UUID sectionKey(int ordinal) {
        return NaturalKey.of("report_section", report, ordinal);
    }

    private UUID passageKey(int ordinal) {
        return NaturalKey.of("report_passage", report, ordinal);
    }

    private UUID figureKey(int ordinal) {
        return NaturalKey.of("report_figure", report, ordinal);
    }

    private void insert(String table, List<String> columns, List<Object[]> rows) throws SQLException {
        insert(connection, table, columns, rows);
    }

    private static Object[] row(Object... values) {
        return values;
    }

    private static void insert(Connection connection, String table, List<String> columns, List<Object[]> rows)
            throws SQLException {
        String sql = "insert into %s (%s) values (%s)"
                .formatted(
                        table,
                        String.join(", ", columns),
                        columns.stream().map(c -> "?").collect(Collectors.joining(", ")));
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                set(insert, row);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            set(update, values);
            update.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Enum<?> constant ? constant.name() : value);
        }
    }
}
