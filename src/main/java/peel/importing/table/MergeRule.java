package peel.importing.table;

/**
 * What becomes of a column of a stored row {@code t} when a report gives the row {@code s} with the same key.
 * From a CSV file or the dataset every column is replaced.
 */
public interface MergeRule {

    /** A value of the report replaces the stored one; an empty cell keeps it. */
    MergeRule REPLACE_IF_GIVEN = column -> "coalesce(s.%1$s, t.%1$s)".formatted(column);

    /** A stored value stays. */
    MergeRule KEEP_IF_STORED = column -> "coalesce(t.%1$s, s.%1$s)".formatted(column);

    /** The report's cell replaces the stored value even if it is empty. */
    MergeRule REPLACE = column -> "s." + column;

    /** A place in a publication: from another publication it is replaced even if the report's cell is empty. */
    MergeRule REPLACE_WITH_PUBLICATION =
            column -> "case when s.publication_id = t.publication_id then coalesce(s.%1$s, t.%1$s) else s.%1$s end"
                    .formatted(column);

    /** The SQL expression of the column's new value. */
    String newValue(String column);
}
