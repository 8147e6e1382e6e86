package peel.importing.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import peel.query.Jdbc;

/**
 * An empty table without its indexes, keys, references and triggers, while rows are inserted. Must be ended in the same
 * transaction, until whose end nobody else can read the table.
 */
public final class BulkInsert {

    private final Connection connection;
    private final TargetTable table;
    private final Indexes indexes;

    private BulkInsert(Connection connection, TargetTable table) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.indexes = Indexes.drop(connection, table.name());
        Jdbc.execute(connection, table.beforeBulkInsert());
    }

    /**
     * Begins if the table is empty and nobody reads it or those it refers to. A reader of one of them who then asks for
     * another and this transaction would wait for each other.
     */
    public static Optional<BulkInsert> ofEmpty(Connection connection, TargetTable table) throws SQLException {
        boolean empty = Jdbc.first(
                        connection, "select not exists (select from " + table.name() + ")", row -> row.getBoolean(1))
                .orElseThrow();
        return empty && isLocked(connection, table) ? Optional.of(new BulkInsert(connection, table)) : Optional.empty();
    }

    private static boolean isLocked(Connection connection, TargetTable table) throws SQLException {
        return TableLocks.lock(connection, TableLocks.tables(connection, table.name()), "nowait");
    }

    /** Builds what is missing. */
    public void end() throws SQLException {
        indexes.create();
        Jdbc.execute(connection, table.afterBulkInsert());
        Jdbc.execute(connection, List.of("analyze " + table.name()));
    }
}
