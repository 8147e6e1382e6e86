package peel.reading.phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Recognises changes in percent: "fell by 5 percent", "a reduction of 13 percent", "9 percent fewer". */
public final class ChangePhrases {

    private static final String DOWN =
            "fell|fallen|falls|decreased|decreases|reduced|declined|dropped|down|fewer|less|lower|reduction|decrease"
                    + "|fall|drop|decline";

    private static final String UP =
            "rose|risen|rises|increased|increases|grew|grown|up|more|higher|increase|rise|growth";

    private static final String WAY = "(?<way>" + DOWN + "|" + UP + ")";

    private static final List<Phrase> PHRASES = List.of(
            // fell (slightly) by 5 percent; was up 5 percent
            Phrase.of("\\b" + WAY + "(?: \\w+ly)?(?: only)?(?: by)? (?<value>#)%"),
            // a reduction (in the number of incidents) of 13 percent
            Phrase.of("\\b" + WAY + "(?: in [^,.;0-9]{1,80}?)? of (?<value>#)%"),
            // 9 percent fewer; a 9 percent increase
            Phrase.of("(?<value>#)% " + WAY + "\\b"));

    private ChangePhrases() {}

    /** Returns all changes in a text on one line, in order; decreases are negative. */
    public static List<Quantity> in(String text) {
        List<Quantity> found = new ArrayList<>();
        for (Phrase phrase : PHRASES) {
            for (Phrase.Match match : phrase.all(text)) {
                Quantity value = match.number("value");
                // "Fell by -5 percent" has two directions.
                if (value.value().signum() >= 0 && found.stream().noneMatch(other -> other.start() == value.start())) {
                    boolean down = match.words("way").toLowerCase(Locale.ROOT).matches(DOWN);
                    found.add(down ? value.negated() : value);
                }
            }
        }
        found.sort(Comparator.comparingInt(Quantity::start));
        return found;
    }
}
