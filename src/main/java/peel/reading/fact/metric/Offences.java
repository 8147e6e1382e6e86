package peel.reading.fact.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises kinds of crime in running text, under the names used in the tables. */
final class Offences {

    private static final Map<String, Pattern> NAMES = new LinkedHashMap<>();

    static {
        name(CrimeRateRule.WITHOUT_FRAUD, "(?:total )?(?:police[- ])?recorded crimes? \\(excluding fraud\\)");
        name(CrimeRateRule.RECORDED_CRIME, "(?:total )?(?:police[- ])?recorded crimes?");
        name("Victim-based crime", "victim-based crimes?");
        name("Sexual offences", "sexual offences");
        name("Assault with injury", "assaults? with injury");
        name("Burglary in a dwelling", "burglar(?:y|ies) in (?:a dwelling|dwellings)|domestic burglar(?:y|ies)");
    }

    private Offences() {}

    private static void name(String name, String expression) {
        NAMES.put(name, Pattern.compile("(?<!non[- ])\\b(?:" + expression + ")", Pattern.CASE_INSENSITIVE));
    }

    /**
     * Returns the kind of crime that a number counts: the last one named before it, otherwise the first one in the
     * sentence; null if the sentence names none.
     *
     * @param text the sentence
     * @param number start index of the number
     */
    static @Nullable String of(String text, int number) {
        String before = null;
        int beforeAt = -1;
        String first = null;
        int firstAt = text.length();
        for (Map.Entry<String, Pattern> name : NAMES.entrySet()) {
            Matcher matcher = name.getValue().matcher(text);
            while (matcher.find()) {
                if (matcher.start() < number && matcher.start() > beforeAt) {
                    before = name.getKey();
                    beforeAt = matcher.start();
                }
                if (matcher.start() < firstAt) {
                    first = name.getKey();
                    firstAt = matcher.start();
                }
            }
        }
        return before == null ? first : before;
    }

    /** The names under which tables print them. */
    static Set<String> names() {
        return NAMES.keySet();
    }

    /** Whether a text is the name of a kind of crime, and nothing else. */
    static boolean isName(String text) {
        return NAMES.values().stream().anyMatch(name -> name.matcher(text).matches());
    }

    /** Caveats when comparing values of a kind of crime, if there are any. */
    static @Nullable String comparability(String offence) {
        return offence.contains("(excluding fraud)") ? "without fraud" : null;
    }
}
