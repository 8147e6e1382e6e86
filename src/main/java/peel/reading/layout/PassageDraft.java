package peel.reading.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import peel.reading.text.Line;

/** A passage or heading while its lines are gathered. */
final class PassageDraft {

    private static final Pattern ADDRESS = Pattern.compile("(?:.* )?(?:https?://|www\\.)\\S*");
    private static final Pattern ADDRESS_GOES_ON = Pattern.compile("\\S*[._/]\\S*(?: .*)?");
    private static final Pattern COORDINATED = Pattern.compile("(?:and|or|to)\\b.*");

    /** A line of text shorter than this doesn't reach the right margin. */
    private static final int FULL_LINE = 60;

    private static final int FULL_ADDRESS_LINE = 80;
    private static final int NARROW_COLUMN = 48;

    final PassageKind kind;
    final int section;
    final Integer number;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();

    /** Footnote marks found in the joined text. */
    final List<Mark> marks = new ArrayList<>();

    /**
     * A footnote mark in the joined text.
     *
     * @param number the footnote's number
     * @param start where it begins, with the blank before it
     * @param end behind it
     */
    record Mark(int number, int start, int end) {}

    PassageDraft(PassageKind kind, int section, Integer number) {
        this.kind = kind;
        this.section = section;
        this.number = number;
    }

    PassageDraft add(Line line) {
        return add(line, LineText.tidy(line.text()));
    }

    PassageDraft add(Line line, String part) {
        lines.add(line);
        parts.add(part);
        return this;
    }

    Line firstLine() {
        return lines.get(0);
    }

    Line lastLine() {
        return lines.get(lines.size() - 1);
    }

    List<Line> lines() {
        return lines;
    }

    /** Whether its text goes on behind its last line. */
    boolean unfinished() {
        return LineText.unfinished(parts.get(parts.size() - 1));
    }

    /** Whether its last line reaches the right margin. */
    boolean endsFull() {
        return parts.get(parts.size() - 1).length() >= FULL_LINE;
    }

    /** Whether it is set in a column of half a page. */
    boolean narrow() {
        return parts.size() > 2 && parts.stream().mapToInt(String::length).max().orElse(0) <= NARROW_COLUMN;
    }

    /** Its text with footnote marks, and where each line's part begins in it. */
    String joined(List<Passage.Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                text.append(between(parts.get(i - 1), parts.get(i)));
            }
            pieces.add(new Passage.Piece(text.length(), lines.get(i).number()));
            text.append(parts.get(i));
        }
        return text.toString();
    }

    String joined() {
        return joined(new ArrayList<>());
    }

    private static String between(String before, String after) {
        if (before.length() > 1
                && before.endsWith("-")
                && Character.isLetterOrDigit(before.charAt(before.length() - 2))
                && !after.isEmpty()
                && Character.isLetterOrDigit(after.charAt(0))
                && !COORDINATED.matcher(after).matches()) {
            return "";
        }
        if (before.length() >= FULL_ADDRESS_LINE
                && ADDRESS.matcher(before).matches()
                && ADDRESS_GOES_ON.matcher(after).matches()) {
            return "";
        }
        return " ";
    }
}
