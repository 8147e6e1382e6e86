package peel.reading.fact.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrimeRateRuleTest {
    private static final String CAPTION =
            "Figure 2: Police recorded crime rates (per 1,000 population) for the 12 months to 30 June 2015";

    @Test
    void readsTheRatesOfTheForceAndOfEnglandAndWales() {
        assertEquals(
                List.of(
                        "crime.rate cumbria 2014-07-01..2015-06-30 Sexual offences = 1.7",
                        "crime.rate england-and-wales 2014-07-01..2015-06-30 Sexual offences = 1.60"),
                RuleRun.of(new CrimeRateRule())
                        .table(
                                CAPTION,
                                "Rates per 1,000 population Cumbria Constabulary England and Wales",
                                "Sexual offences\t1.7\t1.60",
                                "Anti-social behaviour incidents*\t29.8\t32.9")
                        .read());
    }

    @Test
    void holdsBackFiguresThatAreNotPrintedLikeTheOthers() {
        for (String row : List.of("Victim-based crime\t55.3%\t56.0", "Victim-based crime\t55.31\t56.0")) {
            assertEquals(
                    List.of(
                            "crime.rate cumbria 2014-07-01..2015-06-30 Sexual offences = 1.7",
                            "crime.rate england-and-wales 2014-07-01..2015-06-30 Sexual offences = 1.6",
                            "crime.rate cumbria 2014-07-01..2015-06-30 Assault with injury = 6.5",
                            "crime.rate england-and-wales 2014-07-01..2015-06-30 Assault with injury = 6.3"),
                    RuleRun.of(new CrimeRateRule())
                            .table(CAPTION, "Sexual offences\t1.7\t1.6", "Assault with injury\t6.5\t6.3", row)
                            .read());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Victim-based crime\tl2.4\t56.0", "Victim-based crime\t55.3\t5O.0", "Victim-based crime\tO\t5.6"
            })
    void holdsBackARowWithALetterInPlaceOfADigit(String row) {
        assertEquals(
                List.of(
                        "crime.rate cumbria 2014-07-01..2015-06-30 Sexual offences = 1.7",
                        "crime.rate england-and-wales 2014-07-01..2015-06-30 Sexual offences = 1.6"),
                RuleRun.of(new CrimeRateRule())
                        .table(CAPTION, "Sexual offences\t1.7\t1.6", row)
                        .read());
    }

    @Test
    void holdsBackATableWithALetterInPlaceOfADigitInItsCaption() {
        assertEquals(
                List.of(),
                RuleRun.of(new CrimeRateRule())
                        .table(CAPTION.replace("2015", "2O15"), "Sexual offences\t1.7\t1.6")
                        .read());
    }

    @Test
    void namesARowInCapitalsAsUsual() {
        assertEquals(
                List.of(
                        "crime.rate cumbria 2014-07-01..2015-06-30 Sexual offences = 1.7",
                        "crime.rate england-and-wales 2014-07-01..2015-06-30 Sexual offences = 1.6"),
                RuleRun.of(new CrimeRateRule())
                        .table(CAPTION, "SEXUAL OFFENCES\t1.7\t1.6")
                        .read());
    }

    @Test
    void recognisesReversedColumnsByTheirHeading() {
        assertEquals(
                List.of(
                        "crime.rate cumbria 2014-07-01..2015-06-30 Sexual offences = 1.7",
                        "crime.rate england-and-wales 2014-07-01..2015-06-30 Sexual offences = 1.6"),
                RuleRun.of(new CrimeRateRule())
                        .table(
                                CAPTION,
                                "Rates per 1,000 population England and Wales Cumbria Constabulary",
                                "Sexual offences\t1.6\t1.7")
                        .read());
    }

    @Test
    void readsTheUnitOfARowWithAnAsteriskFromTheNote() {
        assertEquals(
                List.of(
                        "crime.household-rate cumbria 2014-07-01..2015-06-30 Burglary in a dwelling = 7.7",
                        "crime.household-rate england-and-wales 2014-07-01..2015-06-30 Burglary in a dwelling = NOT_PRINTED"),
                RuleRun.of(new CrimeRateRule())
                        .table(
                                CAPTION,
                                "Burglary in a dwelling*\t7.7\tn/a",
                                "*The rate for burglary in a dwelling is for 1,000 households.")
                        .read());
    }

    @Test
    void holdsBackARowWhoseNoteIsCutOff() {
        assertEquals(
                List.of(),
                RuleRun.of(new CrimeRateRule())
                        .table(CAPTION, "Burglary in a dwelling*\t7.7\tn/a", "*The rate for burglary in a dwelling")
                        .read());
    }

    @Test
    void addsAMissingValueForEachYearOfALostChart() {
        assertEquals(
                List.of(
                        "crime.rate cumbria 2014-07-01..2015-06-30 Sexual offences = 1.7",
                        "crime.rate england-and-wales 2014-07-01..2015-06-30 Sexual offences = 1.6",
                        "crime.rate cumbria 2013-07-01..2014-06-30 Police recorded crime = CHART_LOST",
                        "crime.rate england-and-wales 2013-07-01..2014-06-30 Police recorded crime = CHART_LOST"),
                RuleRun.of(new CrimeRateRule())
                        .table(CAPTION, "Sexual offences\t1.7\t1.6")
                        .chart(
                                "Figure 1: Police recorded crime rates (per 1,000 population) for the two year period to 30 June 2015")
                        .read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sexual offences (change)\t1.7\t1.6",
                "Other sexual offences\t1.7\t1.6",
                "Total\t1.7\t1.6",
                "Sexual offences\t-1.7\t1.6",
                "Sexual offences\t1.7\t1.6;Sexual offences\t2.7\t2.6"
            })
    void ignoresRowsOfSomethingElse(String rows) {
        assertEquals(
                List.of(),
                RuleRun.of(new CrimeRateRule()).table(CAPTION, rows.split(";")).read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Figure 2: Change in police recorded crime rates (per 1,000 population) for the 12 months to 30 June 2015",
                "Figure 2: Police recorded crime rates (per 1,000 population) of women for the 12 months to 30 June 2015",
                "Figure 2: Police recorded crime rates (per 1,000 population) for the 12 months to",
                "Figure 2: Police recorded crime rates (per 1,000 population) for the 12 months to 30 June 2019",
                "Figure 2: Police recorded crime rates (per 1,000 population) for the year to June 2014 and the year to June 2015"
            })
    void ignoresTablesOfSomethingElse(String caption) {
        assertEquals(
                List.of(),
                RuleRun.of(new CrimeRateRule())
                        .table(caption, "Sexual offences\t1.7\t1.6")
                        .read());
    }
}
