package peel.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.search.SearchQuery.Term;
import peel.search.SearchWords.Part;
import peel.search.SearchWords.Token;

/**
 * The terms of one alternative as parts of a {@code tsquery}. In the index the words of a compound have one position, and
 * stand there together as well. A word is therefore also searched for as part of a compound, a compound as single words,
 * and two words as one, if some text has it so.
 */
final class TermExpressions {

    /** The most ways in which a phrase may be written. */
    private static final int MOST_VARIANTS = 24;

    private final KnownWords known;
    private final List<Term> terms;
    private final Set<String> marks = new LinkedHashSet<>();
    private final List<Part> unknown = new ArrayList<>();
    private boolean marking;

    TermExpressions(KnownWords known, List<Term> terms) {
        this.known = known;
        this.terms = terms;
    }

    /** The lexemes to highlight, after {@link #required} was called. */
    Set<String> marks() {
        return marks;
    }

    /** The words that must occur but are in no text, after {@link #required} was called. */
    List<Part> unknown() {
        return unknown;
    }

    /** What must occur; empty if there is nothing. */
    String required() {
        marking = true;
        List<String> all = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            if (!terms.get(i).excluded()) {
                List<String> ways = isWord(i) ? wordWays(i) : ways(terms.get(i));
                if (!ways.isEmpty()) {
                    all.add(anyOf(ways));
                }
            }
        }
        marking = false;
        return String.join(" & ", all);
    }

    /** What must not occur, to be appended to what must; empty if there is nothing. */
    String excluded() {
        return terms.stream()
                .filter(Term::excluded)
                .map(this::ways)
                .filter(ways -> !ways.isEmpty())
                .map(ways -> " & !(" + String.join(" | ", ways) + ")")
                .collect(Collectors.joining());
    }

    /** Whether what must not occur are single words, not words beside each other. */
    boolean excludesOnlyWords() {
        return terms.stream()
                .filter(Term::excluded)
                .flatMap(term -> ways(term).stream())
                .noneMatch(way -> way.contains(" "));
    }

    private static String anyOf(List<String> ways) {
        return ways.size() == 1 ? ways.get(0) : ways.stream().collect(Collectors.joining(" | ", "(", ")"));
    }

    /** Whether a term is a single word, which may be one in a text with the words beside it. */
    private boolean isWord(int index) {
        if (index < 0 || index >= terms.size()) {
            return false;
        }
        Term term = terms.get(index);
        return !term.phrase() && !term.excluded() && !term.tokens().get(0).isCompound();
    }

    private String word(int index) {
        return terms.get(index).parts().get(0).word();
    }

    private List<String> wordWays(int index) {
        Term term = terms.get(index);
        Part part = term.parts().get(0);
        List<String> ways = new ArrayList<>();
        if (term.prefix()) {
            return prefixWays(part.word());
        }
        String lexeme = known.lexeme(part.word());
        if (lexeme == null) {
            return ways;
        }
        mark(lexeme);
        ways.add(quoted(lexeme));
        for (List<String> split : known.splits(part.word())) {
            mark(split.get(0) + "+" + split.get(1));
            ways.add("(" + quoted(split.get(0)) + " <-> " + quoted(split.get(1)) + ")");
        }
        for (int from = index - KnownWords.MOST_JOINED + 1; from <= index; from++) {
            StringBuilder joined = new StringBuilder();
            for (int to = Math.max(from, 0); to < from + KnownWords.MOST_JOINED && isWord(to) && from >= 0; to++) {
                joined.append(word(to));
                if (to > from && to >= index && known.isInTexts(joined.toString())) {
                    addKnown(joined.toString(), ways);
                }
            }
        }
        if (ways.size() == 1) {
            noteUnknown(part);
        }
        return ways;
    }

    private void noteUnknown(Part part) {
        if (marking && !known.isInTexts(part.word())) {
            unknown.add(part);
        }
    }

    private void addKnown(String word, List<String> ways) {
        String lexeme = known.lexeme(word);
        if (lexeme != null) {
            mark(lexeme);
            String way = quoted(lexeme);
            if (!ways.contains(way)) {
                ways.add(way);
            }
        }
    }

    /** The ways of a prefix: of one position each, so that they may be part of a phrase. */
    private List<String> prefixWays(String prefix) {
        List<String> ways = new ArrayList<>();
        mark(prefix + "*");
        ways.add("'" + prefix + "':*");
        for (String lexeme : known.endings(prefix)) {
            mark(lexeme);
            ways.add(quoted(lexeme));
        }
        return ways;
    }

    private List<String> ways(Term term) {
        List<Part> parts = term.parts();
        Token first = term.tokens().get(0);
        if (!term.phrase() && (first.loose() || parts.size() > SearchWords.MOST_JOINED)) {
            return looseWays(term, parts);
        }
        List<String> ways = new ArrayList<>();
        addVariants(term, parts, 0, new ArrayList<>(), ways);
        if (marking && ways.size() == 1 && !term.prefix()) {
            parts.stream().filter(part -> known.lexeme(part.word()) != null).forEach(this::noteUnknown);
        }
        return ways;
    }

    /** Words joined by a slash: as one, or each somewhere in the text. */
    private List<String> looseWays(Term term, List<Part> parts) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String word = parts.get(i).word();
            String lexeme = known.lexeme(word);
            if (term.prefix() && i == parts.size() - 1) {
                all.add(anyOf(prefixWays(word)));
            } else if (lexeme != null) {
                mark(lexeme);
                all.add(quoted(lexeme));
                noteUnknown(parts.get(i));
            }
        }
        List<String> ways = new ArrayList<>();
        if (!all.isEmpty()) {
            ways.add(all.size() == 1 ? all.get(0) : all.stream().collect(Collectors.joining(" & ", "(", ")")));
        }
        String whole = term.tokens().get(0).joined(0, parts.size());
        if (!term.prefix() && known.isInTexts(whole)) {
            addKnown(whole, ways);
        }
        return ways;
    }

    /**
     * Adds the ways in which words that follow each other may be written, from a word on, those with fewer joined words
     * first.
     *
     * @param before the expressions of the words before, null where a word is too common to be in the index
     */
    private void addVariants(Term term, List<Part> parts, int from, List<@Nullable String> before, List<String> ways) {
        if (ways.size() >= MOST_VARIANTS) {
            return;
        }
        if (from == parts.size()) {
            String phrase = inOrder(before);
            if (!phrase.isEmpty() && !ways.contains(phrase)) {
                ways.add(phrase);
                markAll(term, before);
            }
            return;
        }
        String word = parts.get(from).word();
        if (term.prefix() && from == parts.size() - 1) {
            before.add(anyOf(prefixWays(word)));
            addVariants(term, parts, from + 1, before, ways);
            before.remove(before.size() - 1);
            return;
        }
        String lexeme = known.lexeme(word);
        before.add(lexeme == null ? null : quoted(lexeme));
        addVariants(term, parts, from + 1, before, ways);
        before.remove(before.size() - 1);
        if (term.prefix() && !term.phrase()) {
            before.add(anyOf(prefixWays(joined(parts, from))));
            addVariants(term, parts, parts.size(), before, ways);
            before.remove(before.size() - 1);
        }
        StringBuilder joined = new StringBuilder(word);
        int last = parts.size() - (term.prefix() ? 1 : 0);
        for (int to = from + 1; to < Math.min(last, from + SearchWords.MOST_JOINED); to++) {
            joined.append(parts.get(to).word());
            String whole = joined.toString();
            String wholeLexeme = known.lexeme(whole);
            if (wholeLexeme != null && known.isInTexts(whole)) {
                before.add(quoted(wholeLexeme));
                addVariants(term, parts, to + 1, before, ways);
                before.remove(before.size() - 1);
            }
        }
        for (List<String> split : known.splits(word)) {
            before.add(quoted(split.get(0)));
            before.add(quoted(split.get(1)));
            addVariants(term, parts, from + 1, before, ways);
            before.remove(before.size() - 1);
            before.remove(before.size() - 1);
        }
    }

    private static String joined(List<Part> parts, int from) {
        return parts.subList(from, parts.size()).stream().map(Part::word).collect(Collectors.joining());
    }

    /** Marks the words of a phrase wherever they stand, those of a compound only one after the other. */
    private void markAll(Term term, List<@Nullable String> quoted) {
        String before = null;
        for (String expression : quoted) {
            String lexeme = expression != null && expression.endsWith("'")
                    ? expression.substring(1, expression.length() - 1)
                    : null;
            if (lexeme != null && (term.phrase() || quoted.size() == 1)) {
                mark(lexeme);
            } else if (lexeme != null && before != null) {
                mark(before + "+" + lexeme);
            }
            before = lexeme;
        }
    }

    /** Words in order; those too common to be in the index count as positions between others. */
    private static String inOrder(List<@Nullable String> words) {
        StringBuilder phrase = new StringBuilder();
        int distance = 0;
        int operands = 0;
        for (String word : words) {
            distance++;
            if (word != null) {
                if (operands > 0) {
                    phrase.append(distance == 1 ? " <-> " : " <" + distance + "> ");
                }
                phrase.append(word);
                distance = 0;
                operands++;
            }
        }
        return operands > 1 ? "(" + phrase + ")" : phrase.toString();
    }

    private static String quoted(String lexeme) {
        return "'" + lexeme + "'";
    }

    private void mark(String lexeme) {
        if (marking) {
            marks.add(lexeme);
        }
    }
}
