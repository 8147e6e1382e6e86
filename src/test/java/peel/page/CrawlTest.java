package peel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import peel.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class CrawlTest {

    private static final Pattern LINK = Pattern.compile("\\b(?:href|action|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]*)\"");

    /** The addresses of one page that differ only in their query strings. */
    private static final int MOST_OF_A_PATH = 60;

    @Test
    void everyLinkLeadsSomewhere() {
        Queue<String> next = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new HashSet<>(next);
        Map<String, Integer> byPath = new HashMap<>();
        List<String> dead = new ArrayList<>();
        int pages = 0;
        while (!next.isEmpty()) {
            String address = next.remove();
            HttpResponse<byte[]> response = PageClient.get(address);
            if (response.statusCode() != 200) {
                dead.add(address + ": " + response.statusCode());
                continue;
            }
            if (!PageClient.header(response, "Content-Type").startsWith("text/html") || address.startsWith("/graphi")) {
                continue;
            }
            pages++;
            String html = PageClient.text(response);
            Set<String> ids = new HashSet<>();
            ID.matcher(html).results().forEach(id -> ids.add(id.group(1)));
            Matcher links = LINK.matcher(html);
            while (links.find()) {
                String link = links.group(1).replace("&amp;", "&").replace("&#39;", "'");
                if (link.startsWith("#")) {
                    assertTrue(ids.contains(link.substring(1)), address + " has no place for " + link);
                    continue;
                }
                if (link.startsWith("http://") || link.startsWith("https://")) {
                    continue;
                }
                assertTrue(link.startsWith(".") || !link.startsWith("/"), address + " has the absolute link " + link);
                URI to = URI.create("http://service" + address).resolve(link);
                String path = to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
                if (path.startsWith("/graphiql/")) {
                    path = "/graphiql/";
                }
                if (seen.add(path) && byPath.merge(to.getRawPath(), 1, Integer::sum) <= MOST_OF_A_PATH) {
                    next.add(path);
                }
            }
        }
        assertEquals(List.of(), dead);
        // 43 forces, 88 questions and others.
        assertTrue(pages > 131, "only " + pages + " pages");
    }
}
