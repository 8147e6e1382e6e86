package peel.page.force;

import jakarta.inject.Singleton;
import java.util.List;
import peel.page.Names;
import peel.page.Page;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageRead;
import peel.page.PageTable;
import peel.page.PageTable.Cell;
import peel.page.PageTable.Column;
import peel.page.PageView;

/** All forces: {@code /forces}. */
@Singleton
class ForcesPage implements Page {

    private static final String OPERATION = """
            query Forces {
              dataset {
                updatedAt
              }
              forces(first: 100) {
                nodes {
                  slug
                  name
                  region
                  country
                  onsCode
                }
              }
            }
            """;

    private static final List<Column> COLUMNS = List.of(
            Column.text("force", "Force"),
            Column.text("name", "Official name in 2015"),
            Column.text("region", "Region"),
            Column.text("ons_code", "ONS code"));

    @Override
    public String name() {
        return "forces";
    }

    @Override
    public String path() {
        return "/forces";
    }

    @Override
    public PageRead read(PageAddress address) {
        return PageRead.of(OPERATION);
    }

    @Override
    public PageView view(PageAddress address, PageData data) {
        List<List<Cell>> rows = data.object("forces").objects("nodes").stream()
                .map(force -> List.of(
                        Cell.code(force.text("slug"), Names.plain(force.text("name")))
                                .linked(address.to("/forces/" + force.text("slug"))),
                        Cell.text(force.text("name")),
                        Cell.text(force.text("region")),
                        Cell.text(force.text("onsCode"))))
                .toList();
        PageTable table = new PageTable("The forces of England and Wales", COLUMNS, rows);
        return PageView.of(
                "Forces",
                "The %d territorial police forces of England and Wales.".formatted(rows.size()),
                ForceTemplates.forces(table),
                table);
    }
}
