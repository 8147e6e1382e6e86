package peel.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/forces/kent?a=b&c=d+e",
                "/search?q=100%25",
                "/%e2%82%AC/~x/a:b@c!$'()*,;=-._?",
                "*",
                "http://[::1]:8080/a{b}",
                "kent:80"
            })
    void leavesUrisAndWhatIsNoPathAsTheyAre(String target) {
        assertSame(target, RequestTarget.escaped(target));
    }

    @ParameterizedTest
    @CsvSource({
        "/search?q=100%,              /search?q=100%25",
        "/search?q=100%&page=2,       /search?q=100%25&page=2",
        "/forces/%zz,                 /forces/%25zz",
        "/forces/%2,                  /forces/%252",
        "/forces/%%41,                /forces/%25%41",
        "/graphql?query={a[0]},       /graphql?query=%7Ba%5B0%5D%7D",
        "/a\\b|c^d`e<f>,              /a%5Cb%7Cc%5Ed%60e%3Cf%3E",
        "/a#b,                        /a%23b",
        "//,                          /%2F",
        "//[,                         //%5B",
    })
    void escapesWhatNoUriHas(String target, String uri) {
        assertEquals(uri, RequestTarget.escaped(target));
    }

    @Test
    void escapesTheBytesOfOtherCharacters() {
        String received = new String("/place?q=Sion Ŷ €".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertEquals("/place?q=Sion%20%C5%B6%20%E2%82%AC", RequestTarget.escaped(received));
    }

    /** The character, between others, in the path and in the query. */
    @Test
    void everyCharacterEndsInAUriThatDecodesToIt() {
        for (char c = 0; c < 256; c++) {
            String uri = RequestTarget.escaped("/a" + c + "b?c" + c + "d");
            assertEquals(uri, URI.create(uri).toString());
            String decoded = URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
            assertEquals("/a" + c + "b?c" + c + "d", decoded);
        }
    }
}
