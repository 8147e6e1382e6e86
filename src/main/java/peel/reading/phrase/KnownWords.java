package peel.reading.phrase;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that a statement may consist of: any other one may change what it says. */
public final class KnownWords {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*");

    private final Set<String> words;

    private KnownWords(Set<String> words) {
        this.words = words;
    }

    /** Words in lower case, separated by blanks. */
    public static KnownWords of(String words) {
        return new KnownWords(Set.copyOf(List.of(words.trim().split("\\s+"))));
    }

    /** These words and those of a text, in any case. */
    public KnownWords and(String text) {
        Set<String> more = new HashSet<>(words);
        WORD.matcher(text).results().forEach(word -> more.add(plain(word.group())));
        return new KnownWords(more);
    }

    /** These words and others. */
    public KnownWords and(KnownWords others) {
        Set<String> more = new HashSet<>(words);
        more.addAll(others.words);
        return new KnownWords(more);
    }

    /** Whether a word, in any case, is known. A hyphen may come from the end of a line. */
    public boolean contains(String word) {
        String plain = plain(word);
        return words.contains(plain) || words.contains(plain.replace("-", ""));
    }

    /**
     * The first word of a text that is not known; null if all are.
     *
     * @param from the index where to begin
     * @param other whether a word that is not known may stand there all the same
     */
    public @Nullable String firstUnknown(CharSequence text, int from, Predicate<Matcher> other) {
        Matcher word = WORD.matcher(text);
        for (int at = from; word.find(at); at = word.end()) {
            if (!contains(word.group()) && !other.test(word)) {
                return word.group();
            }
        }
        return null;
    }

    /** A word in lower case, with a straight apostrophe. */
    public static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
