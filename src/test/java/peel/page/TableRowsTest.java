package peel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import peel.page.PageTable.Cell;
import peel.page.PageTable.Column;

class TableRowsTest {

    private static final List<Column> COLUMNS = List.of(
            Column.text("force", "Force"),
            Column.text("grade", "Grade").withReasons(),
            Column.text("note", "Note"),
            Column.number("change", "Change", "percent"));

    private static String body(List<Cell> row) {
        return new PageTable("Table", COLUMNS, List.of(row)).body();
    }

    @Test
    void writesHeadingBadgeLinkAndNumber() {
        assertEquals(
                "<tr><th scope=\"row\"><a href=\"forces/kent\">Kent</a></th>"
                        + "<td class=\"good\"><span class=\"badge\" aria-hidden=\"true\">G</span> Good</td>"
                        + "<td class=\"number\">2</td></tr>\n",
                // The empty column is left out.
                body(List.of(
                        Cell.text("Kent").linked("forces/kent"),
                        Cell.grade("GOOD"),
                        Cell.EMPTY,
                        Cell.number(new BigDecimal("2")))));
    }

    @Test
    void textStaysText() {
        assertEquals(
                "<tr><th scope=\"row\"><a href=\"?a=1&amp;b=&quot;2&quot;\">&lt;script&gt;</a></th>"
                        + "<td>it&#39;s</td></tr>\n",
                new PageTable(
                                "Table",
                                List.of(Column.text("force", "Force"), Column.text("note", "Note")),
                                List.of(List.of(Cell.text("<script>").linked("?a=1&b=\"2\""), Cell.text("it's"))))
                        .body());
    }
}
