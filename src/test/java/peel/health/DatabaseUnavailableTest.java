package peel.health;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import peel.testing.PostgresResource;
import peel.testing.TestServer;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "reports"))
class DatabaseUnavailableTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @Test
    void isNotReadyWhileTheDatabaseIsUnavailableAndRecovers() throws Exception {
        awaitReadiness(200);
        String database = database();
        server("alter database " + database + " allow_connections false");
        server("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");

        awaitReadiness(503);
        get("/q/health/live").then().statusCode(200);
        ask().body("errors", notNullValue()).body("data", nullValue());
        get("/forces")
                .then()
                .statusCode(503)
                .contentType("text/html; charset=utf-8")
                .header("Retry-After", "1")
                .body(containsString("The database is unavailable"))
                .body(containsString("<nav"));
        get("/api").then().statusCode(200);
        get("/nowhere").then().statusCode(404);

        server("alter database " + database + " allow_connections true");
        awaitReadiness(200);
        ask().body("errors", nullValue()).body("data.dataset.revision", notNullValue());
    }

    private static io.restassured.response.ValidatableResponse ask() {
        return given().contentType("application/json")
                .body(Map.of("query", "{ dataset { revision } }"))
                .post("/graphql")
                .then();
    }

    private static void awaitReadiness(int status) throws InterruptedException {
        Instant end = Instant.now().plus(BOUND);
        int seen = get("/q/health/ready").statusCode();
        while (seen != status && Instant.now().isBefore(end)) {
            Thread.sleep(200);
            seen = get("/q/health/ready").statusCode();
        }
        assertEquals(status, seen);
    }

    private static String database() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select datname from pg_database where datname like 'reports\\_%'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void server(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        TestServer server = TestServer.get();
        return DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
    }
}
