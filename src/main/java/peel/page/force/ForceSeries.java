package peel.page.force;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import peel.page.Missing;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageTable;
import peel.page.PageTable.Cell;
import peel.page.PageTable.Column;
import peel.page.PrintedPlace;
import peel.page.chart.SeriesChart;
import peel.page.chart.SeriesChart.Role;
import peel.page.figure.MissingValue;
import peel.page.figure.UnitWords;

/**
 * A figure of a force over time, beside England and Wales and the other forces of its region.
 *
 * @param chart an SVG element
 */
public record ForceSeries(String title, String chart, PageTable table) {

    private static final String ENGLAND_AND_WALES = "england-and-wales";

    /** Rates and scores, which can be compared between forces of different sizes, with many years in one series. */
    static final String SERIES = """
            severityOfPeers: series(
                metric: "crime.severity-score"
                dimension: "Total recorded crime"
                area: []
                peersOf: { force: $force, by: REGION }
              ) { ...peer }
              severity: series(
                metric: "crime.severity-score"
                dimension: "Total recorded crime"
                area: [$force, "england-and-wales"]
              ) { ...line }
              antisocialOfPeers: series(metric: "asb.rate", area: [], peersOf: { force: $force, by: REGION }) { ...peer }
              antisocial: series(metric: "asb.rate", area: [$force, "england-and-wales"]) { ...line }
            """.strip();

    private static final List<String> NAMES = List.of("severity", "antisocial");

    /** The sources of peers are on their own pages: reading them here would take longer than all else of the series. */
    static final String FRAGMENT = """

            fragment line on Series {
              area { code name }
              metric { name unit }
              points { at breaksSeries observation { value missing SOURCE } }
            }

            fragment peer on Series {
              area { code name }
              points { at breaksSeries observation { value missing } }
            }
            """;

    /** One area's line of the chart and column of the table. */
    private record Line(
            String name, String column, Role role, List<SeriesChart.Point> points, Map<LocalDate, Cell> cells) {

        Line(String name, String code, Role role) {
            this(name, code.replace('-', '_'), role, new ArrayList<>(), new TreeMap<>());
        }

        void add(PageAddress address, LocalDate at, @Nullable PageData observation, boolean breaks) {
            @Nullable BigDecimal value = observation == null ? null : observation.decimal("value");
            points.add(new SeriesChart.Point(at, value, breaks));
            if (observation != null) {
                Cell cell = value == null ? MissingValue.cell(observation.optionalText("missing")) : Cell.number(value);
                cells.put(
                        at,
                        observation.has("source")
                                ? cell.linked(PrintedPlace.of(observation).link(address))
                                : cell);
            }
        }
    }

    /** The series that have a value of the force. */
    static List<ForceSeries> of(PageAddress address, PageData data, String force) {
        List<ForceSeries> all = new ArrayList<>();
        for (String name : NAMES) {
            List<PageData> areas = data.objects(name);
            // The force itself first, then England and Wales. A force is one of its own group.
            List<Line> lines = new ArrayList<>();
            areas.forEach(series -> lines.add(line(address, series, force)));
            data.objects(name + "OfPeers").stream()
                    .map(series -> line(address, series, force))
                    .filter(line -> line.role == Role.PEER)
                    .forEach(lines::add);
            boolean known = lines.stream()
                    .filter(line -> line.role == Role.CHOSEN)
                    .anyMatch(line -> line.points.stream().anyMatch(point -> point.value() != null));
            if (known) {
                PageData metric = areas.get(0).object("metric");
                String unit = UnitWords.of(metric.text("unit"));
                String title = metric.text("name");
                all.add(series(title.endsWith(unit) ? title : title + ", " + unit, lines));
            }
        }
        return all;
    }

    private static Line line(PageAddress address, PageData series, String force) {
        PageData area = series.object("area");
        String code = area.text("code");
        Role role = code.equals(force) ? Role.CHOSEN : code.equals(ENGLAND_AND_WALES) ? Role.REFERENCE : Role.PEER;
        Line line = new Line(area.text("name"), code, role);
        for (PageData point : series.objects("points")) {
            line.add(
                    address,
                    LocalDate.parse(point.text("at")),
                    point.optionalObject("observation"),
                    point.isTrue("breaksSeries"));
        }
        return line;
    }

    private static ForceSeries series(String title, List<Line> lines) {
        TreeSet<LocalDate> days = new TreeSet<>();
        lines.forEach(line -> days.addAll(line.cells.keySet()));
        List<Column> columns = new ArrayList<>();
        columns.add(Column.date("date", "Date or end of period"));
        lines.forEach(
                line -> columns.add(Column.number(line.column, line.name, null).withReasons()));
        List<List<Cell>> rows = new ArrayList<>();
        for (LocalDate day : days.descendingSet()) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.text(day.toString()));
            lines.forEach(line -> row.add(line.cells.getOrDefault(day, Cell.missing(Missing.NOT_IN_DATA))));
            rows.add(row);
        }
        return new ForceSeries(
                title,
                SeriesChart.of(
                                title,
                                lines.stream()
                                        .map(line -> new SeriesChart.Line(line.name, line.role, line.points))
                                        .toList())
                        .inPage(),
                new PageTable(title, columns, rows));
    }
}
