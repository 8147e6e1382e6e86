package peel.reading.fact.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peel.reading.evidence.ReadObservation;

class AntiSocialBehaviourRuleTest {
    @Test
    void readsIncidentsFromRunningText() {
        assertEquals(
                List.of("asb.incidents cumbria 2014-07-01..2015-06-30 = 14900"),
                RuleRun.of(new AntiSocialBehaviourRule())
                        .paragraph(
                                "In the 12 months to 30 June 2015, the force recorded 14,900 incidents of anti-social behaviour.")
                        .read());
    }

    @Test
    void readsTheRateFromTheTableAndItsSourceFromTheNote() {
        List<ReadObservation> read = RuleRun.of(new AntiSocialBehaviourRule())
                .table(
                        "Figure 2: Police recorded crime rates (per 1,000 population) for the 12 months to 30 June 2015",
                        "Anti-social behaviour incidents*\t29.8\t32.9",
                        "*Anti-social behaviour is from the force’s data return.")
                .observations();

        assertEquals("29.8", read.get(0).value().toPlainString());
        assertEquals("england-and-wales", read.get(1).area());
        assertEquals(
                "from the force's data return, not from Home Office data",
                read.get(0).comparability());
    }

    @Test
    void reportsARatePrintedWithTwoValues() {
        List<ReadObservation> read = RuleRun.of(new AntiSocialBehaviourRule())
                .table(
                        "Figure 2: Police recorded crime rates (per 1,000 population) for the 12 months to 30 June 2015",
                        "Anti-social behaviour incidents\t29.8\t32.9")
                .paragraph(
                        "In the 12 months to 30 June 2015 the force had 31.2 anti-social behaviour incidents per 1,000 population.")
                .observations();

        assertEquals(2, read.size());
        assertEquals("29.8", read.get(0).value().toPlainString());
        assertEquals(
                "asb.rate of cumbria is printed as 29.8 (line 2) and as 31.2 (line 3); the first value is kept",
                read.get(0).contradiction());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "There were 21 618 incidents of anti-social behaviour recorded in Cumbria.",
                "There were 5 thousand incidents of anti-social behaviour recorded in Cumbria.",
                "There were several hundred incidents of anti-social behaviour recorded in Cumbria.",
                "There were a further 618 incidents of anti-social behaviour recorded in Cumbria.",
                "Of those, 5 of 618 incidents of anti-social behaviour recorded in Cumbria were serious.",
                "There were 21.618 incidents of anti-social behaviour recorded in Cumbria."
            })
    void ignoresPartsOfNumbersAndOfIncidents(String text) {
        assertEquals(
                List.of(),
                RuleRun.of(new AntiSocialBehaviourRule()).paragraph(text).read());
    }
}
