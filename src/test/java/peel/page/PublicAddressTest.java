package peel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import peel.testing.BundledRows;
import peel.testing.PostgresResource;

/** A service that knows the address at which the public sees it, behind a proxy with a path. */
@QuarkusTest
@TestProfile(PublicAddressTest.Known.class)
@WithTestResource(PostgresResource.class)
class PublicAddressTest {

    private static final String ROOT = "https://peel.example/police";

    /** The public address. */
    public static class Known implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("peel.pages.public-address", ROOT + "/");
        }
    }

    // RFC 6596 and https://ogp.me
    @Test
    void namesTheCanonicalAddressOfAPage() {
        String page = PageClient.page("/forces?unknown=x");
        assertTrue(page.contains("<link rel=\"canonical\" href=\"" + ROOT + "/forces\">"), page);
        assertTrue(page.contains("<meta property=\"og:url\" content=\"" + ROOT + "/forces\">"), page);
        assertTrue(PageClient.page("/data").contains("\"contentUrl\":\"" + ROOT + "/data/peel.zip\""));
    }

    // https://www.sitemaps.org/protocol.html and RFC 9309.
    @Test
    void listsThePagesThatExist() throws Exception {
        assertTrue(PageClient.page("/robots.txt").lines().toList().contains("Sitemap: " + ROOT + "/sitemap.xml"));
        HttpResponse<byte[]> sitemap = PageClient.get("/sitemap.xml");
        assertEquals(200, sitemap.statusCode());
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        NodeList found = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(sitemap.body()))
                .getElementsByTagNameNS("http://www.sitemaps.org/schemas/sitemap/0.9", "loc");
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            String address = ((Element) found.item(i)).getTextContent();
            assertTrue(address.startsWith(ROOT + "/"), address);
            paths.add(address.substring(ROOT.length()));
        }
        assertEquals(paths.size(), paths.stream().distinct().count());
        assertTrue(paths.containsAll(List.of("/", "/forces", "/figures", "/data")), paths.toString());
        for (Map<String, String> metric : BundledRows.of("metrics")) {
            assertTrue(paths.contains("/figures/" + metric.get("code")), metric.toString());
        }
        for (String kind : List.of("/forces/", "/questions/2014/", "/questions/2021-22/", "/figures/")) {
            paths.stream()
                    .filter(path -> path.startsWith(kind))
                    .findFirst()
                    .ifPresent(path -> assertEquals(200, PageClient.get(path).statusCode(), path));
        }
        String tag = PageClient.header(sitemap, "ETag");
        assertEquals(304, PageClient.get("/sitemap.xml", "If-None-Match", tag).statusCode());
    }
}
