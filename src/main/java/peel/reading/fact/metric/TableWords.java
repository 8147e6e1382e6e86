package peel.reading.fact.metric;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.reading.evidence.Areas;
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

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*");

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,./-]*");

    private final Set<String> known;

    private TableWords(String own) {
        this.known = Set.of((COMMON + " " + own).trim().split("\\s+"));
    }

    /** Whether a label is the name of a kind of crime. */
    static boolean isCrime(String label) {
        return Offences.isName(label) || CRIMES.contains(label.toLowerCase(Locale.ROOT));
    }

    /** Why a table is in doubt because of its words; null if it is not. */
    @Nullable String doubt(Table table, Areas areas) {
        StringBuilder caption = new StringBuilder(table.text());
        for (Timing.Mention time : Timing.mentions(table.text())) {
            for (int i = time.start(); i < time.end(); i++) {
                caption.setCharAt(i, ' ');
            }
        }
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
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String found = word.group().toLowerCase(Locale.ROOT).replace('’', '\'');
            // A hyphen may come from the end of a line; the last word of a column may be cut.
            boolean cut =
                    "wales".startsWith(found) && text.substring(0, word.start()).matches("(?s).*England (?:and|&) ");
            if (!known.contains(found)
                    && !known.contains(found.replace("-", ""))
                    && !areas.isOfOwnName(found)
                    && !cut) {
                return word.group();
            }
        }
        return null;
    }
}
