package peel.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import peel.finding.FindingKind;
import peel.finding.Wording;
import peel.question.Pillar;
import peel.reading.evidence.InspectedQuestion;
import peel.reading.evidence.Place;
import peel.reading.evidence.Plausibility;
import peel.reading.evidence.ReadFinding;
import peel.reading.evidence.ReadReport;
import peel.reading.evidence.Remark;
import peel.reading.evidence.ReportIdentity;
import peel.reading.layout.Document;
import peel.reading.layout.Figure;
import peel.reading.layout.FigureStatus;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.layout.Section;
import peel.reading.text.Line;
import peel.reading.text.Lines;
import peel.reading.text.ReportText;
import peel.reading.text.TextFormat;

/**
 * A report's reading, written down piece by piece as a reader would have found it, with the text it
 * stands in:
 *
 * <pre>
 * new WrittenReport("kent").section(1, "Summary", null).passage(PARAGRAPH, "Officers know", "their areas.").reading()
 * </pre>
 */
public final class WrittenReport {

    private final String force;
    private final List<Line> lines = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final Map<Integer, InspectedQuestion> sectionQuestions = new HashMap<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final Map<Integer, Integer> printedPages = new HashMap<>();
    private final List<ReadFinding> findings = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private String part;
    private int page = 1;

    /** An empty report on a force's effectiveness in 2015. */
    public WrittenReport(String force) {
        this.force = force;
    }

    /** It reports only this part of the inspection. */
    WrittenReport part(String part) {
        this.part = part;
        return this;
    }

    /** A new page of the file, with what is printed on it. */
    WrittenReport page(Integer printed) {
        page++;
        if (printed != null) {
            printedPages.put(page, printed);
        }
        return this;
    }

    /** A heading and the section that it opens. */
    public WrittenReport section(int level, String heading, String question) {
        int line = line(heading);
        if (question != null) {
            sectionQuestions.put(sections.size(), new InspectedQuestion(Pillar.EFFECTIVENESS, question));
        }
        Lines lines = new Lines(line, line);
        sections.add(new Section(sections.size(), level, heading, lines, List.of(), lines));
        return this;
    }

    /** A passage that stands on these lines. */
    public WrittenReport passage(PassageKind kind, String... printed) {
        return passage(kind, null, printed);
    }

    /** A passage with a number that stands on these lines, joined by blanks. */
    public WrittenReport passage(PassageKind kind, Integer number, String... printed) {
        StringBuilder text = new StringBuilder();
        List<Passage.Piece> pieces = new ArrayList<>();
        for (String part : printed) {
            text.append(text.isEmpty() ? "" : " ");
            pieces.add(new Passage.Piece(text.length(), line(part)));
            text.append(part);
        }
        passages.add(new Passage(
                passages.size(), sections.size() - 1, kind, text.toString(), pieces, new ArrayList<>(), number, page));
        Section section = sections.remove(sections.size() - 1);
        sections.add(new Section(
                section.ordinal(),
                section.level(),
                section.heading(),
                section.headingLines(),
                section.marks(),
                new Lines(section.lines().from(), lines.size())));
        return this;
    }

    /** The mark of a footnote behind these words of the latest passage. */
    public WrittenReport mark(int number, String words) {
        Passage passage = latest();
        int offset = passage.text().indexOf(words) + words.length();
        passage.marks().add(new Passage.FootnoteMark(number, offset));
        return this;
    }

    /** The latest passages are a figure: its caption, its rows, its source and its notes. */
    public WrittenReport figure(String label, int passagesOfIt, FigureStatus status) {
        List<Passage> its = passages.subList(passages.size() - passagesOfIt, passages.size()).stream()
                .toList();
        figures.add(new Figure(
                label,
                ordinals(its, PassageKind.CAPTION).get(0),
                ordinals(its, PassageKind.SOURCE).stream().findFirst().orElse(null),
                ordinals(its, PassageKind.NOTE),
                ordinals(its, PassageKind.TABLE_ROW),
                status,
                its.get(0).lines().and(latest().lines())));
        return this;
    }

    private static List<Integer> ordinals(List<Passage> passages, PassageKind kind) {
        return passages.stream()
                .filter(p -> p.kind() == kind)
                .map(Passage::ordinal)
                .toList();
    }

    /** The latest passages are a finding. */
    public WrittenReport finding(String question, FindingKind kind, int ordinal, int passagesOfIt) {
        List<Passage> its = passages.subList(passages.size() - passagesOfIt, passages.size());
        String text = String.join(" ", its.stream().map(Passage::text).toList());
        Lines place = its.get(0).lines().and(latest().lines());
        findings.add(new ReadFinding(
                Pillar.EFFECTIVENESS,
                question,
                kind,
                ordinal,
                text,
                Wording.PRINTED,
                new Place(place, null, null, text)));
        return this;
    }

    /** Two lines say different things. */
    WrittenReport contradiction(String text, int line, int otherLine) {
        remarks.add(new Remark(Remark.Kind.CONTRADICTION, text, placeOf(line), placeOf(otherLine)));
        return this;
    }

    /** Nothing was taken from the latest passage. */
    WrittenReport notUnderstood() {
        remarks.add(new Remark(
                Remark.Kind.NOT_UNDERSTOOD,
                latest().text(),
                new Place(latest().lines(), null, null, latest().text()),
                null));
        return this;
    }

    private Place placeOf(int line) {
        return new Place(
                new Lines(line, line), 4, "Figure 1", lines.get(line - 1).text());
    }

    private Passage latest() {
        return passages.get(passages.size() - 1);
    }

    private int line(String text) {
        lines.add(new Line(lines.size() + 1, page, text));
        return lines.size();
    }

    /** A line that belongs to nothing. */
    WrittenReport blank(String text) {
        line(text);
        return this;
    }

    /** The text as printed. */
    public String text() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }

    /** What a reader would have found. */
    public ReadReport reading() {
        return new ReadReport(
                new Document(
                        new ReportText(force + ".txt", sha256(text()), TextFormat.TEXT, List.copyOf(lines)),
                        List.copyOf(sections),
                        List.copyOf(passages),
                        List.copyOf(figures),
                        Map.copyOf(printedPages)),
                Map.copyOf(sectionQuestions),
                new ReportIdentity(
                        force,
                        "2015",
                        List.of(Pillar.EFFECTIVENESS),
                        part,
                        "PEEL: Police effectiveness 2015 - " + force,
                        "HMIC",
                        "2016-02"),
                List.of(),
                List.copyOf(findings),
                List.of(),
                List.of(),
                List.copyOf(remarks),
                new Plausibility(List.of(), 0, 0));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
