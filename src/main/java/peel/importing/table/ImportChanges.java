package peel.importing.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an import did to the rows of the database, by table. */
public final class ImportChanges {

    /**
     * What an import did to the rows of one table.
     *
     * @param inserted new rows
     * @param changed rows stored before with other values, and new versions of judgments
     * @param unchanged rows stored before with the same values
     */
    public record Counts(long inserted, long changed, long unchanged) {

        public Counts plus(Counts other) {
            return new Counts(inserted + other.inserted, changed + other.changed, unchanged + other.unchanged);
        }

        /** Whether a row was inserted or changed. */
        public boolean any() {
            return inserted + changed > 0;
        }
    }

    private static final Counts NONE = new Counts(0, 0, 0);

    private final Map<String, Counts> tables = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    /** Adds to the counts of a table. */
    public void add(String table, long inserted, long changed, long unchanged) {
        Counts counts = new Counts(inserted, changed, unchanged);
        if (!counts.equals(NONE)) {
            tables.merge(table, counts, Counts::plus);
        }
    }

    /** Adds the changes of another import. */
    public void add(ImportChanges other) {
        other.tables.forEach((table, counts) -> tables.merge(table, counts, Counts::plus));
        notes.addAll(other.notes);
    }

    /** Adds a line for the user to read. */
    public void note(String line) {
        notes.add(line);
    }

    /** The counts of each table with any, sorted by the table's name. */
    public Map<String, Counts> byTable() {
        return Collections.unmodifiableMap(tables);
    }

    /** Lines for the user to read. */
    public List<String> notes() {
        return Collections.unmodifiableList(notes);
    }

    /** The counts of one table. */
    public Counts of(String table) {
        return tables.getOrDefault(table, NONE);
    }

    public Counts total() {
        return tables.values().stream().reduce(NONE, Counts::plus);
    }

    /** Whether a row was inserted or changed. */
    public boolean any() {
        return total().any();
    }
}
