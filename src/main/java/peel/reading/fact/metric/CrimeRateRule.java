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

    /** A sentence that has its end. */
    private static final Pattern WHOLE = Pattern.compile("[.!?][)\\]\"'’”]*\\s*$");

    private static final Pattern CAPTION = Pattern.compile("crime rates?\\b.*per 1,000", Pattern.CASE_INSENSITIVE);

    private static final List<@Nullable Boolean> FORCE_AND_NATIONAL = Arrays.asList(null, null);

    /** Whether a caption belongs to a table or chart of crime rates. */
    static boolean isCaption(String caption) {
        return CAPTION.matcher(caption).find();
    }

    /** Why the table is not stored; null if its columns and its period are known. */
    private static @Nullable String doubt(Table table, Columns columns, Areas areas) {
        if (columns == Columns.UNPROVEN || columns == Columns.UNNAMED) {
            return "its heading does not tell which column is the force's and which that of England and Wales (\"%s\")"
                    .formatted(table.heading().strip());
        }
        return TableWords.RATES.doubt(table, areas);
    }

    /** Why a row is not stored; null if it may be. */
    private static @Nullable String doubt(TableRow row, List<@Nullable BigDecimal> cells) {
        if (!TableWords.isCrime(row.label())
                && !row.label().toLowerCase(Locale.ROOT).contains("household")) {
            return "\"%s\" is no known kind of crime".formatted(row.label());
        }
        return cells.stream().anyMatch(cell -> cell != null && cell.signum() < 0) ? "a rate cannot be negative" : null;
    }

    /** Whether the table can be read. */
    static boolean isReadable(Table table, Observations observations) {
        return isCaption(table.text()) && doubt(table, Columns.of(table, observations), observations.areas()) == null;
    }

    /** The force's cell and that of England and Wales; null if they cannot be told apart or the row is none. */
    static @Nullable List<@Nullable BigDecimal> cells(Table table, TableRow row, Observations observations) {
        List<@Nullable BigDecimal> cells = row.align(FORCE_AND_NATIONAL);
        boolean furniture = row.label().matches("(?i).*\\b(?:police|constabulary|hmic(?:frs)?|peel|page)\\b.*")
                        && !row.label().toLowerCase(Locale.ROOT).startsWith("police recorded")
                || !observations.areas().namedIn(row.label()).isEmpty();
        if (cells == null || furniture) {
            return null;
        }
        // A rate without decimals among rates with decimals is a year or a page number.
        boolean decimals = table.rows().stream().filter(TableRow::hasDecimals).count() * 2
                > table.rows().size();
        boolean whole = cells.stream().anyMatch(cell -> cell != null && cell.scale() <= 0);
        return decimals && whole ? null : Columns.of(table, observations).forceFirst(cells);
    }

    @Override
    public void read(Table table, Observations observations) {
        if (!isCaption(table.text())) {
            return;
        }
        observations.markUnderstood(table.caption());
        String doubt = doubt(table, Columns.of(table, observations), observations.areas());
        if (doubt != null) {
            observations.holdBack(table, doubt);
            return;
        }
        PrintedFigures figures = new PrintedFigures(table);
        for (TableRow printed : table.rows()) {
            TableRow row = printed.settled(label -> Offences.isName(label) || AntiSocialBehaviourRule.mentions(label))
                    .inUsualCase();
            List<@Nullable BigDecimal> cells = cells(table, row, observations);
            if (AntiSocialBehaviourRule.mentions(row.label()) || cells == null) {
                continue;
            }
            String unclear = row.doubt() == null ? doubt(row, cells) : row.doubt();
            unclear = unclear == null ? figures.doubt(row, false) : unclear;
            if (unclear != null) {
                observations.holdBack(row, table.label(), unclear);
                continue;
            }
            Sentence note = table.notes().stream()
                    .filter(each -> each.text()
                            .toLowerCase(Locale.ROOT)
                            .contains(row.label().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElse(null);
            if (row.starred() && note == null) {
                observations.holdBack(row, table.label(), "its asterisk refers to a note that was not found");
                continue;
            }
            // What is missing may say of what it is a rate.
            if (note != null && !WHOLE.matcher(note.text()).find()) {
                observations.holdBack(row, table.label(), "the note on it is cut off");
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
                .filter(note -> says.matcher(note.text()).find())
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
