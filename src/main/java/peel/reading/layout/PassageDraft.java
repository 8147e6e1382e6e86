package peel.reading.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.reading.text.Line;

/** A passage or heading to which lines are still added. */
final class PassageDraft {

    private static final Pattern ADDRESS = Pattern.compile("(?:.* )?(?:https?://|www\\.)\\S*");
    private static final Pattern ADDRESS_GOES_ON = Pattern.compile("\\S*[._/]\\S*(?: .*)?");
    private static final Pattern COORDINATED = Pattern.compile("(?:and|or|to)\\b.*");

    /** Characters from which a line reaches the right margin. */
    private static final int FULL_LINE = 60;

    private static final int FULL_ADDRESS_LINE = 80;
    private static final int NARROW_COLUMN = 48;

    final PassageKind kind;
    final int section;
    final @Nullable Integer number;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();

    /** The footnote marks found in the joined text. */
    final List<Mark> marks = new ArrayList<>();

    /**
     * A footnote mark in the joined text.
     *
     * @param number the footnote's number
     * @param start start index, including a blank before the number
     * @param end end index, exclusive
     */
    record Mark(int number, int start, int end) {}

    private final Hyphenation hyphenation;

    PassageDraft(PassageKind kind, int section, @Nullable Integer number, Hyphenation hyphenation) {
        this.hyphenation = hyphenation;
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

    boolean endsMidSentence() {
        return LineText.endsMidSentence(parts.get(parts.size() - 1));
    }

    /** Whether the last line reaches the right margin. */
    boolean reachesRightMargin() {
        return parts.get(parts.size() - 1).length() >= FULL_LINE;
    }

    /** Whether the passage is set in a column of half a page. */
    boolean isNarrow() {
        return parts.size() > 2 && parts.stream().mapToInt(String::length).max().orElse(0) <= NARROW_COLUMN;
    }

    /** Joins the text, with footnote marks, and adds the start of each line's part to the given list. */
    String joined(List<Passage.Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                text.append(between(parts.get(i - 1), parts.get(i)));
                if (hyphenation.isOneWord(parts.get(i - 1), parts.get(i))) {
                    text.setLength(text.length() - 1);
                }
            }
            pieces.add(new Passage.Piece(text.length(), lines.get(i).number()));
            text.append(parts.get(i));
        }
        return text.toString();
    }

    static String between(String before, String after) {
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

    /** Returns the passage; its text no longer contains the footnote marks. */
    Passage finish(int ordinal) {
        List<Passage.Piece> starts = new ArrayList<>();
        String text = joined(starts);
        StringBuilder kept = new StringBuilder();
        List<Passage.FootnoteMark> footnoteMarks = new ArrayList<>();
        List<Mark> found = new ArrayList<>(marks);
        found.sort(Comparator.comparingInt(Mark::start));
        int at = 0;
        for (Mark mark : found) {
            kept.append(text, at, mark.start());
            footnoteMarks.add(new Passage.FootnoteMark(mark.number(), kept.length()));
            at = mark.end();
        }
        kept.append(text, at, text.length());
        List<Passage.Piece> pieces = new ArrayList<>();
        for (Passage.Piece piece : starts) {
            int removed = 0;
            for (Mark mark : found) {
                removed += Math.max(0, Math.min(piece.start(), mark.end()) - mark.start());
            }
            pieces.add(new Passage.Piece(piece.start() - removed, piece.line()));
        }
        return new Passage(
                ordinal,
                section,
                kind,
                kept.toString(),
                List.copyOf(pieces),
                List.copyOf(footnoteMarks),
                number,
                firstLine().page());
    }
}
