package peel.endpoint.persisted;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.endpoint.EndpointClient.client;
import static peel.endpoint.EndpointClient.post;
import static peel.endpoint.EndpointClient.postJson;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import peel.testing.NamedPipe;
import peel.testing.PostgresResource;

/** Only documents that the operator trusts are executed. */
@QuarkusTest
@TestProfile(TrustedDocumentsTest.Trusting.class)
@WithTestResource(PostgresResource.class)
class TrustedDocumentsTest {

    private static final String QUERY = "query Greeting { __typename }";

    /** A folder with one document. */
    public static class Trusting implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path folder = Path.of("target", "trusted-documents").toAbsolutePath();
                Files.createDirectories(folder);
                Files.writeString(folder.resolve("greeting.graphql"), QUERY);
                return Map.of("peel.endpoint.trusted-documents", folder.toString());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Test
    void executesTrustedDocumentsByNameOrHashAndNoOthers() {
        postJson(Map.of("documentId", "greeting")).then().statusCode(200).body("data.__typename", equalTo("Query"));
        client().queryParam("documentId", DocumentHash.of(QUERY))
                .get("/graphql")
                .then()
                .statusCode(200);
        postJson(Map.of(
                        "extensions",
                        Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", DocumentHash.of(QUERY)))))
                .then()
                .statusCode(200);
        String other = "{ __typename }";
        post(other).then().statusCode(400).body("errors[0].extensions.code", equalTo("UNTRUSTED_DOCUMENT"));
        postJson(Map.of(
                        "query",
                        other,
                        "extensions",
                        Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", DocumentHash.of(other)))))
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("UNTRUSTED_DOCUMENT"));
        // The text beside a trusted name is ignored.
        postJson(Map.of("documentId", "greeting", "query", "{ cycles { code } }"))
                .then()
                .statusCode(200)
                .body("data.__typename", equalTo("Query"));
    }

    @Test
    void readsTheManifestsOfRelayAndApollo(@TempDir Path folder) throws IOException {
        Path relay = Files.writeString(folder.resolve("relay.json"), "{\"abc\": \"{ a }\"}");
        TrustedDocuments documents = TrustedDocuments.in(relay);
        assertEquals("{ a }", documents.get("abc"));
        assertEquals("{ a }", documents.get(DocumentHash.of("{ a }")));
        assertNull(documents.get("{ a }"));
        Path apollo = Files.writeString(
                folder.resolve("apollo.json"),
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\":"
                        + " [{\"id\": \"i\", \"name\": \"N\", \"type\": \"query\", \"body\": \"query N { b }\"}]}");
        documents = TrustedDocuments.in(apollo);
        assertEquals("query N { b }", documents.get("i"));
        assertEquals("query N { b }", documents.get("N"));
        Path missing = folder.resolve("missing.json");
        assertThrows(ConfigurationException.class, () -> TrustedDocuments.in(missing));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesANamedPipeWithoutOpeningIt(@TempDir Path folder) throws Exception {
        Path pipe = NamedPipe.create(folder.resolve("a.graphql"));
        assertThrows(ConfigurationException.class, () -> TrustedDocuments.in(folder));
        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> TrustedDocuments.in(pipe));
        assertTrue(
                refused.getMessage().contains("a.graphql: it is a folder, pipe, socket or device"),
                refused.getMessage());
    }
}
