package peel.importing.table;

import java.util.Optional;

/**
 * A column that rows are loaded into.
 *
 * @param name the column's name
 * @param stagingType the SQL type, for a column that only the staging table has; otherwise the type is the
 *     table's
 * @param optionalCell the cell it is read from, if a source may lack that cell: if this one does, the column
 *     is not compared
 * @param rule what becomes of a stored value when a report is imported
 * @param comparedAsText whether values that differ only in how they are written differ: 63.0 is not 63
 */
public record TableColumn(
        String name,
        Optional<String> stagingType,
        Optional<String> optionalCell,
        MergeRule rule,
        boolean comparedAsText) {

    /** The SQL expression of a stored column's new value. */
    public String newValue(Origin origin) {
        return origin == Origin.REPORT ? rule.newValue(name) : "s." + name;
    }

    String compared(String expression) {
        return comparedAsText ? "cast(" + expression + " as text)" : expression;
    }
}
