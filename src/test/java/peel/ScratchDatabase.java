package peel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import peel.testing.Eventually;
import peel.testing.TestServer;

/** A database for launched services, dropped when it is closed. */
final class ScratchDatabase implements AutoCloseable {

    private final TestServer server = TestServer.get();
    private final String name;

    private ScratchDatabase(String name) {
        this.name = name;
    }

    static ScratchDatabase create(String label) throws SQLException {
        return create(label, "");
    }

    /** A copy of a database that a first start of the packaged service has prepared. */
    static ScratchDatabase prepared(String label) throws Exception {
        return create(label, "template " + PreparedDatabase.name());
    }

    /**
     * @param options options of {@code create database}
     */
    static ScratchDatabase create(String label, String options) throws SQLException {
        ScratchDatabase database = new ScratchDatabase(
                label + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
        database.administrate("create database " + database.name + " " + options);
        return database;
    }

    String name() {
        return name;
    }

    String url() {
        return server.jdbcUrl(name);
    }

    /** The environment variables with which a service uses the database. */
    Map<String, String> environment() {
        return environment(Map.of());
    }

    /** The environment variables with which a service uses the database, and others. */
    Map<String, String> environment(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", url());
        environment.put("QUARKUS_DATASOURCE_USERNAME", server.username());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", server.password());
        environment.putAll(more);
        return environment;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), server.username(), server.password());
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String value(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next(), sql);
            return rows.getString(1);
        }
    }

    /** Waits until at least the given number of statements wait for a lock. */
    void awaitLocked(int statements) throws Exception {
        String waiting = """
                select count(*) from pg_stat_activity
                where wait_event_type = 'Lock' and datname = current_database()
                """;
        Eventually.holds(() -> Integer.parseInt(value(waiting)) >= statements);
    }

    /** Runs a statement on another database of the server, for statements about this one. */
    void administrate(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends all sessions, so that services connect again. */
    void disconnectAll() throws SQLException {
        administrate("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    @Override
    public void close() throws SQLException {
        administrate("drop database if exists " + name + " with (force)");
    }
}
