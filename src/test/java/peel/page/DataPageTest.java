package peel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import peel.importing.format.Column;
import peel.importing.format.Format;
import peel.importing.format.Formats;
import peel.testing.BundledRows;
import peel.testing.GraphQLClient;
import peel.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class DataPageTest {

    @Test
    void linksEachFileWithItsNumberOfRows() {
        String page = PageClient.page("/data");
        List<String> links = Pattern.compile("href=\"\\./(data/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        for (Format format : Formats.ALL) {
            assertTrue(links.contains("data/tables/" + format.name() + ".csv"), format.name());
        }
        for (String link : links) {
            HttpResponse<byte[]> file = PageClient.get("/" + link);
            assertEquals(200, file.statusCode(), link);
        }
        assertEquals("43", rows(page, "tables/forces.csv"));
        assertEquals("1,960", rows(page, "tables/judgments.csv"));
        int panel = 43 * BundledRows.of("questions").size();
        assertEquals("%,d".formatted(panel), rows(page, "panel.csv"));
    }

    private static String rows(String page, String file) {
        Matcher row = Pattern.compile(">" + Pattern.quote(file) + "</a></th><td[^>]*>[^<]*</td><td[^>]*>([^<]*)</td>")
                .matcher(page);
        assertTrue(row.find(), file);
        return row.group(1);
    }

    @Test
    void explainsEachColumnOfEachFormat() {
        String page = PageClient.page("/data");
        for (Format format : Formats.ALL) {
            for (Column column : format.columns()) {
                assertTrue(page.contains(">" + column.name() + "</th>"), format.name() + "." + column.name());
            }
        }
    }

    @Test
    void saysHowToCiteTheStateAndUnderWhichLicence() {
        String page = PageClient.page("/data");
        String state = GraphQLClient.query("{ dataset { state } }").at("dataset.state");
        assertTrue(
                page.contains(
                        "<blockquote><p>PEEL inspection data of police forces in England and Wales, state " + state),
                page);
        assertTrue(page.contains("Open Government Licence v3.0"), page);
        assertTrue(PageClient.page("/forces").contains("State of the data " + state));
    }

    // Issue 23, point 4.
    @Test
    void isSmallEnoughForTheFirstView() {
        HttpResponse<byte[]> page = PageClient.get("/data", "Accept-Encoding", "gzip");
        assertTrue(page.body().length <= 30_000, page.body().length + " bytes");
    }

    // https://schema.org/Dataset
    @Test
    void describesTheDatasetToSearchEngines() throws Exception {
        String page = PageClient.page("/data");
        List<MatchResult> scripts = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>")
                .matcher(page)
                .results()
                .toList();
        assertEquals(1, scripts.size());
        JsonNode dataset = new ObjectMapper().readTree(scripts.get(0).group(1));
        assertEquals("https://schema.org/", dataset.at("/@context").asText());
        assertEquals("Dataset", dataset.at("/@type").asText());
        for (String property : List.of("name", "description", "license", "identifier", "dateModified")) {
            assertFalse(dataset.at("/" + property).asText().isEmpty(), property);
        }
        assertEquals(21, dataset.at("/distribution").size());
        assertEquals("./data/peel.zip", dataset.at("/distribution/0/contentUrl").asText());
        assertFalse(PageClient.page("/forces").contains("ld+json"));
    }

    // https://ogp.me
    @Test
    void saysWhatALinkToAPageShows() {
        String page = PageClient.page("/forces");
        assertTrue(page.contains("<meta property=\"og:title\" content=\"Forces\">"), page);
        assertTrue(page.contains("<meta property=\"og:description\" content=\"The 43 "), page);
        // Without the public address, nothing that must be absolute.
        assertFalse(page.contains("canonical"), page);
        assertFalse(page.contains("og:url"), page);
        assertEquals(404, PageClient.get("/sitemap.xml").statusCode());
        assertFalse(PageClient.page("/robots.txt").contains("Sitemap"));
    }
}
