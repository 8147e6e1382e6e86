package peel.reading.fact.metric;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import peel.reading.evidence.Sentence;
import peel.reading.phrase.Phrase;
import peel.reading.phrase.Quantity;

/** Reads the number of Sexual Offence Prevention Orders (SOPOs) issued, and how many of these were breached. */
final class PreventionOrderRule implements MetricRule {

    private static final String ISSUED = "sopo.issued";
    private static final String BREACHED = "sopo.breached";

    private static final Phrase ORDERS =
            Phrase.of("(?<value>#) (?:new )?(?:Sexual Offences? Prevention Orders?(?: \\(SOPOs?\\))?|SOPOs?)\\b");

    private static final List<Phrase> BREACHES = List.of(
            Phrase.of(
                    "\\b(?:of which|of these|of them|and|with),? (?<value>#) (?:of (?:which|these|them) )?(?:orders? )?(?:(?:have|has|had) )?(?:since )?(?:been |were |was )?breached"),
            Phrase.of(
                    "(?<value>#) of (?:which|these|them|those|the orders)(?: orders)? (?:(?:have|has|had) )?(?:since )?(?:been |were |was )?breached"),
            Phrase.of("(?<value>#) (?:SOPOs|orders) (?:(?:have|has|had) been |were |was )breached"));

    @Override
    public void read(Sentence sentence, Observations observations) {
        Phrase.Match issued = ORDERS.first(sentence.text());
        if (issued != null && aboutIssuing(sentence.text())) {
            add(ISSUED, sentence, issued.number("value"), null, observations);
        }
        ObservationDraft orders = observations.of(ISSUED).stream()
                .filter(draft -> draft.area().equals(observations.force()))
                .findFirst()
                .orElse(null);
        Sentence before = sentence.previousInPassage();
        boolean aboutOrders = issued != null || before != null && ORDERS.in(before.text());
        if (!aboutOrders || orders == null) {
            return;
        }
        for (Phrase phrase : BREACHES) {
            Phrase.Match breached = phrase.first(sentence.text());
            if (breached != null) {
                Quantity value = breached.number("value");
                String cohort = "%s of the %s orders issued in that period"
                        .formatted(
                                value.value().toPlainString(),
                                orders.presentValue().toPlainString());
                add(BREACHED, sentence, value, cohort, observations);
                return;
            }
        }
    }

    private static boolean aboutIssuing(String text) {
        return text.matches("(?i).*\\b(?:issued|obtained|secured|granted|applied for|made)\\b.*");
    }

    private static void add(
            String metric,
            Sentence sentence,
            Quantity value,
            @Nullable String comparability,
            Observations observations) {
        ObservationDraft draft = observations.draft(metric, sentence, value);
        if (draft != null) {
            observations.add(draft.over(sentence.timing()).dimension("SOPO").comparability(comparability));
        }
    }

    @Override
    public Set<String> comparedNationally() {
        return Set.of(ISSUED, BREACHED);
    }
}
