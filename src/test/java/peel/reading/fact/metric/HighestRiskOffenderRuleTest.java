package peel.reading.fact.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HighestRiskOffenderRuleTest {
    @Test
    void readsInThisWayWithTheSentenceBefore() {
        assertEquals(
                List.of("mappa.highest-risk cumbria 2015-07-01 MAPPA = 12"),
                RuleRun.of(new HighestRiskOffenderRule())
                        .paragraph(
                                "Some present the highest level of risk. As at 1 July 2015, 12 offenders were being dealt with in"
                                        + " this way in Cumbria.")
                        .read());
        assertEquals(
                List.of(),
                RuleRun.of(new HighestRiskOffenderRule())
                        .paragraph("Some are fined. As at 1 July 2015, 12 offenders were being dealt with in this way.")
                        .read());
    }
}
