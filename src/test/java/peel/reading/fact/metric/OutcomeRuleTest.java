package peel.reading.fact.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import peel.reading.evidence.ReadObservation;

class OutcomeRuleTest {
    private static final String CAPTION =
            "Figure 4: Outcomes recorded in the year to 30 June 2015 for all recorded crime (excluding fraud)";

    @Test
    void readsNumberAndRateOfBothAreas() {
        assertEquals(
                List.of(
                        "outcome.count cumbria 2014-07-01..2015-06-30 Charged/Summonsed = 8310",
                        "outcome.rate cumbria 2014-07-01..2015-06-30 Charged/Summonsed = 17.2",
                        "outcome.count england-and-wales 2014-07-01..2015-06-30 Charged/Summonsed = 577678",
                        "outcome.rate england-and-wales 2014-07-01..2015-06-30 Charged/Summonsed = 16.0"),
                RuleRun.of(new OutcomeRule())
                        .table(
                                CAPTION,
                                "Number of outcomes Rate England and Wales",
                                "Charged/Summonsed\t8,310\t17.2\t577,678\t16.0")
                        .read());
    }

    @Test
    void groupsIndentedRowsBelowTheRowAbove() {
        assertEquals(
                List.of("Out-of-court (formal)"),
                RuleRun.of(new OutcomeRule())
                        .table(
                                CAPTION,
                                "Out-of-court (formal)\t2,130\t4.4\t165,384\t4.6",
                                "     Caution - youths\t310\t0.6\t19,703\t0.5")
                        .observations()
                        .stream()
                        .filter(read -> read.dimension().equals("Caution - youths"))
                        .map(ReadObservation::dimensionGroup)
                        .distinct()
                        .toList());
    }

    @Test
    void holdsBackCountsThatArePrintedOtherwiseThanTheOthers() {
        for (String row : List.of(
                "Charged/Summonsed\t8310%\t17.2\t577,678\t16.0", "Charged/Summonsed\t8310\t17.2\t577,678\t16.0")) {
            assertEquals(
                    List.of(), RuleRun.of(new OutcomeRule()).table(CAPTION, row).read());
        }
    }

    @Test
    void groupsTheRowsOfATableWithoutIndent() {
        List<ReadObservation> read = RuleRun.of(new OutcomeRule())
                .table(
                        CAPTION,
                        "Out-of-court (informal)\t2,020\t4.2\t159,915\t4.4",
                        "Community resolution\t1,500\t3.1\t117,951\t3.3")
                .observations();

        assertNull(read.get(0).dimensionGroup());
        assertEquals("Out-of-court (informal)", read.get(4).dimensionGroup());
    }

    @Test
    void findsTheMissingCellByItsDecimals() {
        assertEquals(
                List.of(
                        "outcome.count cumbria 2014-07-01..2015-06-30 Charged/Summonsed = 8310",
                        "outcome.rate cumbria 2014-07-01..2015-06-30 Charged/Summonsed = NOT_PRINTED",
                        "outcome.count england-and-wales 2014-07-01..2015-06-30 Charged/Summonsed = 577678",
                        "outcome.rate england-and-wales 2014-07-01..2015-06-30 Charged/Summonsed = 16.0"),
                RuleRun.of(new OutcomeRule())
                        .table(CAPTION, "Charged/Summonsed\t8,310\t577,678\t16.0")
                        .read());
    }

    @Test
    void assignsDescriptionsOfRatesToTheForce() {
        List<ReadObservation> read = RuleRun.of(new OutcomeRule())
                .table(CAPTION, "Charged/Summonsed\t8,310\t17.2\t577,678\t16.0")
                .paragraph("On the whole, outcome rates for Cumbria Constabulary are above those of most forces.")
                .observations();

        assertEquals("outcome rates above those of most forces", read.get(1).assessment());
        assertNull(read.get(3).assessment());
    }
}
