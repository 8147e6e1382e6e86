package peel.reading.fact.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrimeChangeRuleTest {
    @Test
    void readsTheSignForEachAreaOfASentence() {
        assertEquals(
                List.of(
                        "crime.change cumbria 2014-07-01..2015-06-30 against 2009-07-01..2010-06-30 Recorded crime (excluding fraud) = 3",
                        "crime.change england-and-wales 2014-07-01..2015-06-30 against 2009-07-01..2010-06-30 Recorded crime (excluding fraud) = -11"),
                RuleRun.of(new CrimeChangeRule())
                        .paragraph(
                                "Beside the 12 months to 30 June 2010, recorded crime (excluding fraud) in the 12 months to"
                                        + " 30 June 2015 rose by 3 percent in Cumbria, compared with a fall of 11 percent"
                                        + " across all forces in England and Wales.")
                        .read());
    }

    @Test
    void takesPeriodAndOffenceFromTheSentenceBefore() {
        assertEquals(
                List.of(
                        "crime.change cumbria 2014-07-01..2015-06-30 against 2013-07-01..2014-06-30 Victim-based crime = -6",
                        "crime.change england-and-wales 2014-07-01..2015-06-30 against 2013-07-01..2014-06-30 Victim-based crime = 2"),
                RuleRun.of(new CrimeChangeRule())
                        .paragraph(
                                "In the year ending 30 June 2015, victim-based crime in Cumbria decreased by 6 percent on the"
                                        + " previous 12 months. This compares with an increase of 2 percent across England and"
                                        + " Wales over the same period.")
                        .read());
    }

    @Test
    void ignoresChangesOfOtherForcesAndOtherThings() {
        assertEquals(
                List.of(),
                RuleRun.of(new CrimeChangeRule())
                        .paragraph("Recorded crime fell by 4 percent in Lancashire.")
                        .paragraph("The number of horses rose by 50 percent in Cumbria.")
                        .paragraph("Recorded crime rose by 2 percent in most similar forces.")
                        .read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The cost of recorded crime fell by 4 percent in Cumbria.",
                "Recorded crime on trains fell by 4 percent in Cumbria.",
                "The budget fell by 4 percent while recorded crime rose.",
                "Detections of recorded crime fell by 4 percent. Nationally, there was a fall of 3 percent.",
                "There was a 1 4 percent fall in recorded crime.",
                "Recorded crime fell by 4 percent or more.",
                "Recorded crime fell by -4 percent.",
                "In Cumbria, as in England and Wales, recorded crime fell by 4 percent."
            })
    void ignoresChangesThatMayBeOfSomethingElse(String text) {
        assertEquals(
                List.of(), RuleRun.of(new CrimeChangeRule()).paragraph(text).read());
    }
}
