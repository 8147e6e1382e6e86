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

/** A database for launched services, dropped at the end. */
final class ScratchDatabase implements AutoCloseable {

    private final TestServer server = TestServer.get();
    private final String name;

    private ScratchDatabase(String name) {
        this.name = name;
    }

    static ScratchDatabase create(String label) throws SQLException {
        return create(label, "");
    }

    /**
     * Creates one.
     *
     * @param options of {@code create database}
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

    /** What a service needs to use it. */
    Map<String, String> environment() {
        return environment(Map.of());
    }

    /** The same, and more. */
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

    /** Waits until at least so many statements wait for a lock. */
    void awaitWaiting(int statements) throws Exception {
        Eventually.holds(
                () -> Integer.parseInt(value("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database()"))
                        >= statements);
    }

    /** Runs a statement beside the database: about it, or after its connections are gone. */
    void administrate(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends the sessions of all others, so that they begin new ones. */
    void disconnectAll() throws SQLException {
        administrate("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    @Override
    public void close() throws SQLException {
        administrate("drop database if exists " + name + " with (force)");
    }
}
