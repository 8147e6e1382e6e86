package peel.start;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import peel.importing.DatasetImporter;

/**
 * Sees to the database at the start, before anything else uses it: migrations, the tables Hibernate
 * expects, the dataset. What this build has found in order once it doesn't look at again: that
 * start takes one query.
 */
@ApplicationScoped
class DatabaseCheck {

    /** Any number that nothing else locks on. */
    private static final long LOCK = 7_335_002L;

    private final AgroalDataSource database;
    private final Instance<Flyway> migrations;
    private final Instance<SessionFactory> tables;
    private final DatasetImporter dataset;

    DatabaseCheck(
            AgroalDataSource database,
            Instance<Flyway> migrations,
            Instance<SessionFactory> tables,
            DatasetImporter dataset) {
        this.database = database;
        this.migrations = migrations;
        this.tables = tables;
        this.dataset = dataset;
    }

    void onStart(@Observes @Priority(1) StartupEvent start) throws SQLException {
        if (LeanStart.isLean()) {
            return;
        }
        String contents = dataset.contents();
        if (!isChecked(contents)) {
            checkAlone(contents);
        }
    }

    private boolean isChecked(String contents) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return CheckedBuild.isIn(connection, contents);
        }
    }

    /**
     * Checks while no other service does. Flyway's own lock isn't enough: the transaction that
     * waits for it has, at this pool's isolation, a snapshot from before the wait, without what the
     * other one migrated.
     */
    private void checkAlone(String contents) throws SQLException {
        try (Connection lock = database.getConnection();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            try {
                // The one that this one waited for may have done it.
                if (!isChecked(contents)) {
                    check(contents);
                }
            } finally {
                lock.rollback();
            }
        }
    }

    private void check(String contents) throws SQLException {
        migrations.get().migrate();
        tables.get().getSchemaManager().validateMappedObjects();
        dataset.load();
        try (Connection connection = database.getConnection()) {
            CheckedBuild.remember(connection, contents);
        }
    }
}
