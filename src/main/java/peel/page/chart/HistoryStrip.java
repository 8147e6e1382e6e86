package peel.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A force's grades by question, one column a cycle. Where the scale of grades changes, a dashed line stands between the
 * columns: grades on both sides of it cannot be compared.
 */
public final class HistoryStrip {

    private static final double WIDTH = 350;
    private static final double BREAK = 14;
    private static final double CELL_HEIGHT = 28;

    private HistoryStrip() {}

    /**
     * One column.
     *
     * @param heading above the column, at most about seven characters
     * @param name as it is read out
     * @param scale the scale of grades, such as {@code PEEL4}
     */
    public record Column(String heading, String name, String scale) {

        /** A cycle. */
        public Column(String cycle, String scale) {
            this(cycle, cycle, scale);
        }

        /** A force, for a chart that shows several forces in one cycle. */
        public static Column ofForce(String slug, String name, String scale) {
            return new Column(TileLayout.of(List.of(slug)).get(0).code(), name, scale);
        }
    }

    /**
     * One judgment.
     *
     * @param carriedOver whether the grade is of an earlier cycle
     * @param corrected whether an earlier version had another grade or state
     * @param note more to read out, or null
     * @param address where the cell leads, or null
     */
    public record Cell(
            Mark mark,
            boolean carriedOver,
            boolean corrected,
            @Nullable String note,
            @Nullable String address) {

        public Cell(Mark mark) {
            this(mark, false, false, null, null);
        }
    }

    /**
     * One question.
     *
     * @param cells one for each column; null where the question was not asked
     */
    public record Row(String question, List<@Nullable Cell> cells) {}

    public static Chart of(String label, List<Column> columns, List<Row> rows) {
        long breaks = 0;
        for (int i = 1; i < columns.size(); i++) {
            breaks += isBreak(columns, i) ? 1 : 0;
        }
        double cell = (WIDTH - breaks * BREAK) / Math.max(1, columns.size());
        double[] lefts = new double[columns.size()];
        List<Double> breakLines = new ArrayList<>();
        double x = 0;
        for (int i = 0; i < lefts.length; i++) {
            if (isBreak(columns, i)) {
                breakLines.add(x + BREAK / 2);
                x += BREAK;
            }
            lefts[i] = x;
            x += cell;
        }
        double head = breakLines.isEmpty() ? 34 : 50;
        double height = head;
        for (Row row : rows) {
            height += rowHeight(row);
        }
        List<Cell> shown = rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(c -> c != null)
                .toList();
        Legend legend =
                Legend.of(WIDTH, shown.stream().map(Cell::mark).distinct().toList());
        List<String> notes = notes(shown);
        double end = height;
        return new Chart(label, "chart-history", WIDTH, end + 8 + legend.height() + notes.size() * 18, svg -> {
            for (double line : breakLines) {
                svg.line(line, 17, line, head, "break");
                svg.text(line, 12, "new scale of grades", "small middle");
            }
            for (int i = 0; i < lefts.length; i++) {
                heading(svg, lefts[i] + cell / 2, head - 6, columns.get(i).heading());
            }
            double y = head;
            for (Row row : rows) {
                draw(svg, columns, row, lefts, cell, y);
                for (double line : breakLines) {
                    double bottom = y + rowHeight(row);
                    svg.line(line, bottom - CELL_HEIGHT - 8, line, bottom - 4, "break");
                }
                y += rowHeight(row);
            }
            legend.draw(svg, end + 8);
            for (int i = 0; i < notes.size(); i++) {
                svg.text(1, end + 8 + legend.height() + i * 18 + 12, notes.get(i), "muted");
            }
        });
    }

    /** "2018/19" on two lines: eight columns leave no room for it on one. */
    private static void heading(Svg svg, double middle, double y, String cycle) {
        String first = cycle.length() > 4 ? cycle.substring(0, 4) : cycle;
        String second = cycle.substring(first.length());
        svg.text(middle, second.isEmpty() ? y : y - 13, first, "small middle muted");
        if (!second.isEmpty()) {
            svg.text(middle, y, second, "small middle muted");
        }
    }

    private static boolean isBreak(List<Column> columns, int index) {
        return index > 0
                && !columns.get(index).scale().equals(columns.get(index - 1).scale());
    }

    private static double rowHeight(Row row) {
        return Svg.wrapped(row.question(), WIDTH, 12).size() * 16 + CELL_HEIGHT + 8;
    }

    private static List<String> notes(List<Cell> shown) {
        return Stream.of(
                        shown.stream().anyMatch(Cell::carriedOver) ? "* grade carried over from an earlier cycle" : "",
                        shown.stream().anyMatch(Cell::corrected) ? "† corrected after publication" : "")
                .filter(note -> !note.isEmpty())
                .toList();
    }

    private static void draw(Svg svg, List<Column> columns, Row row, double[] lefts, double cell, double top) {
        List<String> title = Svg.wrapped(row.question(), WIDTH, 12);
        for (int i = 0; i < title.size(); i++) {
            svg.text(1, top + 12 + i * 16, title.get(i), "strong");
        }
        double y = top + title.size() * 16 + 2;
        for (int i = 0; i < lefts.length && i < row.cells().size(); i++) {
            Cell shown = row.cells().get(i);
            if (shown == null) {
                continue;
            }
            double x = lefts[i] + 1;
            String flags = (shown.carriedOver() ? "*" : "") + (shown.corrected() ? "†" : "");
            svg.part(words(columns.get(i), row, shown), shown.address(), () -> {
                svg.mark(x, y, cell - 2, CELL_HEIGHT - 2, shown.mark());
                String on = shown.mark().isGrade() ? " on-" + shown.mark().style() : "";
                svg.text(x + cell / 2 - 1, y + 18, shown.mark().letter() + flags, "middle strong" + on);
            });
        }
    }

    private static String words(Column column, Row row, Cell cell) {
        return row.question() + ", " + column.name() + ": " + cell.mark().words()
                + (cell.carriedOver() ? ", carried over from an earlier cycle" : "")
                + (cell.corrected() ? ", corrected after publication" : "")
                + (cell.note() == null ? "" : ". " + cell.note());
    }
}
