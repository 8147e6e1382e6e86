package peel.endpoint;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import peel.testing.PostgresResource;

/**
 * The schema file in the repository is the contract, and the service serves the same. After an intended change, {@code
 * ./mvnw test -Dtest=SchemaFileTest -Dpeel.schema.update} writes the file again.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class SchemaFileTest {

    private static final Path FILE = Path.of("src/main/graphql/schema.graphql");

    @Test
    void servesTheSchemaOfTheRepository() throws IOException {
        String served =
                get("/graphql/schema.graphql").then().statusCode(200).extract().asString();
        if (System.getProperty("peel.schema.update") != null) {
            Files.writeString(FILE, served);
        }
        assertEquals(Files.readString(FILE), served);
    }
}
