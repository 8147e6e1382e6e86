package peel.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an import did to the database's rows, table by table. */
public final class Changes {

    /**
     * What happened to rows of one table.
     *
     * @param inserted rows that weren't there
     * @param changed rows that were there with other values, and new versions of judgments
     * @param unchanged rows that were there just so
     */
    public record Counts(long inserted, long changed, long unchanged) {

        /** The sum of two. */
        public Counts plus(Counts other) {
            return new Counts(inserted + other.inserted, changed + other.changed, unchanged + other.unchanged);
        }
    }

    private static final Counts NONE = new Counts(0, 0, 0);

    private final Map<String, Counts> tables = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    /** Adds what happened to rows of a table. */
    public void add(String table, long inserted, long changed, long unchanged) {
        Counts counts = new Counts(inserted, changed, unchanged);
        if (!counts.equals(NONE)) {
            tables.merge(table, counts, Counts::plus);
        }
    }

    /** Adds a line that whoever imports should read. */
    void note(String line) {
        notes.add(line);
    }

    /** Adds what another import did. */
    public void add(Changes other) {
        other.tables.forEach((table, counts) -> tables.merge(table, counts, Counts::plus));
        notes.addAll(other.notes);
    }

    /** By table, in the order of names. */
    public Map<String, Counts> byTable() {
        return Collections.unmodifiableMap(tables);
    }

    /** Lines that whoever imports should read. */
    public List<String> notes() {
        return Collections.unmodifiableList(notes);
    }

    /** The sum over all tables. */
    public Counts total() {
        return tables.values().stream().reduce(NONE, Counts::plus);
    }

    /** Whether a row was inserted or changed. */
    public boolean any() {
        return total().inserted() + total().changed() > 0;
    }
}
