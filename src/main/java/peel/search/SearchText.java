package peel.search;

import java.util.Map;
import peel.error.BadUserInputException;
import peel.query.Rows;

/**
 * A text that somebody searches for, understood.
 *
 * @param query as PostgreSQL's {@code tsquery} spells it
 */
record SearchText(String query) {

    /** The longest text to search for, in characters. */
    static final int LONGEST = 500;

    /**
     * Reads a text as search engines do: all words, phrases in quotes, {@code or}, {@code -} before
     * what must not occur.
     *
     * @throws BadUserInputException if nothing can be searched for
     */
    static SearchText of(String text) {
        if (text.isBlank()) {
            throw new BadUserInputException("\"text\" is empty: give the words to search for.");
        }
        if (text.length() > LONGEST) {
            throw new BadUserInputException(
                    "\"text\" has %d characters: at most %d can be searched for. Give the words that matter."
                            .formatted(text.length(), LONGEST));
        }
        Understood read = Rows.selected(
                        """
                        select cast(q as text), numnode(q), querytree(q)
                        from websearch_to_tsquery('english', plain_signs(:text)) q
                        """, Map.of("text", text), row -> new Understood(row.text(), row.number(), row.text()))
                .get(0);
        if (read.words == 0) {
            throw new BadUserInputException(
                    "\"%s\" has no word to search for: words such as \"the\", \"of\" and \"not\" stand in every text."
                            .formatted(text));
        }
        // What PostgreSQL would have to read every text for.
        if (read.needed.equals("T")) {
            throw new BadUserInputException(
                    "\"%s\" says only what must not occur: give a word that must.".formatted(text));
        }
        return new SearchText(read.query);
    }

    private record Understood(String query, int words, String needed) {}
}
