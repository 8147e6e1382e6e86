package peel.reading.layout;

import java.util.ArrayList;
import java.util.List;
import peel.reading.text.Line;
import peel.reading.text.NormalizedText;
import peel.reading.text.ReportText;

/**
 * The lines of a report, normalised, with their sheets and roles. Lines are addressed by index, from 0; blank lines
 * that only space all others apart have no index.
 */
final class ReportLines {

    /** Lines with text from which a text can be called spaced. */
    private static final int LEAST_SPACED = 20;

    /** Characters from which a line may be one of running text. */
    private static final int SHORTEST_LINE = 40;

    /** Characters that a line may be shorter than the others without ending early. */
    private static final int SLACK = 8;

    private final ReportText report;
    private final List<Line> lines;
    private final int[] sheets;
    private final int[] sheetsByNumber;
    private final LineRoles roles;
    private final Hyphenation hyphenation;
    private final int width;

    ReportLines(ReportText report, QuestionHeadings questions) {
        this.report = report;
        ReportText normalized =
                new ReportText(report.file(), report.sha256(), report.format(), closedUp(normalized(report.lines())));
        this.lines = normalized.lines();
        this.sheets = Sheets.of(normalized);
        this.sheetsByNumber = new int[lastNumber() + 1];
        for (int i = 0; i < lines.size(); i++) {
            sheetsByNumber[lines.get(i).number()] = sheets[i];
        }
        this.width = width(lines);
        this.hyphenation = new Hyphenation(lines, questions.wordings());
        this.roles = LineRoles.of(lines, sheets, questions);
    }

    /** The lines in normal form, without form feeds and without the indent that all lines share. */
    private static List<Line> normalized(List<Line> raw) {
        List<String> texts = new ArrayList<>(raw.size());
        int common = Integer.MAX_VALUE;
        List<String> unmarked = Markup.without(raw.stream()
                .map(line -> NormalizedText.normalize(line.text()).replace("\f", ""))
                .toList());
        for (String line : unmarked) {
            String text = line;
            int indent = 0;
            while (indent < text.length() && text.charAt(indent) == '\t') {
                indent++;
            }
            text = "    ".repeat(Math.min(indent, 8)) + text.substring(indent);
            texts.add(text);
            if (!LineText.blank(text)) {
                common = Math.min(common, LineText.indent(text));
            }
        }
        List<Line> lines = new ArrayList<>(raw.size());
        for (int i = 0; i < raw.size(); i++) {
            String text = texts.get(i);
            lines.add(new Line(
                    raw.get(i).number(),
                    raw.get(i).page(),
                    common == Integer.MAX_VALUE || LineText.indent(text) < common ? text : text.substring(common),
                    raw.get(i).rank()));
        }
        return lines;
    }

    /** Removes the blank lines that follow each line of a text which is spaced throughout. */
    private static List<Line> closedUp(List<Line> lines) {
        int filled = 0;
        int adjacent = 0;
        int continued = 0;
        String before = "";
        for (int i = 0; i < lines.size(); i++) {
            String text = LineText.tidy(lines.get(i).text());
            if (!LineText.blank(text)) {
                filled++;
                adjacent += i > 0 && !LineText.blank(lines.get(i - 1).text()) ? 1 : 0;
                continued += LineText.endsMidSentence(before) && LineText.startsMidSentence(text) ? 1 : 0;
                before = text;
            }
        }
        // In a text with one paragraph on each line, the lines end with sentences.
        if (filled < LEAST_SPACED || adjacent * 20 > filled || continued * 5 < filled) {
            return lines;
        }
        List<Line> closed = new ArrayList<>();
        int run = 0;
        for (Line line : lines) {
            boolean blank = line.text().isBlank() && !LineRoles.isRule(line.text());
            run = blank ? run + 1 : 0;
            if (!blank || run % 2 == 0) {
                closed.add(line);
            }
        }
        return closed;
    }

    ReportText report() {
        return report;
    }

    int size() {
        return lines.size();
    }

    Line get(int index) {
        return lines.get(index);
    }

    int sheet(int index) {
        return sheets[index];
    }

    int sheetOf(Line line) {
        return sheetsByNumber[line.number()];
    }

    /** The sheet of a line, given by its number in the file. */
    int sheetOfNumber(int number) {
        return sheetsByNumber[number];
    }

    /** The number of the file's last line. */
    int lastNumber() {
        return report.lines().get(report.lines().size() - 1).number();
    }

    Hyphenation hyphenation() {
        return hyphenation;
    }

    LineRoles roles() {
        return roles;
    }

    LineRole role(int index) {
        return roles.get(index);
    }

    String tidy(int index) {
        return LineText.tidy(get(index).text());
    }

    /** The end, exclusive, of the block of body lines that starts at an index and ends with its sheet. */
    int blockEnd(int from) {
        int to = from;
        while (to < size() && role(to) == LineRole.BODY && sheets[to] == sheets[from]) {
            to++;
        }
        return to;
    }

    /** The lines of a possible heading, joined, without a footnote mark or colon at the end. */
    String joined(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (i > from) {
                text.append(PassageDraft.between(tidy(i - 1), tidy(i)));
                if (hyphenation.isOneWord(tidy(i - 1), tidy(i))) {
                    text.setLength(text.length() - 1);
                }
            }
            text.append(tidy(i));
        }
        return Headings.bare(text.toString());
    }

    /**
     * Whether a line ends a sentence although the next line's first word would have had room on it, so that the next line
     * starts something else.
     */
    boolean endsEarly(int index) {
        String line = tidy(index);
        String next = tidy(index + 1);
        if (LineText.endsMidSentence(line) || LineText.startsMidSentence(next)) {
            return false;
        }
        int word = next.indexOf(' ') < 0 ? next.length() : next.indexOf(' ');
        return line.length() + 1 + word + SLACK <= width;
    }

    /** The length that most lines of text do not exceed. */
    private static int width(List<Line> lines) {
        int[] lengths = lines.stream()
                .mapToInt(line -> LineText.tidy(line.text()).length())
                .filter(length -> length > SHORTEST_LINE)
                .sorted()
                .toArray();
        return lengths.length == 0 ? 0 : lengths[lengths.length * 4 / 5];
    }

    /** The index after the lines that are a known question word for word; the same index if they are none. */
    int exactQuestionEnd(QuestionHeadings questions, int index) {
        return roles.exactQuestionEnd(questions, index);
    }

    /** Whether a line in the middle of a block is nothing but a grade, and no sentence goes on behind it. */
    boolean isGradeLine(int index, int end) {
        return Headings.grade(tidy(index))
                && (index + 1 == end
                        || !Character.isLetterOrDigit(tidy(index + 1).charAt(0))
                        || !LineText.startsMidSentence(tidy(index + 1)));
    }

    /** Whether the lines up to the end of a block are nothing but a grade. */
    boolean isGrade(int from, int end) {
        return end - from <= 2 && Headings.grade(tidy(from) + (end - from == 2 ? " " + tidy(from + 1) : ""));
    }
}
