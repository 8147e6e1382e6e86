package peel.reading.fact.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import peel.reading.evidence.ReadObservation;

class SafeguardingHubRuleTest {
    @Test
    void readsPlannedHubsCountedInWords() {
        ReadObservation read = RuleRun.of(new SafeguardingHubRule())
                .paragraph(
                        "Much is shared, and there is more in the establishment of two multi-agency safeguarding hubs (MASHs).")
                .observations()
                .get(0);

        assertEquals("2", read.value().toPlainString());
        assertEquals("the report gives no date; the hubs were still being set up", read.comparability());
    }
}
