package peel.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import peel.error.Suggestions;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.SqlArrays;

/** Finds words of the index for words that are in no text: those with the fewest other letters, then the most frequent. */
final class SpellingCorrection {

    /** The most words of a search that are corrected. */
    private static final int MOST_WORDS = 3;

    private static final int SHORTEST = 3;
    private static final int LONGEST = 30;

    /** In a word as long as this, two letters may be wrong, if the first three are right. */
    private static final int SHORTEST_WITH_TWO_ERRORS = 7;

    private static final int RIGHT_LETTERS = 3;

    /** The most words that are compared, and the most of which the texts are counted. */
    private static final int MOST_COMPARED = 1000;

    private static final int MOST_COUNTED = 8;

    /** Texts are counted no further than this. */
    private static final int MOST_TEXTS = 100;

    private record Candidate(String word, long texts) {

        static final RowType<Candidate> ROWS =
                RowType.ofExpressions(row -> new Candidate(row.text("c.word"), row.longValue("c.texts")));
    }

    private static final RowType<String> WORDS = RowType.ofExpressions(row -> row.text("w.word"));

    private SpellingCorrection() {}

    /** The corrections of words; words without one are not in the map. */
    static Map<String, String> of(List<String> words) {
        Map<String, String> corrections = new HashMap<>();
        words.stream()
                .filter(word -> word.length() >= SHORTEST && word.length() <= LONGEST)
                .filter(word -> word.chars().noneMatch(sign -> sign >= '0' && sign <= '9'))
                .limit(MOST_WORDS)
                .forEach(word -> {
                    List<String> near = near(word);
                    if (!near.isEmpty()) {
                        best(word, near, corrections);
                    }
                });
        return corrections;
    }

    /** The nearest words of the index, the nearest first. */
    private static List<String> near(String word) {
        // A range that nothing is in, if the word is too short.
        String from = word.length() >= SHORTEST_WITH_TWO_ERRORS ? word.substring(0, RIGHT_LETTERS) : "";
        String tail = """
                from (
                    (select s.word from search_word s where s.word = any(cast(:edits as text[])) limit :most)
                    union
                    (select s.word from search_word s
                     where s.word > :from and s.word < :from || U&'\\FFFD' and :from <> ''
                       and length(s.word) between :shortest and :longest
                     limit :most)) w
                """;
        List<String> found = new ArrayList<>(Rows.of(
                WORDS,
                tail,
                Map.of(
                        "edits",
                        SqlArrays.of(edits(word)),
                        "from",
                        from,
                        "shortest",
                        word.length() - 2,
                        "longest",
                        word.length() + 2,
                        "most",
                        MOST_COMPARED)));
        found.removeIf(other -> Suggestions.distance(word, other) > (from.isEmpty() ? 1 : 2));
        found.sort(byDistance(word));
        return found.subList(0, Math.min(found.size(), MOST_COUNTED));
    }

    private static Comparator<String> byDistance(String word) {
        return Comparator.comparing((String other) -> Suggestions.distance(word, other))
                .thenComparing(other -> other.charAt(0) != word.charAt(0))
                .thenComparing(Comparator.naturalOrder());
    }

    private static void best(String word, List<String> near, Map<String, String> corrections) {
        String tail = """
                from (
                    select n.word,
                           (select count(*) from (
                                select from searchable_text t
                                where t.words @@ cast('''' || search_lexeme(n.word) || '''' as tsquery)
                                limit :most) m) as texts
                    from unnest(cast(:near as text[])) n (word)) c
                """;
        Map<String, Long> texts = new HashMap<>();
        Rows.of(Candidate.ROWS, tail, Map.of("near", SqlArrays.of(near), "most", MOST_TEXTS))
                .forEach(candidate -> texts.put(candidate.word, candidate.texts));
        near.stream()
                .filter(other -> texts.getOrDefault(other, 0L) > 0)
                .min(Comparator.comparing((String other) -> Suggestions.distance(word, other))
                        .thenComparing(other -> other.charAt(0) != word.charAt(0))
                        .thenComparing(other -> -texts.getOrDefault(other, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .ifPresent(other -> corrections.put(word, other));
    }

    /** All words of one letter more, one less, another one, or two swapped. */
    private static Set<String> edits(String word) {
        Set<String> edits = new LinkedHashSet<>();
        for (int i = 0; i <= word.length(); i++) {
            String before = word.substring(0, i);
            String after = word.substring(i);
            for (char letter = 'a'; letter <= 'z'; letter++) {
                edits.add(before + letter + after);
                if (!after.isEmpty()) {
                    edits.add(before + letter + after.substring(1));
                }
            }
            if (!after.isEmpty()) {
                edits.add(before + after.substring(1));
            }
            if (after.length() > 1) {
                edits.add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
            }
        }
        return edits;
    }
}
