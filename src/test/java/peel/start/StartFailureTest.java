package peel.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.QuarkusBindException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import peel.importing.input.DatasetException;
import peel.launch.StartException;

class StartFailureTest {

    @Test
    void namesThePortThatIsInUse() {
        assertExplained(
                new QuarkusBindException("0.0.0.0", 8080, new java.net.BindException()), "8080", "QUARKUS_HTTP_PORT");
    }

    @Test
    void distinguishesARefusedUserFromAnUnsupportedSchema() {
        assertExplained(
                new FlywayException("no", new SQLException("FATAL: password authentication failed", "28P01")),
                "QUARKUS_DATASOURCE_PASSWORD");
        assertExplained(
                new FlywayException(
                        "Validate failed:\nDetected applied migration not resolved locally: 99.\nIf you removed this migration intentionally, run repair"),
                "newer",
                "locally: 99)");
        assertExplained(
                new FlywayException(
                        "Found non-empty schema(s) \"public\" but no schema history table. Use baseline() or set"
                                + " baselineOnMigrate to true to initialize the schema history table."),
                "tables of another program",
                "to an empty database");
        assertExplained(
                new FlywayException("no", new SQLException("ERROR: permission denied for schema public", "42501")),
                "permission denied for schema public");
        assertExplained(
                new FlywayException(
                        "Unable to obtain connection from database", new SQLException("Sorry, acquisition timeout!")),
                "QUARKUS_DATASOURCE_JDBC_MAX_SIZE");
    }

    @Test
    void saysThatAUserMayNotHaveEnoughConnections() {
        assertExplained(
                new SQLException("FATAL: too many connections for role \"peel\"", "53300"),
                "too many connections for role",
                "needs 3");
    }

    @Test
    void namesThePlaceOfAnErrorInTheDataset() {
        assertExplained(
                new DatasetException("judgments.csv, line 2, column grade: is empty"),
                "judgments.csv, line 2, column grade",
                "nothing of it was stored");
    }

    @Test
    void findsTheReasonAmongTheCauses() {
        assertEquals(
                Optional.of("One line."),
                StartFailure.explain(new RuntimeException("Failed to start", new StartException("One\nline."))));
    }

    @Test
    void namesAMissingFileAndAnInvalidCertificate() {
        assertExplained(
                new RuntimeException("Failed to start quarkus", new NoSuchFileException("/nowhere/tls.crt")),
                "/nowhere/tls.crt",
                "file not found");
        assertExplained(
                new RuntimeException(
                        "Unable to start HTTP server",
                        new RuntimeException("Missing -----BEGIN CERTIFICATE----- delimiter")),
                "Missing -----BEGIN CERTIFICATE-----",
                "QUARKUS_HTTP_SSL_CERTIFICATE_FILES");
    }

    @Test
    void doesNotExplainAnUnexpectedFailure() {
        assertEquals(Optional.empty(), StartFailure.explain(new NullPointerException()));
    }

    private static void assertExplained(Throwable failure, String... parts) {
        String line = StartFailure.explain(new RuntimeException(failure)).orElseThrow();
        assertEquals(1, line.lines().count());
        List.of(parts).forEach(part -> assertTrue(line.contains(part), line));
    }
}
