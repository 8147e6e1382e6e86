package peel;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service as configured behind a proxy, with CORS and for caches. */
public class BehindProxy implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "quarkus.http.proxy.allow-x-forwarded", "true",
                "quarkus.http.proxy.enable-forwarded-host", "true",
                "quarkus.http.proxy.trusted-proxies", "127.0.0.1,localhost",
                "quarkus.http.cors.enabled", "true",
                "quarkus.http.cors.origins", "http://friend.example,http://other.example",
                "peel.endpoint.public-addresses", "http://public.example",
                "peel.endpoint.max-age", "60s",
                "peel.endpoint.stale-while-revalidate", "30s",
                "peel.endpoint.stale-if-error", "1d");
    }
}
