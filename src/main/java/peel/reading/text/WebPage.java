package peel.reading.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The text of a web page that was saved as a file: one line for each paragraph, heading, item of a list and row of a
 * table, and blank lines between them.
 */
final class WebPage implements NodeVisitor {

    private static final String LEFT_OUT =
            "head, script, style, noscript, template, nav, footer, aside, form, button, select, iframe, object, canvas,"
                    + " [hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo],"
                    + " [style~=(?i)display\\s*:\\s*none], [style~=(?i)visibility\\s*:\\s*hidden]";
    private static final Set<String> LINES = Set.of(
            "address",
            "article",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "tfoot",
            "thead",
            "tr",
            "ul");

    private static final Set<String> GRADES =
            Set.of("outstanding", "good", "adequate", "requires improvement", "inadequate");

    /** Words about a picture that say nothing of what it shows. */
    private static final Pattern FILLER = Pattern.compile(
            "\\b(?:grades?|grading|graded|judge?ments?|icons?|graphics?|badges?|images?|pictures?|ratings?|rated|peel|png|svg"
                    + "|jpe?g|gif|webp|of|the|an?|is|this|for|as|x)\\b");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    /** Characters of the longest description of a picture that may be a grade. */
    private static final int LONGEST = 100;

    /** What stands between the cells of a row. */
    private static final String GAP = "   ";

    private static final Pattern HEADING = Pattern.compile("h[1-6]");

    private final List<String> texts = new ArrayList<>();

    /** The ranks of the headings among the texts, by index. */
    private final Map<Integer, Integer> ranks = new HashMap<>();

    private int rank;
    private final StringBuilder line = new StringBuilder();
    private int preformatted;

    private WebPage() {}

    /**
     * Returns the lines of a page.
     *
     * @throws RefusedReportException if the page shows grades as pictures
     */
    static List<Line> lines(String name, String html) {
        Document document = Jsoup.parse(html);
        document.select(LEFT_OUT).remove();
        List<Element> pictures = document.select("img, svg, input[type=image]");
        WebPage page = new WebPage();
        document.select("svg").remove();
        NodeTraversor.traverse(page, document.body());
        page.endLine(true);
        refusePictures(name, pictures, page.texts);
        List<Line> lines = new ArrayList<>();
        for (String text : page.texts) {
            lines.add(new Line(lines.size() + 1, 1, text, page.ranks.getOrDefault(lines.size(), 0)));
        }
        return lines;
    }

    /** Refuses a page whose grades, or some of them, are pictures: what is left would look like a whole report. */
    private static void refusePictures(String name, List<Element> pictures, List<String> texts) {
        for (Element picture : pictures) {
            String file = picture.attr("src");
            String path = file.startsWith("data:") ? "" : file.substring(file.lastIndexOf('/') + 1);
            for (String about : List.of(picture.attr("alt"), picture.attr("title"), path, picture.text())) {
                if (isGrade(about)) {
                    throw pictures(name, "a picture of a grade (\"%s\")".formatted(about.strip()));
                }
            }
        }
        if (!pictures.isEmpty()
                && texts.stream().noneMatch(text -> GRADES.contains(text.strip().toLowerCase(Locale.ROOT)))) {
            throw pictures(name, "%d pictures, but no grade as text".formatted(pictures.size()));
        }
    }

    private static boolean isGrade(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        String words = NO_LETTERS
                .matcher(text.toLowerCase(Locale.ROOT).replace("requiresimprovement", "requires improvement"))
                .replaceAll(" ");
        return GRADES.contains(BLANKS.matcher(FILLER.matcher(words).replaceAll(" "))
                .replaceAll(" ")
                .strip());
    }

    private static RefusedReportException pictures(String name, String what) {
        return new RefusedReportException(
                "%s: the web page shows %s; grades in pictures cannot be read: download the report as PDF from the page"
                        .formatted(name, what));
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            if (preformatted > 0) {
                addPreformatted(text.getWholeText());
            } else {
                addText(text.getWholeText());
            }
            return;
        }
        String tag = node.nodeName().toLowerCase(Locale.ROOT);
        switch (tag) {
            case "br" -> endLine(false);
            case "td", "th" -> {
                if (line.length() > 0) {
                    line.append(GAP);
                }
            }
            default -> {
                if (isCellPart(node, tag)) {
                    addText(" ");
                } else if (LINES.contains(tag)) {
                    endLine(!tag.equals("tr") && !tag.equals("tbody"));
                }
            }
        }
        if (tag.equals("pre")) {
            preformatted++;
        } else if (HEADING.matcher(tag).matches()) {
            rank = tag.charAt(1) - '0';
        } else if (tag.equals("li")) {
            line.append("• ");
        }
    }

    @Override
    public void tail(Node node, int depth) {
        String tag = node.nodeName().toLowerCase(Locale.ROOT);
        if (tag.equals("pre")) {
            preformatted--;
        }
        if (node instanceof Element && isCellPart(node, tag)) {
            addText(" ");
        } else if (LINES.contains(tag)) {
            endLine(!tag.equals("tr"));
        }
        if (HEADING.matcher(tag).matches()) {
            rank = 0;
        }
    }

    /** Whether an element is a part of a cell of a table of figures, which stays on the row's line. */
    private static boolean isCellPart(Node node, String tag) {
        if (!tag.equals("p") && !tag.equals("div")) {
            return false;
        }
        Node parent = node.parent();
        return parent instanceof Element cell
                && (cell.normalName().equals("td") || cell.normalName().equals("th"))
                && cell.childrenSize() == 1;
    }

    private void addText(String text) {
        String tidy = BLANKS.matcher(text).replaceAll(" ");
        if (tidy.startsWith(" ") && (line.length() == 0 || Character.isWhitespace(line.charAt(line.length() - 1)))) {
            tidy = tidy.substring(1);
        }
        line.append(tidy);
    }

    private void addPreformatted(String text) {
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            line.append(lines[i]);
            if (i + 1 < lines.length) {
                texts.add(line.toString());
                line.setLength(0);
            }
        }
    }

    /** Ends the line, and the paragraph if a blank line follows. */
    private void endLine(boolean blankLine) {
        String text = line.toString().stripTrailing();
        line.setLength(0);
        if (!text.isBlank() && !text.equals("•")) {
            ranks.put(texts.size(), rank);
            texts.add(text);
        }
        if (blankLine && !texts.isEmpty() && !texts.get(texts.size() - 1).isEmpty()) {
            texts.add("");
        }
    }
}
