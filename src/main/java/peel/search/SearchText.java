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
     * The most terms of a text, as PostgreSQL counts them: common words are none, and {@code follow-up} is three. Each
     * text that matches is compared with each term: 20 searches with 250 excluded words took 3.6 s.
     */
    static final int MOST_TERMS = 20;

    /**
     * Parses a text in the syntax of search engines: words, phrases in quotes, {@code or}, and {@code -} for exclusion.
     *
     * @throws BadUserInputException if nothing can be searched for, or the text is too long
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
        int terms = terms(parsed.text);
        if (terms > MOST_TERMS) {
            throw new BadUserInputException(
                    "\"text\" has %d terms: at most %d are allowed.".formatted(terms, MOST_TERMS));
        }
        return new SearchText(parsed.text);
    }

    /** Counts the terms of a {@code tsquery}, each of which is in quotation marks: {@code 'wasn''t' & !'fire'}. */
    private static int terms(String query) {
        int terms = 0;
        boolean inTerm = false;
        for (int i = 0; i < query.length(); i++) {
            if (query.charAt(i) == '\'') {
                if (inTerm && query.startsWith("'", i + 1)) {
                    i++;
                } else {
                    terms += inTerm ? 1 : 0;
                    inTerm = !inTerm;
                }
            }
        }
        return terms;
    }

    private record ParsedQuery(String text, int nodes, String requiredPart) {

        static final RowType<ParsedQuery> ROWS = RowType.ofExpressions(row ->
                new ParsedQuery(row.text("cast(q as text)"), row.intValue("numnode(q)"), row.text("querytree(q)")));
    }
}
