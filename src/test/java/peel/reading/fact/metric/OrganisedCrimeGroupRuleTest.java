package peel.reading.fact.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrganisedCrimeGroupRuleTest {
    private static final String CAPTION =
            "Figure 6: Organised crime groups per one million population, by force, as at 30 June 2015";

    @Test
    void readsNumberAndRateOfTheSameDay() {
        RuleRun run = RuleRun.of(new OrganisedCrimeGroupRule())
                .paragraph(
                        "As at 30 June 2015, the force was disrupting, investigating or monitoring 21 organised crime groups"
                                + " (OCGs). That is 42 OCGs per one million of the population, which is about what"
                                + " other forces have.");

        assertEquals(List.of("ocg.count cumbria 2015-06-30 = 21", "ocg.rate cumbria 2015-06-30 = 42"), run.read());
        assertEquals("about what other forces have", run.observations().get(1).assessment());
    }

    @Test
    void readsExcludedAndCombinedForcesFromFootnotes() {
        assertEquals(
                List.of(
                        "ocg.rate cumbria 2015-06-30 = CHART_LOST",
                        "ocg.rate england-and-wales 2015-06-30 = CHART_LOST",
                        "ocg.rate city-of-london 2015-06-30 = EXCLUDED",
                        "ocg.rate warwickshire-and-west-mercia 2015-06-30 = CHART_LOST",
                        "ocg.rate warwickshire 2015-06-30 = EXCLUDED",
                        "ocg.rate west-mercia 2015-06-30 = EXCLUDED"),
                RuleRun.of(new OrganisedCrimeGroupRule())
                        .chart(CAPTION)
                        .footnote("City of London Police data has been removed from the chart, being so small.")
                        .footnote(
                                "The number of OCGs in the Warwickshire Police and West Mercia Police force areas is a combined total.")
                        .read());
    }

    @Test
    void ignoresGroupsOfOtherForces() {
        assertEquals(
                List.of(),
                RuleRun.of(new OrganisedCrimeGroupRule())
                        .paragraph("Lancashire Constabulary was monitoring 90 organised crime groups.")
                        .read());
    }

    @Test
    void readsNoImpossibleNumberAndNoBound() {
        for (String number : List.of("-42", "fewer than 42", "up to 42", "420,000,000")) {
            assertEquals(
                    List.of(),
                    RuleRun.of(new OrganisedCrimeGroupRule())
                            .paragraph("As at 30 June 2015, the force was monitoring " + number
                                    + " organised crime groups.")
                            .read());
        }
    }
}
