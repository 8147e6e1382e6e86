package peel.reading.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a report, in the form of the published one of 2015, as HTML and roff in several designs, from which other
 * programs make PDFs. What is a heading, a grade, an item or a row is found here independently of the reader.
 */
final class ReportDesigns {

    private static final Pattern ROW = Pattern.compile("(\\s*\\S.*?)((?:\\s+\\d[\\d,]*(?:\\.\\d+)?){2,4})\\s*");
    private static final Pattern GRADE = Pattern.compile("Outstanding|Good|Requires improvement|Inadequate");
    private static final Pattern NAMED = Pattern.compile("Summary of findings|Areas? for improvement|Causes? of concern"
            + "|Recommendations?|Introduction|Summary|Overall judgment\\d*|Force in numbers|Annex A.*|Contents");
    private static final Pattern CRIME_HEADER =
            Pattern.compile("(Rates per 1,000\\s+population)\\s+(.+?)\\s+(England and Wales)\\s*");
    private static final Pattern OUTCOME_HEADER = Pattern.compile("(Outcome type/group)\\s+(\\S+).*");
    private static final Pattern MARK = Pattern.compile("(?<=\\p{L}{2}|\\p{L}[.,)])(\\d{1,2})(?=[\\s.]|$)");

    enum Kind {
        HEADING,
        QUESTION,
        GRADE,
        PARAGRAPH,
        ITEM,
        CAPTION,
        FOOTNOTE,
        LINK,
        TABLE
    }

    /** A part of the report; the rows of a table have cells. */
    record Block(Kind kind, String text, List<List<String>> rows) {}

    private ReportDesigns() {}

    /** The blocks of each page. */
    static List<List<Block>> pages(String text) {
        List<List<Block>> pages = new ArrayList<>();
        for (String page : TransformedReports.pages(text)) {
            pages.add(blocks(page));
        }
        return pages;
    }

    private static List<Block> blocks(String page) {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> table = null;
        StringBuilder open = new StringBuilder();
        boolean footnotes = false;
        for (String line : (page + "\n").split("\n", -1)) {
            if (line.matches(" {44}")) {
                close(open, blocks, false);
                footnotes = true;
                continue;
            }
            String tidy = line.strip();
            Matcher row = ROW.matcher(line);
            Matcher crime = CRIME_HEADER.matcher(tidy);
            Matcher outcome = OUTCOME_HEADER.matcher(tidy);
            if (tidy.isEmpty()) {
                if (open.length() > 0) {
                    close(open, blocks, footnotes);
                    footnotes = false;
                }
            } else if (crime.matches() || outcome.matches()) {
                close(open, blocks, footnotes);
                table = new ArrayList<>();
                blocks.add(new Block(Kind.TABLE, "", table));
                if (crime.matches()) {
                    table.add(List.of(crime.group(1), crime.group(2), crime.group(3)));
                } else {
                    table.add(List.of(outcome.group(1), outcome.group(2), "", "England and Wales", ""));
                    table.add(List.of("", "Number of outcomes", "Rate", "Number of outcomes", "Rate"));
                }
            } else if (table != null && tidy.startsWith("Number of outcomes Rate")) {
                continue;
            } else if (table != null && row.matches()) {
                List<String> cells = new ArrayList<>(List.of(row.group(1).stripTrailing()));
                cells.addAll(List.of(row.group(2).strip().split("\\s+")));
                table.add(cells);
            } else {
                table = null;
                boolean starts = tidy.startsWith("•")
                        || tidy.matches("(?:Source|Figure \\d+):.*|\\*.*")
                        || footnotes && tidy.matches("\\d{1,2} .*")
                        || open.toString().matches("Source:.*")
                        || NAMED.matcher(tidy).matches()
                        || NAMED.matcher(open.toString().strip()).matches()
                        || open.toString().endsWith("? ")
                        || open.length() == 0;
                if (starts) {
                    close(open, blocks, footnotes);
                }
                open.append(tidy);
                open.append(tidy.endsWith("-") ? "" : " ");
            }
        }
        close(open, blocks, footnotes);
        return blocks;
    }

    private static void close(StringBuilder open, List<Block> blocks, boolean footnotes) {
        String text = open.toString().strip();
        open.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        Kind kind;
        if (text.startsWith("http") && text.indexOf(' ') < 0) {
            kind = Kind.LINK;
        } else if (footnotes) {
            kind = Kind.FOOTNOTE;
        } else if (GRADE.matcher(text).matches()) {
            kind = Kind.GRADE;
        } else if (NAMED.matcher(text).matches()) {
            kind = Kind.HEADING;
        } else if (text.endsWith("?") && text.length() < 220) {
            kind = Kind.QUESTION;
        } else if (text.startsWith("•")) {
            kind = Kind.ITEM;
            text = text.substring(1).strip();
        } else if (text.startsWith("Figure ") && text.indexOf(':') > 0 && text.indexOf(':') < 11) {
            kind = Kind.CAPTION;
        } else {
            kind = Kind.PARAGRAPH;
        }
        blocks.add(new Block(kind, text, List.of()));
    }

    // HTML

    private static String css(String design) {
        String all =
                "@page{size:A4;margin:22mm}body{font:11pt/1.3 'Liberation Sans',Arial,sans-serif}h1{font-size:18pt}"
                        + "h2{font-size:14pt}.grade{font-weight:bold}.foot{font-size:8pt}.link{font-size:8pt}caption,.caption{font-weight:"
                        + "bold;font-size:10pt;text-align:left}table{width:100%;border-collapse:collapse}td,th{border:1px solid #999;"
                        + "padding:3px;font-size:10pt}td+td{text-align:right}.sub{padding-left:20px}sup{font-size:65%}";
        return all
                + switch (design) {
                    case "grades" -> ".grade{font-size:26pt;color:#060}";
                    case "small-grades" -> ".grade{font-size:8pt}";
                    case "no-bullets" ->
                        "ul{list-style:none}li::before{content:'';display:inline-block;width:5px;height:5px;"
                                + "background:#000;margin-right:8px}";
                    case "heads" ->
                        "@page{@top-left{content:'PEEL: Police effectiveness 2015';font-size:8pt}@bottom-right{content:"
                                + "counter(page);font-size:8pt}}";
                    case "landscape" -> "@page{size:A4 landscape}";
                    case "columns" ->
                        "body{column-count:2;column-gap:12mm;font-size:10pt}h1{font-size:13pt}h2{font-size:12pt}";
                    case "spaced" -> "body{line-height:1.9}p{margin:1.6em 0}";
                    case "tight" -> "p,li,h1,h2,ul,table{margin:0}body{line-height:1.15}";
                    case "justified" -> "p,li{text-align:justify;hyphens:auto}";
                    case "boxes" ->
                        ".box{border:2px solid #036;background:#def;padding:8px}.grade{float:right;border:1px solid"
                                + " #000;padding:6px}";
                    case "letterspaced" -> "h1,h2,.grade{letter-spacing:.12em}";
                    case "capitals" -> "h2,.grade{text-transform:uppercase}";
                    case "small-capitals" -> "h2,.grade{font-variant:small-caps}";
                    case "serif" ->
                        "body{font-family:'Liberation Serif',serif;font-size:12pt;font-variant-ligatures:common-ligatures}";
                    case "bare-tables" -> "td,th{border:0}table{width:70%}";
                    case "grade-beside" ->
                        "h1{width:70%;float:left}.grade{margin-left:75%;font-size:15pt}h1+p+*{clear:both}";
                    default -> "";
                };
    }

    static final List<String> DESIGNS = List.of(
            "plain",
            "grades",
            "small-grades",
            "no-bullets",
            "heads",
            "landscape",
            "columns",
            "spaced",
            "tight",
            "justified",
            "boxes",
            "letterspaced",
            "capitals",
            "small-capitals",
            "serif",
            "bare-tables",
            "flowing",
            "flowing-columns",
            "marks");

    /** The report as HTML in a design. */
    static String html(String text, String design) {
        boolean flowing = design.startsWith("flowing");
        boolean marks = design.equals("marks");
        StringBuilder html =
                new StringBuilder("<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>"
                        + "PEEL: Police effectiveness 2015</title><style>" + css(design.replace("flowing-", ""))
                        + "</style></head><body>\n");
        boolean first = true;
        for (List<Block> page : pages(text)) {
            html.append(first || flowing ? "<div>" : "<div style=\"page-break-before:always\">");
            first = false;
            boolean list = false;
            boolean box = false;
            for (Block block : page) {
                boolean item = block.kind() == Kind.ITEM;
                if (list != item) {
                    html.append(item ? "<ul>" : "</ul>");
                    list = item;
                }
                boolean boxed = block.text().matches("Areas? for improvement|Causes? of concern");
                if (box && !item && !(block.text().equals("Recommendations") || block.kind() == Kind.PARAGRAPH)) {
                    html.append("</div>");
                    box = false;
                }
                if (boxed && !box && design.equals("boxes")) {
                    html.append("<div class=box>");
                    box = true;
                }
                String shown = marks ? raised(block.text(), block.kind()) : escaped(block.text());
                if (design.equals("justified")) {
                    shown = shown.replaceAll("(?<=\\p{Ll}{4})(?=\\p{Ll}{4})", "&shy;");
                }
                html.append(
                        switch (block.kind()) {
                            case HEADING -> "<h2>" + shown + "</h2>";
                            case QUESTION -> "<h1>" + shown + "</h1>";
                            case GRADE -> "<p class=grade>" + shown + "</p>";
                            case PARAGRAPH -> "<p>" + shown + "</p>";
                            case ITEM -> "<li>" + shown + "</li>";
                            case CAPTION -> "<p class=caption>" + shown + "</p>";
                            case FOOTNOTE -> "<p class=foot>" + shown + "</p>";
                            case LINK -> "<p class=link>" + shown + "</p>";
                            case TABLE -> table(block.rows());
                        });
                html.append('\n');
            }
            html.append(list ? "</ul>" : "").append(box ? "</div>" : "").append("</div>\n");
        }
        return html.append("</body></html>\n").toString();
    }

    private static String raised(String text, Kind kind) {
        if (kind == Kind.FOOTNOTE) {
            return escaped(text).replaceFirst("^(\\d{1,2}) ", "<sup>$1</sup> ");
        }
        return MARK.matcher(escaped(text)).replaceAll("<sup>$1</sup>");
    }

    private static String table(List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<table>");
        for (List<String> row : rows) {
            boolean head = !row.get(row.size() - 1).matches("[\\d.,]+");
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                boolean wide = head && i + 1 < row.size() && row.get(i + 1).isEmpty() && !cell.isEmpty() && i > 0;
                html.append(head ? "<th" : "<td")
                        .append(wide ? " colspan=2" : "")
                        .append(cell.startsWith("  ") ? " class=sub" : "")
                        .append('>')
                        .append(escaped(cell.strip()))
                        .append(head ? "</th>" : "</td>");
                i += wide ? 1 : 0;
            }
            html.append("</tr>\n");
        }
        return html.append("</table>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    // roff

    static final List<String> ROFF_DESIGNS = List.of("plain", "grades", "columns", "ragged", "heads", "large", "boxes");

    /** The report for groff's macros ms and tbl. */
    static String roff(String text, String design) {
        StringBuilder roff = new StringBuilder(".nr PS 11\n.nr VS 14\n.nr LL 16c\n.nr PO 2.5c\n.nr HM 2c\n.nr FM 2c\n");
        if (design.equals("heads")) {
            roff.append(".ds LH PEEL: Police effectiveness 2015\n.ds CH\n.ds RH HMIC\n.ds CF \\\\n%\n");
        } else {
            roff.append(".ds LH\n.ds CH\n.ds RH\n.ds CF\n");
        }
        if (design.equals("large")) {
            roff.append(".nr PS 14\n.nr VS 24\n");
        }
        if (design.equals("ragged")) {
            roff.append(".na\n.nh\n");
        }
        if (design.equals("columns")) {
            roff.append(".2C\n");
        }
        boolean first = true;
        for (List<Block> page : pages(text)) {
            if (!first && !design.equals("columns")) {
                roff.append(".bp\n");
            }
            first = false;
            for (Block block : page) {
                String shown = escapedRoff(block.text());
                roff.append(
                        switch (block.kind()) {
                            case HEADING -> ".SH\n" + shown + "\n";
                            case QUESTION -> ".SH\n.LG\n" + shown + "\n.NL\n";
                            case GRADE ->
                                design.equals("grades")
                                        ? ".LP\n.ps 24\n.vs 28\n" + shown + "\n.br\n.ps\n.vs\n"
                                        : ".LP\n.B\n" + shown + "\n.R\n";
                            case PARAGRAPH, CAPTION -> ".LP\n" + shown + "\n";
                            case ITEM -> ".IP \\(bu 2\n" + shown + "\n";
                            case FOOTNOTE, LINK -> ".LP\n.SM\n.SM\n" + shown + "\n.NL\n";
                            case TABLE -> roffTable(block.rows(), design);
                        });
            }
        }
        return roff.toString();
    }

    private static String roffTable(List<List<String>> rows, String design) {
        int columns = rows.get(rows.size() - 1).size();
        StringBuilder roff = new StringBuilder(design.equals("boxes") ? ".TS\nallbox;\n" : ".TS\n");
        roff.append("l").append(" r".repeat(columns - 1)).append(".\n");
        for (List<String> row : rows) {
            roff.append(String.join("\t", row.stream().map(ReportDesigns::cell).toList()));
            roff.append("\n");
        }
        return roff.append(".TE\n").toString();
    }

    private static String cell(String cell) {
        String shown = escapedRoff(cell.strip());
        return cell.startsWith("  ") ? "\\ \\ \\ " + shown : shown;
    }

    private static String escapedRoff(String text) {
        String shown = text.replace("\\", "\\e")
                .replace("’", "\\(cq")
                .replace("‘", "\\(oq")
                .replace("“", "\\(lq")
                .replace("”", "\\(rq")
                .replace("–", "\\(en")
                .replace("£", "\\(Po")
                .replace("©", "\\(co")
                .replace("-", "\\-");
        return shown.startsWith(".") || shown.startsWith("'") ? "\\&" + shown : shown;
    }
}
