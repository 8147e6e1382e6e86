package peel.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/**
 * Creates an empty PostgreSQL database for tests and drops it at the end. By default the database is on an embedded
 * server, one for all tests of a JVM. With the system property or environment variable {@code PEEL_TEST_JDBC_URL} it is
 * on the server with that URL, whose options must name a user who may create databases.
 *
 * <p>Works for {@code @QuarkusTest} and {@code @QuarkusIntegrationTest}. A class that needs a database of its own asks
 * for one:
 *
 * <pre>
 * &#64;WithTestResource(value = PostgresResource.class, initArgs = &#64;ResourceArg(name = "database", value =
 * "imports"))
 * </pre>
 *
 * <p>Classes with the same argument use the same database and the same start of the application. The argument {@code
 * settings} contains settings of the database, {@code name=value}, separated by commas. The database is injected into
 * fields of type {@link TestDatabase}.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private String label = "default";
    private String settings = "";
    private TestServer server;
    private String database;

    @Override
    public void init(Map<String, String> arguments) {
        label = arguments.getOrDefault("database", label);
        settings = arguments.getOrDefault("settings", settings);
    }

    @Override
    public Map<String, String> start() {
        server = TestServer.get();
        database = label + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        execute("create database " + database);
        for (String setting : settings.split(",")) {
            if (!setting.isEmpty()) {
                execute("alter database " + database + " set " + setting);
            }
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", server.jdbcUrl(database),
                "quarkus.datasource.username", server.username(),
                "quarkus.datasource.password", server.password());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                new TestDatabase(server.jdbcUrl(database), server.username(), server.password()),
                field -> field.getType().equals(TestDatabase.class));
    }

    @Override
    public void stop() {
        if (database != null) {
            execute("drop database if exists " + database + " with (force)");
            database = null;
        }
    }

    private void execute(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
