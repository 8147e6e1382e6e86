package peel.page.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One figure over time. Where there is no value the line has a gap; where values must not be compared, it is broken. */
public final class SeriesChart {

    private static final double WIDTH = 356;
    private static final double LEFT = 44;
    private static final double RIGHT = 344;
    private static final double PLOT = 190;
    private static final double LEGEND_ROW = 20;

    private SeriesChart() {}

    /** Whose line it is; decides how it is drawn. */
    public enum Role {
        CHOSEN("series", "point"),
        REFERENCE("reference", "reference-point"),
        PEER("peer", "peer-point");

        private final String line;
        private final String point;

        Role(String line, String point) {
            this.line = line;
            this.point = point;
        }
    }

    /**
     * @param value null where there is none
     * @param breaksBefore whether the value must not be compared with the one before
     */
    public record Point(LocalDate at, @Nullable BigDecimal value, boolean breaksBefore) {}

    public record Line(String name, Role role, List<Point> points) {}

    public static Chart of(String label, List<Line> lines) {
        List<Double> values = new ArrayList<>();
        TreeSet<LocalDate> dates = new TreeSet<>();
        for (Line line : lines) {
            for (Point point : line.points()) {
                dates.add(point.at());
                if (point.value() != null) {
                    values.add(point.value().doubleValue());
                }
            }
        }
        List<Line> named =
                lines.stream().filter(line -> line.role() != Role.PEER).toList();
        boolean peers = named.size() < lines.size();
        boolean broken = lines.stream().anyMatch(line -> line.points().stream().anyMatch(Point::breaksBefore));
        List<String> notes = new ArrayList<>();
        if (broken) {
            notes.add("A line that stops and starts anew: the values before and");
            notes.add("after must not be compared.");
        }
        double top = (named.size() + (peers ? 1 : 0)) * LEGEND_ROW + 12;
        double height = top + PLOT + 24 + notes.size() * 16 + (notes.isEmpty() ? 0 : 6);
        return new Chart(label, "chart-series", WIDTH, height, svg -> {
            legend(svg, named, peers);
            if (!values.isEmpty()) {
                Scale scale = new Scale(values, top + PLOT, top, false);
                axes(svg, scale, dates, top);
                for (Role role : List.of(Role.PEER, Role.REFERENCE, Role.CHOSEN)) {
                    lines.stream().filter(line -> line.role() == role).forEach(line -> draw(svg, line, dates, scale));
                }
            } else {
                svg.text(LEFT, top + PLOT / 2, "No value in our data", "muted");
            }
            for (int i = 0; i < notes.size(); i++) {
                svg.text(1, top + PLOT + 42 + i * 16, notes.get(i), "small muted");
            }
        });
    }

    private static void legend(Svg svg, List<Line> named, boolean peers) {
        double y = 4;
        for (Line line : named) {
            svg.line(1, y + 6, 31, y + 6, line.role().line);
            svg.circle(16, y + 6, 3, line.role().point);
            svg.text(38, y + 10, line.name(), line.role() == Role.CHOSEN ? "strong" : "");
            y += LEGEND_ROW;
        }
        if (peers) {
            svg.line(1, y + 6, 31, y + 6, "peer");
            svg.text(38, y + 10, "other forces", "");
        }
    }

    private static void axes(Svg svg, Scale scale, TreeSet<LocalDate> dates, double top) {
        for (double tick : scale.ticks()) {
            double y = scale.at(tick);
            svg.line(LEFT, y, RIGHT, y, tick == 0 ? "axis" : "grid");
            svg.text(LEFT - 6, y + 4, Scale.label(tick), "small end muted");
        }
        double free = -100;
        int year = 0;
        for (LocalDate date : dates) {
            double x = x(date, dates);
            svg.line(x, top + PLOT, x, top + PLOT + 4, "axis");
            if (x - free >= 34 && date.getYear() != year) {
                svg.text(x, top + PLOT + 17, Integer.toString(date.getYear()), "small middle muted");
                free = x;
                year = date.getYear();
            }
        }
    }

    private static void draw(Svg svg, Line line, TreeSet<LocalDate> dates, Scale scale) {
        StringBuilder commands = new StringBuilder();
        StringBuilder words = new StringBuilder(line.name());
        boolean open = false;
        List<Point> valued = new ArrayList<>();
        for (Point point : line.points()) {
            if (point.value() == null) {
                open = false;
                continue;
            }
            valued.add(point);
            commands.append(open && !point.breaksBefore() ? 'L' : 'M')
                    .append(Svg.number(x(point.at(), dates)))
                    .append(' ')
                    .append(Svg.number(scale.at(point.value().doubleValue())));
            open = true;
        }
        if (valued.isEmpty()) {
            return;
        }
        words.append(": ").append(valued.size() == 1 ? "one value" : valued.size() + " values");
        svg.part(words.toString(), null, () -> {
            svg.path(commands.toString(), line.role().line);
            // A value between two gaps has no line: only its point shows it.
            for (Point point : valued) {
                BigDecimal value = point.value();
                if (value != null) {
                    svg.circle(
                            x(point.at(), dates),
                            scale.at(value.doubleValue()),
                            line.role() == Role.PEER ? 1.5 : 3,
                            line.role().point);
                }
            }
        });
    }

    private static double x(LocalDate date, TreeSet<LocalDate> dates) {
        long from = dates.first().toEpochDay();
        long to = dates.last().toEpochDay();
        return to == from
                ? (LEFT + RIGHT) / 2
                : LEFT + 8 + (double) (date.toEpochDay() - from) / (to - from) * (RIGHT - LEFT - 16);
    }
}
