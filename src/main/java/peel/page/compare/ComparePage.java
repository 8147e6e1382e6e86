package peel.page.compare;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.error.Quotation;
import peel.error.Suggestions;
import peel.page.BadAddressException;
import peel.page.ChartFile;
import peel.page.Figures;
import peel.page.Missing;
import peel.page.Names;
import peel.page.NoSuchPageException;
import peel.page.Page;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageForm;
import peel.page.PageLink;
import peel.page.PageRead;
import peel.page.PageTable;
import peel.page.PageTable.Cell;
import peel.page.PageTable.Column;
import peel.page.PageView;
import peel.page.PrintedPlace;
import peel.page.Words;
import peel.page.chart.HistoryStrip;
import peel.page.chart.Mark;
import peel.page.compare.CompareView.Choice;
import peel.page.figure.MissingValue;
import peel.page.figure.UnitWords;

/** Two to six forces side by side: {@code /compare?force=kent&force=essex}. */
@Singleton
class ComparePage implements Page {

    private static final int FEWEST = 2;
    private static final int MOST = 6;

    private static final String FORM = """
            query CompareForm {
              dataset { updatedAt }
              forces(first: 100, orderBy: NAME) { nodes { slug name } }
            }
            """;

    /** Of one force, beside which others are to be chosen. */
    private static final String ONE = """
            query CompareOne($force1: String!) {
              dataset { updatedAt }
              forces(first: 100, orderBy: NAME) { nodes { slug name } }
              force1: force(name: $force1) { slug }
            }
            """;

    /** Officers per 1,000 people are of the last day with a population of the same year. */
    private static final String COMPARISON = """
            query Compare(FORCES) {
              dataset { updatedAt }
              forces(first: 100, orderBy: NAME) { nodes { slug name } }
              FIELDS
              figureTable(
                columns: [
                  { metric: "population.resident" }
                  { metric: "workforce.officers" }
                  { metric: "workforce.officers", at: "2018-03-31", per: { metric: "population.resident", units: 1000 } }
                  { metric: "crime.rate", dimension: "Recorded crime (excluding fraud)" }
                  { metric: "crime.severity-score" }
                  { metric: "crime.household-rate", dimension: "Residential burglary" }
                  { metric: "asb.rate" }
                  { metric: "stop-search.searches" }
                ]
              ) {
                columns {
                  at
                  metric { code name unit }
                  per { metric { name } units at }
                  comparator { value missing }
                }
                rows {
                  force { slug }
                  cells {
                    rank
                    of
                    ratio { value missing }
                    observation { value missing dimension SOURCE }
                  }
                }
              }
            }

            fragment judged on Force {
              slug
              name
              judgments {
                state
                grade
                carriedOverFrom { code }
                question { code kind wording pillar cycle { code gradeScale { code } } }
                SOURCE
              }
            }
            """.replace("SOURCE", PrintedPlace.FIELDS.strip());

    /** By the number of forces. */
    private static final Map<Integer, String> OPERATIONS = operations();

    private static Map<Integer, String> operations() {
        Map<Integer, String> operations = new HashMap<>();
        for (int forces = FEWEST; forces <= MOST; forces++) {
            StringBuilder variables = new StringBuilder();
            StringBuilder fields = new StringBuilder();
            for (int i = 1; i <= forces; i++) {
                variables.append(i > 1 ? ", " : "").append("$force").append(i).append(": String!");
                fields.append("force%d: force(name: $force%d) { ...judged }\n  ".formatted(i, i));
            }
            operations.put(
                    forces,
                    COMPARISON
                            .replace("FORCES", variables)
                            .replace("FIELDS", fields.toString().strip()));
        }
        return Map.copyOf(operations);
    }

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String path() {
        return "/compare";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("force", "cycle", "show");
    }

    @Override
    public PageRead read(PageAddress address) {
        List<String> forces = chosen(address);
        @Nullable String show = address.parameter("show");
        if (show != null && !show.equals("grades") && !show.equals("figures")) {
            throw new BadAddressException(
                    "The parameter \"show\" is \"%s\". It must be \"grades\" or \"figures\".".formatted(show));
        }
        if (forces.isEmpty()) {
            return PageRead.of(FORM);
        }
        Map<String, @Nullable Object> variables = new HashMap<>();
        for (int i = 0; i < forces.size(); i++) {
            variables.put("force" + (i + 1), forces.get(i));
        }
        return PageRead.of(
                forces.size() < FEWEST ? ONE : Objects.requireNonNull(OPERATIONS.get(forces.size())), variables);
    }

    private static List<String> chosen(PageAddress address) {
        return address.parameters("force", MOST).stream().distinct().toList();
    }

    @Override
    public PageView view(PageAddress address, PageData data) {
        List<String> asked = chosen(address);
        if (asked.size() < FEWEST) {
            return form(address, data, asked);
        }
        return new View(address, data, asked).page();
    }

    private static PageView form(PageAddress address, PageData data, List<String> asked) {
        if (address.form() != PageForm.HTML) {
            throw new BadAddressException("The parameter \"force\" must occur %d to %d times: force=kent&force=essex."
                    .formatted(FEWEST, MOST));
        }
        List<String> known = new ArrayList<>();
        for (String name : asked) {
            @Nullable PageData force = data.optionalObject("force1");
            if (force == null) {
                throw unknown(address, data, asked, name);
            }
            known.add(force.text("slug"));
        }
        String request = asked.isEmpty()
                ? "Choose two to six forces."
                : "Choose at least one more force: two to six can stand side by side.";
        return PageView.of(
                "Compare forces",
                "Grades and figures of two to six police forces side by side.",
                CompareTemplates.compare(
                        new CompareView(request, choices(data, known), List.of(), "", "", "", null, null, List.of())));
    }

    /** Leads to the same comparison with a force that may be meant instead. */
    private static NoSuchPageException unknown(PageAddress address, PageData data, List<String> asked, String name) {
        List<PageData> forces = data.object("forces").objects("nodes");
        List<String> meant = Suggestions.meant(
                name, forces.stream().map(force -> force.text("slug")).toList());
        List<PageLink> near = new ArrayList<>();
        for (PageData force : forces) {
            String slug = force.text("slug");
            if (meant.contains(slug)) {
                String query = asked.stream()
                        .map(one -> "force=" + PageAddress.encode(one.equals(name) ? slug : one))
                        .collect(Collectors.joining("&"));
                near.add(new PageLink(Names.plain(force.text("name")), address.to("/compare?" + query)));
            }
        }
        near.add(new PageLink("Choose from all forces", address.to("/compare")));
        return new NoSuchPageException("There is no force \"%s\".".formatted(Quotation.of(name)), near);
    }

    private static List<Choice> choices(PageData data, List<String> chosen) {
        return data.object("forces").objects("nodes").stream()
                .map(force -> new Choice(
                        force.text("slug"), Names.plain(force.text("name")), chosen.contains(force.text("slug"))))
                .toList();
    }

    /** A question of one cycle, which forces have judgments on. */
    private record Asked(
            String cycle, String scale, @Nullable String pillar, String code) {

        static Asked of(PageData question) {
            PageData cycle = question.object("cycle");
            return new Asked(
                    cycle.text("code"),
                    cycle.object("gradeScale").text("code"),
                    question.optionalText("pillar"),
                    question.text("code"));
        }

        String words(String wording) {
            return pillar == null ? wording : Words.capitalised(pillar) + ": " + wording;
        }
    }

    /** One comparison as it is made. */
    private static final class View {

        private final PageAddress address;
        private final PageData data;
        private final List<PageData> forces = new ArrayList<>();

        /** The wording of each question, the newest cycle first. */
        private final Map<Asked, String> questions = new LinkedHashMap<>();

        /** By force. */
        private final Map<String, Map<Asked, PageData>> judgments = new HashMap<>();

        View(PageAddress address, PageData data, List<String> asked) {
            this.address = address;
            this.data = data;
            List<String> cycles = new ArrayList<>();
            Map<String, Map<Asked, String>> byCycle = new HashMap<>();
            for (int i = 1; i <= asked.size(); i++) {
                @Nullable PageData force = data.optionalObject("force" + i);
                if (force == null) {
                    throw unknown(address, data, asked, asked.get(i - 1));
                }
                if (judgments.containsKey(force.text("slug"))) {
                    throw new BadAddressException(
                            "The parameter \"force\" names %s twice.".formatted(force.text("name")));
                }
                forces.add(force);
                Map<Asked, PageData> of = new HashMap<>();
                for (PageData judgment : force.objects("judgments")) {
                    PageData question = judgment.object("question");
                    Asked key = Asked.of(question);
                    if (!cycles.contains(key.cycle)) {
                        cycles.add(key.cycle);
                    }
                    byCycle.computeIfAbsent(key.cycle, cycle -> new LinkedHashMap<>())
                            .putIfAbsent(key, question.text("wording"));
                    of.put(key, judgment);
                }
                judgments.put(force.text("slug"), of);
            }
            // The codes begin with the year.
            cycles.sort(java.util.Comparator.reverseOrder());
            cycles.forEach(cycle -> questions.putAll(byCycle.getOrDefault(cycle, Map.of())));
        }

        PageView page() {
            boolean figuresFirst = "figures".equals(address.parameter("show"));
            PageTable grades = grades();
            PageTable figures = figures();
            List<String> cycles =
                    questions.keySet().stream().map(Asked::cycle).distinct().toList();
            String cycle = cycle(cycles);
            HistoryChart chart = chart(cycle);
            String names = String.join(", ", forces.stream().map(View::plain).toList());
            PageTable other = figuresFirst ? grades : figures;
            String query = forces.stream()
                    .map(force -> "force=" + PageAddress.encode(force.text("slug")))
                    .collect(Collectors.joining("&", "?", "&show=" + (figuresFirst ? "grades" : "figures")));
            CompareView compare = new CompareView(
                    "",
                    choices(
                            data,
                            forces.stream().map(force -> force.text("slug")).toList()),
                    cycles.stream()
                            .map(code -> new Choice(code, code, code.equals(cycle)))
                            .toList(),
                    cycle,
                    chart.drawn.inPage(),
                    chart.abbreviations,
                    grades,
                    figures,
                    List.of(
                            new PageLink(other.title() + " as CSV", address.to("/compare.csv" + query)),
                            new PageLink("as JSON", address.to("/compare.json" + query))));
            PageView view = new PageView(
                    "Compare " + names,
                    "Grades and figures of " + names + " side by side.",
                    CompareTemplates.compare(compare),
                    figuresFirst ? List.of(figures, grades) : List.of(grades, figures),
                    null);
            return view.with(new ChartFile(
                    chart.drawn,
                    "Grades of " + cycle,
                    chart.abbreviations + " Source: the inspectorate (HMICFRS); the table names the publication of each"
                            + " grade."));
        }

        private @Nullable PageData judgment(PageData force, Asked asked) {
            return judgments.getOrDefault(force.text("slug"), Map.of()).get(asked);
        }

        private static String plain(PageData force) {
            return Names.plain(force.text("name"));
        }

        /** The cycle that is asked for, or else the newest in which every force has a grade, or the newest of all. */
        private String cycle(List<String> cycles) {
            @Nullable String asked = address.parameter("cycle");
            if (asked != null) {
                String code = PageAddress.cycleCode(asked);
                if (!cycles.contains(code)) {
                    throw new BadAddressException(
                            "The parameter \"cycle\" is \"%s\". These forces have judgments in: %s."
                                    .formatted(asked, String.join(", ", cycles)));
                }
                return code;
            }
            return cycles.stream()
                    .filter(cycle -> judgments.values().stream()
                            .allMatch(of -> of.entrySet().stream()
                                    .anyMatch(entry -> entry.getKey().cycle.equals(cycle)
                                            && !entry.getValue().isNull("grade"))))
                    .findFirst()
                    .orElse(cycles.isEmpty() ? "" : cycles.get(0));
        }

        private record HistoryChart(peel.page.chart.Chart drawn, String abbreviations) {}

        private HistoryChart chart(String cycle) {
            List<HistoryStrip.Column> columns = forces.stream()
                    .map(force -> HistoryStrip.Column.ofForce(force.text("slug"), plain(force), ""))
                    .toList();
            List<HistoryStrip.Row> rows = new ArrayList<>();
            questions.forEach((asked, wording) -> {
                if (asked.cycle.equals(cycle)) {
                    List<HistoryStrip.@Nullable Cell> cells = new ArrayList<>();
                    for (PageData force : forces) {
                        @Nullable PageData judgment = judgment(force, asked);
                        cells.add(
                                judgment == null
                                        ? new HistoryStrip.Cell(Mark.NOT_IN_DATA)
                                        : new HistoryStrip.Cell(
                                                Mark.of(judgment.text("state"), judgment.optionalText("grade")),
                                                judgment.text("state").equals("CARRIED_OVER"),
                                                false,
                                                null,
                                                PrintedPlace.of(judgment).link(address)));
                    }
                    rows.add(new HistoryStrip.Row(asked.words(wording), cells));
                }
            });
            String abbreviations = java.util.stream.IntStream.range(0, columns.size())
                    .mapToObj(i -> columns.get(i).heading() + ": " + plain(forces.get(i)))
                    .collect(Collectors.joining("; ", "", "."));
            return new HistoryChart(
                    HistoryStrip.of(
                            "Grades of " + cycle
                                    + " by question, a column for each force. The table below has the same.",
                            columns,
                            rows),
                    abbreviations);
        }

        private PageTable grades() {
            List<Column> columns = new ArrayList<>(List.of(
                    Column.text("question", "Question"),
                    Column.text("cycle", "Cycle"),
                    Column.text("pillar", "Pillar")));
            forces.forEach(force ->
                    columns.add(Column.text(column(force), plain(force)).withReasons()));
            List<List<Cell>> rows = new ArrayList<>();
            questions.forEach((asked, wording) -> {
                List<Cell> row = new ArrayList<>(List.of(
                        Cell.code(asked.code, wording).roomy(),
                        Cell.text(asked.cycle).unbroken(),
                        asked.pillar == null ? Cell.EMPTY : Cell.code(asked.pillar, Words.capitalised(asked.pillar))));
                for (PageData force : forces) {
                    row.add(grade(judgment(force, asked)));
                }
                rows.add(row);
            });
            return new PageTable("Grades by question", columns, rows);
        }

        private static String column(PageData force) {
            return force.text("slug").replace('-', '_');
        }

        /** A grade, linked to where it is published. */
        private Cell grade(@Nullable PageData judgment) {
            if (judgment == null) {
                return Cell.missing(Missing.NOT_IN_DATA);
            }
            @Nullable String printed = PrintedPlace.of(judgment).link(address);
            String state = judgment.text("state");
            if (!judgment.isNull("grade")) {
                Cell cell = Cell.grade(judgment.text("grade"));
                if (state.equals("CARRIED_OVER")) {
                    @Nullable PageData from = judgment.optionalObject("carriedOverFrom");
                    String text = cell.text()
                            + (from == null ? ", carried over" : ", carried over from " + from.text("code"));
                    cell = new Cell(cell.value(), text, cell.letters(), cell.style(), null, "carried_over");
                }
                return cell.linked(printed);
            }
            Cell missing = switch (state) {
                case "NOT_GRADED" -> Cell.missing(Missing.NOT_GRADED);
                case "NOT_INSPECTED" -> Cell.missing(Missing.NOT_INSPECTED);
                case "TO_BE_GRADED" -> Cell.missing(Missing.TO_BE_GRADED);
                default -> Cell.missing(state, Mark.of(state, null).words(), Missing.NOT_GRADED);
            };
            return missing.linked(printed);
        }

        private PageTable figures() {
            PageData table = data.object("figureTable");
            List<PageData> shown = table.objects("columns");
            Map<String, List<@Nullable PageData>> cells = new HashMap<>();
            for (PageData row : table.objects("rows")) {
                cells.put(row.object("force").text("slug"), row.optionalObjects("cells"));
            }
            List<Column> columns = new ArrayList<>(List.of(
                    Column.text("metric", "Figure"),
                    Column.text("unit", "Unit"),
                    Column.date("at", "Day, or end of period")));
            forces.forEach(force -> {
                columns.add(Column.number(column(force), plain(force), null).withReasons());
                columns.add(Column.integer(column(force) + "_rank", "Rank"));
            });
            columns.add(Column.number("england_and_wales", "England and Wales", null)
                    .withReasons());
            List<List<Cell>> rows = new ArrayList<>();
            for (int i = 0; i < shown.size(); i++) {
                rows.add(row(shown.get(i), i, cells));
            }
            return new PageTable("Figures", columns, rows);
        }

        private List<Cell> row(PageData column, int index, Map<String, List<@Nullable PageData>> cells) {
            PageData metric = column.object("metric");
            @Nullable PageData per = column.optionalObject("per");
            @Nullable String at = column.optionalText("at");
            String unit = per == null
                    ? UnitWords.of(metric.text("unit"))
                    : "per %s of: %s (%s)"
                            .formatted(
                                    Figures.text(BigDecimal.valueOf(per.integer("units"))),
                                    per.object("metric").text("name"),
                                    per.text("at"));
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.code(metric.text("code"), metric.text("name") + dimension(index, cells))
                            .linked(address.to("/figures/" + PageAddress.encode(metric.text("code")))),
                    Cell.text(unit),
                    Cell.text(at)));
            for (PageData force : forces) {
                @Nullable PageData cell =
                        Objects.requireNonNull(cells.get(force.text("slug"))).get(index);
                row.add(value(cell));
                row.add(cell == null || cell.isNull("rank") ? Cell.EMPTY : rank(cell));
            }
            @Nullable PageData comparator = per == null ? column.optionalObject("comparator") : null;
            row.add(
                    comparator == null
                            ? per == null
                                    ? MissingValue.cell(null)
                                    : Cell.missing("not_computed", "not computed here", Missing.NOT_IN_DATA)
                            : number(comparator.decimal("value"), comparator.optionalText("missing")));
            return row;
        }

        private static Cell rank(PageData cell) {
            return new Cell(
                            cell.integer("rank"),
                            cell.integer("rank") + " of " + cell.integer("of"),
                            null,
                            null,
                            null,
                            null)
                    .unbroken();
        }

        private String dimension(int index, Map<String, List<@Nullable PageData>> cells) {
            for (List<@Nullable PageData> row : cells.values()) {
                @Nullable PageData cell = row.get(index);
                if (cell != null) {
                    @Nullable String dimension = cell.object("observation").optionalText("dimension");
                    return dimension == null ? "" : ": " + dimension;
                }
            }
            return "";
        }

        private Cell value(@Nullable PageData cell) {
            if (cell == null) {
                return MissingValue.cell(null);
            }
            PageData observation = cell.object("observation");
            @Nullable PageData ratio = cell.optionalObject("ratio");
            Cell number = ratio == null
                    ? number(observation.decimal("value"), observation.optionalText("missing"))
                    : number(ratio.decimal("value"), ratio.optionalText("missing"));
            return number.linked(PrintedPlace.of(observation).link(address));
        }

        private static Cell number(@Nullable BigDecimal value, @Nullable String missing) {
            return value == null ? MissingValue.cell(missing) : Cell.number(value);
        }
    }
}
