package peel.endpoint.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.net.HostAndPort;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peel.testing.TestSettings;

class CrossSiteTest {

    // RFC 6454, section 4: an origin is a scheme, a host and a port; a default port is left out.
    @ParameterizedTest
    @CsvSource({
        "peel.example,      http://peel.example,         true",
        "peel.example,      https://peel.example,        true",
        "Peel.Example,      https://peel.example,        true",
        "peel.example:443,  https://peel.example,        true",
        "peel.example:80,   http://peel.example,         true",
        "peel.example:8080, http://peel.example:8080,    true",
        "[::1]:8080,        http://[::1]:8080,           true",
        "peel.example:8080, http://peel.example,         false",
        "peel.example,      http://peel.example:8080,    false",
        "peel.example:80,   https://peel.example,        false",
        "peel.example,      https://x://peel.example,    false",
        "peel.example,      https://x@peel.example,      false",
        "peel.example,      https://peel.example/,       false",
        "peel.example,      ftp://peel.example,          false",
        "peel.example,      https://,                    false",
        "peel.example,      peel.example,                false",
        "peel.example,      null,                        false",
        "peel.example,      https://a.peel.example,      false",
        "peel.example,      https://peel.example.org,    false",
    })
    void comparesAnOriginWithTheAddressOfTheRequest(String host, String origin, boolean same) {
        assertEquals(same, CrossSite.isAddressed(HostAndPort.parseAuthority(host, -1), origin));
    }

    @Test
    void acceptsAddressesInOtherSpellings() {
        assertEquals(
                java.util.Set.of("https://peel.example", "http://peel.example:8080", "http://[::1]"),
                crossSite("https://Peel.example:443/, http://peel.example:8080,http://[::1]:80")
                        .publicAddresses());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "peel.example",
                "https://peel.example/data",
                "ftp://peel.example",
                "https://a@peel.example",
                "http:",
                "a b"
            })
    void refusesWhatIsNoAddress(String address) {
        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> crossSite(address));
        assertTrue(refused.getMessage().startsWith("peel.endpoint.public-addresses: \"" + address + "\""));
    }

    private static CrossSite crossSite(String addresses) {
        return new CrossSite(
                TestSettings.of(OriginConfig.class, Map.of("peel.endpoint.public-addresses", addresses)), false);
    }
}
