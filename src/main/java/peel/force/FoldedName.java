package peel.force;

import static java.util.regex.Pattern.compile;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of forces and local authorities in a form in which the same name, written differently, is the same text. */
public final class FoldedName {

    /** In characters. Longer texts are no name; bounds the time. */
    static final int LONGEST = 200;

    private static final Pattern ACCENT = compile("\\p{M}");
    private static final Pattern APOSTROPHE = compile("['‘’`]");
    private static final Pattern SEPARATORS = compile("[^\\p{L}\\p{N}]+");

    /** What stands before "of" and behind a name: "London Borough of Camden", "Bristol, City of". */
    private static final Set<String> KINDS = Set.of(
            "authority",
            "borough",
            "city",
            "corporation",
            "council",
            "county",
            "district",
            "london",
            "metropolitan",
            "royal",
            "unitary");

    /** What stands before a Welsh name: "Cyngor Bwrdeistref Sirol Caerffili", "Cyngor Dinas a Sir Abertawe". */
    private static final Set<String> WELSH_KINDS = Set.of("a", "bwrdeistref", "cyngor", "dinas", "sir", "sirol");

    private FoldedName() {}

    /** The name without accents and apostrophes, in lower case, with one space between words and "and" for "&". */
    public static String of(String name) {
        if (name.length() > LONGEST) {
            return "";
        }
        String plain = ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ");
        return SEPARATORS
                .matcher(APOSTROPHE.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** The same without what kind of authority it is: "camden" for "London Borough of Camden". */
    public static String ofAuthority(String name) {
        List<String> words = Arrays.asList(of(name).split(" "));
        int start = start(words);
        int end = words.size();
        while (end > start + 1 && isKind(words, end - 1)) {
            end--;
        }
        return String.join(" ", words.subList(start, end)).replace("saint ", "st ");
    }

    private static int start(List<String> words) {
        int last = words.size() - 1;
        int start = 0;
        if (words.get(0).equals("cyngor") || words.get(0).equals("sir")) {
            while (start < last && WELSH_KINDS.contains(words.get(start))) {
                start++;
            }
            return start;
        }
        if (words.get(0).equals("the") && last > 0) {
            start++;
        }
        int of = start;
        while (of < last && (KINDS.contains(words.get(of)) || words.get(of).equals("and"))) {
            of++;
        }
        if (of > start && of < last && words.get(of).equals("of")) {
            return of + 1;
        }
        // "County Durham"
        return start < last && words.get(start).equals("county") ? start + 1 : start;
    }

    /** Whether a word at the end tells the kind: "Bristol, City of", "St Albans City and District". */
    private static boolean isKind(List<String> words, int index) {
        String word = words.get(index);
        return KINDS.contains(word)
                || (word.equals("of") || word.equals("and")) && KINDS.contains(words.get(index - 1));
    }
}
