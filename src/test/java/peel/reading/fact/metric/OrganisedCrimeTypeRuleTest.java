package peel.reading.fact.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrganisedCrimeTypeRuleTest {
    @Test
    void readsTheShareOfThePredominantTypeInBothAreas() {
        assertEquals(
                List.of(
                        "ocg.share cumbria 2015-06-30 Violent criminal activity = 38",
                        "ocg.share england-and-wales 2015-06-30 Drug activity = 64"),
                RuleRun.of(new OrganisedCrimeTypeRule())
                        .paragraph(
                                "'Violent criminal activity' was the predominant crime type (38 percent) of the groups in Cumbria as"
                                        + " at 30 June 2015. ‘Drug activity’ was the predominant crime type in all forces in"
                                        + " England and Wales, with 64 percent of all OCGs.")
                        .read());
    }
}
