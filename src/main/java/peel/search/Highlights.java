package peel.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.SqlArrays;
import peel.search.SearchWords.Part;
import peel.search.SearchWords.Token;

/** Marks the words of texts that a search found. */
final class Highlights {

    private record WordLexeme(String word, @Nullable String lexeme) {

        static final RowType<WordLexeme> ROWS =
                RowType.ofExpressions(row -> new WordLexeme(row.text("u.word"), row.text("search_lexeme(u.word)")));
    }

    private final Map<String, @Nullable String> lexemes;
    private final Set<String> marked = new HashSet<>();
    private final Set<String> pairs = new HashSet<>();
    private final List<String> prefixes = new ArrayList<>();

    private Highlights(Map<String, @Nullable String> lexemes, String marks) {
        this.lexemes = lexemes;
        for (String mark : marks.split(" ")) {
            if (mark.endsWith("*")) {
                prefixes.add(mark.substring(0, mark.length() - 1));
            } else if (mark.indexOf('+') > 0) {
                pairs.add(mark);
            } else {
                marked.add(mark);
            }
        }
    }

    /**
     * The texts, sign for sign, with {@link Excerpt#BEGIN} and {@link Excerpt#END} around words. Executes one statement.
     *
     * @param marks the {@link SearchText#marks} for each text
     */
    static List<String> in(List<String> texts, List<String> marks) {
        List<List<Token>> tokens = texts.stream().map(SearchWords::of).toList();
        Map<String, @Nullable String> lexemes = lexemes(tokens, initials(marks));
        List<String> result = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            result.add(new Highlights(lexemes, marks.get(i)).mark(texts.get(i), tokens.get(i)));
        }
        return result;
    }

    /** The first letters of the lexemes to mark. */
    private static Set<Character> initials(List<String> marks) {
        Set<Character> initials = new HashSet<>();
        for (String all : new HashSet<>(marks)) {
            for (String lexeme : all.split("[ +]")) {
                if (!lexeme.isEmpty() && !lexeme.endsWith("*")) {
                    initials.add(lexeme.charAt(0));
                }
            }
        }
        return initials;
    }

    /**
     * The lexemes of those words that may be marked. A lexeme begins with the first letter of its words, and with no more
     * of some: that of "dying" is "die". Twenty texts have hundreds of words, and some tens that may be marked.
     */
    private static Map<String, @Nullable String> lexemes(List<List<Token>> texts, Set<Character> initials) {
        Set<String> words = new LinkedHashSet<>();
        for (List<Token> tokens : texts) {
            for (Token token : tokens) {
                token.parts().forEach(part -> words.add(part.word()));
                words.addAll(joined(token));
            }
        }
        words.removeIf(word -> !initials.contains(word.charAt(0)));
        Map<String, @Nullable String> lexemes = new HashMap<>();
        if (!words.isEmpty()) {
            Rows.of(
                            WordLexeme.ROWS,
                            "from unnest(cast(:words as text[])) u (word)",
                            Map.of("words", SqlArrays.of(words)))
                    .forEach(word -> lexemes.put(word.word, word.lexeme));
        }
        return lexemes;
    }

    /** The compounds that the index has of a token. */
    private static List<String> joined(Token token) {
        List<String> joined = new ArrayList<>();
        int parts = token.parts().size();
        if (parts <= SearchWords.MOST_JOINED) {
            for (int from = 0; from < parts; from++) {
                for (int to = from + 2; to <= parts; to++) {
                    joined.add(token.joined(from, to));
                }
            }
        }
        return joined;
    }

    private String mark(String text, List<Token> tokens) {
        StringBuilder marked = new StringBuilder();
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (isPair(tokens, i - 1)
                    || isPair(tokens, i)
                    || token.isCompound() && joined(token).stream().anyMatch(this::isMarked)) {
                append(marked, text, at, token.start(), token.end());
                at = token.end();
                continue;
            }
            for (Part part : token.parts()) {
                if (isMarked(part.word())) {
                    append(marked, text, at, part.start(), part.end());
                    at = part.end();
                }
            }
        }
        return plain(marked, text, at, text.length()).toString();
    }

    /** Whether a word and the next are marked together. */
    private boolean isPair(List<Token> tokens, int first) {
        if (pairs.isEmpty() || first < 0 || first + 1 >= tokens.size()) {
            return false;
        }
        String one = lexemes.get(
                tokens.get(first).joined(0, tokens.get(first).parts().size()));
        String other = lexemes.get(
                tokens.get(first + 1).joined(0, tokens.get(first + 1).parts().size()));
        return one != null && other != null && pairs.contains(one + "+" + other);
    }

    private boolean isMarked(String word) {
        String lexeme = lexemes.get(word);
        return lexeme != null && marked.contains(lexeme) || prefixes.stream().anyMatch(word::startsWith);
    }

    private static void append(StringBuilder marked, String text, int at, int start, int end) {
        plain(marked, text, at, start).append(Excerpt.BEGIN);
        plain(marked, text, start, end).append(Excerpt.END);
    }

    private static StringBuilder plain(StringBuilder marked, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char sign = text.charAt(i);
            marked.append(sign == Excerpt.BEGIN || sign == Excerpt.END ? ' ' : sign);
        }
        return marked;
    }
}
