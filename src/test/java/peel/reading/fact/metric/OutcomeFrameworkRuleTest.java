package peel.reading.fact.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeFrameworkRuleTest {
    @Test
    void readsNumbersInWords() {
        assertEquals(
                List.of("outcome.types england-and-wales = 22", "outcome.forces-incomplete england-and-wales = 3"),
                RuleRun.of(new OutcomeFrameworkRule())
                        .paragraph(
                                "The list, now containing twenty-two types of outcomes, is new. So far three forces have not been"
                                        + " able to provide a full year of data.")
                        .read());
    }
}
