package peel.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.SqlArrays;
import peel.search.SearchQuery.Term;
import peel.search.SearchWords.Part;

/** What the index knows of the words of one search and of the words that they may be written as. Two statements at most. */
final class KnownWords {

    /** The shortest word that may be two in a text, and the shortest of these. */
    private static final int SHORTEST_SPLIT = 6;

    private static final int SHORTEST_HALF = 2;
    private static final int LONGEST_SPLIT = 30;

    /** The most ways of a word to be two. */
    private static final int MOST_SPLITS = 3;

    /** The most words of a search that are one in a text. */
    static final int MOST_JOINED = 3;

    /** The most lexemes that stand for a prefix, beside those that begin with it themselves. */
    private static final int MOST_ENDINGS = 50;

    private record Word(String word, @Nullable String lexeme, boolean isWord, boolean isLexeme) {

        static final RowType<Word> ROWS = RowType.ofExpressions(row -> new Word(
                row.text("w.word"),
                row.text("w.lexeme"),
                row.booleanValue("w.is_word"),
                row.booleanValue("w.is_lexeme")));
    }

    private record Ending(String prefix, String lexeme) {

        static final RowType<Ending> ROWS =
                RowType.ofExpressions(row -> new Ending(row.text("p.prefix"), row.text("s.lexeme")));
    }

    private final Map<String, Word> words = new HashMap<>();
    private final Map<String, List<String>> endings = new TreeMap<>();

    private KnownWords() {}

    static KnownWords of(SearchQuery query) {
        Set<String> asked = new LinkedHashSet<>();
        Set<String> halves = new LinkedHashSet<>();
        Set<String> prefixes = new LinkedHashSet<>();
        for (List<Term> alternative : query.alternatives()) {
            List<Part> run = new ArrayList<>();
            for (Term term : alternative) {
                List<Part> parts = term.parts();
                if (term.phrase() || term.excluded() || term.tokens().get(0).isCompound()) {
                    ask(parts, SearchWords.MOST_JOINED, asked, halves);
                    run.clear();
                } else {
                    run.addAll(parts);
                    ask(run.subList(Math.max(0, run.size() - MOST_JOINED), run.size()), MOST_JOINED, asked, halves);
                }
                if (term.prefix()) {
                    prefixes.add(parts.get(parts.size() - 1).word());
                    for (int from = 0; !term.phrase() && from < parts.size() - 1; from++) {
                        prefixes.add(term.tokens().get(0).joined(from, parts.size()));
                    }
                }
            }
        }
        KnownWords known = new KnownWords();
        known.readWords(asked, halves);
        known.readEndings(prefixes);
        return known;
    }

    private static void ask(List<Part> parts, int mostJoined, Set<String> asked, Set<String> halves) {
        for (int from = 0; from < parts.size(); from++) {
            StringBuilder joined = new StringBuilder();
            for (int to = from; to < Math.min(parts.size(), from + mostJoined); to++) {
                joined.append(parts.get(to).word());
                if (joined.length() <= SearchWords.LONGEST_WORD) {
                    asked.add(joined.toString());
                }
            }
            String word = parts.get(from).word();
            for (int at = SHORTEST_HALF; mayBeSplit(word) && at <= word.length() - SHORTEST_HALF; at++) {
                halves.add(word.substring(0, at));
                halves.add(word.substring(at));
            }
        }
    }

    private static boolean mayBeSplit(String word) {
        return word.length() >= SHORTEST_SPLIT && word.length() <= LONGEST_SPLIT;
    }

    /**
     * Reads the words that are asked for, and those halves of words that some text has. A word of nine letters has twelve
     * halves, of which few are words.
     */
    private void readWords(Set<String> asked, Set<String> halves) {
        if (asked.isEmpty()) {
            return;
        }
        String tail = """
                from (
                    select a.word, a.lexeme,
                           exists (select from search_word s where s.word = a.word) as is_word,
                           exists (select from search_word s where s.lexeme = a.lexeme) as is_lexeme
                    from (select word, search_lexeme(word) as lexeme from unnest(cast(:words as text[])) u (word)) a
                    union all
                    select s.word, s.lexeme, true, true
                    from search_word s
                    where s.word = any(cast(:halves as text[]))) w
                """;
        Map<String, Object> parameters = Map.of("words", SqlArrays.of(asked), "halves", halves.toArray(String[]::new));
        for (Word word : Rows.of(Word.ROWS, tail, parameters)) {
            words.put(word.word, word);
        }
    }

    /** "organisati" begins no lexeme, since that of "organisation" is "organis". */
    private void readEndings(Set<String> prefixes) {
        if (prefixes.isEmpty()) {
            return;
        }
        // The largest letter ends the range of words with a prefix.
        String tail = """
                from unnest(cast(:prefixes as text[])) p (prefix)
                cross join lateral (
                    select distinct w.lexeme
                    from search_word w
                    where w.word >= p.prefix and w.word < p.prefix || U&'\\FFFD'
                      and not starts_with(w.lexeme, p.prefix)
                    order by w.lexeme
                    limit :most) s
                """;
        Rows.of(Ending.ROWS, tail, Map.of("prefixes", SqlArrays.of(prefixes), "most", MOST_ENDINGS))
                .forEach(ending -> endings.computeIfAbsent(ending.prefix, p -> new ArrayList<>())
                        .add(ending.lexeme));
    }

    /** The form by which a word is found; null if it is too common to be searched for. */
    @Nullable String lexeme(String word) {
        if (word.length() > SearchWords.LONGEST_WORD) {
            // No text has it, but it is a term nevertheless.
            return word.substring(0, SearchWords.LONGEST_WORD + 1);
        }
        Word known = words.get(word);
        return known == null ? null : known.lexeme;
    }

    /** Whether a text has a word in any of its forms. */
    boolean isInTexts(String word) {
        Word known = words.get(word);
        return known != null && known.isLexeme;
    }

    /** The two words that a word is in some text, if any, as pairs of lexemes. */
    List<List<String>> splits(String word) {
        List<List<String>> splits = new ArrayList<>();
        if (mayBeSplit(word)) {
            for (int at = SHORTEST_HALF; at <= word.length() - SHORTEST_HALF && splits.size() < MOST_SPLITS; at++) {
                String first = searched(word.substring(0, at));
                String second = searched(word.substring(at));
                if (first != null && second != null) {
                    splits.add(List.of(first, second));
                }
            }
        }
        return splits;
    }

    /** The lexeme of a word that some text has as it is; null for others. */
    private @Nullable String searched(String word) {
        Word known = words.get(word);
        return known != null && known.isWord ? known.lexeme : null;
    }

    /** The lexemes of words that begin with a prefix, but do not begin with it themselves. */
    List<String> endings(String prefix) {
        return endings.getOrDefault(prefix, List.of());
    }

    /** The number of terms: the words that are not too common. */
    int countTerms(List<Term> terms) {
        int count = 0;
        for (Term term : terms) {
            List<Part> parts = term.parts();
            for (int i = 0; i < parts.size(); i++) {
                boolean prefix = term.prefix() && i == parts.size() - 1;
                count += prefix || lexeme(parts.get(i).word()) != null ? 1 : 0;
            }
        }
        return count;
    }
}
