package peel.reading.fact.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares how the figures of a row are printed with those of its table: a footnote mark may be glued to one of them. */
final class PrintedFigures {

    private static final Pattern FIGURE = Pattern.compile("-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?%?");

    /** Four digits or more without a sign between thousands. */
    private static final Pattern UNDIVIDED = Pattern.compile("-?\\d{4,}");

    /** Figures from which the decimals of most of them mean something. */
    private static final int LEAST = 4;

    private final int usualDecimals;
    private final boolean divided;

    PrintedFigures(Table table) {
        List<String> all = new ArrayList<>();
        table.rows().forEach(row -> all.addAll(of(row)));
        this.usualDecimals = usualDecimals(all);
        this.divided = all.stream().anyMatch(figure -> figure.indexOf(',') > 0);
    }

    /**
     * Why the figures of a row are in doubt; null if they are not.
     *
     * @param percentages whether every second column is a percentage; otherwise none is
     */
    @Nullable String doubt(TableRow row, boolean percentages) {
        List<String> figures = of(row);
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).endsWith("%") && !(percentages && figures.size() == 4 && i % 2 == 1)) {
                return "the figures are no percentages, but one is printed as %s".formatted(figures.get(i));
            }
        }
        for (String figure : figures) {
            if (usualDecimals > 0 && decimals(figure) > usualDecimals) {
                return "%s has more decimals than the other figures; a footnote mark may be part of it"
                        .formatted(figure);
            }
            if (divided && UNDIVIDED.matcher(figure).matches()) {
                return "the thousands of %s are not divided like those of the other figures; a footnote mark may be part of it"
                        .formatted(figure);
            }
        }
        return null;
    }

    /** The figures at the end of a row, as printed. */
    private static List<String> of(TableRow row) {
        List<String> figures = new ArrayList<>();
        String[] words = row.passage().text().strip().split("\\s+");
        for (int i = words.length - 1; i > 0 && figures.size() < row.cells().size(); i--) {
            if (FIGURE.matcher(words[i]).matches()) {
                figures.add(words[i]);
            }
        }
        Collections.reverse(figures);
        return figures;
    }

    /** The decimals of most figures that have decimals; 0 if there are too few. */
    private static int usualDecimals(List<String> figures) {
        Map<Integer, Integer> counts = new HashMap<>();
        figures.stream()
                .map(PrintedFigures::decimals)
                .filter(decimals -> decimals > 0)
                .forEach(decimals -> counts.merge(decimals, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(usual -> usual.getValue() >= LEAST)
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private static int decimals(String figure) {
        String digits = figure.endsWith("%") ? figure.substring(0, figure.length() - 1) : figure;
        int point = digits.indexOf('.');
        return point < 0 ? 0 : digits.length() - point - 1;
    }
}
