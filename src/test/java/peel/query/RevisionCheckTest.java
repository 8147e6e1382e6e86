package peel.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.testing.PostgresResource;

/** Statements with rows and without say which revision of the dataset they read. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class RevisionCheckTest {

    @Inject
    DataSource dataSource;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select name from force where slug = :slug | bedfordshire | Bedfordshire Police",
                "select distinct name from force where slug = :slug | bedfordshire | Bedfordshire Police",
                "select name from force where slug = :slug | nowhere |",
                "select distinct name from force where slug = :slug | nowhere |",
                "select count(*)::text from force where slug = :slug | nowhere | 0"
            })
    void saysWhichRevisionAStatementRead(String sql, String slug, String expected) throws SQLException {
        assertEquals(expected == null ? List.of() : List.of(expected), read(revision(), sql, slug));
        assertThrows(RevisionChangedException.class, () -> read(UUID.randomUUID(), sql, slug));
    }

    private List<String> read(UUID revision, String sql, String slug) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            RevisionCheck check = new RevisionCheck(Deadline.after(Duration.ofMinutes(1)));
            return Sql.of(sql)
                    .readChecked(revision, check, connection, Map.of("slug", slug), row -> row.text("name"), 0);
        }
    }

    private UUID revision() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Jdbc.first(
                            connection,
                            "select identity from dataset_revision order by revision desc limit 1",
                            row -> row.getObject(1, UUID.class))
                    .orElseThrow();
        }
    }
}
