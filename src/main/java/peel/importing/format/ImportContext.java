package peel.importing.format;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import peel.importing.input.InputRow;
import peel.importing.table.ImportChanges;
import peel.query.Jdbc;
import peel.question.Pillar;

/** What the rows of one import are read with: the stored rows that they may refer to. */
public final class ImportContext {

    private record Inspection(
            UUID key, UUID force, String cycle, @Nullable Pillar pillar) {}

    private final LocalDate published;
    private final Map<Reference<?>, Map<Object, ?>> references = new IdentityHashMap<>();

    /** The inspections of the rows: few, whatever the number of rows. */
    private final Map<UUID, Inspection> inspections = new LinkedHashMap<>();

    /**
     * Reads what the rows of a format may refer to. This must happen before rows are copied: meanwhile a
     * connection executes no queries.
     *
     * @param published the day from which new versions of judgments are known
     */
    public ImportContext(Connection connection, Format format, LocalDate published) throws SQLException {
        this.published = published;
        for (Reference<?> reference : format.references()) {
            references.put(reference, reference.read(connection));
        }
    }

    /** The day from which new versions of judgments are known. */
    LocalDate published() {
        return published;
    }

    /** The stored row that a cell refers to by its code. */
    <T> T find(Reference<T> reference, InputRow row, String column) {
        Map<Object, T> known = rows(reference);
        T found = known.get(row.text(column));
        if (found == null) {
            throw row.unknown(
                    column,
                    known.keySet().stream().map(Object::toString).sorted().toList());
        }
        return found;
    }

    /** The stored row with a key, or null. */
    <T> @Nullable T get(Reference<T> reference, Object key) {
        return rows(reference).get(key);
    }

    boolean has(Reference<?> reference, Object key) {
        return get(reference, key) != null;
    }

    @SuppressWarnings("unchecked")
    private <T> Map<Object, T> rows(Reference<T> reference) {
        Map<Object, ?> rows = references.get(reference);
        if (rows == null) {
            throw new IllegalStateException("the format does not declare that it refers to " + reference.format());
        }
        // Put in under the reference that reads values of this type.
        return (Map<Object, T>) rows;
    }

    /** Remembers the inspection that a row is about, which is then stored if it is new. */
    void addInspection(UUID key, UUID force, String cycle, @Nullable Pillar pillar) {
        if (!inspections.containsKey(key)) {
            inspections.put(key, new Inspection(key, force, cycle, pillar));
        }
    }

    /** Stores the inspections of the rows that are not stored yet. */
    public void insertInspections(Connection connection, ImportChanges changes) throws SQLException {
        long inserted = 0;
        String sql = "insert into inspection (id, force_id, cycle, pillar) values (?, ?, ?, ?) on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Inspection inspection : inspections.values()) {
                Jdbc.set(insert, inspection.key, inspection.force, inspection.cycle, inspection.pillar);
                inserted += insert.executeUpdate();
            }
        }
        // A stored inspection is not counted as unchanged: it is not a row of the source.
        changes.add("inspection", inserted, 0, 0);
    }
}
