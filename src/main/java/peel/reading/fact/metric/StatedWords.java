package peel.reading.fact.metric;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.reading.evidence.Areas;
import peel.reading.phrase.Blanks;
import peel.reading.phrase.KnownWords;
import peel.reading.phrase.Numbers;

/**
 * The words in which a sentence may state a value. Any other word may change what the value is about: in "the cost of
 * recorded crime fell by 5 percent", it is not crime that fell.
 */
final class StatedWords {

    private static final KnownWords COMMON = KnownWords.of("""
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

    private static final Map<String, KnownWords> KNOWN = new HashMap<>();

    static {
        KNOWN.put(
                "crime.change",
                words(CHANGE
                        + " crime crimes victim-based sexual offences assault assaults injury burglary burglaries dwelling"
                        + " dwellings domestic"));
        KNOWN.put("asb.change", words(CHANGE + " incident incidents anti-social behaviour"));
        KNOWN.put("asb.incidents", words("recorded incidents anti-social behaviour"));
        KNOWN.put("asb.rate", words("recorded incidents anti-social behaviour every residents"));
        String groups =
                "organised crime groups ocgs active disrupting disrupted investigating investigated monitoring monitored"
                        + " managing managed manages or and every million one";
        KNOWN.put("ocg.count", words(groups));
        KNOWN.put("ocg.rate", words(groups));
        KNOWN.put(
                "victim-satisfaction.whole-experience",
                words(
                        "victim victims crime who those them their satisfied satisfaction experience service rate lower higher similar"
                                + " line below above"));
        KNOWN.put(
                "investigation.telephone-share",
                words("investigates investigated resolves resolved low-risk lower-risk crime crimes telephone phone"));
        KNOWN.put(
                "iom.cohort",
                words(
                        "iom integrated offender offenders management scheme manages managed managing supervises supervised"
                                + " supervising consists consisted includes included part through cohort"));
        KNOWN.put("mappa.highest-risk", words("offenders dealt managed way highest risk mappa"));
        String orders =
                "issued obtained secured granted applied made new sexual offence offences prevention order orders sopo sopos";
        KNOWN.put("sopo.issued", words(orders));
        KNOWN.put("sopo.breached", words(orders + " and which these them since breached"));
    }

    /** Brackets that explain a word and change nothing. */
    private static final Pattern BRACKETS = Pattern.compile(
            "\\((?:excluding fraud|(?:i\\.e\\.|e\\.g\\.|such as|see|as at|as of)[^()]*|[A-Z]{2,8}s?)\\)");

    private StatedWords() {}

    private static KnownWords words(String own) {
        return COMMON.and(KnownWords.of(own));
    }

    /**
     * The first word of a statement that is not known for a metric; null if all are.
     *
     * @param text the sentence
     * @param start start index of the number
     * @param end end index of the number, exclusive
     */
    static @Nullable String unknown(String metric, String text, int start, int end, Areas areas) {
        KnownWords known = KNOWN.get(metric);
        if (known == null) {
            return null;
        }
        int from = Math.max(text.lastIndexOf(';', start), text.lastIndexOf(": ", start)) + 1;
        StringBuilder statement = new StringBuilder(text);
        blank(statement, BRACKETS);
        statement.setLength(areas.clauseEnd(statement.toString(), end));
        Blanks.putForTimes(statement, text);
        areas.blankOwn(statement);
        Blanks.put(statement, start, end);
        return known.firstUnknown(statement, from, word -> Numbers.anyIn(KnownWords.plain(word.group())));
    }

    private static void blank(StringBuilder text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text.toString());
        while (matcher.find()) {
            Blanks.put(text, matcher.start(), matcher.end());
        }
    }
}
