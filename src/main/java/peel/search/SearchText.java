package peel.search;

import java.util.Map;
import peel.error.BadUserInputException;
import peel.query.RowType;
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
        String tail = "from websearch_to_tsquery('english', plain_signs(:text)) q";
        ParsedQuery parsed =
                Rows.of(ParsedQuery.ROWS, tail, Map.of("text", text)).get(0);
        if (parsed.nodes == 0) {
            throw new BadUserInputException(
                    "\"%s\" has no word to search for: words such as \"the\", \"of\" and \"not\" stand in every text."
                            .formatted(text));
        }
        // What PostgreSQL would have to read every text for.
        if (parsed.requiredPart.equals("T")) {
            throw new BadUserInputException(
                    "\"%s\" says only what must not occur: give a word that must.".formatted(text));
        }
        return new SearchText(parsed.text);
    }

    private record ParsedQuery(String text, int nodes, String requiredPart) {

        static final RowType<ParsedQuery> ROWS = RowType.ofExpressions(row ->
                new ParsedQuery(row.text("cast(q as text)"), row.intValue("numnode(q)"), row.text("querytree(q)")));
    }
}
