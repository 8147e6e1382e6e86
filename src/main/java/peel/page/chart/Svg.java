package peel.page.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes SVG elements. Text is escaped here and nowhere else. Looks are classes of the style sheet: the pages' content
 * security policy forbids style attributes.
 */
final class Svg {

    /** The mean width of a character of the common sans serif fonts, as a share of the font size; a little generous. */
    private static final double CHARACTER = 0.55;

    private final StringBuilder out = new StringBuilder(4096);
    private final boolean links;

    /** The texts of the part that is being drawn. */
    private final List<String> shown = new ArrayList<>();

    Svg(boolean links) {
        this.links = links;
    }

    /** Breaks text into lines of at most this width; a longer word has a line of its own. */
    static List<String> wrapped(String text, double width, double fontSize) {
        int most = Math.max(8, (int) (width / (fontSize * CHARACTER)));
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.trim().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(isXml(text, i) ? c : '\uFFFD');
            }
        }
        return escaped.toString();
    }

    /** Whether XML 1.0 allows the character; one that it does not would make a file of its own unreadable. */
    private static boolean isXml(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        }
        return c >= ' ' && c < '\uFFFE' || c == '\t' || c == '\n' || c == '\r';
    }

    /** A coordinate: one decimal is less than a pixel at every size that is shown. */
    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    Svg box(double x, double y, double width, double height, String classes) {
        return raw("<rect x=\"")
                .raw(number(x))
                .raw("\" y=\"")
                .raw(number(y))
                .raw("\" width=\"")
                .raw(number(width))
                .raw("\" height=\"")
                .raw(number(height))
                .raw("\" class=\"")
                .raw(classes)
                .raw("\"/>");
    }

    Svg line(double x1, double y1, double x2, double y2, String classes) {
        return raw("<line x1=\"")
                .raw(number(x1))
                .raw("\" y1=\"")
                .raw(number(y1))
                .raw("\" x2=\"")
                .raw(number(x2))
                .raw("\" y2=\"")
                .raw(number(y2))
                .raw("\" class=\"")
                .raw(classes)
                .raw("\"/>");
    }

    Svg circle(double x, double y, double radius, String classes) {
        return raw("<circle cx=\"")
                .raw(number(x))
                .raw("\" cy=\"")
                .raw(number(y))
                .raw("\" r=\"")
                .raw(number(radius))
                .raw("\" class=\"")
                .raw(classes)
                .raw("\"/>");
    }

    Svg path(String commands, String classes) {
        return raw("<path d=\"").raw(commands).raw("\" class=\"").raw(classes).raw("\"/>");
    }

    /** Text whose base line is at y. */
    Svg text(double x, double y, String text, String classes) {
        raw("<text x=\"").raw(number(x)).raw("\" y=\"").raw(number(y)).raw("\"");
        if (!classes.isEmpty()) {
            raw(" class=\"").raw(classes).raw("\"");
        }
        shown.add(text);
        // The blank keeps the words of two texts apart for those who cannot see where they stand.
        return raw(">").raw(escaped(text)).raw("</text> ");
    }

    /** A box that shows a mark: its colour or its pattern. */
    Svg mark(double x, double y, double width, double height, Mark mark) {
        box(x, y, width, height, "box " + mark.style());
        if (mark.style().equals("not-graded")) {
            hatch(x, y, width, height);
        }
        return this;
    }

    /** Diagonal lines: a pattern would need an id, and ids of several charts in one page could clash. */
    private void hatch(double x, double y, double width, double height) {
        StringBuilder commands = new StringBuilder();
        double step = 7;
        for (double offset = step; offset < width + height; offset += step) {
            double fromX = Math.min(offset, width);
            double fromY = offset - fromX;
            double toY = Math.min(offset, height);
            double toX = offset - toY;
            commands.append('M')
                    .append(number(x + fromX))
                    .append(' ')
                    .append(number(y + fromY))
                    .append('L')
                    .append(number(x + toX))
                    .append(' ')
                    .append(number(y + toY));
        }
        path(commands.toString(), "hatch");
    }

    /** A part with a name. With an address it is a link; in a file of its own, where no address leads anywhere, a group. */
    Svg part(String name, @Nullable String address, Runnable content) {
        int begin = out.length();
        shown.clear();
        content.run();
        String drawn = out.substring(begin);
        out.setLength(begin);
        if (!links || address == null) {
            raw("<g role=\"img\" aria-label=\"")
                    .raw(escaped(name))
                    .raw("\"><title>")
                    .raw(escaped(name))
                    .raw("</title>");
            return raw(drawn).raw("</g>");
        }
        raw("<a href=\"")
                .raw(escaped(address))
                .raw("\" aria-label=\"")
                .raw(escaped(spoken(name)))
                .raw("\"><title>");
        raw(escaped(name)).raw("</title>");
        return raw(drawn).raw("</a>");
    }

    /** WCAG 2.2, 2.5.3: who speaks to a page says what a link shows, so its name contains that. */
    private String spoken(String name) {
        String visible = String.join(" ", shown);
        return name.contains(visible) ? name : visible + ": " + name;
    }

    Svg raw(String markup) {
        out.append(markup);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
