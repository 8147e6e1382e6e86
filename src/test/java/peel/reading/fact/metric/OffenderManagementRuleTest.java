package peel.reading.fact.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OffenderManagementRuleTest {
    @Test
    void countsTheCohortOnADay() {
        assertEquals(
                List.of("iom.cohort cumbria 2015-07-01 IOM = 203"),
                RuleRun.of(new OffenderManagementRule())
                        .paragraph("The force’s IOM scheme manages 203 offenders (as at 1 July 2015).")
                        .read());
        assertEquals(
                List.of("iom.cohort cumbria 2015-07-01 IOM = 80"),
                RuleRun.of(new OffenderManagementRule())
                        .paragraph(
                                "As at 1 July 2015, eighty offenders were managed in the integrated offender management scheme.")
                        .read());
    }

    @Test
    void ignoresOtherOffenders() {
        assertEquals(
                List.of(),
                RuleRun.of(new OffenderManagementRule())
                        .paragraph("The force manages 203 offenders. IOM is a scheme.")
                        .read());
    }
}
