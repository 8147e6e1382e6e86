package peel.reading.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimingTest {

    private static final Period YEAR_TO_JUNE_2015 = new Period(LocalDate.of(2014, 7, 1), LocalDate.of(2015, 6, 30));

    private static final Period YEAR_TO_JUNE_2014 = new Period(LocalDate.of(2013, 7, 1), LocalDate.of(2014, 6, 30));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in the 12 months to 30 June 2015",
                "in the 12 month to 30 June 2015",
                "during the twelve months ending 30 June 2015",
                "for the year ending 30 June 2015",
                "in the year to 30 June 2015",
                "over the 12 month period to 30 June 2015",
                "from 1 July 2014 to 30 June 2015",
                "between 1 July 2014 and 30 June 2015",
                "in the year to 30 Jun. 2015",
                "in the 12 months to Jun. 30, 2015",
                "in the 12 months to 30-Jun-2015",
                "in the 12 months to 30th of June 2015",
                "in the 12 months to June ’15",
                "in the 12 months to 30/6/15",
                "in the 12 months to Jun-15",
                "in the year ending 30.06.15"
            })
    void recognisesTwelveMonthsInManyForms(String words) {
        assertEquals(new Timing(YEAR_TO_JUNE_2015, null, null), Timing.of(words, Timing.NONE, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in the 12 months to June 15",
                "in the 12 months to 6/5/15",
                "in the 12 months to 06/15",
                "incidents in 14/15",
                "incidents y/e June"
            })
    void doubtsADateThatMayMeanAnother(String words) {
        Timing timing = Timing.of(words, Timing.NONE, false);
        assertNull(timing.period());
        assertNotNull(timing.doubt());
    }

    @Test
    void recognisesThreeMonthsAndFinancialYears() {
        assertEquals(
                new Period(LocalDate.of(2015, 4, 1), LocalDate.of(2015, 6, 30)),
                Timing.of("in the three months to 30 June 2015", Timing.NONE, false)
                        .period());
        assertEquals(
                new Period(LocalDate.of(2014, 4, 1), LocalDate.of(2015, 3, 31)),
                Timing.of("in 2014/15", Timing.NONE, false).period());
    }

    @Test
    void readsTheDayOfAStock() {
        assertEquals(
                LocalDate.of(2015, 7, 1),
                Timing.of("119 offenders (as at 1 July 2015)", Timing.NONE, false)
                        .asAt());
    }

    @Test
    void usesTheEarlierOfTwoPeriodsAsBaseline() {
        Timing timing = Timing.of(
                "Against the 12 months to 30 June 2010, the 12 months to 30 June 2015 were calm", Timing.NONE, false);

        assertEquals(YEAR_TO_JUNE_2015, timing.period());
        assertEquals(new Period(LocalDate.of(2009, 7, 1), LocalDate.of(2010, 6, 30)), timing.baseline());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "more than in the previous 12 months, in the 12 months to 30 June 2015",
                "Beside the previous 12 month period, the year ending 30 June 2015",
                "the previous year was calmer than the year to 30 June 2015"
            })
    void usesThePreviousPeriodAsBaseline(String words) {
        assertEquals(new Timing(YEAR_TO_JUNE_2015, null, YEAR_TO_JUNE_2014), Timing.of(words, Timing.NONE, false));
    }

    @Test
    void takesTheSamePeriodFromTheSentenceBefore() {
        Timing before = new Timing(YEAR_TO_JUNE_2015, null, YEAR_TO_JUNE_2014);

        assertEquals(before, Timing.of("over the same time period", before, false));
        assertEquals(before, Timing.of("Over this same period it fell", before, false));
    }

    @Test
    void keepsThePeriodOnlyWithinAPassage() {
        Timing before = new Timing(YEAR_TO_JUNE_2015, null, null);

        assertEquals(before, Timing.of("This is 7 percent", before, true));
        assertEquals(Timing.NONE, Timing.of("There are 7 cars", before, false));
        assertEquals(
                YEAR_TO_JUNE_2014,
                Timing.of("This is more than in the previous 12 months", before, true)
                        .baseline());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for the 12 months to it fell",
                "for the 12 months to 31 Mar. 15 it fell",
                "in the 12 months to 31 June 2014 it fell",
                "in 2014 it fell",
                "in the last quarter it fell",
                "in the previous 12 months it fell",
                "a year earlier it fell",
                "in the same period of 2014 it fell",
                "in the 12 months to 30 June 2013 it fell, and in the 12 months to 30 June 2014 it rose"
            })
    void doubtsATimeThatCannotBeTold(String words) {
        assertNotNull(Timing.of(words, new Timing(YEAR_TO_JUNE_2015, null, null), true)
                .doubt());
    }

    @Test
    void keepsADoubtUntilATimeIsTold() {
        Timing doubtful = Timing.of("for the 12 months to it fell", Timing.NONE, false);

        assertEquals(
                doubtful.doubt(), Timing.of("This is 7 percent", doubtful, true).doubt());
        assertNull(Timing.of("in the year to June 2015", doubtful, true).doubt());
    }

    @Test
    void readsTheYearsOfACaption() {
        assertEquals(
                List.of(
                        new Period(LocalDate.of(2012, 4, 1), LocalDate.of(2013, 3, 31)),
                        new Period(LocalDate.of(2013, 4, 1), LocalDate.of(2014, 3, 31)),
                        new Period(LocalDate.of(2014, 4, 1), LocalDate.of(2015, 3, 31))),
                Timing.years("for the three year period to 31 March 2015"));
    }

    @Test
    void ignoresDaysThatDoNotExist() {
        assertNull(Timing.of("in the 12 months to 31 June 2015", Timing.NONE, false)
                .period());
    }
}
