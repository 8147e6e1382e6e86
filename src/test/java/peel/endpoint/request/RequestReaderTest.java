package peel.endpoint.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {

    private final RequestReader reader = new RequestReader();

    @Test
    void readsTheBodyOfAPost() {
        assertEquals(
                new ReceivedRequest("{ a }", null, "A", Map.of("n", 1, "d", new BigDecimal("63.0")), Map.of()),
                post("{\"query\": \"{ a }\", \"operationName\": \"A\", \"variables\": {\"n\": 1, \"d\": 63.0},"
                        + " \"extensions\": null, \"other\": true}"));
    }

    @Test
    void readsTheParametersOfAGet() {
        Map<String, String> parameters =
                Map.of("query", "{ a }", "documentId", "", "operationName", " ", "variables", "{\"n\": 1}");
        assertEquals(new ReceivedRequest("{ a }", null, null, Map.of("n", 1), Map.of()), reader.ofGet(parameters::get));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"query": |The body is not valid JSON (line 1, column
            [{"query": "{ a }"}]|batches are not supported
            "{ a }"|must be a JSON object
            {} {}|not valid JSON
            {"query": "{ a }", "query": "{ b }"}|not valid JSON
            {"query": 1}|"query" must be a string
            {"variables": []}|"variables" must be an object
            {"extensions": "x"}|"extensions" must be an object
            """)
    void refusesAMalformedBody(String body, String message) {
        RefusedRequestException refused = assertThrows(RefusedRequestException.class, () -> post(body));
        assertEquals(400, refused.status());
        assertEquals("BAD_REQUEST", refused.code());
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @Test
    void refusesMalformedParameters() {
        RefusedRequestException refused =
                assertThrows(RefusedRequestException.class, () -> reader.ofGet(Map.of("variables", "{\"n\"")::get));
        assertEquals(400, refused.status());
        assertTrue(refused.getMessage().startsWith("\"variables\" is not valid JSON"), refused.getMessage());
    }

    @Test
    void acceptsJsonInUtf8() {
        reader.checkContentType("application/json");
        reader.checkContentType("application/json;");
        reader.checkContentType("Application/JSON; charset=\"UTF-8\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ";", "text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1"})
    @NullSource
    void refusesOtherContent(String contentType) {
        RefusedRequestException refused =
                assertThrows(RefusedRequestException.class, () -> reader.checkContentType(contentType));
        assertEquals(415, refused.status());
    }

    @Test
    void refusesOtherMethods() {
        assertTrue(reader.isGet("GET"));
        assertFalse(reader.isGet("POST"));
        for (String method : new String[] {"PUT", "OPTIONS", "get"}) {
            assertEquals(
                    405,
                    assertThrows(RefusedRequestException.class, () -> reader.isGet(method))
                            .status());
        }
    }

    private ReceivedRequest post(String body) {
        return reader.ofPost(body.getBytes(UTF_8));
    }
}
