package peel.reading.fact.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AntiSocialBehaviourChangeRuleTest {
    @Test
    void readsChangesThatContinueTheSentenceBefore() {
        assertEquals(
                List.of(
                        "asb.change cumbria 2014-07-01..2015-06-30 against 2013-07-01..2014-06-30 = -4",
                        "asb.change england-and-wales 2014-07-01..2015-06-30 against 2013-07-01..2014-06-30 = 2"),
                RuleRun.of(new AntiSocialBehaviourChangeRule())
                        .paragraph(
                                "In the 12 months to 30 June 2015 much anti-social behaviour was recorded. This is 4 percent"
                                        + " fewer incidents than in the previous 12 months. Across England and Wales, there"
                                        + " were 2 percent more incidents than in the previous 12 months.")
                        .read());
    }

    @Test
    void addsMissingValuesForALostChartIfTheTextGivesNoChange() {
        assertEquals(
                List.of(
                        "asb.change cumbria 2014-07-01..2015-06-30 against 2013-07-01..2014-06-30 = CHART_LOST",
                        "asb.change england-and-wales 2014-07-01..2015-06-30 against 2013-07-01..2014-06-30 = CHART_LOST"),
                RuleRun.of(new AntiSocialBehaviourChangeRule())
                        .chart(
                                "Figure 3: Percentage change in the volume of anti-social behaviour incidents, by force, comparing"
                                        + " the 12 months to 30 June 2015 with the 12 months to 30 June 2014")
                        .read());
    }
}
