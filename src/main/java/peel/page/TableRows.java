package peel.page;

import java.util.List;
import peel.page.PageTable.Cell;
import peel.page.PageTable.Column;
import peel.page.PageTable.Type;

/**
 * Writes the rows of a table as HTML. A template has a dozen nodes for each cell: evaluating them took more than half of
 * the time in which a page with two hundred rows was made.
 */
final class TableRows {

    private TableRows() {}

    /**
     * The elements of all rows.
     *
     * @param shown the indexes of the columns that are shown; the first one is the heading of its row
     */
    static String of(List<Column> columns, List<List<Cell>> rows, int[] shown) {
        StringBuilder html = new StringBuilder(128 * shown.length * rows.size());
        for (List<Cell> row : rows) {
            html.append("<tr>");
            for (int i = 0; i < shown.length; i++) {
                write(html, row.get(shown[i]), columns.get(shown[i]), i == 0);
            }
            html.append("</tr>\n");
        }
        return html.toString();
    }

    private static void write(StringBuilder html, Cell cell, Column column, boolean first) {
        html.append(first ? "<th scope=\"row\"" : "<td");
        String numeric = column.isNumeric() ? "number" : column.type() == Type.DATE ? "date" : "";
        String classes = cell.style() == null ? numeric : (numeric + " " + cell.style()).trim();
        if (!classes.isEmpty()) {
            escape(html.append(" class=\""), classes).append('"');
        }
        html.append('>');
        if (cell.href() != null) {
            escape(html.append("<a href=\""), cell.href()).append("\">");
        }
        if (cell.letters() != null) {
            escape(html.append("<span class=\"badge\" aria-hidden=\"true\">"), cell.letters())
                    .append("</span> ");
        }
        escape(html, cell.text()).append(cell.href() == null ? "" : "</a>").append(first ? "</th>" : "</td>");
    }

    private static StringBuilder escape(StringBuilder html, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html;
    }
}
