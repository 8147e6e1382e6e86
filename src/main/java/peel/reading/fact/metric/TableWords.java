package peel.reading.fact.metric;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.reading.evidence.Areas;
import peel.reading.phrase.Blanks;
import peel.reading.phrase.KnownWords;
import peel.reading.phrase.Timing;

/**
 * The words in which the caption and the heading of a table may say what it holds. Any other word may change it: "change
 * in crime rates", "of women".
 */
final class TableWords {

    private static final String COMMON =
            "figure table police constabulary force force's recorded crime crimes rate rates per population for the months month year"
                    + " period to ending ended in of and by excluding fraud england wales three twelve nine six";

    static final TableWords RATES = new TableWords("");

    static final TableWords OUTCOMES =
            new TableWords("outcome outcomes all type types group groups number numbers percentage percent offences");

    /** The kinds of crime of the official statistics. */
    private static final Set<String> CRIMES = Set.of(
            "violence against the person",
            "violence with injury",
            "violence without injury",
            "homicide",
            "rape",
            "robbery",
            "theft offences",
            "other theft offences",
            "theft from the person",
            "burglary",
            "domestic burglary",
            "non-domestic burglary",
            "vehicle offences",
            "shoplifting",
            "bicycle theft",
            "criminal damage and arson",
            "drug offences",
            "possession of weapons",
            "public order offences",
            "miscellaneous crimes against society");

    /** Names of rows as reports print them, by the same in lower case. */
    private static final Map<String, String> USUAL = new HashMap<>();

    static {
        CRIMES.forEach(name -> USUAL.put(name, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
        Offences.names().forEach(name -> USUAL.put(name.toLowerCase(Locale.ROOT), name));
        OutcomeRule.names().forEach(name -> USUAL.put(name.toLowerCase(Locale.ROOT), name));
    }

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,./-]*");

    private final KnownWords known;

    private TableWords(String own) {
        this.known = KnownWords.of(COMMON + " " + own);
    }

    /** Whether a label is the name of a kind of crime. */
    static boolean isCrime(String label) {
        return Offences.isName(label) || CRIMES.contains(label.toLowerCase(Locale.ROOT));
    }

    /** The label of a row in the case in which reports print it, so that one thing has one name. */
    static String inUsualCase(String label) {
        boolean capitals = label.equals(label.toUpperCase(Locale.ROOT));
        return USUAL.getOrDefault(label.toLowerCase(Locale.ROOT), capitals ? inSentenceCase(label) : label);
    }

    private static String inSentenceCase(String label) {
        return label.isEmpty()
                ? label
                : label.substring(0, 1) + label.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Why a table is in doubt because of its words; null if it is not. */
    @Nullable String doubt(Table table, Areas areas) {
        if (table.damage() != null) {
            return table.damage();
        }
        StringBuilder caption = new StringBuilder(table.text());
        Blanks.putForTimes(caption, table.text());
        String unknown = unknown(caption, areas);
        if (unknown != null) {
            return "it is unclear what \"%s\" means in its caption".formatted(unknown);
        }
        Timing timing = table.timing();
        if (timing.period() == null) {
            return "its caption gives no period";
        }
        if (timing.doubt() != null || timing.baseline() != null) {
            return "its caption gives more than one time";
        }
        StringBuilder heading = new StringBuilder(table.heading());
        unknown = unknown(heading, areas);
        Matcher number = NUMBER.matcher(table.heading());
        while (unknown == null && number.find()) {
            unknown = number.group().equals("1,000") ? null : number.group();
        }
        return unknown == null ? null : "it is unclear what \"%s\" means in its heading".formatted(unknown);
    }

    private @Nullable String unknown(StringBuilder text, Areas areas) {
        areas.blankOwn(text);
        return known.firstUnknown(text, 0, word -> {
            String found = KnownWords.plain(word.group());
            // The last word of a column may be cut.
            return areas.isOfOwnName(found)
                    || "wales".startsWith(found)
                            && text.substring(0, word.start()).matches("(?s).*England (?:and|&) ");
        });
    }
}
