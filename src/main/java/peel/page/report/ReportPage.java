package peel.page.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import peel.error.Quotation;
import peel.page.BadAddressException;
import peel.page.Choice;
import peel.page.JudgmentCell;
import peel.page.Names;
import peel.page.NoSuchPageException;
import peel.page.Page;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageLink;
import peel.page.PageRead;
import peel.page.PageTable;
import peel.page.PageTable.Cell;
import peel.page.PageTable.Column;
import peel.page.PageView;
import peel.page.PrintedPlace;
import peel.page.QuestionName;
import peel.page.Words;
import peel.page.report.ReportView.Line;
import peel.page.report.ReportView.Note;

/**
 * An imported report with numbered lines: {@code /reports/…?line=80#L80}. A long report is shown in parts, of which the
 * parameter chooses the one that has the line. The name of a force in the place of the id lists its reports.
 */
@Singleton
class ReportPage implements Page {

    /** As {@link peel.node.NodeId} writes them. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{23}");

    /** Of a part, which then takes about 20 kB on the wire; a longer line is a part of its own. */
    private static final int MOST_LINES = 400;

    private static final int MOST_CHARACTERS = 40_000;

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,7}");

    private static final String OPERATION = """
            query Report($id: ID!) {
              dataset { updatedAt }
              node(id: $id) {
                ... on Report {
                  title
                  file
                  force { slug name }
                  publication { code title url published }
                  lines { number text }
                  sections { heading level lineFrom }
                  footnotes { number text lineFrom }
                  remarks { kind text place { lineFrom } }
                  figures { label caption lineFrom lineTo status }
                  inspections {
                    cycle { code }
                    judgments {
                      JUDGMENT
                      question { code pillar cycle { code } }
                      source { file lineFrom lineTo publication { code } }
                    }
                    findings {
                      kind
                      text
                      source { file lineFrom lineTo publication { code } }
                    }
                  }
                }
              }
            }
            """.replace("JUDGMENT", JudgmentCell.FIELDS);

    private static final List<Column> COLUMNS = List.of(
            Column.text("kind", "What"),
            Column.text("value", "Value").withReasons(),
            Column.integer("line_from", "First line"),
            Column.integer("line_to", "Last line"));

    @Override
    public String name() {
        return "report";
    }

    @Override
    public String path() {
        return "/reports/:id";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("line");
    }

    @Override
    public PageRead read(PageAddress address) {
        lineOf(address);
        String id = address.segment("id");
        if (!ID.matcher(id).matches()) {
            return ReportsPage.read(id, null);
        }
        return PageRead.of(OPERATION, Map.of("id", id));
    }

    /** The line that the address asks for, counted from 1. */
    private static int lineOf(PageAddress address) {
        @Nullable String asked = address.parameter("line");
        if (asked == null) {
            return 1;
        }
        if (!NUMBER.matcher(asked).matches()) {
            throw new BadAddressException("The parameter \"line\" is \"%s\". It must be the number of a line."
                    .formatted(Quotation.of(asked)));
        }
        return Integer.parseInt(asked);
    }

    private static NoSuchPageException unknown(PageAddress address, String id) {
        return new NoSuchPageException(
                "No imported report has the id \"%s\".".formatted(Quotation.of(id)),
                List.of(new PageLink("All imported reports", address.to("/reports"))));
    }

    @Override
    public PageView view(PageAddress address, PageData data) {
        if (data.has("reports")) {
            return ReportsPage.view(address, data, address.segment("id"));
        }
        @Nullable PageData report = data.optionalObject("node");
        if (report == null || !report.has("title")) {
            throw unknown(address, address.segment("id"));
        }
        List<PageData> inspections = report.objects("inspections");
        PageData publication = report.object("publication");
        String slug = report.object("force").text("slug");
        Lines lines = Lines.of(address, report, lineOf(address));
        PageTable taken = taken(address, report, lines);
        @Nullable String url = publication.optionalText("url");
        boolean web = url != null && (url.startsWith("https://") || url.startsWith("http://"));
        ReportView view = new ReportView(
                List.of(
                        new PageLink(
                                Names.plain(report.object("force").text("name")),
                                address.to("/forces/" + PageAddress.encode(slug))),
                        new PageLink("All reports on this force", address.to("/reports/" + PageAddress.encode(slug)))),
                publication.text("title")
                        + (publication.isNull("published") ? "" : ", published " + publication.text("published")),
                web ? url : null,
                report.objects("sections").stream()
                        .filter(section -> !section.isNull("heading"))
                        .map(section -> new PageLink(section.text("heading"), lines.link(section.integer("lineFrom"))))
                        .toList(),
                lines.choices(),
                lines.part == 0 ? null : lines.link(lines.parts.get(lines.part - 1)),
                lines.part + 1 == lines.parts.size() ? null : lines.link(lines.parts.get(lines.part + 1)),
                taken,
                report.objects("footnotes").stream()
                        .filter(note -> lines.shows(note.integer("lineFrom")))
                        .map(note -> lines.note(
                                (note.isNull("number") ? "" : note.text("number") + ". ") + note.text("text"),
                                note.integer("lineFrom")))
                        .toList(),
                report.objects("remarks").stream()
                        .map(remark -> lines.note(
                                remark.text("text"), remark.object("place").integer("lineFrom")))
                        .toList(),
                lines.shown());
        return PageView.of(
                report.text("title") + (lines.part == 0 ? "" : ", " + lines.words(lines.part)),
                "The text of a report of cycle %s, with numbered lines."
                        .formatted(inspections.get(0).object("cycle").text("code")),
                ReportTemplates.report(view),
                taken);
    }

    /** Judgments, findings and figures whose source is this report, in the order of the lines. */
    private static PageTable taken(PageAddress address, PageData report, Lines lines) {
        String code = report.object("publication").text("code");
        List<Taken> taken = new ArrayList<>();
        for (PageData judgment : all(report, "judgments")) {
            QuestionName question = QuestionName.of(judgment.object("question"));
            add(
                    taken,
                    code,
                    judgment.object("source"),
                    Cell.text("Judgment: " + question.words()).linked(address.to(question.path())),
                    JudgmentCell.of(judgment));
        }
        for (PageData finding : all(report, "findings")) {
            String kind = finding.text("kind");
            add(
                    taken,
                    code,
                    finding.object("source"),
                    Cell.text(Words.capitalised(kind)),
                    Cell.text(finding.text("text")));
        }
        for (PageData figure : report.objects("figures")) {
            taken.add(new Taken(
                    figure.integer("lineFrom"),
                    figure.integer("lineTo"),
                    Cell.text(figure.text("label")),
                    Cell.text(figure.text("caption"))));
        }
        taken.sort(Comparator.comparingInt(Taken::from));
        return new PageTable(
                "Judgments, findings and figures",
                COLUMNS,
                taken.stream()
                        .map(one -> List.of(
                                one.what,
                                one.value,
                                Cell.integer(one.from).linked(lines.link(one.from)),
                                Cell.integer(one.to)))
                        .toList());
    }

    /** The facts of all inspections that the report is about. */
    private static List<PageData> all(PageData report, String facts) {
        return report.objects("inspections").stream()
                .flatMap(inspection -> inspection.objects(facts).stream())
                .toList();
    }

    /**
     * The lines of a report and how they are divided.
     *
     * @param id the report's
     * @param parts the first line of each part, at least one
     * @param part the index of the part that is shown
     */
    private record Lines(PageAddress address, String id, List<Line> all, List<Integer> parts, int part) {

        static Lines of(PageAddress address, PageData report, int asked) {
            List<Line> all = report.objects("lines").stream()
                    .map(line -> new Line(line.integer("number"), line.text("text")))
                    .toList();
            if (asked > Math.max(1, all.size())) {
                throw new BadAddressException(
                        "The parameter \"line\" is %d. The report has %d lines.".formatted(asked, all.size()));
            }
            List<Integer> parts = new ArrayList<>(List.of(1));
            int characters = 0;
            for (Line line : all) {
                characters += line.text().length();
                int lines = line.number() - parts.get(parts.size() - 1);
                if (lines == MOST_LINES || lines > 0 && characters > MOST_CHARACTERS) {
                    parts.add(line.number());
                    characters = line.text().length();
                }
            }
            int part = (int) parts.stream().filter(first -> first <= asked).count() - 1;
            return new Lines(address, address.segment("id"), all, parts, part);
        }

        private int last(int of) {
            return of + 1 == parts.size() ? all.size() : parts.get(of + 1) - 1;
        }

        boolean shows(int line) {
            return line >= parts.get(part) && line <= last(part);
        }

        List<Line> shown() {
            return all.subList(parts.get(part) - 1, last(part));
        }

        /** A link to a line, in this part or another. */
        String link(int line) {
            return shows(line) ? "#L" + line : address.to(PrintedPlace.lineOf(id, line));
        }

        Note note(String text, int line) {
            return new Note(text, line, link(line));
        }

        String words(int of) {
            return "lines %d–%d".formatted(parts.get(of), last(of));
        }

        List<Choice> choices() {
            return parts.size() == 1
                    ? List.of()
                    : IntStream.range(0, parts.size())
                            .mapToObj(of -> new Choice(words(of), link(parts.get(of)), of == part))
                            .toList();
        }
    }

    private record Taken(int from, int to, Cell what, Cell value) {}

    private static void add(List<Taken> taken, String publication, PageData source, Cell what, Cell value) {
        if (source.object("publication").text("code").equals(publication) && !source.isNull("lineFrom")) {
            int from = source.integer("lineFrom");
            taken.add(new Taken(from, source.isNull("lineTo") ? from : source.integer("lineTo"), what, value));
        }
    }
}
