package peel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class FeedFileTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final UUID FEED = UUID.fromString("0e8f3c5a-7b1d-4b0e-9d2f-3a5c7e9b1d2f");
    private static final UUID ENTRY = UUID.fromString("5f0c1c1e-5d0f-4f7e-8a39-6a4f5b5f2c11");
    private static final String HOSTILE = "</title><script>alert(\"1\")</script>&amp;]]> \uD83D\uDE93 'x'";

    private static FeedFile file(String title, String source, Optional<URI> publicAddress) {
        PageFeed.Entry entry = new PageFeed.Entry(
                ENTRY, title, title, OffsetDateTime.parse("2026-11-30T12:00Z"), "/forces/kent", source, "judgment");
        return new FeedFile(
                PageAddress.of("/feeds/forces/kent", Map.of(), new TreeMap<>()),
                new PageFeed(FEED, title, OffsetDateTime.parse("2026-11-30T12:00Z"), List.of(entry)),
                publicAddress);
    }

    @Test
    void writesTextThatLooksLikeMarkupAsText() {
        Document atom = AtomGrammar.check(file(HOSTILE, "https://example.org/?a=1&b=\"2\"", Optional.empty())
                .atom());
        assertEquals(2, atom.getElementsByTagNameNS(ATOM, "title").getLength());
        assertEquals(HOSTILE, atom.getElementsByTagNameNS(ATOM, "title").item(0).getTextContent());
        assertEquals(
                HOSTILE, atom.getElementsByTagNameNS(ATOM, "content").item(0).getTextContent());
        assertEquals(0, atom.getElementsByTagName("script").getLength());
        assertEquals("https://example.org/?a=1&b=\"2\"", link(atom, "via", 0));
    }

    @Test
    void replacesCharactersThatXmlCannotContain() {
        Document atom = AtomGrammar.check(
                file("a\u0000b\u001bc\uFFFFd\uD800e", null, Optional.empty()).atom());
        assertEquals(
                "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe",
                atom.getElementsByTagNameNS(ATOM, "title").item(0).getTextContent());
    }

    @Test
    void identifiesFeedAndEntryWithoutAnAddress() {
        Document atom = AtomGrammar.check(file("t", null, Optional.empty()).atom());
        assertEquals(
                "urn:uuid:" + FEED,
                atom.getElementsByTagNameNS(ATOM, "id").item(0).getTextContent());
        assertEquals(
                "urn:uuid:" + ENTRY,
                atom.getElementsByTagNameNS(ATOM, "id").item(1).getTextContent());
        assertEquals(
                "2026-11-30T12:00:00Z",
                atom.getElementsByTagNameNS(ATOM, "updated").item(0).getTextContent());
    }

    @Test
    void linksRelativelyWithoutAPublicAddressAndAbsolutelyWithOne() throws Exception {
        Document relative = AtomGrammar.check(file("t", null, Optional.empty()).atom());
        assertEquals("../../feeds/forces/kent.atom", link(relative, "self", 0));
        assertEquals("../../forces/kent", link(relative, "alternate", 2));
        Optional<URI> address = Optional.of(URI.create("https://peel.example/data/"));
        Document absolute = AtomGrammar.check(file("t", null, address).atom());
        assertEquals("https://peel.example/data/feeds/forces/kent.atom", link(absolute, "self", 0));
        assertEquals("https://peel.example/data/forces/kent", link(absolute, "alternate", 2));
        JsonNode without = json(file("t", null, Optional.empty()));
        assertTrue(without.path("feed_url").isMissingNode());
        assertTrue(without.at("/items/0/url").isMissingNode());
        JsonNode with = json(file("t", null, address));
        assertEquals(
                "https://peel.example/data/feeds/forces/kent.json",
                with.path("feed_url").asText());
        assertEquals(
                "https://peel.example/data/forces/kent", with.at("/items/0/url").asText());
    }

    /** What JSON Feed 1.1 requires. */
    @Test
    void writesAJsonFeed() throws Exception {
        JsonNode feed = json(file(HOSTILE, "https://example.org/", Optional.empty()));
        assertEquals("https://jsonfeed.org/version/1.1", feed.path("version").asText());
        assertEquals(HOSTILE, feed.path("title").asText());
        JsonNode item = feed.at("/items/0");
        assertEquals("urn:uuid:" + ENTRY, item.path("id").asText());
        assertEquals(HOSTILE, item.path("content_text").asText());
        assertEquals("2026-11-30T12:00:00Z", item.path("date_published").asText());
        assertEquals("https://example.org/", item.path("external_url").asText());
    }

    /** Tests the check itself. */
    @Test
    void refusesWhatTheGrammarDoesNotAllow() {
        assertThrows(
                AssertionError.class,
                () -> AtomGrammar.check(
                        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:x</id><title>t</title></feed>"
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode json(FeedFile file) throws Exception {
        return new ObjectMapper().readTree(file.json());
    }

    private static String link(Document atom, String relation, int index) {
        int found = 0;
        for (int i = 0; i < atom.getElementsByTagNameNS(ATOM, "link").getLength(); i++) {
            Element link = (Element) atom.getElementsByTagNameNS(ATOM, "link").item(i);
            if (link.getAttribute("rel").equals(relation) && found++ == index) {
                return link.getAttribute("href");
            }
        }
        throw new AssertionError("no link " + relation);
    }
}
