package peel.reading.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** The lines of a page of a PDF, with their positions and font sizes. */
final class PdfPage {

    private static final Pattern FOOTNOTE = Pattern.compile("\\s*\\d{1,3}\\s*[\\p{L}‘“'\"(].*");

    /** The line before a page's footnotes in published texts that were extracted from PDFs. */
    private static final String RULE = " ".repeat(44);

    private static final Pattern BOLD = Pattern.compile("(?i)bold|black|heavy|semibold");

    private static final Pattern SENTENCE_END = Pattern.compile("[.?!:]\\s*\\z");
    private static final Pattern BULLET = Pattern.compile("\\s*(?:[" + Line.BULLETS + "·–-]|\\d+[.)])\\s");

    /** What stands between the cells of a row. */
    private static final Pattern GAP = Pattern.compile("\\S {3,}\\S");

    /** The width of the narrowest blank, as a part of the font size. */
    private static final float LEAST_BLANK = 0.12f;

    /** Lines that may be printed before the text of a page. */
    private static final int MOST_FLOATING = 8;

    /** Lines on the edges of a page, which may be printed last. */
    private static final int MOST_ON_EDGE = 3;

    private static final int LEAST_GAP = 3;
    private static final int WIDEST_GAP = 60;
    private static final int ANY = 0;

    /** The distance between two lines if a file has too few to tell. */
    private static final float USUAL_LEADING = 1.2f;

    /** By how much the size of a heading exceeds that of text. */
    private static final float LARGER = 1.03f;

    private record Part(String text, float left, float right) {}

    /**
     * A line of the text.
     *
     * @param printed null for lines that are not printed
     */
    private record Text(String text, @Nullable Printed printed) {}

    /** A printed line. */
    static final class Printed {
        final StringBuilder text = new StringBuilder();
        private final List<Part> parts = new ArrayList<>();
        private final List<Float> gaps = new ArrayList<>();
        float left = Float.MAX_VALUE;
        float right;
        float baseline;
        float size;
        float blank = 1;
        int direction;
        int bold;
        int letters;

        boolean isBold() {
            return bold * 2 > letters;
        }

        /** Makes the text of the parts, with blanks where there is more space than between the letters of a word. */
        void join() {
            for (int i = 1; i < parts.size(); i++) {
                gaps.add(parts.get(i).left() - parts.get(i - 1).right());
            }
            Collections.sort(gaps);
            float usual = gaps.isEmpty() ? 0 : Math.max(0, gaps.get(gaps.size() / 2));
            float end = 0;
            for (Part part : parts) {
                boolean apart = text.length() > 0
                        && !Character.isWhitespace(text.charAt(text.length() - 1))
                        && !part.text().startsWith(" ");
                float gap = part.left() - end;
                if (text.length() > 0 && (!apart || gap - usual > LEAST_BLANK * size || gap < -0.3f * size)) {
                    long blanks = Math.round(gap / Math.max(0.1f, blank));
                    text.append(" ".repeat((int) Math.max(0, Math.min(WIDEST_GAP, blanks - 1))));
                    text.append(text.charAt(text.length() - 1) == ' ' ? "" : " ");
                }
                text.append(part.text());
                end = part.right();
            }
        }

        Printed copy() {
            Printed copy = new Printed();
            copy.left = left;
            copy.right = right;
            copy.baseline = baseline;
            copy.size = size;
            copy.blank = blank;
            copy.append(this, false);
            return copy;
        }

        /** Adds a line: the next one of the same cell, or the first one of the next cell. */
        void append(Printed next, boolean cell) {
            if (text.length() > 0) {
                long blanks = cell ? Math.round((next.left - right) / Math.max(0.1f, blank)) : 1;
                text.append(" ".repeat((int) Math.max(cell ? LEAST_GAP : 1, Math.min(WIDEST_GAP, blanks))));
            }
            text.append(next.text.toString().strip());
            left = Math.min(left, next.left);
            right = Math.max(right, next.right);
            baseline = Math.max(baseline, next.baseline);
            size = Math.max(size, next.size);
            bold += next.bold;
            letters += next.letters;
        }
    }

    private final List<Printed> lines = new ArrayList<>();
    private final PdfBullets bullets;
    private @Nullable Printed line;

    PdfPage(PdfBullets bullets) {
        this.bullets = bullets;
    }

    PdfBullets bullets() {
        return bullets;
    }

    /** Adds letters to the current line: a word, or a part of one whose letters stand apart. */
    void addWord(String text, List<TextPosition> letters) {
        for (int i = 1; i < letters.size(); i++) {
            TextPosition before = letters.get(i - 1);
            if (letters.get(i).getXDirAdj() < before.getXDirAdj() - size(before)) {
                // What is printed further left, at the same height, is not the same line.
                addLetters(text(letters.subList(0, i)), letters.subList(0, i));
                endLine();
                addWord(text(letters.subList(i, letters.size())), letters.subList(i, letters.size()));
                return;
            }
        }
        addLetters(text, letters);
    }

    private static String text(List<TextPosition> letters) {
        StringBuilder text = new StringBuilder();
        letters.forEach(letter -> text.append(letter.getUnicode()));
        return text.toString();
    }

    private void addLetters(String text, List<TextPosition> letters) {
        if (line == null) {
            line = new Printed();
        }
        int first = 0;
        while (first < letters.size() - 1 && letters.get(first).getUnicode().isBlank()) {
            first++;
        }
        TextPosition begin = letters.get(first);
        TextPosition end = letters.get(letters.size() - 1);
        float right = end.getXDirAdj() + end.getWidthDirAdj();
        line.parts.add(new Part(text, letters.get(0).getXDirAdj(), right));
        line.left = Math.min(line.left, begin.getXDirAdj());
        line.right = right;
        for (int i = 0; i < letters.size(); i++) {
            TextPosition letter = letters.get(i);
            if (i > 0) {
                TextPosition before = letters.get(i - 1);
                line.gaps.add(letter.getXDirAdj() - before.getXDirAdj() - before.getWidthDirAdj());
            }
            float size = size(letter);
            line.letters++;
            line.bold += isBold(letter) ? 1 : 0;
            if (size > line.size) {
                line.size = size;
                line.baseline = letter.getYDirAdj();
                line.blank = letter.getWidthOfSpace();
                line.direction = Math.floorMod(Math.round(letter.getDir()), 360);
            }
        }
    }

    private static boolean isBold(TextPosition letter) {
        PDFont font = letter.getFont();
        String name = font == null ? null : font.getName();
        return name != null && BOLD.matcher(name).find();
    }

    private static float size(TextPosition letter) {
        // In units of the page, as all positions are; the font's size lacks the scale of the page's drawing.
        float size = Math.abs(letter.getYScale());
        return size > 1 ? size : Math.max(1, letter.getHeightDir());
    }

    void endLine() {
        if (line != null) {
            line.join();
            if (!BULLET.matcher(line.text).lookingAt()
                    && bullets.isBefore(line.direction, line.left, line.baseline, line.size)) {
                line.text.insert(0, "• ");
            }
            lines.add(line);
            line = null;
        }
    }

    /** The number of letters and digits. */
    int letters() {
        int letters = 0;
        for (Printed printed : lines) {
            letters += (int)
                    printed.text.chars().filter(Character::isLetterOrDigit).count();
        }
        return letters;
    }

    /** Returns the lines of all pages of a file, with a blank line where the distance is larger than between lines. */
    static List<Line> lines(List<PdfPage> pages) {
        pages.forEach(PdfPage::joinCells);
        float body = bodySize(pages);
        Map<Integer, Float> leadings = leadings(pages);
        Map<Printed, Integer> ranks = ranks(pages, body);
        List<Line> all = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            for (Text text : pages.get(page).texts(body, leadings)) {
                int rank = text.printed() == null ? 0 : ranks.getOrDefault(text.printed(), 0);
                all.add(new Line(all.size() + 1, page + 1, text.text(), rank));
            }
        }
        return all;
    }

    /** The ranks of the lines that are set larger than text is, by their sizes, or in bold where text is not. */
    private static Map<Printed, Integer> ranks(List<PdfPage> pages, float body) {
        TreeSet<Integer> larger = new TreeSet<>(Comparator.reverseOrder());
        int bold = 0;
        int letters = 0;
        for (PdfPage page : pages) {
            for (Printed printed : page.lines) {
                bold += printed.bold;
                letters += printed.letters;
                if (printed.size > body * LARGER) {
                    larger.add(quarters(printed));
                }
            }
        }
        Map<Integer, Integer> ofSizes = new HashMap<>();
        larger.forEach(size -> ofSizes.put(size, Math.min(ofSizes.size() + 1, Line.BOLD - 1)));
        Map<Printed, Integer> ranks = new IdentityHashMap<>();
        for (PdfPage page : pages) {
            for (Printed printed : page.lines) {
                Integer ofSize = ofSizes.get(quarters(printed));
                if (ofSize != null) {
                    ranks.put(printed, ofSize);
                } else if (printed.isBold() && bold * 2 < letters && !small(printed, body)) {
                    ranks.put(printed, Line.BOLD);
                }
            }
        }
        return ranks;
    }

    /** Joins the cells of tables, and puts headings before the grades beside them, once the page is complete. */
    private void joinCells() {
        List<Printed> joined = PdfCells.joined(beside(inOrder(lines)));
        lines.clear();
        lines.addAll(joined);
    }

    /**
     * The lines in the order of reading. What floats beside the text, and sometimes a page's foot, is printed first: the
     * text then begins further up and not in a column on the right.
     */
    private static List<Printed> inOrder(List<Printed> lines) {
        int floating = 0;
        for (int i = 1; i <= Math.min(MOST_FLOATING, lines.size() - 1); i++) {
            Printed before = lines.get(i - 1);
            Printed printed = lines.get(i);
            if (printed.baseline < before.baseline - 1.5f * before.size && printed.left <= before.left) {
                floating = i;
            }
        }
        List<Printed> waiting = new ArrayList<>(lines.subList(0, floating));
        List<Printed> ordered = new ArrayList<>();
        int paragraph = 0; // where the current one starts
        for (Printed printed : lines.subList(floating, lines.size())) {
            while (!waiting.isEmpty() && waiting.get(0).baseline < printed.baseline - 0.3f * printed.size) {
                ordered.add(paragraph, waiting.remove(0));
                paragraph++;
            }
            if (!ordered.isEmpty() && !goesOn(ordered.get(ordered.size() - 1), printed)) {
                paragraph = ordered.size();
            }
            ordered.add(printed);
        }
        ordered.addAll(waiting);
        return ordered;
    }

    /**
     * Whether much text that floats beside the page's text was printed before it, so that it is unclear between which
     * lines it belongs. A column on the right begins further up, too, but no line of it stands above, or across, the
     * one on the left.
     */
    boolean isOutOfOrder() {
        for (int i = MOST_FLOATING + 1; i < lines.size(); i++) {
            Printed before = lines.get(i - 1);
            if (lines.get(i).baseline < before.baseline - MOST_FLOATING * before.size
                    && isAcross(lines.subList(i, lines.size()), lines.subList(0, i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether more lines of text than those on the edges of a page run across the last of the lines before them, and
     * above their end. Rows of a table may be wider than the column in which they stand.
     */
    private static boolean isAcross(List<Printed> text, List<Printed> before) {
        Printed last = before.get(before.size() - 1);
        double right = 0;
        int found = 0;
        for (int i = before.size() - 1; i >= 0 && found < MOST_FLOATING; i--) {
            Printed line = before.get(i);
            if (!GAP.matcher(line.text).find()) {
                if (Math.abs(line.left - last.left) > 2 * last.size) {
                    return false;
                }
                right = Math.max(right, line.right);
                found++;
            }
        }
        double until = right;
        return found == MOST_FLOATING
                && text.stream()
                                .filter(line -> line.baseline < last.baseline - last.size
                                        && Math.min(line.right, until) - Math.max(line.left, last.left) > 2 * line.size)
                                .count()
                        > MOST_ON_EDGE;
    }

    /** Whether a line is the next one of the same paragraph. */
    private static boolean goesOn(Printed before, Printed printed) {
        float step = printed.baseline - before.baseline;
        return quarters(before) == quarters(printed) && step > 0 && step < 1.5f * printed.size;
    }

    /** The lines with each line that is printed before the heading on its left behind it. */
    private static List<Printed> beside(List<Printed> lines) {
        List<Printed> ordered = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Printed printed = lines.get(i);
            int to = i + 1;
            while (to < lines.size() && isLeftOf(lines.get(to), printed, lines.get(i + 1))) {
                to++;
            }
            ordered.addAll(lines.subList(i + 1, to));
            ordered.add(printed);
            i = to - 1;
        }
        return ordered;
    }

    /** Whether a line is one of those, all of one size, that stand to the left of another one, at its height. */
    private static boolean isLeftOf(Printed line, Printed other, Printed first) {
        return line.right < other.left
                && Math.abs(line.size - other.size) > 0.1f * other.size // cells of a table have one size
                && Math.abs(line.baseline - other.baseline) < 2 * Math.max(line.size, other.size)
                && quarters(line) == quarters(first)
                && line.isBold() == first.isBold();
    }

    private List<Text> texts(float body, Map<Integer, Float> leadings) {
        List<Text> texts = new ArrayList<>();
        float margin =
                (float) lines.stream().mapToDouble(each -> each.left).min().orElse(0);
        Printed before = null;
        for (Printed printed : lines) {
            boolean footnotes = small(printed, body)
                    && (before == null || !small(before, body))
                    && FOOTNOTE.matcher(printed.text).matches();
            if (before != null && (isSpaced(before, printed, leadings) || footnotes)) {
                texts.add(new Text("", null));
            }
            if (footnotes) {
                texts.add(new Text(RULE, null));
            }
            texts.add(new Text(indented(printed, margin), printed));
            before = printed;
        }
        return texts;
    }

    private static boolean small(Printed printed, float body) {
        return printed.size < body * 0.93f;
    }

    private static boolean isSpaced(Printed before, Printed printed, Map<Integer, Float> leadings) {
        // Headings, grades and boxes have a size or a weight of their own.
        if (isNextColumn(before, printed)) {
            return false;
        }
        if (Math.abs(before.size - printed.size) > 0.12f * Math.max(before.size, printed.size)
                || before.isBold() != printed.isBold()) {
            return true;
        }
        float step = printed.baseline - before.baseline;
        Printed larger = before.size > printed.size ? before : printed;
        float leading = leadings.getOrDefault(quarters(larger), leadings.getOrDefault(ANY, USUAL_LEADING));
        return step < 0 || step > (leading + 0.35f) * larger.size;
    }

    /** Whether a sentence goes on at the top of the next column. */
    private static boolean isNextColumn(Printed before, Printed printed) {
        return printed.baseline < before.baseline
                && printed.left > before.left + 4 * before.size
                && before.isBold() == printed.isBold()
                && quarters(before) == quarters(printed)
                && !SENTENCE_END.matcher(before.text).find()
                && Character.isLowerCase(printed.text.toString().strip().charAt(0));
    }

    private static String indented(Printed printed, float margin) {
        String text = printed.text.toString().stripTrailing();
        if (text.isBlank()) {
            return printed.text.length() >= RULE.length() ? RULE : "";
        }
        int blanks = Math.round((printed.left - margin) / Math.max(0.1f, printed.blank));
        return " ".repeat(Math.max(0, Math.min(WIDEST_GAP, blanks))) + text.stripLeading();
    }

    /** The font size of most letters. */
    private static float bodySize(List<PdfPage> pages) {
        Map<Integer, Integer> letters = new HashMap<>();
        for (PdfPage page : pages) {
            for (Printed printed : page.lines) {
                letters.merge(quarters(printed), printed.text.length(), Integer::sum);
            }
        }
        return most(letters, 40) / 4f;
    }

    /**
     * The most common distances between two lines, as multiples of the font size: by font size in quarters of a point,
     * and for all sizes under {@link #ANY}.
     */
    private static Map<Integer, Float> leadings(List<PdfPage> pages) {
        Map<Integer, Map<Integer, Integer>> steps = new HashMap<>();
        for (PdfPage page : pages) {
            for (int i = 1; i < page.lines.size(); i++) {
                Printed before = page.lines.get(i - 1);
                Printed printed = page.lines.get(i);
                float step = (printed.baseline - before.baseline) / printed.size;
                if (quarters(printed) == quarters(before) && step > 0.5f && step < 3) {
                    for (int size : new int[] {quarters(printed), ANY}) {
                        steps.computeIfAbsent(size, key -> new HashMap<>())
                                .merge(Math.round(step * 20), 1, Integer::sum);
                    }
                }
            }
        }
        Map<Integer, Float> leadings = new HashMap<>();
        steps.forEach((size, counts) -> leadings.put(size, most(counts, 24) / 20f));
        return leadings;
    }

    private static int quarters(Printed printed) {
        return Math.round(printed.size * 4);
    }

    private static int most(Map<Integer, Integer> counts, int otherwise) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }
}
