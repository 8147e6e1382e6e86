package peel.page.data;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import peel.download.TableSizes;
import peel.download.table.DatasetText;
import peel.download.table.Table;
import peel.download.table.TableColumn;
import peel.download.table.Tables;
import peel.page.Figures;
import peel.page.Page;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageRead;
import peel.page.PageTable;
import peel.page.PageTable.Cell;
import peel.page.PageTable.Column;
import peel.page.PageView;
import peel.page.feed.ChangeLog;

/** What can be downloaded, under which licence, and what each column means: {@code /data}. */
@Singleton
class DataPage implements Page {

    static final String PATH = "/data";

    private static final String OPERATION = """
            query Data {
              dataset {
                state
                updatedAt
                licence
                attribution
                revisions(first: 10) { pageInfo { hasNextPage } nodes { REVISION } }
              }
            }
            """.replace("REVISION", ChangeLog.REVISION_FIELDS);

    private static final List<Column> FILES =
            List.of(Column.text("file", "File"), Column.text("content", "Content"), Column.integer("rows", "Rows"));

    private static final List<Column> DICTIONARY = List.of(
            Column.text("column", "Column"),
            Column.text("type", "Type"),
            Column.text("required", "Always set"),
            Column.text("values", "Values"),
            Column.text("meaning", "Meaning"));

    private final TableSizes sizes;

    DataPage(TableSizes sizes) {
        this.sizes = sizes;
    }

    @Override
    public String name() {
        return "data";
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public PageRead read(PageAddress address) {
        return PageRead.of(OPERATION);
    }

    @Override
    public PageView view(PageAddress address, PageData data) {
        TableSizes.Sizes current = sizes.current();
        boolean downloadable = sizes.areDownloadable();
        List<List<Cell>> files = new ArrayList<>();
        files.add(List.of(
                file(address, "peel.zip", downloadable),
                Cell.text("Everything below in one archive, with a README, descriptions for programs and a citation."),
                Cell.EMPTY));
        for (Table table : Tables.ALL) {
            long rows = current.rows().getOrDefault(table.name(), 0L);
            BigDecimal number = BigDecimal.valueOf(rows);
            files.add(List.of(
                    file(address, table.path(), downloadable),
                    Cell.text(table.description()),
                    Cell.number(number, Figures.text(number))));
        }
        PageTable downloads = new PageTable("Files", FILES, files);
        PageData revisions = data.object("dataset").object("revisions");
        DataView view = new DataView(
                downloads,
                downloadable,
                address.to("/"),
                current.state().citation(),
                data.object("dataset").text("attribution"),
                Tables.ALL.stream().map(DataPage::dictionary).toList(),
                ChangeLog.revisions(revisions.objects("nodes")),
                revisions.object("pageInfo").isTrue("hasNextPage"));
        return PageView.of("Data", DatasetText.DESCRIPTION, DataTemplates.data(view), downloads);
    }

    private static Cell file(PageAddress address, String path, boolean downloadable) {
        Cell file = Cell.text(path);
        return downloadable ? file.linked(address.to(PATH + "/" + path)) : file;
    }

    private static PageTable dictionary(Table table) {
        List<List<Cell>> rows = new ArrayList<>();
        for (TableColumn column : table.columns()) {
            rows.add(List.of(
                    Cell.text(column.name()),
                    Cell.text(column.type().name().toLowerCase(Locale.ROOT)),
                    Cell.text(column.required() ? "yes" : "no"),
                    Cell.text(column.referredTable()
                            .map(referred -> "code from " + referred)
                            .orElse(String.join(", ", column.constants()))),
                    Cell.text(column.description())));
        }
        return new PageTable(table.path(), DICTIONARY, rows);
    }
}
