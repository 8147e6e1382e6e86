package peel.reading.fact.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import peel.observation.Qualifier;
import peel.reading.evidence.ReadObservation;

class TelephoneInvestigationRuleTest {
    @Test
    void readsAnApproximateShareWithoutADate() {
        ReadObservation read = RuleRun.of(new TelephoneInvestigationRule())
                .paragraph(
                        "The force investigates about a tenth; in fact it investigates around 12 percent of low-risk crime over the telephone.")
                .observations()
                .get(0);

        assertEquals("12", read.value().toPlainString());
        assertEquals(Qualifier.APPROXIMATE, read.qualifier());
        assertEquals("the report gives no period", read.comparability());
    }
}
