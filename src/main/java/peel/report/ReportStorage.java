package peel.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.finding.Wording;
import peel.node.NaturalKey;
import peel.query.Jdbc;
import peel.question.Pillar;
import peel.reading.evidence.InspectedQuestion;
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

/** Stores what was read in a report, in the caller's transaction. */
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
     * Stores a report as the current version of a publication. The version before it stays readable.
     *
     * @param connection in a transaction, which the caller commits
     * @param publicationKey the publication's key
     * @param inspectionKey the key of the inspection that the report is about; of an integrated report, the first. The
     *     others are those of the publication
     * @return whether anything changed: false if the current version has the same SHA-256
     */
    public static boolean store(Connection connection, ReadReport reading, int publicationKey, UUID inspectionKey)
            throws SQLException {
        Publication publication = publication(connection, publicationKey);
        ReportText text = reading.document().text();
        if (text.sha256().equals(publication.sha256)) {
            return false;
        }
        Jdbc.update(
                connection,
                "update report set superseded_at = now() where publication_id = ? and superseded_at is null",
                publicationKey);
        int version = publication.version + 1;
        UUID key = NaturalKey.of("report", publication.code, version);
        String orderKey = orderKey(connection, reading.identity(), publication.code, version);
        TableInsert.<ReadReport>into("report")
                .column("id", report -> key)
                .column("order_key", report -> orderKey)
                .column("publication_id", report -> publicationKey)
                .column("inspection_id", report -> inspectionKey)
                .column("version", report -> version)
                .column("title", report -> report.identity().title())
                .column("part", report -> report.identity().part())
                .column("file", report -> text.file())
                .column("sha256", report -> text.sha256())
                .column("format", report -> text.format())
                .execute(connection, List.of(reading));
        new ReportStorage(connection, reading, key).storeContent();
        return true;
    }

    /**
     * The name of a report's file in what refers to it. Content that was imported before keeps the name that it had
     * then.
     *
     * @param publicationCode the publication's code, stored or not
     * @return the name of the current version if that has the same SHA-256, otherwise the file's own
     */
    public static String fileName(Connection connection, String publicationCode, ReportText text) throws SQLException {
        String sql = """
                select r.file from report r join publication p on p.id = r.publication_id
                where p.code = ? and r.sha256 = ? and r.superseded_at is null
                """;
        return Jdbc.first(connection, sql, row -> row.getString("file"), publicationCode, text.sha256())
                .orElse(text.file());
    }

    /** A publication with its latest version, 0 if it has none yet. */
    private record Publication(
            String code, int version, @Nullable String sha256) {}

    private static Publication publication(Connection connection, int key) throws SQLException {
        String sql = """
                select p.code, coalesce(r.version, 0) as version, r.sha256
                from publication p
                left join report r on r.publication_id = p.id and r.superseded_at is null
                where p.id = ?
                """;
        return Jdbc.first(
                        connection,
                        sql,
                        row -> new Publication(row.getString("code"), row.getInt("version"), row.getString("sha256")),
                        key)
                .orElseThrow(() -> new IllegalArgumentException("there is no publication " + key));
    }

    private static String orderKey(Connection connection, ReportIdentity identity, String publication, int version)
            throws SQLException {
        int cycle = Jdbc.first(
                        connection,
                        "select position from cycle where code = ?",
                        row -> row.getInt("position"),
                        identity.cycle())
                .orElseThrow();
        return "%s %02d %s %s %s %05d"
                .formatted(
                        identity.force(),
                        cycle,
                        Objects.toString(identity.pillar(), ""),
                        Objects.toString(identity.part(), ""),
                        publication,
                        version);
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
        TableInsert.<ReportText>into("report_text")
                .column("report_id", text -> report)
                .column("text", text -> lines.stream().map(Line::text).collect(Collectors.joining("\n")))
                .column("page_starts", text -> pageStarts.toArray(Integer[]::new))
                .execute(connection, List.of(document.text()));
    }

    private void storeSections() throws SQLException {
        Map<InspectedQuestion, UUID> questions = questionKeys();
        Map<Integer, InspectedQuestion> inspected = reading.sectionQuestions();
        TableInsert.<Section>into("report_section")
                .column("id", section -> sectionKey(section.ordinal()))
                .column("report_id", section -> report)
                .column("ordinal", Section::ordinal)
                .column("level", Section::level)
                .column("heading", Section::heading)
                .column("question_id", section -> questions.get(inspected.get(section.ordinal())))
                .column("line_from", section -> section.lines().from())
                .column("line_to", section -> section.lines().to())
                .execute(connection, document.sections());
    }

    private Map<InspectedQuestion, UUID> questionKeys() throws SQLException {
        Map<InspectedQuestion, UUID> keys = new HashMap<>();
        Jdbc.forEach(
                connection,
                "select pillar, code, id from question where cycle = ?",
                row -> {
                    String pillar = row.getString("pillar");
                    keys.put(
                            new InspectedQuestion(
                                    pillar == null ? null : Pillar.valueOf(pillar), row.getString("code")),
                            row.getObject("id", UUID.class));
                },
                reading.identity().cycle());
        return keys;
    }

    /** A figure with its place in the order of the report, from 0. */
    private record OrderedFigure(int ordinal, Figure figure) {}

    private void storeFigures() throws SQLException {
        List<OrderedFigure> figures = new ArrayList<>();
        for (Figure figure : document.figures()) {
            figures.add(new OrderedFigure(figures.size(), figure));
        }
        TableInsert.<OrderedFigure>into("report_figure")
                .column("id", ordered -> figureKey(ordered.ordinal))
                .column("report_id", ordered -> report)
                .column("ordinal", OrderedFigure::ordinal)
                .column("label", ordered -> ordered.figure.label())
                .column("caption", ordered -> passageText(ordered.figure.caption()))
                .column("source", ordered -> passageText(ordered.figure.source()))
                .column(
                        "notes",
                        ordered -> ordered.figure.notes().stream()
                                .map(this::passageText)
                                .toArray(String[]::new))
                .column("status", ordered -> ordered.figure.status())
                .column("line_from", ordered -> ordered.figure.lines().from())
                .column("line_to", ordered -> ordered.figure.lines().to())
                .execute(connection, figures);
    }

    private @Nullable String passageText(@Nullable Integer ordinal) {
        return ordinal == null ? null : document.passages().get(ordinal).text();
    }

    private void storePassages() throws SQLException {
        Map<Integer, UUID> figures = figuresOfPassages();
        TableInsert.<Passage>into("report_passage")
                .column("id", passage -> passageKey(passage.ordinal()))
                .column("report_id", passage -> report)
                .column("section_id", passage -> sectionKey(passage.section()))
                .column("ordinal", Passage::ordinal)
                .column("kind", Passage::kind)
                .column("number", Passage::number)
                .column("text", Passage::text)
                .column("file_page", Passage::page)
                .column("page", passage -> document.printedPages().get(passage.page()))
                .column("line_from", passage -> passage.lines().from())
                .column("line_to", passage -> passage.lines().to())
                .column("figure_id", passage -> figures.get(passage.ordinal()))
                .column("finding_id", this::findingOf)
                .execute(connection, document.passages());
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

    /** The key of the finding that a passage prints, whole or in part; null if it prints none. */
    private @Nullable UUID findingOf(Passage passage) {
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
                        finding.pillar(),
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

    /** A mark that refers to a footnote, with its line: either in a passage or in the heading of a section. */
    private record PlacedMark(
            @Nullable UUID passage, @Nullable UUID section, Passage.FootnoteMark mark, int line) {}

    private void storeFootnoteMarks() throws SQLException {
        List<PlacedMark> marks = new ArrayList<>();
        for (Section section : document.sections()) {
            for (Passage.FootnoteMark mark : section.marks()) {
                UUID key = sectionKey(section.ordinal());
                // A section's own marks are those of its heading.
                Lines heading = Objects.requireNonNull(section.headingLines());
                marks.add(new PlacedMark(null, key, mark, heading.to()));
            }
        }
        for (Passage passage : document.passages()) {
            for (Passage.FootnoteMark mark : passage.marks()) {
                int line = passage.linesOf(mark.offset() - 1, mark.offset()).to();
                marks.add(new PlacedMark(passageKey(passage.ordinal()), null, mark, line));
            }
        }
        TableInsert.<PlacedMark>into("report_footnote_mark")
                .column("id", ReportStorage::markKey)
                .column("passage_id", PlacedMark::passage)
                .column("section_id", PlacedMark::section)
                .column("position", placed -> placed.mark.offset())
                .column("number", placed -> placed.mark.number())
                .column("line", PlacedMark::line)
                .column("footnote_id", placed -> footnote(placed.mark.number(), placed.line))
                .execute(connection, marks);
    }

    private static UUID markKey(PlacedMark placed) {
        return NaturalKey.of(
                "report_footnote_mark", placed.passage, placed.section, placed.mark.offset(), placed.mark.number());
    }

    /** The key of the footnote with a number. Where numbers start again, it is the nearest one below the mark. */
    private @Nullable UUID footnote(int number, int line) {
        return document.passages().stream()
                .filter(passage -> passage.kind() == PassageKind.FOOTNOTE)
                .filter(passage -> Objects.equals(passage.number(), number))
                .min(Comparator.comparing((Passage footnote) -> footnote.lines().from() < line)
                        .thenComparing(footnote -> Math.abs(footnote.lines().from() - line)))
                .map(footnote -> passageKey(footnote.ordinal()))
                .orElse(null);
    }

    /** A remark with its place in the order of the report, from 0. */
    private record OrderedRemark(int ordinal, Remark remark) {

        /** A value of the other place that the remark is about; null if there is no other place. */
        <T extends @Nullable Object> @Nullable T other(Function<Place, T> value) {
            return remark.other() == null ? null : value.apply(remark.other());
        }
    }

    private void storeRemarks() throws SQLException {
        List<OrderedRemark> remarks = new ArrayList<>();
        for (Remark remark : reading.remarks()) {
            remarks.add(new OrderedRemark(remarks.size(), remark));
        }
        TableInsert.<OrderedRemark>into("report_remark")
                .column("id", ordered -> NaturalKey.of("report_remark", report, ordered.ordinal))
                .column("report_id", ordered -> report)
                .column("ordinal", OrderedRemark::ordinal)
                .column("kind", ordered -> ordered.remark.kind())
                .column("text", ordered -> ordered.remark.text())
                .column("line_from", ordered -> ordered.remark.place().lines().from())
                .column("line_to", ordered -> ordered.remark.place().lines().to())
                .column("page", ordered -> ordered.remark.place().page())
                .column("figure", ordered -> ordered.remark.place().figure())
                .column("quotation", ordered -> ordered.remark.place().quotation())
                .column(
                        "other_line_from",
                        ordered -> ordered.other(place -> place.lines().from()))
                .column(
                        "other_line_to",
                        ordered -> ordered.other(place -> place.lines().to()))
                .column("other_page", ordered -> ordered.other(Place::page))
                .column("other_figure", ordered -> ordered.other(Place::figure))
                .column("other_quotation", ordered -> ordered.other(Place::quotation))
                .execute(connection, remarks);
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
}
