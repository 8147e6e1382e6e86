package peel.reading.fact.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import peel.reading.evidence.ReadObservation;

class VictimSatisfactionRuleTest {
    @Test
    void readsBothRatesAndAYearWithoutAValue() {
        RuleRun run = RuleRun.of(new VictimSatisfactionRule())
                .paragraph(
                        "In the 12 months to 31 March 2015, 87.5 percent of victims in Cumbria were satisfied with their"
                                + " whole experience. This is higher than the national victim satisfaction rate of"
                                + " 83.8 percent over the same time period. The satisfaction rate in Cumbria is lower"
                                + " than the rate for the 12 months to 31 March 2012.");

        assertEquals(
                List.of(
                        "victim-satisfaction.whole-experience cumbria 2014-04-01..2015-03-31 = 87.5",
                        "victim-satisfaction.whole-experience england-and-wales 2014-04-01..2015-03-31 = 83.8",
                        "victim-satisfaction.whole-experience cumbria 2011-04-01..2012-03-31 = NOT_PRINTED"),
                run.read());
        ReadObservation force = run.observations().get(0);
        assertEquals(
                "higher than the national victim satisfaction rate; lower than the rate for the 12 months to 31 March 2012",
                force.assessment());
        assertNull(force.contradiction());
    }

    @Test
    void reportsWordsThatContradictTheValues() {
        ReadObservation force = RuleRun.of(new VictimSatisfactionRule())
                .paragraph(
                        "In the 12 months to 31 March 2015, 87.5 percent of victims in Cumbria were satisfied with their"
                                + " whole experience. This is lower than the national victim satisfaction rate of"
                                + " 83.8 percent over the same time period.")
                .observations()
                .get(0);

        assertEquals(
                "the report calls 87.5 percent (line 1) lower than the national rate of 83.8 percent (line 1)",
                force.contradiction());
    }

    @Test
    void addsAMissingValueForEachYearOfALostChart() {
        assertEquals(
                List.of(
                        "victim-satisfaction.whole-experience cumbria 2013-04-01..2014-03-31 = CHART_LOST",
                        "victim-satisfaction.whole-experience cumbria 2014-04-01..2015-03-31 = CHART_LOST"),
                RuleRun.of(new VictimSatisfactionRule())
                        .chart(
                                "Figure 5: Percentage of victims satisfied with the overall service, for the two year period to 31 March 2015")
                        .read());
    }

    @Test
    void readsANationalRateIfTheSentenceBeforeIsAboutSatisfaction() {
        assertEquals(
                List.of(
                        "victim-satisfaction.whole-experience cumbria 2014-04-01..2015-03-31 = 84.7",
                        "victim-satisfaction.whole-experience england-and-wales 2014-04-01..2015-03-31 = 83.8"),
                RuleRun.of(new VictimSatisfactionRule())
                        .paragraph(
                                "In the 12 months to 31 March 2015, 84.7 percent of victims were satisfied with the overall"
                                        + " service. The national rate was 83.8 percent.")
                        .paragraph("Cars are many. The national average is 12 percent.")
                        .read());
    }

    @Test
    void readsNoShareThatCannotBe() {
        for (String share : List.of("824 percent", "-82 percent")) {
            assertEquals(
                    List.of(),
                    RuleRun.of(new VictimSatisfactionRule())
                            .paragraph("In the 12 months to 31 March 2015, " + share
                                    + " of victims were satisfied with their whole experience.")
                            .read());
        }
    }
}
