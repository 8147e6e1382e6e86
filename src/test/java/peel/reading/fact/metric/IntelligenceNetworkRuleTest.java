package peel.reading.fact.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntelligenceNetworkRuleTest {
    @Test
    void countsTheBodiesNationally() {
        assertEquals(
                List.of("partnership.gain-bodies england-and-wales = 18"),
                RuleRun.of(new IntelligenceNetworkRule())
                        .footnote("The Government Agency Intelligence Network (GAIN) joins about 18 national bodies.")
                        .read());
    }
}
