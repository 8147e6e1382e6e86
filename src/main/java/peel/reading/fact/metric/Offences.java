package peel.reading.fact.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of crime that running text names, under the names that the tables give them. */
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
     * The kind of crime that a figure is about: the one named last before it, else the first of the
     * sentence; null if it names none.
     *
     * @param text the sentence
     * @param figure where the figure begins
     */
    static String of(String text, int figure) {
        String before = null;
        int beforeAt = -1;
        String first = null;
        int firstAt = text.length();
        for (Map.Entry<String, Pattern> name : NAMES.entrySet()) {
            Matcher matcher = name.getValue().matcher(text);
            while (matcher.find()) {
                if (matcher.start() < figure && matcher.start() > beforeAt) {
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

    /**
     * What has to be known of a kind of crime before it is compared, or null.
     *
     * @param offence its name
     */
    static String comparability(String offence) {
        return offence.contains("(excluding fraud)") ? "without fraud" : null;
    }
}
