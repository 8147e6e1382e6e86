package peel.graphiql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import peel.http.StaticFile;

/** The page and what it loads. The names of scripts and styles have a hash of the content, so that clients keep them. */
final class PageFiles {

    /** GraphiQL, React and the icon, compressed by the build. */
    private static final String BUNDLE = "/graphiql/bundle/";

    private static final String OWN = "/graphiql/";

    private static final String PAGE = "index.html";

    private static final List<String> RESOURCES = List.of(
            BUNDLE + "graphiql.min.css",
            BUNDLE + "react.production.min.js",
            BUNDLE + "react-dom.production.min.js",
            BUNDLE + "graphiql.min.js",
            OWN + "page.css",
            OWN + "examples.js",
            OWN + "permalink.js",
            OWN + "page.js");

    private static final String SOURCE_MAP = "# sourceMappingURL=";

    private PageFiles() {}

    /** Returns the files by their names below the page's address; the page itself has an empty name. */
    static Map<String, StaticFile> read() {
        Map<String, StaticFile> files = new HashMap<>();
        String page = new String(StaticFile.resource(OWN + PAGE), UTF_8);
        for (String resource : RESOURCES) {
            String name = resource.substring(resource.lastIndexOf('/') + 1);
            StaticFile file =
                    new StaticFile(mediaType(name), StaticFile.IMMUTABLE, () -> withoutSourceMap(content(resource)));
            int dot = name.lastIndexOf('.');
            String address = name.substring(0, dot) + "." + file.hash() + name.substring(dot);
            if (!page.contains("\"" + name + "\"")) {
                throw new IllegalStateException("The page does not load " + name);
            }
            page = page.replace("\"" + name + "\"", "\"" + address + "\"");
            files.put(address, file);
        }
        files.put("", new StaticFile("text/html; charset=utf-8", StaticFile.REVALIDATED, StaticFile.text(page)));
        return Map.copyOf(files);
    }

    static byte[] icon() {
        return content(BUNDLE + "favicon.ico");
    }

    private static byte[] content(String resource) {
        if (!resource.startsWith(BUNDLE)) {
            return StaticFile.resource(resource);
        }
        byte[] compressed = StaticFile.resource(resource + ".gz");
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mediaType(String name) {
        return (name.endsWith(".css") ? "text/css" : "text/javascript") + "; charset=utf-8";
    }

    /** Browsers would ask for the map, which is not served. */
    private static byte[] withoutSourceMap(byte[] content) {
        String text = new String(content, UTF_8);
        int comment = text.lastIndexOf(SOURCE_MAP);
        if (comment < 0) {
            return content;
        }
        // The comment is the last line: "//# sourceMappingURL=..." in a script, "/*# sourceMappingURL=... */" in a
        // style.
        return text.substring(0, comment - 2).stripTrailing().getBytes(UTF_8);
    }
}
