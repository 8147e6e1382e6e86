package peel.reading.fact.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.reading.layout.Passage;
import peel.reading.phrase.MendedNumbers;
import peel.reading.phrase.Numbers;

/** Parses the lines of a table. */
public final class TableRowParser {

    private static final String BLANK = "(?:-|–|—|n/a|N/A|\\.\\.|\\*)";

    private static final String NUMBER = "-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?%?";

    private static final Pattern VALUE = Pattern.compile(NUMBER);

    private static final Pattern TAIL = Pattern.compile("^(.*?)((?:\\s+(?:" + NUMBER + "|" + BLANK + "))+)\\s*$");

    private TableRowParser() {}

    /**
     * @param passage a line of a table, with a tab between cells
     * @return the row; null if the line contains no values
     */
    public static @Nullable TableRow parse(Passage passage) {
        String text = passage.text();
        int indent = 0;
        while (indent < text.length() && text.charAt(indent) == ' ') {
            indent++;
        }
        String[] parts = text.substring(indent).split("\t", -1);
        List<String> cells = new ArrayList<>();
        String label = parts[0].trim();
        // Columns that are separated by a single space in the text have not been split yet.
        Matcher tail = TAIL.matcher(label);
        if (tail.matches()) {
            label = tail.group(1).trim();
            cells.addAll(Arrays.asList(tail.group(2).trim().split("\\s+")));
        }
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            String cell = part.trim();
            cells.addAll(cell.isEmpty() ? List.of("") : Arrays.asList(cell.split("\\s+")));
        }
        List<String> printed = List.copyOf(cells);
        cells.replaceAll(MendedNumbers::inCell);
        boolean figures = cells.stream().anyMatch(cell -> VALUE.matcher(cell).matches());
        boolean words = cells.stream()
                .anyMatch(cell -> !cell.isEmpty() && !VALUE.matcher(cell).matches() && !cell.matches(BLANK));
        boolean allBlank = !cells.isEmpty() && !words && !label.isEmpty();
        if (words || !(figures || allBlank) || label.isEmpty()) {
            return null;
        }
        boolean starred = label.endsWith("*");
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (String cell : cells) {
            values.add(VALUE.matcher(cell).matches() ? value(cell) : null);
        }
        return new TableRow(passage, bare(label), starred, indent, unmodifiable(values), null, damaged(printed, cells));
    }

    private static @Nullable String damaged(List<String> printed, List<String> mended) {
        for (int i = 0; i < printed.size(); i++) {
            if (!printed.get(i).equals(mended.get(i))) {
                return printed.get(i);
            }
        }
        return null;
    }

    /** A label without the asterisk at its end. */
    static String bare(String label) {
        return label.replaceAll("[*\\s]+$", "");
    }

    private static BigDecimal value(String cell) {
        return Numbers.value(cell.replace("%", ""));
    }

    static @Nullable List<@Nullable BigDecimal> align(
            List<@Nullable BigDecimal> cells, List<? extends @Nullable Boolean> decimals) {
        if (cells.size() >= decimals.size()) {
            boolean fitting = cells.size() == decimals.size();
            for (int i = 0; fitting && i < cells.size(); i++) {
                fitting = fits(cells.get(i), decimals.get(i));
            }
            return fitting ? cells : null;
        }
        List<List<@Nullable BigDecimal>> fitting = new ArrayList<>();
        fit(cells, decimals, 0, 0, new ArrayList<>(), fitting);
        return fitting.size() == 1 ? unmodifiable(fitting.get(0)) : null;
    }

    private static void fit(
            List<@Nullable BigDecimal> cells,
            List<? extends @Nullable Boolean> decimals,
            int cell,
            int column,
            List<@Nullable BigDecimal> chosen,
            List<List<@Nullable BigDecimal>> fitting) {
        if (column == decimals.size()) {
            if (cell == cells.size() && !fitting.contains(chosen)) {
                fitting.add(new ArrayList<>(chosen));
            }
            return;
        }
        if (cell < cells.size() && fits(cells.get(cell), decimals.get(column))) {
            chosen.add(cells.get(cell));
            fit(cells, decimals, cell + 1, column + 1, chosen, fitting);
            chosen.remove(chosen.size() - 1);
        }
        if (decimals.size() - column > cells.size() - cell) {
            chosen.add(null);
            fit(cells, decimals, cell, column + 1, chosen, fitting);
            chosen.remove(chosen.size() - 1);
        }
    }

    private static boolean fits(@Nullable BigDecimal value, @Nullable Boolean decimals) {
        return value == null || decimals == null || (value.scale() > 0) == decimals;
    }

    private static List<@Nullable BigDecimal> unmodifiable(List<@Nullable BigDecimal> values) {
        return Collections.unmodifiableList(new ArrayList<>(values));
    }
}
