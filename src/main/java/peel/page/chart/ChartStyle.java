package peel.page.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The charts' part of the style sheet. For files of their own the colours are written out, since drawing programs and
 * office suites do not know CSS variables.
 */
public final class ChartStyle {

    private static final String RESOURCE = "/page/charts.css";

    /** The rules after this comment are those that a file needs. */
    private static final String RULES = "/* What charts are drawn with;";

    private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});");
    private static final Pattern USE = Pattern.compile("var\\(--([a-z0-9-]+)\\)");

    private ChartStyle() {}

    /** The style sheet as pages include it. */
    public static String sheet() {
        return Loaded.SHEET;
    }

    static String forFiles() {
        return Loaded.FOR_FILES;
    }

    /** The colours by name, of the light scheme or the dark one. */
    static Map<String, String> colours(boolean dark) {
        int darkFrom = Loaded.SHEET.indexOf("@media (prefers-color-scheme: dark)");
        String part = dark
                ? Loaded.SHEET.substring(darkFrom, Loaded.SHEET.indexOf(RULES))
                : Loaded.SHEET.substring(0, darkFrom);
        Map<String, String> colours = new LinkedHashMap<>();
        Matcher token = TOKEN.matcher(part);
        while (token.find()) {
            colours.put(token.group(1), token.group(2));
        }
        return colours;
    }

    /** Read when it is first needed, so that a start without pages does not. */
    private static final class Loaded {

        private static final String SHEET = read();
        private static final String FOR_FILES = writtenOut();

        private static String read() {
            try (InputStream in = ChartStyle.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("resource not found: " + RESOURCE);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String writtenOut() {
            int comment = SHEET.indexOf(RULES);
            String rules = SHEET.substring(SHEET.indexOf("*/", comment) + 2).trim();
            int darkFrom = SHEET.indexOf("@media (prefers-color-scheme: dark)");
            Map<String, String> light = new LinkedHashMap<>();
            Matcher token = TOKEN.matcher(SHEET.substring(0, darkFrom));
            while (token.find()) {
                light.put(token.group(1), token.group(2));
            }
            return USE.matcher(rules).replaceAll(use -> light.get(use.group(1)));
        }
    }
}
