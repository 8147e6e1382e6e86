package peel.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of a page. The same object becomes HTML, CSV and JSON.
 *
 * @param title the caption
 * @param columns at least one; the first one names the row
 * @param rows as many cells each as there are columns
 */
public record PageTable(String title, List<Column> columns, List<List<Cell>> rows) {

    public PageTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("The table \"%s\" has a row of %d cells instead of %d"
                        .formatted(title, row.size(), columns.size()));
            }
        }
    }

    /** The columns that the page shows: those with a text. */
    public List<Column> headings() {
        return IntStream.range(0, columns.size())
                .filter(this::isShown)
                .mapToObj(columns::get)
                .toList();
    }

    private boolean isShown(int column) {
        return column == 0
                || rows.isEmpty()
                || rows.stream().anyMatch(row -> !row.get(column).text().isEmpty());
    }

    /** The elements of the rows, as the page shows them. */
    public String body() {
        return TableRows.of(
                columns,
                rows,
                IntStream.range(0, columns.size()).filter(this::isShown).toArray());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** What the values of a column are. */
    public enum Type {
        TEXT("string"),
        NUMBER("number"),
        INTEGER("integer"),
        DATE("date");

        private final String schemaName;

        Type(String schemaName) {
            this.schemaName = schemaName;
        }

        /** The name in JSON Table Schema. */
        public String schemaName() {
            return schemaName;
        }
    }

    /**
     * A column.
     *
     * @param code the name in CSV and JSON: lower case with underscores
     * @param heading the heading on the page
     * @param unit what its numbers count; null if it has none
     * @param reasons whether values may be missing for a reason, which CSV and JSON have in a column of its own
     */
    public record Column(
            String code,
            String heading,
            Type type,
            @Nullable String unit,
            boolean reasons) {

        public static Column text(String code, String heading) {
            return new Column(code, heading, Type.TEXT, null, false);
        }

        public static Column date(String code, String heading) {
            return new Column(code, heading, Type.DATE, null, false);
        }

        public static Column integer(String code, String heading) {
            return new Column(code, heading, Type.INTEGER, null, false);
        }

        public static Column number(String code, String heading, @Nullable String unit) {
            return new Column(code, heading, Type.NUMBER, unit, false);
        }

        /** This column with a column of reasons. */
        public Column withReasons() {
            return new Column(code, heading, type, unit, true);
        }

        public boolean isNumeric() {
            return type == Type.NUMBER || type == Type.INTEGER;
        }

        /** The name of the column of reasons. */
        String reasonCode() {
            return code + "_reason";
        }
    }

    /**
     * A cell.
     *
     * @param value the value in CSV and JSON: text, a number, a date in ISO form or null
     * @param text what the page shows
     * @param letters a short form of the text, shown in front of it as a badge; null for none
     * @param style a class in the style sheet; null for none
     * @param href a link from the text, relative to the page; null for none
     * @param reason why the value is missing, as a code in lower case; null if it is not
     */
    public record Cell(
            @Nullable Object value,
            String text,
            @Nullable String letters,
            @Nullable String style,
            @Nullable String href,
            @Nullable String reason) {

        /** In characters; longer texts need room. */
        private static final int ROOMY = 30;

        public static final Cell EMPTY = new Cell(null, "", null, null, null, null);

        public static Cell text(@Nullable String text) {
            return text == null ? EMPTY : new Cell(text, text, null, null, null, null);
        }

        /** A code, and how the page reads. */
        public static Cell code(String code, String text) {
            return new Cell(code, text, null, null, null, null);
        }

        public static Cell integer(int number) {
            return new Cell(number, Figures.text(BigDecimal.valueOf(number)), null, null, null, null);
        }

        public static Cell number(BigDecimal number) {
            return new Cell(number, Figures.text(number), null, null, null, null);
        }

        /** A number that the page shows in another way: rounded, with a unit. */
        public static Cell number(BigDecimal number, String text) {
            return new Cell(number, text, null, null, null, null);
        }

        /** A grade by its name in the schema. */
        public static Cell grade(String grade) {
            GradeLook look = GradeLook.of(grade);
            return new Cell(grade, look.label(), look.letters(), look.style(), null, null);
        }

        public static Cell missing(Missing why) {
            return new Cell(
                    null, why.text(), null, why.style(), null, why.name().toLowerCase(Locale.ROOT));
        }

        /** A value that is missing for a reason of its own. */
        public static Cell missing(String code, String text, Missing look) {
            return new Cell(null, text, null, look.style(), null, code.toLowerCase(Locale.ROOT));
        }

        /** This cell, shown with another text. */
        public Cell reading(String shown) {
            return new Cell(value, shown, letters, style, href, reason);
        }

        /** This cell as one that must not be broken into lines, such as a cycle. */
        public Cell unbroken() {
            return new Cell(value, text, letters, "date", href, reason);
        }

        /** This cell as one that needs room, if its text is long. */
        public Cell roomy() {
            return text.length() <= ROOMY ? this : new Cell(value, text, letters, "long", href, reason);
        }

        /** This cell as a link. */
        public Cell linked(@Nullable String to) {
            return new Cell(value, text, letters, style, to, reason);
        }
    }
}
