package peel.reading.fact.metric;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.reading.evidence.Areas;
import peel.reading.phrase.Numbers;
import peel.reading.phrase.Timing;

/**
 * The words in which a sentence may state a value. Any other word may change what the value is about: in "the cost of
 * recorded crime fell by 5 percent", it is not crime that fell.
 */
final class StatedWords {

    private static final Set<String> COMMON = words("""
            a an the this that these those there it its is was were are has have had been being be in on at of for to by with from over
            across during within per than as also however overall total number level levels figure figures rate rates volume force
            force's forces police constabulary area county all england wales population people national nationally average percent cent
            per same period time compared compares compare comparing comparison when considering represents represent equates equal
            fact approximately approx about around nearly almost roughly circa some just under more fewer less least most up
            beside against versus slightly only currently actively significantly sharply markedly considerably substantially respectively whole
            """);

    private static final String CHANGE = """
            fell fallen falls decreased decreases reduced declined dropped down lower reduction decrease fall drop decline rose risen
            rises increased increases grew grown higher increase rise growth saw seen shows showed show experienced recorded
            """;

    private static final Map<String, Set<String>> OWN = new HashMap<>();

    static {
        OWN.put(
                "crime.change",
                words(CHANGE
                        + " crime crimes victim-based sexual offences assault assaults injury burglary burglaries dwelling"
                        + " dwellings domestic"));
        OWN.put("asb.change", words(CHANGE + " incident incidents anti-social behaviour"));
        OWN.put("asb.incidents", words("recorded incidents anti-social behaviour"));
        OWN.put("asb.rate", words("recorded incidents anti-social behaviour every residents"));
        String groups =
                "organised crime groups ocgs active disrupting disrupted investigating investigated monitoring monitored"
                        + " managing managed manages or and every million one";
        OWN.put("ocg.count", words(groups));
        OWN.put("ocg.rate", words(groups));
        OWN.put(
                "victim-satisfaction.whole-experience",
                words(
                        "victim victims crime who those them their satisfied satisfaction experience service rate lower higher similar"
                                + " line below above"));
        OWN.put(
                "investigation.telephone-share",
                words("investigates investigated resolves resolved low-risk lower-risk crime crimes telephone phone"));
        OWN.put(
                "iom.cohort",
                words(
                        "iom integrated offender offenders management scheme manages managed managing supervises supervised"
                                + " supervising consists consisted includes included part through cohort"));
        OWN.put("mappa.highest-risk", words("offenders dealt managed way highest risk mappa"));
        String orders =
                "issued obtained secured granted applied made new sexual offence offences prevention order orders sopo sopos";
        OWN.put("sopo.issued", words(orders));
        OWN.put("sopo.breached", words(orders + " and which these them since breached"));
    }

    /** Brackets that explain a word and change nothing. */
    private static final Pattern BRACKETS = Pattern.compile(
            "\\((?:excluding fraud|(?:i\\.e\\.|e\\.g\\.|such as|see|as at|as of)[^()]*|[A-Z]{2,8}s?)\\)");

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*");

    private StatedWords() {}

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.trim().split("\\s+")));
    }

    /**
     * The first word of a statement that is not known for a metric; null if all are.
     *
     * @param text the sentence
     * @param start start index of the number
     * @param end end index of the number, exclusive
     */
    static @Nullable String unknown(String metric, String text, int start, int end, Areas areas) {
        Set<String> own = OWN.get(metric);
        if (own == null) {
            return null;
        }
        int from = Math.max(text.lastIndexOf(';', start), text.lastIndexOf(": ", start)) + 1;
        StringBuilder statement = new StringBuilder(text);
        blank(statement, BRACKETS);
        statement.setLength(areas.clauseEnd(statement.toString(), end));
        for (Timing.Mention time : Timing.mentions(text)) {
            blank(statement, time.start(), time.end());
        }
        areas.blankOwn(statement);
        blank(statement, start, end);
        Matcher word = WORD.matcher(statement);
        for (int at = from; word.find(at); at = word.end()) {
            String found = word.group().toLowerCase(Locale.ROOT).replace('’', '\'');
            // A hyphen may come from the end of a line.
            String whole = found.replace("-", "");
            if (!COMMON.contains(found)
                    && !own.contains(found)
                    && !COMMON.contains(whole)
                    && !own.contains(whole)
                    && !isNumber(found)) {
                return word.group();
            }
        }
        return null;
    }

    private static boolean isNumber(String word) {
        return Numbers.anyIn(word);
    }

    private static void blank(StringBuilder text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text.toString());
        while (matcher.find()) {
            blank(text, matcher.start(), matcher.end());
        }
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < Math.min(end, text.length()); i++) {
            text.setCharAt(i, ' ');
        }
    }
}
