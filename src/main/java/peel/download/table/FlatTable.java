package peel.download.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import peel.importing.format.ValueType;
import peel.lookup.Labels;

/** Builds a table for people, joined from several: for spreadsheets and statistics programs, not for {@code import}. */
final class FlatTable {

    private final List<TableColumn> columns = new ArrayList<>();
    private final List<String> expressions = new ArrayList<>();

    /** Adds a text that others wrote. */
    FlatTable text(String name, String sql, String description) {
        return add(name, ValueType.TEXT, List.of(), Optional.empty(), harmless(sql), description);
    }

    FlatTable url(String name, String sql, String description) {
        return add(name, ValueType.URL, List.of(), Optional.empty(), harmless(sql), description);
    }

    FlatTable list(String name, String sql, String description) {
        return add(name, ValueType.LIST, List.of(), Optional.empty(), harmless(sql), description);
    }

    FlatTable integer(String name, String sql, String description) {
        return add(name, ValueType.INTEGER, List.of(), Optional.empty(), sql, description);
    }

    FlatTable decimal(String name, String sql, String description) {
        return add(name, ValueType.DECIMAL, List.of(), Optional.empty(), sql, description);
    }

    FlatTable date(String name, String sql, String description) {
        return add(name, ValueType.DATE, List.of(), Optional.empty(), sql, description);
    }

    FlatTable flag(String name, String sql, String description) {
        return add(
                name,
                ValueType.FLAG,
                List.of(),
                Optional.empty(),
                "case when " + sql + " then 'true' when not " + sql + " then 'false' end",
                description);
    }

    /** Adds a code that identifies a row of a table. */
    FlatTable code(String name, String sql, String referredTable, String description) {
        return add(name, ValueType.TEXT, List.of(), Optional.of(referredTable), harmless(sql), description);
    }

    /** Adds one of the constants of an enum. */
    <E extends Enum<E>> FlatTable oneOf(String name, String sql, Class<E> constants, String description) {
        return oneOf(name, sql, names(constants), description);
    }

    FlatTable oneOf(String name, String sql, List<String> constants, String description) {
        return add(name, ValueType.TEXT, constants, Optional.empty(), sql, description);
    }

    /** Adds the English text for one of the constants of an enum. */
    <E extends Enum<E>> FlatTable label(String name, String sql, Class<E> constants, String description) {
        return label(name, sql, constants.getSimpleName(), names(constants), description);
    }

    FlatTable label(String name, String sql, String type, List<String> constants, String description) {
        String cases = constants.stream()
                .map(code -> "when '%s' then '%s'".formatted(code, Labels.of(type, code)))
                .collect(Collectors.joining(" "));
        return add(
                name,
                ValueType.TEXT,
                constants.stream().map(code -> Labels.of(type, code)).toList(),
                Optional.empty(),
                "case %s %s end".formatted(sql, cases),
                description);
    }

    /** Says of the column before that it always has a value. */
    FlatTable required() {
        int last = columns.size() - 1;
        TableColumn column = columns.get(last);
        columns.set(
                last,
                new TableColumn(
                        column.name(),
                        column.type(),
                        column.constants(),
                        true,
                        column.description(),
                        column.referredTable()));
        return this;
    }

    List<TableColumn> columns() {
        return List.copyOf(columns);
    }

    /** The query that reads the rows. */
    String query(String fromAndOrder) {
        List<String> selected = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            selected.add(expressions.get(i) + " as " + columns.get(i).name());
        }
        return "select " + String.join(", ", selected) + " " + fromAndOrder;
    }

    static List<String> names(Class<? extends Enum<?>> constants) {
        return Arrays.stream(constants.getEnumConstants()).map(Enum::name).toList();
    }

    private FlatTable add(
            String name,
            ValueType type,
            List<String> constants,
            Optional<String> referredTable,
            String sql,
            String description) {
        columns.add(new TableColumn(name, type, constants, false, description, referredTable));
        expressions.add(sql);
        return this;
    }

    /** A text that begins like a formula would be one in a spreadsheet. An apostrophe before it makes it text there. */
    static String harmless(String sql) {
        return "case when left(%1$s, 1) in ('=', '+', '-', '@', E'\\t', E'\\r', E'\\n') then '''' || %1$s else %1$s end"
                .formatted(sql);
    }
}
