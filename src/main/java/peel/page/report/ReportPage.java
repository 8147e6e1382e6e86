package peel.page.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.error.Quotation;
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
import peel.page.QuestionName;
import peel.page.Words;
import peel.page.report.ReportView.Line;
import peel.page.report.ReportView.Note;

/**
 * An imported report with numbered lines: {@code /reports/…#L80}. All lines are on one page, so that a link to a line
 * works for each of them. The name of a force in the place of the id lists its reports.
 */
@Singleton
class ReportPage implements Page {

    /** As {@link peel.node.NodeId} writes them. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{23}");

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
                  inspection {
                    pillar
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
    public PageRead read(PageAddress address) {
        String id = address.segment("id");
        if (!ID.matcher(id).matches()) {
            return ReportsPage.read(id, null);
        }
        return PageRead.of(OPERATION, Map.of("id", id));
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
        PageData inspection = report.object("inspection");
        PageData publication = report.object("publication");
        String slug = report.object("force").text("slug");
        PageTable taken = taken(address, report);
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
                        .map(section -> new PageLink(section.text("heading"), "#L" + section.text("lineFrom")))
                        .toList(),
                taken,
                report.objects("footnotes").stream()
                        .map(note -> new Note(
                                (note.isNull("number") ? "" : note.text("number") + ". ") + note.text("text"),
                                note.integer("lineFrom")))
                        .toList(),
                report.objects("remarks").stream()
                        .map(remark -> new Note(
                                remark.text("text"), remark.object("place").integer("lineFrom")))
                        .toList(),
                report.objects("lines").stream()
                        .map(line -> new Line(line.integer("number"), line.text("text")))
                        .toList());
        return PageView.of(
                report.text("title"),
                "The text of a report of cycle %s, with numbered lines."
                        .formatted(inspection.object("cycle").text("code")),
                ReportTemplates.report(view),
                taken);
    }

    /** Judgments, findings and figures whose source is this report, in the order of the lines. */
    private static PageTable taken(PageAddress address, PageData report) {
        String code = report.object("publication").text("code");
        List<Taken> taken = new ArrayList<>();
        for (PageData judgment : report.object("inspection").objects("judgments")) {
            QuestionName question = QuestionName.of(judgment.object("question"));
            add(
                    taken,
                    code,
                    judgment.object("source"),
                    Cell.text("Judgment: " + question.words()).linked(address.to(question.path())),
                    JudgmentCell.of(judgment));
        }
        for (PageData finding : report.object("inspection").objects("findings")) {
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
                                Cell.integer(one.from).linked("#L" + one.from),
                                Cell.integer(one.to)))
                        .toList());
    }

    private record Taken(int from, int to, Cell what, Cell value) {}

    private static void add(List<Taken> taken, String publication, PageData source, Cell what, Cell value) {
        if (source.object("publication").text("code").equals(publication) && !source.isNull("lineFrom")) {
            int from = source.integer("lineFrom");
            taken.add(new Taken(from, source.isNull("lineTo") ? from : source.integer("lineTo"), what, value));
        }
    }
}
