package peel.download.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import peel.importing.format.CellType;
import peel.importing.format.Column;
import peel.importing.format.Format;
import peel.importing.format.Formats;

/** The tables in exactly the form that {@code import} reads. */
final class FormatTable {

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\([^)]*\\)");

    private FormatTable() {}

    static List<Table> all() {
        return Formats.ALL.stream().map(FormatTable::of).toList();
    }

    private static Table of(Format format) {
        List<TableColumn> columns =
                format.columns().stream().map(FormatTable::column).toList();
        boolean identified = columns.stream()
                .filter(column -> format.naturalKey().contains(column.name()))
                .allMatch(TableColumn::required);
        return new Table(
                format.name(),
                "tables/" + format.name() + ".csv",
                format.name(),
                plain(format.description()),
                columns,
                identified ? format.naturalKey() : List.of(),
                format.exportQuery(),
                format == Formats.OBSERVATIONS
                        ? ObservationTable.COUNT
                        : "select count(*) from " + format.targetTable().name(),
                format == Formats.OBSERVATIONS
                        ? Optional.of("select code as metric from metric order by metric.code")
                        : Optional.empty());
    }

    private static TableColumn column(Column column) {
        CellType type = column.type();
        String description = column.description();
        if (type == null || description == null) {
            throw new IllegalArgumentException(column.name() + " is no column of a file");
        }
        return new TableColumn(
                column.name(),
                type.valueType(),
                type.constants(),
                type.required(),
                plain(description),
                type.referredFormat().filter(FormatTable::hasCode));
    }

    /** Whether one column identifies the rows of a format. */
    private static boolean hasCode(String format) {
        return Formats.ofName(format)
                .map(found -> found.naturalKey().size() == 1)
                .orElse(false);
    }

    /** Markdown without its marks. */
    private static String plain(String markdown) {
        return LINK.matcher(markdown).replaceAll("$1").replace("`", "");
    }
}
