package peel.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "stored"))
class PostgresResourceTest {

    @Inject
    DataSource dataSource;

    @Test
    void createsADatabaseForTheGivenName() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            assertTrue(connection.getCatalog().startsWith("stored_"), connection.getCatalog());
        }
    }
}
