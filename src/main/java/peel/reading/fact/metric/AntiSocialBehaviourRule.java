package peel.reading.fact.metric;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import peel.reading.evidence.Areas;
import peel.reading.evidence.Sentence;
import peel.reading.phrase.Phrase;

/** Reads incidents of anti-social behaviour: their number in running text, their rate in the table. */
final class AntiSocialBehaviourRule implements MetricRule {

    private static final String INCIDENTS = "asb.incidents";
    private static final String RATE = "asb.rate";

    private static final List<Phrase> COUNTS = List.of(
            Phrase.of(
                    "\\brecorded (?:a total of )?(?<value>#) (?:incidents of anti-social behaviour|anti-social behaviour incidents)\\b(?! per)"),
            Phrase.of(
                    "(?<value>#) (?:incidents of anti-social behaviour|anti-social behaviour incidents)(?: were| being)? recorded\\b"));

    private static final Phrase RATES =
            Phrase.of("(?<value>#) (?:incidents of anti-social behaviour|anti-social behaviour incidents)"
                    + "(?: recorded)? (?:per|for every) 1,000 (?:of the )?(?:population|people|residents)");

    /** Whether a text is about anti-social behaviour. */
    static boolean mentions(String text) {
        return text.toLowerCase(Locale.ROOT).contains("anti-social behaviour");
    }

    @Override
    public void read(Sentence sentence, Observations observations) {
        for (Phrase phrase : COUNTS) {
            for (Phrase.Match match : phrase.all(sentence.text())) {
                add(INCIDENTS, sentence, match, observations);
            }
        }
        for (Phrase.Match match : RATES.all(sentence.text())) {
            add(RATE, sentence, match, observations);
        }
    }

    private static void add(String metric, Sentence sentence, Phrase.Match match, Observations observations) {
        ObservationDraft draft = observations.draft(metric, sentence, match.number("value"));
        if (draft != null) {
            observations.add(draft.over(sentence.timing()));
        }
    }

    @Override
    public void read(Table table, Observations observations) {
        if (!CrimeRateRule.isReadable(table, observations)) {
            return;
        }
        Sentence note = table.notes().stream()
                .filter(sentence -> mentions(sentence.text()) && sentence.text().contains("data return"))
                .findFirst()
                .orElse(null);
        PrintedFigures figures = new PrintedFigures(table);
        for (TableRow printed : table.rows()) {
            TableRow row = printed.settled(AntiSocialBehaviourRule::mentions);
            List<@Nullable BigDecimal> cells = CrimeRateRule.cells(table, row, observations);
            if (!mentions(row.label()) || cells == null) {
                continue;
            }
            String unclear = row.doubt() == null ? figures.doubt(row, false) : row.doubt();
            if (unclear != null) {
                observations.holdBack(row, table.label(), unclear);
                continue;
            }
            observations.markUnderstood(row.passage());
            for (int column = 0; column < 2; column++) {
                observations.add(new ObservationDraft(
                                RATE,
                                column == 0 ? observations.force() : Areas.ENGLAND_AND_WALES,
                                observations.place(row.passage(), table.label()))
                        .over(table.timing())
                        .cell(cells.get(column))
                        .comparability(
                                row.starred() && note != null
                                        ? "from the force's data return, not from Home Office data"
                                        : null));
            }
        }
    }

    @Override
    public Set<String> comparedNationally() {
        return Set.of(INCIDENTS, RATE);
    }
}
