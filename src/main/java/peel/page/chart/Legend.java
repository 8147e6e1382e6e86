package peel.page.chart;

import java.util.ArrayList;
import java.util.List;

/** What the marks of a chart mean, in columns below it. */
final class Legend {

    private static final double ROW = 22;
    private static final double SWATCH = 22;

    /** The width of a character, generous: words that do not fit would be cut off. */
    private static final double CHARACTER = 7.2;

    private final List<Entry> entries = new ArrayList<>();
    private final double width;

    Legend(double width) {
        this.width = width;
    }

    private record Entry(Mark mark, String words) {}

    /** The marks in the order of the scale, without those that do not occur. */
    static Legend of(double width, Iterable<Mark> shown) {
        Legend legend = new Legend(width);
        List<Mark> occurring = new ArrayList<>();
        shown.forEach(occurring::add);
        for (Mark mark : Mark.values()) {
            if (occurring.contains(mark)) {
                legend.add(mark, mark.words());
            }
        }
        return legend;
    }

    Legend add(Mark mark, String words) {
        entries.add(new Entry(mark, words));
        return this;
    }

    double height() {
        return (entries.size() + 1) / 2 * ROW;
    }

    void draw(Svg svg, double y) {
        int rows = (entries.size() + 1) / 2;
        double second = secondColumn(rows);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            double x = (i < rows ? 0 : second) + 1;
            double top = y + i % rows * ROW;
            svg.mark(x, top, SWATCH, 16, entry.mark);
            letter(svg, x + SWATCH / 2, top + 12, entry.mark, "small strong middle");
            svg.text(x + SWATCH + 6, top + 12.5, entry.words, "");
        }
    }

    /** In the middle, unless the words of a column need more than half of the width. */
    private double secondColumn(int rows) {
        double left = widest(entries.subList(0, rows));
        double right = widest(entries.subList(rows, entries.size()));
        return Math.max(left, Math.min(width / 2, width - right));
    }

    private static double widest(List<Entry> column) {
        return column.stream()
                .mapToDouble(entry -> SWATCH + 8 + entry.words.length() * CHARACTER)
                .max()
                .orElse(0);
    }

    /** The mark's letter in the colour that can be read on it. */
    static void letter(Svg svg, double x, double y, Mark mark, String classes) {
        svg.text(x, y, mark.letter(), mark.isGrade() ? classes + " on-" + mark.style() : classes);
    }
}
