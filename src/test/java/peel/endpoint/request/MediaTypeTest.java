package peel.endpoint.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            |JSON
            '  '|JSON
            */*|JSON
            application/*|JSON
            application/json|JSON
            application/json; charset=UTF-8|JSON
            application/json;|JSON
            application/graphql-response+json|GRAPHQL_RESPONSE
            Application/GraphQL-Response+JSON; charset="utf-8"|GRAPHQL_RESPONSE
            application/graphql-response+json, application/json;q=0.9|GRAPHQL_RESPONSE
            application/graphql-response+json;q=0.5, application/json|JSON
            text/html, application/graphql-response+json;q=0, */*;q=0.1|JSON
            """)
    void choosesTheMediaTypeThatTheClientPrefers(String accept, MediaType expected) {
        assertEquals(expected, MediaType.negotiate(accept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/json;q=0",
                "application/json;charset=latin1",
                "application/json;q=x",
                ";"
            })
    void refusesAClientThatAcceptsNone(String accept) {
        RefusedRequestException refused =
                assertThrows(RefusedRequestException.class, () -> MediaType.negotiate(accept));
        assertEquals(406, refused.status());
        assertTrue(refused.getMessage().contains("\"Accept: " + accept + "\""), refused.getMessage());
    }

    @Test
    void quotesAtMostOneHundredCharacters() {
        String accept = "text/" + "x".repeat(200);
        RefusedRequestException refused =
                assertThrows(RefusedRequestException.class, () -> MediaType.negotiate(accept));
        assertTrue(
                refused.getMessage().contains("\"Accept: " + accept.substring(0, 100) + "…\""), refused.getMessage());
    }
}
