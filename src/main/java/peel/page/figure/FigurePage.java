package peel.page.figure;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import peel.page.BadAddressException;
import peel.page.ChartFile;
import peel.page.Figures;
import peel.page.Missing;
import peel.page.Names;
import peel.page.NoSuchPageException;
import peel.page.Page;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageLink;
import peel.page.PageRead;
import peel.page.PageTable;
import peel.page.PageTable.Cell;
import peel.page.PageTable.Column;
import peel.page.PageView;
import peel.page.PrintedPlace;
import peel.page.chart.BoundaryMap;
import peel.page.chart.Chart;
import peel.page.chart.RankingPlot;
import peel.page.chart.SeriesChart;
import peel.page.figure.FigureView.Option;

/** The forces by one metric, on a map and over time: {@code /figures/crime.rate}. */
@Singleton
class FigurePage implements Page {

    private static final String ENGLAND_AND_WALES = "england-and-wales";

    /** A force that every metric of the dataset has; its observations tell which days and dimensions there are. */
    private static final String USUAL_FORCE = "bedfordshire";

    /** What is shown of metrics with several dimensions unless the address names one. */
    private static final Map<String, String> USUAL_DIMENSIONS = Map.of(
            "crime.rate", "Recorded crime (excluding fraud)",
            "crime.recorded", "Recorded crime (excluding fraud)",
            "crime.change", "Recorded crime (excluding fraud)",
            "crime.rate-computed", "Recorded crime (excluding fraud)",
            "crime.household-rate", "Residential burglary",
            "crime.household-rate-computed", "Residential burglary",
            "outcome.count", "Charged/Summonsed",
            "outcome.rate", "Charged/Summonsed",
            "outcome.of-offences", "Charged/Summonsed");

    private static final int QUARTERS = 4;

    private static final String OPERATION = """
            query Figure(
              $metric: String!
              $at: Date
              $dimension: String
              $dimensions: [String!]
              $direction: SortDirection
              $areas: [String!]!
            ) {
              dataset { updatedAt }
              metric(code: $metric) { code name unit basis denominator definition }
              forces(first: 100, orderBy: NAME) { nodes { slug name } }
              rankedMetric(metric: $metric, at: $at, dimension: $dimension, direction: $direction) {
                at
                mean
                median
                comparator { ...value }
                absent { slug name }
                ranked { rank of tied quarter difference observation { ...value } }
              }
              series(metric: $metric, dimension: $dimension, area: $areas) {
                area { code name }
                points { at breaksSeries observation { value } }
              }
              held: observations(
                filter: { metric: [$metric], area: $areas, dimension: $dimensions }
                orderBy: NEWEST
                first: 100
              ) {
                nodes { from to asAt }
              }
              dimensions: observations(filter: { metric: [$metric], area: $areas }, orderBy: NEWEST, first: 100) {
                nodes { dimension to asAt }
              }
            }

            fragment value on Observation {
              area { code name force { slug } }
              value
              missing
              from
              to
              asAt
              dimension
              comparability
              SOURCE
            }
            """.replace("SOURCE", PrintedPlace.FIELDS.strip());

    @Override
    public String name() {
        return "figure";
    }

    @Override
    public String path() {
        return "/figures/:metric";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("at", "dimension", "force", "direction");
    }

    @Override
    public PageRead read(PageAddress address) {
        String metric = address.segment("metric");
        @Nullable String dimension = address.parameter("dimension");
        if (dimension == null) {
            dimension = USUAL_DIMENSIONS.get(metric);
        }
        @Nullable String force = address.parameter("force");
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("metric", metric);
        variables.put("at", date(address.parameter("at")));
        variables.put("dimension", dimension);
        variables.put("dimensions", dimension == null ? null : List.of(dimension));
        variables.put("direction", direction(address.parameter("direction")));
        variables.put("areas", List.of(ENGLAND_AND_WALES, force == null ? USUAL_FORCE : force));
        return PageRead.of(OPERATION, variables);
    }

    private static @Nullable String date(@Nullable String at) {
        if (at == null) {
            return null;
        }
        try {
            return LocalDate.parse(at).toString();
        } catch (java.time.DateTimeException e) {
            throw new BadAddressException(
                    "The parameter \"at\" is \"%s\". It must be a date such as 2018-03-31.".formatted(at));
        }
    }

    private static String direction(@Nullable String direction) {
        return switch (direction == null ? "descending" : direction) {
            case "descending" -> "DESCENDING";
            case "ascending" -> "ASCENDING";
            default ->
                throw new BadAddressException(
                        "The parameter \"direction\" is \"%s\". It must be \"descending\" or \"ascending\"."
                                .formatted(direction));
        };
    }

    @Override
    public PageView view(PageAddress address, PageData data) {
        return new View(address, data).page();
    }

    @Override
    public NoSuchPageException nothingAt(PageAddress address, String message) {
        return new NoSuchPageException(message, List.of(new PageLink("All figures", address.to("/figures"))));
    }

    /** One page as it is made. */
    private static final class View {

        private final PageAddress address;
        private final PageData data;
        private final PageData metric;
        private final PageData ranking;
        private final List<PageData> ranked;
        private final String unit;
        private final @Nullable String force;
        private final String name;
        private final @Nullable String at;
        private final @Nullable PageData comparator;
        private final boolean ascending;

        View(PageAddress address, PageData data) {
            this.address = address;
            this.data = data;
            metric = data.object("metric");
            ranking = data.object("rankedMetric");
            ranked = ranking.objects("ranked");
            unit = metric.text("unit");
            force = force(address.parameter("force"), data);
            at = ranking.optionalText("at");
            comparator = ranking.optionalObject("comparator");
            @Nullable String dimension = ranked.isEmpty()
                    ? null
                    : ranked.get(0).object("observation").optionalText("dimension");
            name = metric.text("name") + (dimension == null ? "" : ": " + dimension);
            ascending = "ascending".equals(address.parameter("direction"));
        }

        /** The slug of a force by its slug; others are told apart by the operation, which knows all names. */
        private static @Nullable String force(@Nullable String asked, PageData data) {
            if (asked == null) {
                return null;
            }
            return data.objects("series").stream()
                    .map(series -> series.object("area").text("code"))
                    .filter(code -> !code.equals(ENGLAND_AND_WALES))
                    .findFirst()
                    .orElse(asked);
        }

        PageView page() {
            PageTable table = table();
            @Nullable Chart plot = ranked.isEmpty() ? null : plot();
            FigureView figure = new FigureView(
                    metric.text("definition"),
                    UnitWords.of(unit),
                    metric.isNull("denominator") ? "" : metric.text("denominator"),
                    summary(),
                    plot == null ? "" : plot.inPage(),
                    series(),
                    ranked.isEmpty() ? "" : map().inPage(),
                    periods(),
                    dimensions(),
                    others(),
                    forces(),
                    List.of(
                            new Option("descending", "largest first", !ascending),
                            new Option("ascending", "smallest first", ascending)));
            PageView view = PageView.of(
                    name,
                    "%s by police force%s: ranking, England and Wales, map and values over time."
                            .formatted(name, at == null ? "" : ", " + at),
                    FigureTemplates.figure(figure, table),
                    table);
            return plot == null
                    ? view
                    : view.with(new ChartFile(
                            plot, name + " (" + UnitWords.of(unit) + "), " + period(), "Source: " + sources() + "."));
        }

        private String period() {
            return ranked.stream()
                    .map(row -> period(row.object("observation")))
                    .findFirst()
                    .orElse(at == null ? "without a date" : at);
        }

        private static String period(PageData observation) {
            if (!observation.isNull("asAt")) {
                return "as at " + observation.text("asAt");
            }
            return observation.isNull("to")
                    ? "without a date"
                    : observation.text("from") + " to " + observation.text("to");
        }

        private String sources() {
            return String.join(
                    "; ",
                    new TreeSet<>(ranked.stream()
                            .map(row ->
                                    PrintedPlace.of(row.object("observation")).title())
                            .toList()));
        }

        private List<String> summary() {
            List<String> sentences = new ArrayList<>();
            List<PageData> valued =
                    ranked.stream().filter(row -> !row.isNull("rank")).toList();
            if (valued.isEmpty()) {
                sentences.add("We hold no value of a force for this figure.");
            } else {
                PageData first = valued.get(0).object("observation");
                PageData last = valued.get(valued.size() - 1).object("observation");
                sentences.add("%s: %s %s has the %s value, %s; %s has the %s, %s."
                        .formatted(
                                capital(period()),
                                valued.size() == 1 ? "of 1 force," : "of " + valued.size() + " areas,",
                                first.object("area").text("name"),
                                ascending ? "smallest" : "largest",
                                Figures.text(value(first)),
                                last.object("area").text("name"),
                                ascending ? "largest" : "smallest",
                                Figures.text(value(last))));
            }
            if (comparator != null) {
                @Nullable BigDecimal value = comparator.decimal("value");
                sentences.add("England and Wales: "
                        + (value == null ? MissingValue.words(comparator.optionalText("missing")) : Figures.text(value))
                        + (UnitWords.isTotal(unit) ? ", the total." : "."));
            } else {
                sentences.add("England and Wales: " + Missing.NOT_IN_DATA.text() + ".");
            }
            @Nullable BigDecimal median = ranking.decimal("median");
            if (median != null) {
                sentences.add("Median of the areas with a value: " + Figures.text(median) + ".");
            }
            return sentences;
        }

        private static String capital(String text) {
            return Character.toUpperCase(text.charAt(0)) + text.substring(1);
        }

        private static BigDecimal value(PageData observation) {
            @Nullable BigDecimal value = observation.decimal("value");
            if (value == null) {
                throw new IllegalStateException("an observation with a rank has a value");
            }
            return value;
        }

        private List<BigDecimal> values() {
            return ranked.stream()
                    .filter(row -> !row.isNull("rank"))
                    .map(row -> value(row.object("observation")))
                    .toList();
        }

        private PageTable table() {
            List<Column> columns = List.of(
                    Column.text("area", "Area"),
                    Column.integer("rank", "Rank"),
                    Column.number("value", "Value", UnitWords.of(unit)).withReasons(),
                    Column.number("difference", "Against England and Wales", null),
                    Column.integer("quarter", "Quarter"),
                    Column.date("from", "From"),
                    Column.date("to", "To"),
                    Column.text("note", "Note"),
                    Column.text("publication", "Source"),
                    Column.text("where", "Where"),
                    Column.text("address", "Address"));
            List<List<Cell>> rows = new ArrayList<>();
            ranked.forEach(row -> rows.add(row(row, row.object("observation"))));
            for (PageData absent : ranking.objects("absent")) {
                List<Cell> row = new ArrayList<>(java.util.Collections.nCopies(columns.size(), Cell.EMPTY));
                row.set(
                        0,
                        Cell.code(absent.text("slug"), Names.plain(absent.text("name")))
                                .linked(address.to("/forces/" + absent.text("slug"))));
                row.set(2, Cell.missing(Missing.NOT_IN_DATA));
                rows.add(row);
            }
            if (comparator != null) {
                rows.add(row(null, comparator));
            }
            return new PageTable(name + ", " + period(), columns, rows);
        }

        private List<Cell> row(@Nullable PageData row, PageData observation) {
            PageData area = observation.object("area");
            PrintedPlace place = PrintedPlace.of(observation);
            @Nullable BigDecimal value = observation.decimal("value");
            @Nullable BigDecimal difference = row == null ? null : row.decimal("difference");
            Cell name = Cell.code(area.text("code"), area.text("name"));
            boolean day = !observation.isNull("asAt");
            return List.of(
                    area.isNull("force")
                            ? name
                            : name.linked(
                                    address.to("/forces/" + area.object("force").text("slug"))),
                    row == null || row.isNull("rank") ? Cell.EMPTY : Cell.integer(row.integer("rank")),
                    value == null ? MissingValue.cell(observation.optionalText("missing")) : Cell.number(value),
                    difference == null ? Cell.EMPTY : Cell.number(difference, signed(difference)),
                    row == null || row.isNull("quarter") ? Cell.EMPTY : Cell.integer(row.integer("quarter")),
                    Cell.text(day ? observation.text("asAt") : observation.optionalText("from")),
                    Cell.text(day ? observation.text("asAt") : observation.optionalText("to")),
                    Cell.text(observation.optionalText("comparability")).roomy(),
                    place.titleCell().roomy(),
                    place.whereCell(address),
                    place.addressCell());
        }

        private static String signed(BigDecimal difference) {
            return (difference.signum() > 0 ? "+" : "") + Figures.text(difference);
        }

        /** Without links, which would be too small on a phone: the table has them. */
        private Chart plot() {
            List<RankingPlot.Row> rows = new ArrayList<>();
            for (PageData row : ranked) {
                PageData observation = row.object("observation");
                PageData area = observation.object("area");
                @Nullable BigDecimal value = row.isNull("rank") ? null : observation.decimal("value");
                rows.add(new RankingPlot.Row(
                        area.text("name"),
                        value,
                        value == null ? why(observation) : Figures.text(value),
                        row.isNull("rank") ? null : row.integer("rank"),
                        area.text("code").equals(force),
                        null));
            }
            for (PageData absent : ranking.objects("absent")) {
                rows.add(new RankingPlot.Row(
                        Names.plain(absent.text("name")),
                        null,
                        Missing.NOT_IN_DATA.text(),
                        null,
                        absent.text("slug").equals(force),
                        null));
            }
            @Nullable BigDecimal national = comparator == null ? null : comparator.decimal("value");
            boolean comparable = national != null && !UnitWords.isTotal(unit);
            @Nullable Quartiles quartiles = Quartiles.of(values());
            return RankingPlot.of(
                    "Ranking of the forces by " + name + ", " + UnitWords.of(unit) + ", " + period()
                            + ". The table below" + " has the same values.",
                    rows,
                    comparable && national != null
                            ? new RankingPlot.Reference("England and Wales", national, Figures.text(national))
                            : null,
                    quartiles == null ? null : new RankingPlot.Band(quartiles.lower(), quartiles.upper()));
        }

        private static String why(PageData observation) {
            String words = MissingValue.words(observation.optionalText("missing"));
            return observation.isNull("comparability") ? words : words + " (" + observation.text("comparability") + ")";
        }

        /** Coloured by quarter from the lowest, whatever the direction of the ranking. */
        private Chart map() {
            List<BoundaryMap.Value> areas = new ArrayList<>();
            List<List<BigDecimal>> quarters = new ArrayList<>();
            for (int i = 0; i < QUARTERS; i++) {
                quarters.add(new ArrayList<>());
            }
            for (PageData row : ranked) {
                PageData observation = row.object("observation");
                PageData area = observation.object("area");
                @Nullable Integer quarter = null;
                if (!row.isNull("quarter")) {
                    quarter = ascending ? row.integer("quarter") : QUARTERS + 1 - row.integer("quarter");
                    quarters.get(quarter - 1).add(value(observation));
                }
                if (!area.isNull("force")) {
                    String slug = area.object("force").text("slug");
                    areas.add(new BoundaryMap.Value(
                            slug,
                            area.text("name"),
                            quarter,
                            quarter == null
                                    ? why(observation)
                                    : Figures.text(value(observation)) + " " + UnitWords.of(unit),
                            null));
                }
            }
            for (PageData absent : ranking.objects("absent")) {
                areas.add(new BoundaryMap.Value(
                        absent.text("slug"), Names.plain(absent.text("name")), null, Missing.NOT_IN_DATA.text(), null));
            }
            List<String> words = quarters.stream()
                    .map(values -> values.isEmpty()
                            ? "none"
                            : Figures.text(values.stream()
                                            .min(Comparator.naturalOrder())
                                            .orElseThrow())
                                    + " to "
                                    + Figures.text(values.stream()
                                            .max(Comparator.naturalOrder())
                                            .orElseThrow()))
                    .toList();
            return BoundaryMap.of(
                    "Map of the forces by quarter of the ranking by " + name + ", from the lowest quarter, 1, to the"
                            + " highest, 4. The table below has the values.",
                    areas,
                    words);
        }

        private String series() {
            List<SeriesChart.Line> lines = new ArrayList<>();
            for (PageData series : data.objects("series")) {
                PageData area = series.object("area");
                boolean national = area.text("code").equals(ENGLAND_AND_WALES);
                // A force beside a total would lie flat at the bottom.
                if (national && force != null && UnitWords.isTotal(unit) || !national && force == null) {
                    continue;
                }
                List<SeriesChart.Point> points = new ArrayList<>();
                for (PageData point : series.objects("points")) {
                    @Nullable PageData observation = point.optionalObject("observation");
                    points.add(new SeriesChart.Point(
                            LocalDate.parse(point.text("at")),
                            observation == null ? null : observation.decimal("value"),
                            point.isTrue("breaksSeries")));
                }
                lines.add(new SeriesChart.Line(
                        area.text("name"), national ? SeriesChart.Role.REFERENCE : SeriesChart.Role.CHOSEN, points));
            }
            boolean empty =
                    lines.stream().allMatch(line -> line.points().stream().allMatch(point -> point.value() == null));
            return empty
                    ? ""
                    : SeriesChart.of(name + " over time, " + UnitWords.of(unit), lines)
                            .inPage();
        }

        private List<Option> periods() {
            TreeSet<String> days = new TreeSet<>(Comparator.reverseOrder());
            if (at != null) {
                days.add(at);
            }
            for (PageData held : data.object("held").objects("nodes")) {
                for (String end : List.of("to", "asAt")) {
                    if (!held.isNull(end)) {
                        days.add(held.text(end));
                    }
                }
            }
            return days.stream()
                    .map(day -> new Option(day, day, day.equals(at)))
                    .toList();
        }

        /** The dimensions that have an observation on the day that is shown. */
        private List<Option> dimensions() {
            Set<String> shown = new HashSet<>();
            ranked.forEach(
                    row -> shown.add(String.valueOf(row.object("observation").optionalText("dimension"))));
            TreeSet<String> names = new TreeSet<>();
            lastDays().forEach((dimension, days) -> {
                if (at != null && days.contains(at)) {
                    names.add(dimension);
                }
            });
            return names.stream()
                    .map(text -> new Option(text, text, shown.contains(text)))
                    .toList();
        }

        /** Links to the dimensions that have observations on other days only. */
        private List<PageLink> others() {
            List<PageLink> others = new ArrayList<>();
            lastDays().forEach((dimension, days) -> {
                if (at != null && !days.contains(at)) {
                    others.add(new PageLink(
                            dimension + ", " + days.first(),
                            address.to("/figures/" + PageAddress.encode(metric.text("code")) + "?at=" + days.first()
                                    + "&dimension=" + PageAddress.encode(dimension))));
                }
            });
            return others;
        }

        /** The days of each dimension, the newest first. */
        private Map<String, TreeSet<String>> lastDays() {
            Map<String, TreeSet<String>> days = new TreeMap<>();
            for (PageData held : data.object("dimensions").objects("nodes")) {
                @Nullable String day = held.isNull("to") ? held.optionalText("asAt") : held.text("to");
                if (!held.isNull("dimension") && day != null) {
                    days.computeIfAbsent(held.text("dimension"), name -> new TreeSet<>(Comparator.reverseOrder()))
                            .add(day);
                }
            }
            return days;
        }

        private List<Option> forces() {
            List<Option> options = new ArrayList<>();
            options.add(new Option("", "none", force == null));
            for (PageData known : data.object("forces").objects("nodes")) {
                String slug = known.text("slug");
                options.add(new Option(slug, Names.plain(known.text("name")), slug.equals(force)));
            }
            return options;
        }
    }
}
