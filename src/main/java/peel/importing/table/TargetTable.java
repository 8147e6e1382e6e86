package peel.importing.table;

import java.util.List;
import java.util.Optional;

/**
 * A table that rows are merged into.
 *
 * @param name the table's name
 * @param key the columns of its primary key or of a unique key
 * @param columns what is loaded, including columns that only the staging table has
 * @param namesFile whether its rows name the file that they were imported from
 * @param logged how its rows are described in the log of changes, if each is a fact of its own there
 * @param beforeBulkInsert statements to execute before an empty table is loaded
 * @param afterBulkInsert statements to execute after it, and after a {@link Successor} is filled
 */
public record TargetTable(
        String name,
        List<String> key,
        List<TableColumn> columns,
        boolean namesFile,
        Optional<LoggedFacts> logged,
        List<String> beforeBulkInsert,
        List<String> afterBulkInsert) {

    /** The columns that the table itself has. */
    public List<TableColumn> stored() {
        return columns.stream().filter(column -> column.stagingType().isEmpty()).toList();
    }

    /** The end of a condition that excludes what rows of an origin must not replace. */
    public String replaceable(Origin origin) {
        return origin.isDataset() && namesFile ? " and t.source_file is null" : "";
    }
}
