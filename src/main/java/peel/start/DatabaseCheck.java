package peel.start;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import peel.dataset.DatasetImporter;

/**
 * Sees to the database at the start, before anything else uses it: migrations, the tables Hibernate
 * expects, the dataset. What this build has found in order once it doesn't look at again: that
 * start takes one query.
 */
@ApplicationScoped
class DatabaseCheck {

    private static final String UNDEFINED_TABLE = "42P01";

    private final AgroalDataSource database;
    private final Provider<Flyway> migrations;
    private final Provider<SessionFactory> tables;
    private final DatasetImporter dataset;

    DatabaseCheck(
            AgroalDataSource database,
            Provider<Flyway> migrations,
            Provider<SessionFactory> tables,
            DatasetImporter dataset) {
        this.database = database;
        this.migrations = migrations;
        this.tables = tables;
        this.dataset = dataset;
    }

    void onStart(@Observes @Priority(1) StartupEvent start) throws SQLException {
        String build = BuildTime.VALUE + " " + dataset.contents();
        if (isChecked(build)) {
            return;
        }
        migrations.get().migrate();
        tables.get().getSchemaManager().validateMappedObjects();
        dataset.load();
        remember(build);
    }

    private boolean isChecked(String build) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                """
                                select from checked_build
                                where build = ? and migrations = (select count(*) from flyway_schema_history)
                                """)) {
            query.setString(1, build);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private void remember(String build) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                """
                                insert into checked_build (build, migrations)
                                values (?, (select count(*) from flyway_schema_history))
                                on conflict (build) do update set migrations = excluded.migrations, checked_at = now()
                                """)) {
            insert.setString(1, build);
            insert.executeUpdate();
        }
    }
}
