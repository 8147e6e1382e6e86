package peel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import peel.importing.DatasetFolder;
import peel.testing.TestServer;

/** The packaged service with an operator's own dataset, valid or not. */
@EnabledIf("peel.LaunchedService#isPackaged")
class DatasetStartIT {

    private final TestServer server = TestServer.get();
    private final String database =
            "start_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @TempDir
    Path directory;

    @BeforeEach
    void createDatabase() throws SQLException {
        execute(server.jdbcUrl(), "create database " + database);
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        execute(server.jdbcUrl(), "drop database if exists " + database + " with (force)");
    }

    @Test
    void refusesAnInvalidDatasetAndNamesThePlace() throws Exception {
        DatasetFolder dataset = DatasetFolder.copy(Files.createDirectory(directory.resolve("dataset")));
        // In the last file, which is read after all others.
        dataset.replace("observations.csv", 2, ",-5,", ",minus five,");
        LaunchedService service = run(dataset);
        assertEquals(1, service.awaitEnd());
        List<String> said = service.output().stream()
                .filter(line -> line.startsWith("peel-graphql: "))
                .toList();
        assertEquals(1, said.size(), service.output().toString());
        assertTrue(
                said.get(0).contains("observations.csv, line 2, column value: \"minus five\" is not a decimal"),
                said.get(0));
        assertTrue(
                service.output().stream().noneMatch(line -> line.startsWith("\tat ")),
                service.output().toString());
        assertEquals("0", value("select count(*) from force"));
        assertEquals("0", value("select count(*) from dataset_revision"));
    }

    @Test
    void startsWithTheOperatorsDatasetAndKeepsItsRevisionAcrossARestart() throws Exception {
        DatasetFolder dataset = DatasetFolder.copy(Files.createDirectory(directory.resolve("dataset")));
        dataset.replace("observations.csv", ",119,,EXACT", ",120,,EXACT");
        try (LaunchedService service = run(dataset)) {
            service.awaitReady();
        }
        String imported = value("select imported_at from dataset_revision");
        assertEquals("120", value("select value from observation where dimension = 'IOM' and value is not null"));
        try (LaunchedService service = run(dataset)) {
            service.awaitReady();
        }
        assertEquals(imported, value("select imported_at from dataset_revision"));
        assertEquals("1", value("select max(revision) from dataset_revision"));
    }

    private LaunchedService run(DatasetFolder dataset) throws IOException {
        return LaunchedService.run(
                directory,
                Map.of(
                        "PEEL_DATASET_FOLDER", dataset.path().toString(),
                        "QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl(database),
                        "QUARKUS_DATASOURCE_USERNAME", server.username(),
                        "QUARKUS_DATASOURCE_PASSWORD", server.password()));
    }

    private String value(String sql) throws SQLException {
        try (Connection connection = connect(server.jdbcUrl(database));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }

    private void execute(String url, String sql) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, server.username(), server.password());
    }
}
