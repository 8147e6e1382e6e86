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
 * Prepares the database at the start, before anything else uses it: runs the migrations, checks that the tables are
 * those that Hibernate expects, and loads the dataset. A build does this once for a database; after that, a start needs
 * one query to see that it is done.
 */
@ApplicationScoped
class DatabaseCheck {

    /** The key of an advisory lock: any number that nothing else locks on. */
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
        if (FastStart.isActive()) {
            return;
        }
        String contents = dataset.contents();
        if (!isChecked(contents)) {
            checkExclusively(contents);
        }
    }

    private boolean isChecked(String contents) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return CheckedBuild.isRecorded(connection, contents);
        }
    }

    /**
     * Checks while no other service does. Flyway's own lock covers the migrations, but not what follows them.
     */
    private void checkExclusively(String contents) throws SQLException {
        try (Connection lock = database.getConnection();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            try {
                // The service that held the lock may have done it.
                if (!isChecked(contents)) {
                    check(contents);
                }
            } finally {
                lock.rollback();
            }
        }
    }

    private void check(String contents) throws SQLException {
        try (Connection connection = database.getConnection()) {
            DatabaseRequirements.check(connection);
        }
        migrations.get().migrate();
        tables.get().getSchemaManager().validateMappedObjects();
        dataset.load();
        try (Connection connection = database.getConnection()) {
            CheckedBuild.record(connection, contents);
        }
    }
}
