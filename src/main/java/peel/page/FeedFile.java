package peel.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A feed as Atom (RFC 4287) and as JSON Feed 1.1. Links are absolute if the public address is known. Otherwise they are
 * relative in Atom, whose readers resolve them, and left out in JSON Feed, which has only absolute ones. IDs are {@code
 * urn:uuid}: a {@code tag} URI would need a domain name, which the service may not know and which may change.
 */
final class FeedFile {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String SITE = "PEEL inspections";
    private static final String RIGHTS =
            "Contains public sector information licensed under the Open Government Licence v3.0.";
    private static final String LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

    private final PageAddress address;
    private final PageFeed feed;
    private final Optional<URI> publicAddress;

    FeedFile(PageAddress address, PageFeed feed, Optional<URI> publicAddress) {
        this.address = address;
        this.feed = feed;
        this.publicAddress = publicAddress;
    }

    byte[] atom() {
        StringWriter text = new StringWriter();
        try {
            // Not newFactory(), which searches the class path.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(ATOM);
            xml.writeStartElement(ATOM, "feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", "en-GB");
            element(xml, "id", urn(feed.id()));
            element(xml, "title", feed.title());
            element(xml, "updated", time(feed.updated()));
            link(xml, "self", PageForm.ATOM.mediaTypeOnly(), own(PageForm.ATOM));
            link(xml, "alternate", "text/html", own(PageForm.HTML));
            link(xml, "alternate", PageForm.FEED_JSON, own(PageForm.JSON));
            link(xml, "license", "text/html", LICENCE);
            element(xml, "rights", RIGHTS);
            xml.writeStartElement(ATOM, "author");
            element(xml, "name", SITE);
            xml.writeEndElement();
            for (PageFeed.Entry entry : feed.entries()) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString().getBytes(UTF_8);
    }

    private void write(XMLStreamWriter xml, PageFeed.Entry entry) throws XMLStreamException {
        xml.writeStartElement(ATOM, "entry");
        element(xml, "id", urn(entry.id()));
        element(xml, "title", entry.title());
        element(xml, "updated", time(entry.updated()));
        xml.writeEmptyElement(ATOM, "category");
        xml.writeAttribute("term", printable(entry.category()));
        link(xml, "alternate", "text/html", to(entry.page()));
        if (entry.source() != null) {
            link(xml, "via", null, entry.source());
        }
        xml.writeStartElement(ATOM, "content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(printable(entry.text()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(ATOM, name);
        xml.writeCharacters(printable(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, @Nullable String type, String href)
            throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "link");
        xml.writeAttribute("rel", relation);
        if (type != null) {
            xml.writeAttribute("type", type);
        }
        xml.writeAttribute("href", printable(href));
    }

    /** The text with a sign for each character that XML 1.0 cannot contain: the writer escapes only markup. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t' || c == '\n' || c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF
                        ? c
                        : 0xFFFD)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("version", "https://jsonfeed.org/version/1.1");
            json.writeStringField("title", feed.title());
            if (publicAddress.isPresent()) {
                json.writeStringField("home_page_url", own(PageForm.HTML));
                json.writeStringField("feed_url", own(PageForm.JSON));
            }
            json.writeStringField("language", "en-GB");
            json.writeArrayFieldStart("authors");
            json.writeStartObject();
            json.writeStringField("name", SITE);
            json.writeEndObject();
            json.writeEndArray();
            json.writeArrayFieldStart("items");
            for (PageFeed.Entry entry : feed.entries()) {
                write(json, entry);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(JsonGenerator json, PageFeed.Entry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", urn(entry.id()));
        if (publicAddress.isPresent()) {
            json.writeStringField("url", to(entry.page()));
        }
        if (entry.source() != null) {
            json.writeStringField("external_url", entry.source());
        }
        json.writeStringField("title", entry.title());
        json.writeStringField("content_text", entry.text());
        json.writeStringField("date_published", time(entry.updated()));
        json.writeArrayFieldStart("tags");
        json.writeString(entry.category());
        json.writeEndArray();
        json.writeEndObject();
    }

    private String own(PageForm form) {
        return publicAddress.isEmpty() ? address.to(form) : absolute(address.canonical() + form.suffix());
    }

    private String to(String page) {
        return publicAddress.isEmpty() ? address.to(page) : absolute(page);
    }

    private String absolute(String path) {
        String root = publicAddress.orElseThrow().toString();
        return (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path;
    }

    private static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    /** Always with seconds, as RFC 3339 requires. */
    private static String time(OffsetDateTime time) {
        return DateTimeFormatter.ISO_INSTANT.format(time);
    }
}
