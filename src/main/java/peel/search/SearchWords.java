package peel.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of a text as the index has them, with their places in the text. The same as the SQL functions {@code
 * search_fold} and {@code search_words}.
 */
final class SearchWords {

    /** A longer word is not in the index. */
    static final int LONGEST_WORD = 60;

    /** Compounds of more words are not in the index as a whole. */
    static final int MOST_JOINED = 4;

    private static final String SUPERSCRIPTS = "\u00B9\u00B2\u00B3\u2070\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final String APOSTROPHES = "\u2018\u2019\u201A\u201B\u02BC\u2032";
    private static final String DASHES = "\u2010\u2011\u2212\u2012\u2013\u2014\u2015";
    private static final String RAISED_POINTS = "\u00B7\u2027\u2219\u22C5";
    private static final String WITHOUT_WIDTH =
            "\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061"
                    + "\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFEFF";
    private static final char SOFT_HYPHEN = '\u00AD';
    private static final char DECIMAL_POINT = '\u00B7';
    private static final String JOINERS = "-/'&._@+";

    /** The folded text, and for each of its characters where the printed one begins and ends. */
    private char[] folded;

    private int[] starts;
    private int[] ends;
    private int length;

    /**
     * A word of a text, or several that a hyphen, a slash or the like joins.
     *
     * @param parts at least one
     * @param loose whether it is joined by something else than hyphens and apostrophes only, such as a slash
     */
    record Token(int start, int end, List<Part> parts, boolean loose) {

        boolean isCompound() {
            return parts.size() > 1;
        }

        /** Some of the parts as one word; {@code to} is exclusive. */
        String joined(int from, int to) {
            StringBuilder joined = new StringBuilder();
            parts.subList(from, to).forEach(part -> joined.append(part.word));
            return joined.toString();
        }
    }

    /** A word with its place in the text; {@code end} is exclusive. */
    record Part(String word, int start, int end) {}

    private SearchWords(String text) {
        folded = new char[text.length() + 16];
        starts = new int[folded.length];
        ends = new int[folded.length];
        fold(text);
    }

    /** The tokens of a text. */
    static List<Token> of(String text) {
        SearchWords words = new SearchWords(text);
        words.dropPossessives();
        words.dropThousandsSeparators();
        words.raiseDecimalPoints();
        words.joinLineEnds();
        return words.tokens();
    }

    private void fold(String text) {
        for (int i = 0; i < text.length(); ) {
            int sign = text.codePointAt(i);
            int end = i + Character.charCount(sign);
            if (sign == SOFT_HYPHEN) {
                end += end < text.length() && text.charAt(end) == ' ' ? 1 : 0;
            } else if (SUPERSCRIPTS.indexOf(sign) >= 0) {
                add(' ', i, end);
            } else if (sign < 128) {
                add(Character.toLowerCase((char) sign), i, end);
            } else {
                String plain = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKD);
                for (int j = 0; j < plain.length(); j++) {
                    addPlain(plain.charAt(j), i, end);
                }
            }
            i = end;
        }
    }

    private void addPlain(char sign, int start, int end) {
        if (APOSTROPHES.indexOf(sign) >= 0) {
            add('\'', start, end);
        } else if (DASHES.indexOf(sign) >= 0) {
            add('-', start, end);
        } else if (RAISED_POINTS.indexOf(sign) >= 0) {
            add('.', start, end);
        } else if (WITHOUT_WIDTH.indexOf(sign) < 0 && (sign < '\u0300' || sign > '\u036F')) {
            add(Character.toLowerCase(sign), start, end);
        }
    }

    private void add(char sign, int start, int end) {
        if (length == folded.length) {
            folded = Arrays.copyOf(folded, 2 * length);
            starts = Arrays.copyOf(starts, 2 * length);
            ends = Arrays.copyOf(ends, 2 * length);
        }
        folded[length] = sign;
        starts[length] = start;
        ends[length] = end;
        length++;
    }

    private void dropPossessives() {
        int kept = 0;
        for (int i = 0; i < length; i++) {
            if (folded[i] == '\'' && at(i + 1) == 's' && !isPlain(at(i + 2))) {
                i++;
            } else {
                keep(i, kept++);
            }
        }
        length = kept;
    }

    private void dropThousandsSeparators() {
        int kept = 0;
        for (int i = 0; i < length; i++) {
            boolean separates = folded[i] == ','
                    && kept > 0
                    && isDigit(folded[kept - 1])
                    && isDigit(at(i + 1))
                    && isDigit(at(i + 2))
                    && isDigit(at(i + 3))
                    && !isDigit(at(i + 4));
            if (!separates) {
                keep(i, kept++);
            }
        }
        length = kept;
    }

    private void raiseDecimalPoints() {
        for (int i = 1; i < length; i++) {
            if (folded[i] == '.' && isDigit(folded[i - 1]) && isDigit(at(i + 1))) {
                folded[i] = DECIMAL_POINT;
            }
        }
    }

    private void joinLineEnds() {
        int kept = 0;
        for (int i = 0; i < length; i++) {
            char after = at(i + 1);
            boolean joins = folded[i] == ' '
                    && kept > 1
                    && folded[kept - 1] == '-'
                    && isPlain(folded[kept - 2])
                    && after >= 'a'
                    && after <= 'z';
            if (!joins) {
                keep(i, kept++);
            }
        }
        length = kept;
    }

    private void keep(int from, int to) {
        folded[to] = folded[from];
        starts[to] = starts[from];
        ends[to] = ends[from];
    }

    private char at(int index) {
        return index < length ? folded[index] : ' ';
    }

    private List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < length) {
            List<Part> parts = new ArrayList<>();
            boolean loose = false;
            while (i < length && (isInWord(folded[i]) || isJoiner(folded[i]))) {
                int from = i;
                while (i < length && isInWord(folded[i])) {
                    i++;
                }
                if (i > from) {
                    parts.add(new Part(new String(folded, from, i - from), starts[from], ends[i - 1]));
                } else {
                    loose |= !parts.isEmpty() && folded[i] != '-' && folded[i] != '\'' && isInWord(at(i + 1));
                    i++;
                }
            }
            if (!parts.isEmpty()) {
                Part last = parts.get(parts.size() - 1);
                tokens.add(new Token(parts.get(0).start, last.end, List.copyOf(parts), loose));
            }
            i++;
        }
        return tokens;
    }

    private static boolean isJoiner(char sign) {
        return JOINERS.indexOf(sign) >= 0;
    }

    private static boolean isPlain(char sign) {
        return sign >= 'a' && sign <= 'z' || isDigit(sign);
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    static boolean isInWord(char sign) {
        return isPlain(sign)
                || sign == '\u00B5'
                || sign == DECIMAL_POINT
                || sign >= '\u00C0' && sign <= '\u02AF' && sign != '\u00D7' && sign != '\u00F7'
                || sign >= '\u0370' && sign <= '\u1FFF'
                || sign >= '\u2C00' && sign <= '\u2DFF'
                || sign >= '\u3040' && sign <= '\uD7FF'
                || sign >= '\uF900' && sign <= '\uFAFF';
    }
}
