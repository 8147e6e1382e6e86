package peel.page.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.page.Figures;
import peel.page.Names;
import peel.page.Page;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageRead;
import peel.page.PageTable;
import peel.page.PageTable.Cell;
import peel.page.PageTable.Column;
import peel.page.PageView;
import peel.page.PrintedPlace;
import peel.page.Words;
import peel.page.search.SearchView.Hit;
import peel.page.search.SearchView.Part;

/** Hits in reports and findings: {@code /search?q=burglary}. */
@Singleton
class SearchPage implements Page {

    private static final String OPERATION = """
            query Search($text: String!, $force: [String!], $after: String) {
              dataset { updatedAt }
              search(text: $text, filter: { force: $force }, first: 20, after: $after) {
                totalCount
                pageInfo { hasNextPage endCursor }
                nodes {
                  kind
                  text
                  lineFrom
                  lineTo
                  page
                  force { slug name }
                  excerpt { text highlighted }
                  report { id title inspection { cycle { code } } }
                  finding { kind question { cycle { code } } SOURCE }
                }
              }
            }
            """.replace("SOURCE", PrintedPlace.FIELDS.strip());

    private static final List<Column> COLUMNS = List.of(
            Column.text("force", "Force"),
            Column.text("kind", "Kind"),
            Column.text("text", "Text"),
            Column.text("source", "Source"),
            Column.integer("line_from", "First line"),
            Column.integer("line_to", "Last line"));

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String path() {
        return "/search";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("q", "force", "after");
    }

    @Override
    public PageRead read(PageAddress address) {
        @Nullable String text = address.parameter("q");
        if (text == null) {
            return PageRead.NOTHING;
        }
        @Nullable String force = address.parameter("force");
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("text", text);
        variables.put("force", force == null ? null : List.of(force));
        variables.put("after", address.parameter("after"));
        return PageRead.of(OPERATION, variables);
    }

    @Override
    public PageView view(PageAddress address, PageData data) {
        @Nullable String text = address.parameter("q");
        @Nullable String force = address.parameter("force");
        String shownForce = force == null ? "" : force;
        if (text == null) {
            return PageView.of(
                    "Search",
                    "Search the inspectorate's reports and findings.",
                    SearchTemplates.search(new SearchView(
                            "",
                            shownForce,
                            "",
                            List.of(),
                            null,
                            address.to("/search"),
                            List.of(),
                            address.to("/reports"))));
        }
        PageData found = data.object("search");
        int total = found.integer("totalCount");
        List<Hit> hits = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (PageData node : found.objects("nodes")) {
            Hit hit = hit(address, node);
            hits.add(hit);
            rows.add(List.of(
                    Cell.text(node.object("force").text("slug")),
                    Cell.text(node.text("kind")),
                    Cell.text(node.text("text")),
                    Cell.text(hit.source()),
                    line(node, "lineFrom"),
                    line(node, "lineTo")));
        }
        PageData position = found.object("pageInfo");
        @Nullable String next = position.isTrue("hasNextPage")
                ? address.to("/search?q=" + PageAddress.encode(text)
                        + (force == null ? "" : "&force=" + PageAddress.encode(force)) + "&after="
                        + PageAddress.encode(position.text("endCursor")))
                : null;
        String count = total == 0
                ? "Nothing was found."
                : total == 1 ? "One hit" : Figures.text(java.math.BigDecimal.valueOf(total)) + " hits, the best first";
        return PageView.of(
                "Search: " + text,
                "What the inspectorate's reports and findings say about this.",
                SearchTemplates.search(new SearchView(
                        text, shownForce, count, hits, next, address.to("/search"), List.of(), address.to("/reports"))),
                new PageTable("Hits", COLUMNS, rows));
    }

    private static Cell line(PageData node, String field) {
        return node.isNull(field) ? Cell.EMPTY : Cell.integer(node.integer(field));
    }

    private static Hit hit(PageAddress address, PageData node) {
        PageData force = node.object("force");
        @Nullable PageData report = node.optionalObject("report");
        @Nullable PageData finding = node.optionalObject("finding");
        List<Part> excerpt = node.objects("excerpt").stream()
                .map(part -> new Part(part.text("text"), part.isTrue("highlighted")))
                .toList();
        String kind = Words.capitalised(node.text("kind"));
        String cycle = report != null
                ? report.object("inspection").object("cycle").text("code")
                : finding != null ? finding.object("question").object("cycle").text("code") : "";
        String heading = List.of(Names.plain(force.text("name")), cycle, kind).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        String about = address.to("/forces/" + PageAddress.encode(force.text("slug")));
        if (report != null) {
            String lines = node.isNull("lineFrom") ? "" : ", line " + node.text("lineFrom");
            String to = node.isNull("lineFrom")
                    ? "/reports/" + PageAddress.encode(report.text("id"))
                    : PrintedPlace.lineOf(report.text("id"), node.integer("lineFrom"));
            return new Hit(heading, about, excerpt, report.text("title") + lines, address.to(to));
        }
        if (finding != null) {
            PrintedPlace place = PrintedPlace.of(finding);
            return new Hit(
                    heading,
                    about,
                    excerpt,
                    place.title() + (place.where().isEmpty() ? "" : ", " + place.where()),
                    place.link(address));
        }
        return new Hit(heading, about, excerpt, "", null);
    }
}
