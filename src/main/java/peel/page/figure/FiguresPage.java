package peel.page.figure;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import peel.page.Missing;
import peel.page.Page;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageLink;
import peel.page.PageRead;
import peel.page.PageTable;
import peel.page.PageTable.Cell;
import peel.page.PageTable.Column;
import peel.page.PageView;

/** All metrics, with what they count and how much of each the dataset holds: {@code /figures}. */
@Singleton
class FiguresPage implements Page {

    private static final String OPERATION = """
            query Figures {
              dataset {
                updatedAt
                figureCoverage { metric { code } observations missing forces first last }
              }
              metrics { code name unit definition }
              kinds: observations(
                filter: { metric: ["crime.rate"], area: ["kent"] }
                orderBy: NEWEST
                first: 100
              ) { nodes { dimension } }
            }
            """;

    private static final List<Column> COLUMNS = List.of(
            Column.text("metric", "Figure"),
            Column.text("unit", "Unit"),
            Column.integer("forces", "Forces").withReasons(),
            Column.date("first", "From"),
            Column.date("last", "To"),
            Column.integer("observations", "Values"),
            Column.integer("without_value", "of them missing"),
            Column.text("definition", "What it counts"));

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public String path() {
        return "/figures";
    }

    @Override
    public PageRead read(PageAddress address) {
        return PageRead.of(OPERATION);
    }

    @Override
    public PageView view(PageAddress address, PageData data) {
        Map<String, PageData> coverage = new HashMap<>();
        data.object("dataset")
                .objects("figureCoverage")
                .forEach(held -> coverage.put(held.object("metric").text("code"), held));
        List<List<Cell>> rows = new ArrayList<>();
        for (PageData metric : data.objects("metrics")) {
            rows.add(row(address, metric, coverage.get(metric.text("code"))));
        }
        PageTable table = new PageTable("Figures, and how much of each we hold", COLUMNS, rows);
        return PageView.of(
                "Figures",
                "%d figures about the police forces of England and Wales, with what each counts and how much we hold."
                        .formatted(rows.size()),
                FigureTemplates.figures(table, kinds(address, data)),
                table);
    }

    /** The kinds of crime that the tables have of each force, here read from those of one, each with its ranking. */
    private static List<PageLink> kinds(PageAddress address, PageData data) {
        return data.object("kinds").objects("nodes").stream()
                .map(observation -> observation.optionalText("dimension"))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(kind ->
                        new PageLink(kind, address.to("/figures/crime.rate?dimension=" + PageAddress.encode(kind))))
                .toList();
    }

    private static List<Cell> row(PageAddress address, PageData metric, @Nullable PageData held) {
        String code = metric.text("code");
        Cell name = Cell.code(code, metric.text("name"));
        return List.of(
                held == null ? name : name.linked(address.to("/figures/" + PageAddress.encode(code))),
                Cell.code(metric.text("unit"), UnitWords.of(metric.text("unit"))),
                held == null ? Cell.missing(Missing.NOT_IN_DATA) : Cell.integer(held.integer("forces")),
                held == null ? Cell.EMPTY : Cell.text(held.optionalText("first")),
                held == null ? Cell.EMPTY : Cell.text(held.optionalText("last")),
                held == null ? Cell.EMPTY : Cell.integer(held.integer("observations")),
                held == null ? Cell.EMPTY : Cell.integer(held.integer("missing")),
                Cell.text(metric.text("definition")).roomy());
    }
}
