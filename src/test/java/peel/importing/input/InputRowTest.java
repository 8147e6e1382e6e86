package peel.importing.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputRowTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.justiceinspectorates.gov.uk/hmic/peel-assessments/",
                "https://example.org",
                "HTTPS://EXAMPLE.ORG:8443/a%20b?c=d;e&f#g",
                "https://[2001:db8::1]/"
            })
    void acceptsUrlsOfTheWeb(String url) {
        assertEquals(url, row(url).url("url"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript://example.org/%0aalert(1)",
                "data:text/html,<script>alert(1)</script>",
                "file:///etc/passwd",
                "ftp://example.org/",
                "//example.org/",
                "example.org",
                "/report",
                "http:",
                "http:report",
                "http:///report",
                "https://user:password@example.org/",
                "https://gov.uk@example.org/",
                " https://example.org/",
                "https://example.org/a b",
                "https://example.org/\u202e",
                "https://example.org/\u001b[2J",
                "https://ex\u00e4mple.org/",
                "https://example.org/<"
            })
    void refusesAllOtherTexts(String url) {
        DatasetException refused = assertThrows(DatasetException.class, () -> row(url).url("url"));
        String message = refused.getMessage();
        assertTrue(message.startsWith("rows.csv, line 7, column url: \"" + url + "\" "), message);
        assertTrue(
                message.endsWith(" is not an http or https URL of at most 2000 characters such as"
                        + " https://www.example.org/report"),
                message);
    }

    @Test
    void refusesALongerUrl() {
        String longest = "https://example.org/" + "a".repeat(1980);
        assertEquals(longest, row(longest).url("url"));
        assertThrows(DatasetException.class, () -> row(longest + "a").url("url"));
    }

    private static InputRow row(String url) {
        return new InputRow("rows.csv", 7, column -> url);
    }
}
