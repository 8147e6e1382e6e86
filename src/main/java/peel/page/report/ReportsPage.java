package peel.page.report;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import peel.page.Names;
import peel.page.Page;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageRead;
import peel.page.PageTable;
import peel.page.PageTable.Cell;
import peel.page.PageTable.Column;
import peel.page.PageView;

/** The imported reports: {@code /reports}, {@code /reports?force=kent}. */
@Singleton
class ReportsPage implements Page {

    private static final String OPERATION = """
            query Reports($force: [String!], $after: String) {
              dataset { updatedAt }
              reports(filter: { force: $force }, first: 50, after: $after) {
                pageInfo { hasNextPage endCursor }
                nodes {
                  id
                  title
                  file
                  part
                  force { slug name }
                  inspections { pillar cycle { code } }
                  publication { published }
                }
              }
            }
            """;

    private static final List<Column> COLUMNS = List.of(
            Column.text("title", "Report"),
            Column.text("force", "Force"),
            Column.text("cycle", "Cycle"),
            Column.text("pillar", "Pillar"),
            Column.text("part", "Part"),
            Column.text("published", "Published"),
            Column.text("file", "File"));

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public String path() {
        return "/reports";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("force", "after");
    }

    @Override
    public PageRead read(PageAddress address) {
        return read(address.parameter("force"), address.parameter("after"));
    }

    /** Which operation lists the reports on a force, or all. */
    static PageRead read(@Nullable String force, @Nullable String after) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("force", force == null ? null : List.of(force));
        variables.put("after", after);
        return PageRead.of(OPERATION, variables);
    }

    @Override
    public PageView view(PageAddress address, PageData data) {
        return view(address, data, address.parameter("force"));
    }

    private static List<PageData> inspections(PageData report) {
        return report.objects("inspections");
    }

    /** The pillars in the order of print; null if the cycle has none. */
    private static @Nullable String pillars(PageData report) {
        List<String> pillars = inspections(report).stream()
                .filter(inspection -> !inspection.isNull("pillar"))
                .map(inspection -> inspection.text("pillar"))
                .toList();
        return pillars.isEmpty() ? null : String.join(", ", pillars);
    }

    static PageView view(PageAddress address, PageData data, @Nullable String force) {
        PageData reports = data.object("reports");
        List<List<Cell>> rows = reports.objects("nodes").stream()
                .map(report -> List.of(
                        Cell.text(report.text("title"))
                                .linked(address.to("/reports/" + PageAddress.encode(report.text("id")))),
                        Cell.code(
                                report.object("force").text("slug"),
                                Names.plain(report.object("force").text("name"))),
                        Cell.text(inspections(report).get(0).object("cycle").text("code")),
                        Cell.text(pillars(report)),
                        Cell.text(report.optionalText("part")),
                        Cell.text(report.object("publication").optionalText("published")),
                        Cell.text(report.text("file"))))
                .toList();
        PageTable table = new PageTable("Imported reports", COLUMNS, rows);
        PageData position = reports.object("pageInfo");
        @Nullable String next = position.isTrue("hasNextPage")
                ? address.to("/reports?" + (force == null ? "" : "force=" + PageAddress.encode(force) + "&") + "after="
                        + PageAddress.encode(position.text("endCursor")))
                : null;
        return PageView.of(
                force == null ? "Reports" : "Reports on " + force,
                "The reports whose text is in this service.",
                ReportTemplates.reports(new ReportsView(
                        table, next, address.to("/search"), force == null ? null : address.to("/reports"))),
                table);
    }
}
