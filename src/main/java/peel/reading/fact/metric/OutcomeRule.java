package peel.reading.fact.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.reading.evidence.Areas;
import peel.reading.evidence.Sentence;
import peel.reading.phrase.Phrase;

/** Reads the table of crime outcomes: counts and rates, with outcomes below the group to which they belong. */
final class OutcomeRule implements MetricRule {

    static final String COUNT = "outcome.count";
    static final String RATE = "outcome.rate";

    private static final Pattern CAPTION = Pattern.compile("\\boutcomes recorded\\b", Pattern.CASE_INSENSITIVE);

    /** The force's count and rate, then those of England and Wales; only rates have decimals. */
    private static final List<Boolean> COLUMNS = List.of(false, true, false, true);

    /** Tables have outcomes, groups of them, and sometimes parts of outcomes. */
    private static final int MOST_INDENTS = 3;

    private static final String FORMAL = "Out-of-court (formal)";
    private static final String INFORMAL = "Out-of-court (informal)";

    /** The groups of outcomes, for texts in which the rows of the table are no longer indented. */
    private static final Map<String, String> GROUPS = Map.of(
            "Caution - youths", FORMAL,
            "Caution - adults", FORMAL,
            "Penalty Notices for Disorder", FORMAL,
            "Cannabis/Khat warning", INFORMAL,
            "Community resolution", INFORMAL);

    private static final Set<String> UNGROUPED =
            Set.of(FORMAL, INFORMAL, "Charged/Summonsed", "Taken into consideration");

    private static final Phrase ASSESSMENT =
            Phrase.of("\\b(?<what>outcome rates) for [^,.;]+ (?:are|is) (?<words>[^,.;]+)");

    private static final Phrase RESOLUTIONS = Phrase.of(
            "\\bresolves (?<words>(?:more|less|fewer) [^,.;]*)community resolutions? (?<than>in comparison (?:to|with) [^,.;]+|than [^,.;]+)");

    @Override
    public void read(Table table, Observations observations) {
        if (!CAPTION.matcher(table.text()).find()) {
            return;
        }
        observations.markUnderstood(table.caption());
        List<TableRow> rows = table.rows().stream()
                .map(row -> row.settled(OutcomeRule::isKnown).inUsualCase())
                .toList();
        int margin = rows.stream().mapToInt(TableRow::indent).min().orElse(0);
        boolean indented = isIndentedByGroup(rows, margin);
        String withoutFraud = table.text().contains("excluding fraud") ? "all recorded crime without fraud" : null;
        boolean olderOffences =
                table.footnotes().stream().anyMatch(note -> note.text().contains("divided by number of offences"));
        Columns columns = Columns.of(table, observations);
        String doubt = doubt(table, columns);
        doubt = doubt == null ? TableWords.OUTCOMES.doubt(table, observations.areas()) : doubt;
        if (doubt != null) {
            observations.holdBack(table, doubt);
            return;
        }
        PrintedFigures figures = new PrintedFigures(table);
        String group = null;
        for (TableRow row : rows) {
            List<@Nullable BigDecimal> cells = cells(row, columns);
            if (row.indent() == margin) {
                group = row.label();
            }
            if (cells == null) {
                continue;
            }
            String unclear = row.doubt() != null || isKnown(row.label())
                    ? row.doubt()
                    : "\"%s\" is no known outcome".formatted(row.label());
            unclear = unclear == null ? figures.doubt(row, true) : unclear;
            if (unclear != null) {
                observations.holdBack(row, table.label(), unclear);
                continue;
            }
            observations.markUnderstood(row.passage());
            String parent = indented ? (row.indent() == margin ? null : group) : GROUPS.get(row.label());
            for (int column = 0; column < 4; column++) {
                boolean rate = column % 2 == 1;
                observations.add(new ObservationDraft(
                                rate ? RATE : COUNT,
                                column < 2 ? observations.force() : Areas.ENGLAND_AND_WALES,
                                observations.place(row.passage(), table.label()))
                        .over(table.timing())
                        .dimension(row.label())
                        .group(parent)
                        .cell(cells.get(column))
                        .comparability(withoutFraud)
                        .comparability(
                                rate && olderOffences ? "outcomes may belong to offences of earlier years" : null));
            }
        }
        table.footnotes().stream()
                .filter(note -> note.text().contains("divided by number of offences"))
                .forEach(observations::markUnderstood);
    }

    /**
     * Whether the rows' indents tell the groups: those of known outcomes must be the known ones. Centred labels have
     * indents that mean nothing.
     */
    private static boolean isIndentedByGroup(List<TableRow> rows, int margin) {
        String group = null;
        Set<Integer> indents = new HashSet<>();
        for (TableRow row : rows) {
            indents.add(row.indent());
            boolean below = row.indent() > margin;
            if (!below) {
                group = row.label();
            }
            if (isKnown(row.label()) && !Objects.equals(below ? group : null, GROUPS.get(row.label()))) {
                return false;
            }
        }
        return indents.size() > 1 && indents.size() <= MOST_INDENTS;
    }

    /** The outcomes and their groups, as reports print them. */
    static Set<String> names() {
        Set<String> names = new HashSet<>(GROUPS.keySet());
        names.addAll(UNGROUPED);
        return names;
    }

    private static boolean isKnown(String label) {
        String usual = TableWords.inUsualCase(label);
        return GROUPS.containsKey(usual) || UNGROUPED.contains(usual);
    }

    /** Why the table is not stored; null if its columns and its period are known. */
    private static @Nullable String doubt(Table table, Columns columns) {
        if (columns == Columns.UNPROVEN) {
            return "its heading does not tell which columns are the force's and which those of England and Wales (\"%s\")"
                    .formatted(table.heading().strip());
        }
        List<List<@Nullable BigDecimal>> rows = new ArrayList<>();
        for (TableRow row : table.rows()) {
            List<@Nullable BigDecimal> cells = cells(row, columns);
            if (cells != null) {
                rows.add(cells);
            }
        }
        if (!rows.isEmpty() && !Columns.isPartOfWhole(rows)) {
            return columns == Columns.UNNAMED
                    ? "its heading does not name both areas, and the counts do not tell which are those of England and Wales"
                    : "counts of the force exceed those of England and Wales, so that the columns may be swapped";
        }
        return null;
    }

    private static @Nullable List<@Nullable BigDecimal> cells(TableRow row, Columns columns) {
        List<@Nullable BigDecimal> cells = row.align(COLUMNS);
        return cells == null ? null : columns.forceFirst(cells);
    }

    @Override
    public void assess(Sentence sentence, Observations observations) {
        Phrase.Match rates = ASSESSMENT.first(sentence.text());
        if (rates != null) {
            assess(observations, rates.words("what") + " " + rates.words("words"), sentence, "");
        }
        Phrase.Match resolutions = RESOLUTIONS.first(sentence.text());
        if (resolutions != null) {
            assess(
                    observations,
                    "resolves more this way, " + resolutions.words("than"),
                    sentence,
                    "community resolution");
        }
    }

    private static void assess(Observations observations, String words, Sentence sentence, String outcome) {
        List<ObservationDraft> meant = observations.of(RATE).stream()
                .filter(draft -> draft.area().equals(observations.force()))
                .filter(draft -> draft.dimension() != null
                        && draft.dimension().toLowerCase(Locale.ROOT).startsWith(outcome))
                .toList();
        meant.forEach(draft -> draft.assessment(words));
        if (!meant.isEmpty()) {
            observations.markUnderstood(sentence);
        }
    }
}
