package peel.search;

import java.util.ArrayList;
import java.util.List;

/** Cuts an excerpt from a text where the most words of the search occur. */
final class Excerpt {

    /** The characters around each match, which {@link Highlights} removes from all texts. */
    static final char BEGIN = '\u0002';

    static final char END = '\u0003';

    /** The longest excerpt in characters, not counting ellipses at its ends. */
    static final int LONGEST = 300;

    /** The number of characters shown before the first match. */
    private static final int LEAD = 60;

    private static final String ELLIPSIS = "…";

    private final String text;
    private final List<Word> words = new ArrayList<>();

    /** A match; {@code end} is exclusive. */
    private record Word(int start, int end) {}

    private Excerpt(String text, String marked) {
        this.text = text;
        int place = 0;
        int start = 0;
        for (int i = 0; i < marked.length(); i++) {
            switch (marked.charAt(i)) {
                case BEGIN -> start = place;
                case END -> words.add(new Word(start, place));
                default -> place++;
            }
        }
    }

    /**
     * The part of a text with the most matches.
     *
     * @param text the text
     * @param marked the same, sign for sign, with {@link #BEGIN} and {@link #END} around words
     */
    static List<ExcerptPart> of(String text, String marked) {
        return new Excerpt(text, marked).parts();
    }

    private List<ExcerptPart> parts() {
        int from = start();
        int to = end(from);
        List<ExcerptPart> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder(from > 0 ? ELLIPSIS : "");
        int place = from;
        for (Word word : words) {
            if (word.start >= from && word.end <= to) {
                add(parts, plain.append(text, place, word.start), false);
                add(parts, plain.append(text, word.start, word.end), true);
                place = word.end;
            }
        }
        plain.append(text, place, to).append(to < text.length() ? ELLIPSIS : "");
        add(parts, plain, false);
        return parts;
    }

    private static void add(List<ExcerptPart> parts, StringBuilder text, boolean highlighted) {
        if (!text.isEmpty()) {
            parts.add(new ExcerptPart(text.toString(), highlighted));
            text.setLength(0);
        }
    }

    /** The start of the excerpt: shortly before the first match of the densest group. */
    private int start() {
        if (text.length() <= LONGEST) {
            return 0;
        }
        int best = 0;
        int most = 0;
        for (int i = 0; i < words.size(); i++) {
            int from = before(words.get(i).start);
            int last = i;
            while (last < words.size() && words.get(last).end <= from + LONGEST) {
                last++;
            }
            if (last - i > most) {
                most = last - i;
                best = from;
            }
        }
        return best;
    }

    /** The start of a word shortly before an index. */
    private int before(int place) {
        int from = Math.max(0, Math.min(place - LEAD, text.length() - LONGEST));
        if (from > 0) {
            int blank = text.indexOf(' ', from);
            from = blank < 0 || blank >= place ? place : blank + 1;
        }
        return from;
    }

    private int end(int from) {
        int to = from + LONGEST;
        if (to >= text.length()) {
            return text.length();
        }
        int blank = text.lastIndexOf(' ', to);
        return blank <= from ? to : blank;
    }
}
