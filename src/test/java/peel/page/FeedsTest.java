package peel.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.page.PageClient.get;
import static peel.page.PageClient.header;
import static peel.page.PageClient.page;
import static peel.page.PageClient.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import peel.importing.CsvFile;
import peel.importing.ImportSession;
import peel.testing.Eventually;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/** The feeds of what imports changed. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "feeds"))
class FeedsTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private static final String EVENTS = "force,event,on,precision,publication,url,figure,page,line_from,line_to\n";

    private static final List<String> FEEDS =
            List.of("/feeds/changes", "/feeds/forces/kent", "/feeds/questions/soc", "/feeds/kinds/finding-status");

    TestDatabase database;

    @Test
    void followsTheGrammarOfAtom() {
        for (String feed : FEEDS) {
            HttpResponse<byte[]> response = get(feed + ".atom");
            assertEquals(200, response.statusCode(), feed);
            assertEquals("application/atom+xml; charset=utf-8", header(response, "Content-Type"));
            AtomGrammar.check(response.body());
        }
    }

    @Test
    void hasAnEntryForEachChangeWithLinksToThePageAndTheSource() throws Exception {
        importCsv("statuses.csv", """
                force,cycle,pillar,question,kind,ordinal,status,on,comment,publication,url,figure,page,line_from,line_to
                metropolitan,2016,EFFECTIVENESS,soc,RECOMMENDATION,1,COMPLETE,2019-02-01,,hmicfrs-recommendation-register,\
                https://www.justiceinspectorates.gov.uk/hmicfrs/recommendation/metropolitan/8751/,,,,
                """);
        List<String> ids = new ArrayList<>();
        for (String feed : List.of(
                "/feeds/changes",
                "/feeds/forces/metropolitan",
                "/feeds/questions/soc",
                "/feeds/kinds/finding-status")) {
            Eventually.holds(() -> page(feed + ".atom").contains("complete on 2019-02-01"));
            Document atom = AtomGrammar.check(get(feed + ".atom").body());
            Element entry = entry(atom, "2019-02-01");
            assertEquals(
                    "Status of a recommendation new: Metropolitan Police Service, soc, 2016, recommendation 1:"
                            + " being progressed on 2018-11-15, now complete on 2019-02-01",
                    value(entry, "title"));
            assertEquals(
                    "../../forces/metropolitan".substring(feed.equals("/feeds/changes") ? 3 : 0),
                    link(entry, "alternate"));
            assertEquals(
                    "https://www.justiceinspectorates.gov.uk/hmicfrs/recommendation/metropolitan/8751/",
                    link(entry, "via"));
            assertTrue(value(entry, "id").startsWith("urn:uuid:"), value(entry, "id"));
            ids.add(value(entry, "id"));
            JsonNode json = new ObjectMapper().readTree(page(feed + ".json"));
            assertEquals("application/feed+json", header(get(feed + ".json"), "Content-Type"));
            assertEquals(value(entry, "title"), json.at("/items/0/title").asText());
            assertEquals(value(entry, "id"), json.at("/items/0/id").asText());
        }
        assertEquals(1, new HashSet<>(ids).size());
    }

    @Test
    void keepsIdsAndListsTheNewestFirst() throws Exception {
        importCsv("events.csv", EVENTS + "essex,ENTERED_ENGAGE,2023-01-01,DAY,hmicfrs-engage-page,,,,,\n");
        Eventually.holds(() -> page("/feeds/forces/essex.atom").contains("2023-01-01"));
        Document first = AtomGrammar.check(get("/feeds/forces/essex.atom").body());
        importCsv("events.csv", EVENTS + "essex,LEFT_ENGAGE,2023-05-01,DAY,hmicfrs-engage-page,,,,,\n");
        Eventually.holds(() -> page("/feeds/forces/essex.atom").contains("2023-05-01"));
        Document second = AtomGrammar.check(get("/feeds/forces/essex.atom").body());
        assertEquals(value(first.getDocumentElement(), "id"), value(second.getDocumentElement(), "id"));
        assertEquals(value(entry(first, "2023-01-01"), "id"), value(entry(second, "2023-01-01"), "id"));
        Element newest = (Element) second.getElementsByTagNameNS(ATOM, "entry").item(0);
        assertTrue(value(newest, "title").contains("left Engage on 2023-05-01"), value(newest, "title"));
        assertEquals(value(newest, "updated"), value(second.getDocumentElement(), "updated"));
        assertTrue(OffsetDateTime.parse(value(entry(first, "2023-01-01"), "updated"))
                .isBefore(OffsetDateTime.parse(value(newest, "updated"))));
        assertNotEquals(
                value(first.getDocumentElement(), "id"),
                value(AtomGrammar.check(get("/feeds/forces/kent.atom").body()).getDocumentElement(), "id"));
    }

    @Test
    void doesNotSendAgainWhatTheClientHas() throws Exception {
        String feed = "/feeds/kinds/monitoring-event.atom";
        // The time is told a second after the import.
        Eventually.holds(() -> !header(get(feed), "Last-Modified").isEmpty());
        HttpResponse<byte[]> first = get(feed);
        String tag = header(first, "ETag");
        String modified = header(first, "Last-Modified");
        HttpResponse<byte[]> again = get(feed, "If-None-Match", tag);
        assertEquals(304, again.statusCode());
        assertEquals(0, again.body().length);
        assertEquals(304, get(feed, "If-Modified-Since", modified).statusCode());
        assertEquals(
                200,
                get(feed, "If-Modified-Since", "Thu, 01 Jan 2015 00:00:00 GMT").statusCode());
        assertEquals(200, get(feed, "If-Modified-Since", "yesterday").statusCode());
        assertEquals(
                200,
                get(feed, "If-None-Match", "\"other\"", "If-Modified-Since", modified)
                        .statusCode());
        importCsv("events.csv", EVENTS + "kent,ENTERED_ENGAGE,2023-01-01,DAY,hmicfrs-engage-page,,,,,\n");
        Eventually.holds(() -> get(feed, "If-None-Match", tag).statusCode() == 200);
        assertEquals(200, get(feed, "If-Modified-Since", modified).statusCode());
    }

    @Test
    void showsTextFromFilesAsText() throws Exception {
        importCsv("findings.csv", """
                force,cycle,pillar,question,kind,ordinal,text,wording,register_id,deadline,publication,url,figure,page,line_from,line_to
                dorset,2016,EFFECTIVENESS,soc,AREA_FOR_IMPROVEMENT,9,<script>alert('1')</script>,SUMMARISED,,,hmicfrs-peel-2016-pages,,,,,
                """);
        Eventually.holds(() -> page("/feeds/forces/dorset.atom").contains("alert"));
        Element entry = entry(AtomGrammar.check(get("/feeds/forces/dorset.atom").body()), "alert");
        assertTrue(
                value(entry, "title").endsWith("area for improvement 9: <script>alert('1')</script>"),
                value(entry, "title"));
        assertFalse(page("/feeds/forces/dorset").contains("<script>alert"));
        assertTrue(page("/feeds/forces/dorset.json").contains("<script>alert('1')</script>"));
    }

    @Test
    void saysWhichFeedsThereAreAndLeadsToThemFromPages() {
        assertEquals(404, get("/feeds/kinds/gossip.atom").statusCode());
        assertTrue(text(get("/feeds/kinds/gossip")).contains("finding-status"));
        HttpResponse<byte[]> unknown = get("/feeds/forces/atlantis.atom");
        assertEquals(404, unknown.statusCode());
        assertTrue(text(unknown).contains("atlantis"), text(unknown));
        assertEquals(404, get("/forces.atom").statusCode());
        assertTrue(
                page("/forces")
                        .contains(
                                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"All changes\" href=\"./feeds/changes.atom\">"));
        assertTrue(page("/feeds/changes").contains("href=\"../feeds/changes.atom\""));
        assertTrue(page("/feeds/changes.csv").startsWith("imported,change,about,said\r\n"));
    }

    private static Element entry(Document atom, String text) {
        for (int i = 0; i < atom.getElementsByTagNameNS(ATOM, "entry").getLength(); i++) {
            Element entry = (Element) atom.getElementsByTagNameNS(ATOM, "entry").item(i);
            if (value(entry, "title").contains(text)) {
                return entry;
            }
        }
        throw new AssertionError("no entry with " + text);
    }

    private static String value(Element parent, String name) {
        return parent.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }

    private static String link(Element entry, String relation) {
        for (int i = 0; i < entry.getElementsByTagNameNS(ATOM, "link").getLength(); i++) {
            Element link = (Element) entry.getElementsByTagNameNS(ATOM, "link").item(i);
            if (link.getAttribute("rel").equals(relation)) {
                return link.getAttribute("href");
            }
        }
        throw new AssertionError("no link " + relation);
    }

    private void importCsv(String name, String content) throws Exception {
        try (Connection connection = database.connect();
                ImportSession session = new ImportSession(
                        connection, Optional.empty(), LocalDate.of(2026, 1, 1), false, () -> {}, 1000)) {
            session.csv(CsvFile.recognise(name, () -> new ByteArrayInputStream(content.getBytes(UTF_8))));
        }
    }
}
