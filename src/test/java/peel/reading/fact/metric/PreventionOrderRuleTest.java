package peel.reading.fact.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PreventionOrderRuleTest {
    @Test
    void readsTheBreachesOfTheOrdersIssued() {
        RuleRun run = RuleRun.of(new PreventionOrderRule())
                .paragraph(
                        "In the 12 months to 30 June 2015, Cumbria Constabulary issued 31 Sexual Offence Prevention Orders"
                                + " (SOPOs) of which seven have been breached.");

        assertEquals(
                List.of(
                        "sopo.issued cumbria 2014-07-01..2015-06-30 SOPO = 31",
                        "sopo.breached cumbria 2014-07-01..2015-06-30 SOPO = 7"),
                run.read());
        assertEquals(
                "7 of the 31 orders issued in that period",
                run.observations().get(1).comparability());
    }

    @Test
    void readsNoneAsZero() {
        assertEquals(
                "sopo.breached cumbria 2014-07-01..2015-06-30 SOPO = 0",
                RuleRun.of(new PreventionOrderRule())
                        .paragraph(
                                "In the 12 months to 30 June 2015 it issued ten SOPOs, of which none have been breached.")
                        .read()
                        .get(1));
    }

    @Test
    void ignoresOtherKindsOfOrders() {
        assertEquals(
                List.of(),
                RuleRun.of(new PreventionOrderRule())
                        .paragraph(
                                "The force issued 31 Sexual Harm Prevention Orders, of which two have been breached.")
                        .read());
    }
}
