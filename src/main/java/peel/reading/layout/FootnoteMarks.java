package peel.reading.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import peel.reading.text.Line;

/**
 * Finds footnote marks: digits attached to a word, a closing bracket, a full stop or a year. Only the numbers of
 * footnotes on the same page, or on an adjacent one, are searched for.
 */
final class FootnoteMarks {

    private static final String CLOSING = ")]}’”'\"»?!*";

    /** Limit for the footnotes of a report and for the passages of a page, so that no file takes too long. */
    private static final int MOST = 1000;

    private static final String PAUSING = ".,;:";

    /**
     * A heading or passage in which marks may stand.
     *
     * @param order position among all headings and passages
     * @param text the joined text, with the marks
     * @param pieces the parts of the text by line
     */
    private record Candidate(PassageDraft draft, int order, String text, List<Passage.Piece> pieces) {}

    private record Footnote(int number, int sheet) {}

    private final Map<Integer, List<Candidate>> bySheet = new HashMap<>();
    private final IntUnaryOperator sheets;
    private int lastDraft = -1;
    private int lastEnd;

    private FootnoteMarks(List<PassageDraft> drafts, IntUnaryOperator sheets) {
        this.sheets = sheets;
        for (int i = 0; i < drafts.size(); i++) {
            PassageDraft draft = drafts.get(i);
            if (!marksStandIn(draft.kind)) {
                continue;
            }
            List<Passage.Piece> pieces = new ArrayList<>();
            Candidate candidate = new Candidate(draft, i, draft.joined(pieces), pieces);
            Set<Integer> its = new HashSet<>();
            for (Line line : draft.lines()) {
                if (its.add(sheet(line.number()))) {
                    List<Candidate> on = bySheet.computeIfAbsent(sheet(line.number()), key -> new ArrayList<>());
                    if (on.size() < MOST) {
                        on.add(candidate);
                    }
                }
            }
        }
    }

    /**
     * Finds the marks of all footnotes and adds them to the drafts that contain them.
     *
     * @param drafts headings and passages in the order of print
     * @param sheets the sheet of a line, given by its number
     */
    static void find(List<PassageDraft> drafts, IntUnaryOperator sheets) {
        FootnoteMarks marks = new FootnoteMarks(drafts, sheets);
        Map<Integer, Set<Integer>> numbers = new HashMap<>();
        List<Footnote> footnotes = new ArrayList<>();
        for (PassageDraft draft : drafts) {
            if (draft.kind == PassageKind.FOOTNOTE && draft.number != null) {
                Footnote footnote =
                        new Footnote(draft.number, marks.sheet(draft.firstLine().number()));
                footnotes.add(footnote);
                numbers.computeIfAbsent(footnote.sheet(), key -> new HashSet<>())
                        .add(footnote.number());
            }
        }
        for (Footnote footnote : footnotes.subList(0, Math.min(MOST, footnotes.size()))) {
            int sheet = footnote.sheet();
            Set<Integer> besides = numbers.getOrDefault(sheet, Set.of());
            for (int on : new int[] {sheet, sheet - 1, sheet + 1}) {
                if (marks.find(footnote.number(), on, besides)) {
                    break;
                }
            }
        }
    }

    /** Whether any of the lines may contain the mark of a footnote. */
    static boolean isMarked(List<Line> lines, int number) {
        for (Line line : lines) {
            if (candidate(LineText.tidy(line.text()), number, 0, true, true, Set.of()) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean marksStandIn(PassageKind kind) {
        return switch (kind) {
            case FOOTNOTE, LINK, PAGE_NUMBER, CONTENTS -> false;
            default -> true;
        };
    }

    private boolean find(int number, int sheet, Set<Integer> besides) {
        List<Candidate> candidates = bySheet.getOrDefault(sheet, List.of());
        for (boolean weak : new boolean[] {false, true}) {
            for (boolean afterLast : new boolean[] {true, false}) {
                for (Candidate candidate : candidates) {
                    if (afterLast && candidate.order() < lastDraft) {
                        continue;
                    }
                    int from = afterLast && candidate.order() == lastDraft ? lastEnd : 0;
                    if (findIn(candidate, number, sheet, from, weak, besides)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean findIn(Candidate in, int number, int sheet, int from, boolean weak, Set<Integer> besides) {
        String text = in.text();
        boolean years = in.draft().kind != PassageKind.TABLE_ROW;
        int next = following(in.draft(), text, number);
        if (next >= 0) {
            take(in, number, next, next + 1 + digits(number));
            return true;
        }
        for (int at = candidate(text, number, from, weak, years, besides);
                at >= 0;
                at = candidate(text, number, at + 1, weak, years, besides)) {
            if (sheetAt(in, at) == sheet && free(in.draft(), at)) {
                take(in, number, at, at + digits(number));
                return true;
            }
        }
        return false;
    }

    /** The index of a mark that directly follows the mark of the previous footnote, as in "fraud)5 6"; or -1. */
    private static int following(PassageDraft draft, String text, int number) {
        for (PassageDraft.Mark mark : draft.marks) {
            if (mark.number() == number - 1
                    && text.startsWith(number + "", mark.end() + 1)
                    && " ,".indexOf(text.charAt(mark.end())) >= 0
                    && !wordAt(text, mark.end() + 1 + digits(number))) {
                return mark.end();
            }
        }
        return -1;
    }

    private static boolean wordAt(String text, int at) {
        return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private boolean free(PassageDraft draft, int at) {
        return draft.marks.stream().noneMatch(mark -> mark.start() <= at && at < mark.end());
    }

    private void take(Candidate in, int number, int start, int end) {
        in.draft().marks.add(new PassageDraft.Mark(number, start, end));
        lastDraft = in.order();
        lastEnd = end;
    }

    private int sheetAt(Candidate in, int at) {
        int line = in.draft().firstLine().number();
        for (Passage.Piece piece : in.pieces()) {
            if (piece.start() <= at) {
                line = piece.line();
            }
        }
        return sheet(line);
    }

    private int sheet(int line) {
        return sheets.applyAsInt(line);
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }

    /**
     * The next index at which a number may be a footnote mark, or -1.
     *
     * @param weak whether the mark may follow any letter, including a capital
     * @param years whether the mark may follow a year
     * @param besides the footnotes of the same sheet, whose marks may follow after a comma
     */
    private static int candidate(String text, int number, int from, boolean weak, boolean years, Set<Integer> besides) {
        String digits = Integer.toString(number);
        for (int at = text.indexOf(digits, Math.max(1, from)); at > 0; at = text.indexOf(digits, at + 1)) {
            if (ends(text, at + digits.length(), number, besides) && opens(text, at, weak, years)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether a number or word ends with the mark. */
    private static boolean ends(String text, int end, int number, Set<Integer> besides) {
        if (end >= text.length()) {
            return true;
        }
        char next = text.charAt(end);
        if (Character.isLetterOrDigit(next) || "/%".indexOf(next) >= 0) {
            return false;
        }
        boolean digitBehind = end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
        if (PAUSING.indexOf(next) >= 0 && digitBehind) {
            return besides.contains(number + 1) && text.startsWith(number + 1 + "", end + 1);
        }
        return true;
    }

    /** Whether the mark is attached to text of which it is no part. */
    private static boolean opens(String text, int at, boolean weak, boolean years) {
        char before = text.charAt(at - 1);
        if (Character.isLetter(before)) {
            // "2O15" is a damaged number.
            boolean inNumber = at > 1 && Character.isDigit(text.charAt(at - 2));
            return !inNumber && (weak || Character.isLowerCase(before));
        }
        if (CLOSING.indexOf(before) >= 0) {
            // Not an opening quote.
            return at > 1 && !Character.isWhitespace(text.charAt(at - 2));
        }
        if (PAUSING.indexOf(before) >= 0 && at > 1) {
            char earlier = text.charAt(at - 2);
            if (Character.isDigit(earlier)) {
                return years && year(text, at - 1);
            }
            return Character.isLetter(earlier) || CLOSING.indexOf(earlier) >= 0;
        }
        return years && year(text, at);
    }

    /** Whether a year ends at an index. */
    private static boolean year(String text, int end) {
        int start = end - 4;
        if (start < 0
                || !(text.startsWith("19", start) || text.startsWith("20", start))
                || !Character.isDigit(text.charAt(start + 2))
                || !Character.isDigit(text.charAt(start + 3))) {
            return false;
        }
        return start == 0 || " (‘“'\"".indexOf(text.charAt(start - 1)) >= 0;
    }
}
