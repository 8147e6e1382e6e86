package peel.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import peel.search.SearchWords.Part;
import peel.search.SearchWords.Token;

/**
 * What a reader typed, as terms. Every text is a query: what is no operator separates words.
 *
 * <ul>
 *   <li>Words and phrases in quotes must all occur; a quote that is never closed encloses the rest.
 *   <li>{@code or} between them separates alternatives.
 *   <li>A hyphen excludes the word or phrase that follows at once, if it stands at the beginning of a word.
 *   <li>An asterisk at the end of a word finds all words that begin so.
 * </ul>
 *
 * @param alternatives none of them empty
 */
record SearchQuery(List<List<Term>> alternatives) {

    private static final String QUOTES = "\"\u201C\u201D\u201E\u201F\u00AB\u00BB";
    private static final String OPENING = "([{<";

    /**
     * Words that must occur, or must not.
     *
     * @param tokens at least one; more only of a phrase
     * @param prefix whether the last word is only the beginning of a word
     */
    record Term(List<Token> tokens, boolean phrase, boolean excluded, boolean prefix) {

        /** Its words, compounds taken apart. */
        List<Part> parts() {
            return tokens.stream().flatMap(token -> token.parts().stream()).toList();
        }
    }

    /** Parses a text in one pass. */
    static SearchQuery parse(String text) {
        return new Parser(text).parse();
    }

    private static final class Parser {

        private final String text;
        private final List<List<Term>> alternatives = new ArrayList<>();
        private List<Term> terms = new ArrayList<>();
        private int next;

        Parser(String text) {
            this.text = text;
        }

        SearchQuery parse() {
            while (next < text.length()) {
                char sign = text.charAt(next);
                if (isBlank(sign) || OPENING.indexOf(sign) >= 0 || Character.getType(sign) == Character.FORMAT) {
                    next++;
                } else if (isQuote(sign)) {
                    phrase(false);
                } else if (sign == '-' && next + 1 < text.length() && isQuote(text.charAt(next + 1))) {
                    next++;
                    phrase(true);
                } else {
                    words();
                }
            }
            endAlternative();
            return new SearchQuery(List.copyOf(alternatives));
        }

        private void phrase(boolean excluded) {
            int from = next + 1;
            int to = from;
            while (to < text.length() && !isQuote(text.charAt(to))) {
                to++;
            }
            add(from, to, true, excluded);
            next = to + 1;
        }

        private void words() {
            int from = next;
            while (next < text.length() && !isBlank(text.charAt(next)) && !isQuote(text.charAt(next))) {
                next++;
            }
            if (text.substring(from, next).toLowerCase(Locale.ROOT).equals("or")) {
                endAlternative();
            } else if (text.charAt(from) == '-'
                    && from + 1 < next
                    && Character.isLetterOrDigit(text.charAt(from + 1))) {
                add(from + 1, next, true, true);
            } else {
                add(from, next, false, false);
            }
        }

        private void endAlternative() {
            if (!terms.isEmpty()) {
                alternatives.add(List.copyOf(terms));
                terms = new ArrayList<>();
            }
        }

        private void add(int from, int to, boolean phrase, boolean excluded) {
            List<Token> tokens = new ArrayList<>();
            for (Token token : SearchWords.of(text.substring(from, to))) {
                tokens.add(moved(token, from));
            }
            if (!phrase) {
                tokens.forEach(token -> terms.add(new Term(List.of(token), false, excluded, isPrefix(token))));
            } else if (!tokens.isEmpty()) {
                terms.add(new Term(
                        List.copyOf(tokens), tokens.size() > 1, excluded, isPrefix(tokens.get(tokens.size() - 1))));
            }
        }

        private boolean isPrefix(Token token) {
            return token.end() < text.length() && text.charAt(token.end()) == '*';
        }

        private static Token moved(Token token, int by) {
            List<Part> parts = token.parts().stream()
                    .map(part -> new Part(part.word(), part.start() + by, part.end() + by))
                    .toList();
            return new Token(token.start() + by, token.end() + by, parts, token.loose());
        }

        private static boolean isBlank(char sign) {
            return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
        }

        private static boolean isQuote(char sign) {
            return QUOTES.indexOf(sign) >= 0;
        }
    }
}
