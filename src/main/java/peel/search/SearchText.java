package peel.search;

import java.util.Map;
import peel.error.BadUserInputException;
import peel.error.Quotation;
import peel.query.RowType;
import peel.query.Rows;

/**
 * The parsed text of a search.
 *
 * @param query as PostgreSQL's {@code tsquery} spells it
 */
record SearchText(String query) {

    /** The longest text to search for, in characters. */
    static final int LONGEST = 500;

    /**
     * Parses a text in the syntax of search engines: words, phrases in quotes, {@code or}, and {@code -} for exclusion.
     *
     * @throws BadUserInputException if nothing can be searched for
     */
    static SearchText of(String text) {
        if (text.isBlank()) {
            throw new BadUserInputException("\"text\" is empty: enter words to search for.");
        }
        if (text.length() > LONGEST) {
            throw new BadUserInputException(
                    "\"text\" has %d characters: at most %d are allowed.".formatted(text.length(), LONGEST));
        }
        String tail = "from websearch_to_tsquery('english', plain_signs(:text)) q";
        ParsedQuery parsed =
                Rows.of(ParsedQuery.ROWS, tail, Map.of("text", text)).get(0);
        if (parsed.nodes == 0) {
            throw new BadUserInputException(
                    "\"%s\" has no word to search for: words as common as \"the\", \"of\" and \"not\" are ignored."
                            .formatted(Quotation.of(text)));
        }
        // Without a required word PostgreSQL would have to read every text.
        if (parsed.requiredPart.equals("T")) {
            throw new BadUserInputException(
                    "\"%s\" only excludes words: add a word that must occur.".formatted(Quotation.of(text)));
        }
        return new SearchText(parsed.text);
    }

    private record ParsedQuery(String text, int nodes, String requiredPart) {

        static final RowType<ParsedQuery> ROWS = RowType.ofExpressions(row ->
                new ParsedQuery(row.text("cast(q as text)"), row.intValue("numnode(q)"), row.text("querytree(q)")));
    }
}
