package peel.reading.fact.metric;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.observation.MissingReason;
import peel.reading.evidence.Areas;
import peel.reading.evidence.Sentence;
import peel.reading.phrase.Period;

/** Reads rates of recorded crime: the table with one row for each kind of crime, and the chart of several years. */
final class CrimeRateRule implements MetricRule {

    static final String WITHOUT_FRAUD = "Recorded crime (excluding fraud)";
    static final String RECORDED_CRIME = "Police recorded crime";

    private static final String RATE = "crime.rate";
    private static final String HOUSEHOLD_RATE = "crime.household-rate";

    private static final Pattern CAPTION = Pattern.compile("crime rates?\\b.*per 1,000", Pattern.CASE_INSENSITIVE);

    private static final List<@Nullable Boolean> FORCE_AND_NATIONAL = Arrays.asList(null, null);

    /** Whether a caption belongs to a table or chart of crime rates. */
    static boolean isCaption(String caption) {
        return CAPTION.matcher(caption).find();
    }

    /** The force's cell and that of England and Wales; null if they cannot be told apart. */
    static @Nullable List<@Nullable BigDecimal> cells(Table table, TableRow row) {
        List<@Nullable BigDecimal> cells = row.align(FORCE_AND_NATIONAL);
        return cells == null || !nationalFirst(table.heading()) ? cells : Arrays.asList(cells.get(1), cells.get(0));
    }

    private static boolean nationalFirst(String heading) {
        int national = heading.indexOf("England and Wales");
        return national >= 0
                && heading.substring(national + "England and Wales".length())
                        .matches(".*\\b(?:Police|Constabulary)\\b.*");
    }

    @Override
    public void read(Table table, Observations observations) {
        if (!isCaption(table.text())) {
            return;
        }
        observations.markUnderstood(table.caption());
        for (TableRow row : table.rows()) {
            List<@Nullable BigDecimal> cells = cells(table, row);
            if (AntiSocialBehaviourRule.mentions(row.label()) || cells == null) {
                continue;
            }
            observations.markUnderstood(row.passage());
            Sentence households = householdNote(table, row);
            boolean perHousehold =
                    households != null || row.label().toLowerCase(Locale.ROOT).contains("household");
            if (households != null) {
                observations.markUnderstood(households);
            }
            for (int column = 0; column < 2; column++) {
                observations.add(new ObservationDraft(
                                perHousehold ? HOUSEHOLD_RATE : RATE,
                                column == 0 ? observations.force() : Areas.ENGLAND_AND_WALES,
                                observations.place(row.passage(), table.label()))
                        .over(table.timing())
                        .dimension(row.label())
                        .cell(cells.get(column))
                        .comparability(Offences.comparability(row.label()))
                        .comparability(
                                households == null
                                        ? null
                                        : "households, not population: the table's heading is corrected by its note"));
            }
        }
    }

    private static @Nullable Sentence householdNote(Table table, TableRow row) {
        Pattern says = Pattern.compile(Pattern.quote(row.label()) + "[^.]*\\bhouseholds?\\b", Pattern.CASE_INSENSITIVE);
        return table.notes().stream()
                .filter(note -> row.starred() && says.matcher(note.text()).find())
                .findFirst()
                .orElse(null);
    }

    @Override
    public void read(Chart chart, Observations observations) {
        if (!isCaption(chart.text())) {
            return;
        }
        observations.markUnderstood(chart.caption());
        List<Period> years = chart.years().isEmpty() && chart.timing().period() != null
                ? List.of(chart.timing().period())
                : chart.years();
        for (Period year : years) {
            for (String area : List.of(observations.force(), Areas.ENGLAND_AND_WALES)) {
                ObservationDraft lost = new ObservationDraft(
                                RATE, area, observations.place(chart.caption(), chart.label()))
                        .over(year)
                        .dimension(RECORDED_CRIME)
                        .missing(MissingReason.CHART_LOST)
                        .comparability("the figure does not say which offences it counts");
                if (!observations.hasValueLike(lost)) {
                    observations.add(lost);
                }
            }
        }
    }
}
