package peel.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.error.Quotation;
import peel.search.SearchQuery.Term;
import peel.search.SearchWords.Part;

/**
 * The text of a search, ready to be executed.
 *
 * @param text as the reader typed it
 * @param query as PostgreSQL's {@code tsquery} spells it
 * @param ranked the query by which texts that match are ranked: without excluded words, which they do not have. PostgreSQL
 *     clears 32 KB for each term and operator of it and each text
 * @param marks the lexemes to highlight, separated by spaces: with an asterisk at the end if only the beginning is given,
 *     with a plus sign between two that must follow each other
 * @param unknown the words that must occur but are in no text
 */
record SearchText(String text, String query, String ranked, String marks, List<Part> unknown) {

    /** The longest text to search for, in characters. */
    static final int LONGEST = 500;

    /**
     * The most terms of a text: common words are none, and {@code risk-based} is two. Each text that matches is compared
     * with each term: 20 searches with 250 excluded words took 3.6 s.
     */
    static final int MOST_TERMS = 20;

    /** The shortest beginning of a word to search for. Very many words begin with a given letter. */
    private static final int SHORTEST_PREFIX = 2;

    /**
     * Parses a text, see {@link SearchQuery}.
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
        if (text.indexOf('\0') >= 0) {
            throw new BadUserInputException("\"text\" contains the character U+0000, which no text has.");
        }
        return of(text, SearchQuery.parse(text));
    }

    private static SearchText of(String text, SearchQuery parsed) {
        requirePrefixesLongEnough(text, parsed);
        KnownWords known = KnownWords.of(parsed);
        int terms = 0;
        List<String> alternatives = new ArrayList<>();
        Set<String> marks = new LinkedHashSet<>();
        List<Part> unknown = new ArrayList<>();
        boolean onlyExcludes = false;
        String ranked = "";
        for (List<Term> alternative : parsed.alternatives()) {
            terms += known.countTerms(alternative);
            TermExpressions expressions = new TermExpressions(known, alternative);
            String required = expressions.required();
            String excluded = expressions.excluded();
            if (!required.isEmpty()) {
                alternatives.add(required + excluded);
                ranked = expressions.excludesOnlyWords() ? required : required + excluded;
            } else if (!excluded.isEmpty()) {
                // Without a required word PostgreSQL would have to read every text.
                onlyExcludes = true;
            }
            marks.addAll(expressions.marks());
            unknown.addAll(expressions.unknown());
        }
        if (onlyExcludes) {
            throw new BadUserInputException(
                    "\"%s\" only excludes words: add a word that must occur.".formatted(Quotation.of(text)));
        }
        if (alternatives.isEmpty()) {
            throw new BadUserInputException(
                    "\"%s\" has no word to search for: words as common as \"the\", \"of\" and \"not\" are ignored."
                            .formatted(Quotation.of(text)));
        }
        if (terms > MOST_TERMS) {
            throw new BadUserInputException(
                    "\"text\" has %d terms: at most %d are allowed.".formatted(terms, MOST_TERMS));
        }
        String query = alternatives.get(0);
        if (alternatives.size() > 1) {
            query = alternatives.stream().collect(Collectors.joining(") | (", "(", ")"));
            ranked = query;
        }
        return new SearchText(text, query, ranked, String.join(" ", marks), List.copyOf(unknown));
    }

    private static void requirePrefixesLongEnough(String text, SearchQuery parsed) {
        for (List<Term> alternative : parsed.alternatives()) {
            for (Term term : alternative) {
                List<Part> parts = term.parts();
                Part last = parts.get(parts.size() - 1);
                if (term.prefix() && last.word().length() < SHORTEST_PREFIX) {
                    throw new BadUserInputException(
                            "\"%s\" has the prefix \"%s*\": at least %d letters or digits are needed before \"*\"."
                                    .formatted(Quotation.of(text), last.word(), SHORTEST_PREFIX));
                }
            }
        }
    }

    /**
     * The text with the words that are in no text corrected; null if there is nothing to correct, or no correction.
     */
    @Nullable String corrected() {
        Map<String, String> corrections = SpellingCorrection.of(
                unknown.stream().map(Part::word).distinct().toList());
        StringBuilder corrected = new StringBuilder();
        int at = 0;
        for (Part word : unknown) {
            String correction = corrections.get(word.word());
            if (correction != null && word.start() >= at) {
                corrected.append(text, at, word.start()).append(correction);
                at = word.end();
            }
        }
        return at == 0 ? null : corrected.append(text, at, text.length()).toString();
    }
}
