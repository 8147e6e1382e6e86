package peel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import peel.testing.BundledRows;

/**
 * The answers to the questions of {@code questions.md}, computed from the bundled CSV files without the service. An
 * answer has a line for each object, with the fields that the file names.
 */
final class ExpectedAnswers {

    /** As a ratio is rounded. */
    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_UP);

    private static final List<String> BEST_FIRST =
            List.of("OUTSTANDING", "GOOD", "ADEQUATE", "REQUIRES_IMPROVEMENT", "INADEQUATE");

    private static final List<String> STATES =
            List.of("GRADED", "TO_BE_GRADED", "NOT_GRADED", "NOT_INSPECTED", "CARRIED_OVER", "UNGRADED");

    private static final List<String> DIRECTIONS = List.of("IMPROVED", "UNCHANGED", "DETERIORATED", "NOT_COMPARABLE");

    private static final List<Row> FORCES = rows("forces");
    private static final List<Row> CYCLES = rows("cycles");
    private static final List<Row> QUESTIONS = rows("questions");
    private static final List<Row> LINKS = rows("comparable_questions");
    private static final List<Row> VERSIONS = rows("judgments");
    private static final List<Row> FINDINGS = rows("findings");
    private static final List<Row> STATUSES = rows("finding_statuses");
    private static final List<Row> MONITORING = rows("monitoring_events");
    private static final List<Row> COUNCILS = rows("councils");
    private static final List<Row> METRICS = rows("metrics");

    private static final List<Row> JUDGMENTS =
            VERSIONS.stream().filter(row -> row.is("known_to", "")).toList();

    private static final Map<String, List<Row>> OBSERVATIONS = Stream.concat(
                    BundledRows.ofTables("observations").stream(), BundledRows.of("observations").stream())
            .map(Row::new)
            .collect(groupingBy(row -> row.of("metric")));

    private ExpectedAnswers() {}

    static List<String> to(int question) {
        return answer(question).sorted().toList();
    }

    private static Stream<String> answer(int question) {
        return switch (question) {
            case 1 -> graded("pillar", judgments("2016", null, "overall"));
            case 2 ->
                JUDGMENTS.stream()
                        .filter(row -> row.is("cycle", "2021/22") && row.is("grade", "INADEQUATE"))
                        .map(row -> row.line("force", "question"));
            case 3 -> changed("2016", "2015", "EFFECTIVENESS", "DETERIORATED").map(row -> row.of("force"));
            case 4 ->
                VERSIONS.stream()
                        .collect(groupingBy(row -> row.line("force", "cycle", "pillar", "question")))
                        .values()
                        .stream()
                        .filter(versions -> versions.size() > 1)
                        .map(versions -> line(
                                versions.get(0).line("force", "cycle", "question"),
                                joined(versions, "grade"),
                                joined(versions, "known_to")));
            case 5 ->
                DIRECTIONS.stream()
                        .map(each -> line(
                                each,
                                changed("2017", "2016", "EFFICIENCY", each).count()))
                        .filter(line -> !line.endsWith(" 0"));
            case 6 ->
                judgments("2018/19", "EFFICIENCY", "overall")
                        .filter(row -> row.is("grade", "OUTSTANDING"))
                        .map(row -> line(
                                row.of("force"), earlier(row).noneMatch(before -> before.is("grade", "OUTSTANDING"))));
            case 7 ->
                forces(force -> Stream.of("EFFECTIVENESS", "EFFICIENCY", "LEGITIMACY")
                        .allMatch(pillar -> grade(force, "2016", pillar).equals("GOOD")));
            case 8 ->
                forces(force ->
                        JUDGMENTS.stream().noneMatch(row -> row.is("force", force) && row.is("grade", "INADEQUATE")));
            case 9 -> graded("region", judgments("2018/19", "EFFECTIVENESS", "overall"));
            case 10 ->
                Stream.of(line(
                        FORCES.size(),
                        FORCES.size()
                                - judgments("2015", "EFFECTIVENESS", "vulnerable")
                                        .count()));
            case 11 ->
                judgments("2016", "EFFECTIVENESS", "overall")
                        .filter(row -> row.is("grade", "REQUIRES_IMPROVEMENT"))
                        .map(row -> line(row.of("force"), sameSince(row)));
            case 12 ->
                judgments("2023-25", null, "investigate")
                        .filter(row -> force(row.of("force")).is("country", "WALES"))
                        .map(row -> row.line("force", "state", "grade"));
            case 13 ->
                CYCLES.stream().map(row -> row.of("code")).map(cycle -> {
                    List<Row> judgments = JUDGMENTS.stream()
                            .filter(row -> row.is("cycle", cycle))
                            .toList();
                    long pairs = FORCES.size()
                            * QUESTIONS.stream()
                                    .filter(row -> row.is("cycle", cycle))
                                    .count();
                    return line(cycle, pairs - judgments.size(), counts("state", STATES, judgments));
                });
            case 14 ->
                forces().map(force -> line(
                        force,
                        grade(force, "2016", "EFFECTIVENESS"),
                        value("workforce.officers", force, "", "2016-03-31")));
            case 15 ->
                ranking("workforce.officers", "", "2018-03-31").stream()
                        .map(each -> line(each.rank, each.of, each.area, each.value));
            case 16 ->
                ranking("crime.severity-score", "Total recorded crime", "2018-03-31").stream()
                        .map(each -> line(
                                each.isRanked() ? 1 + (Integer.parseInt(each.rank) - 1) * 4 / each.of : "null",
                                each.area));
            case 17 ->
                Stream.of(plain(median(ranking("workforce.special-constables", "", "2012-03-31").stream()
                        .map(Ranked::value))));
            case 18 ->
                Stream.of("kent", "essex")
                        .map(area -> line(area, series("workforce.officers", area, "2010-03-31", "2015-03-31")));
            case 19 -> {
                List<Ranked> ranking = ranking("crime.household-rate", "Residential burglary", "2019-03-31");
                yield Stream.of(line(
                        value("crime.household-rate", "england-and-wales", "Residential burglary", "2019-03-31"),
                        ranking.stream().map(Ranked::area).collect(joining(",")),
                        ranking.stream().map(Ranked::value).collect(joining(","))));
            }
            case 20 ->
                ranking("crime.severity-score", "Total recorded crime", "2016-03-31").stream()
                        .map(each -> line(
                                each.isRanked()
                                        ? plain(new BigDecimal(each.value).subtract(nationalSeverity("2016-03-31")))
                                        : "null",
                                each.area));
            case 21 ->
                forces().map(force -> line(
                        force,
                        Stream.of("workforce.officers", "workforce.staff", "workforce.pcsos")
                                .map(metric -> value(metric, force, "", "2020-03-31"))
                                .collect(joining(","))));
            case 22 ->
                latest(row -> row.is("pillar", "EFFECTIVENESS") && row.is("question", "overall"))
                        .map(row -> line(
                                row.of("force"),
                                row.of("cycle"),
                                ChronoUnit.DAYS.between(
                                        LocalDate.parse(row.of("published")), LocalDate.of(2020, 7, 1))));
            case 23 ->
                forces().map(force -> line(
                        force,
                        quotient(
                                value("crime.recorded", force, "Robbery", "2018-03-31"),
                                value("workforce.officers", force, "", "2018-03-31"))));
            case 24 -> points("crime.recorded", "kent", "Robbery", "2010-03-31", "2015-03-31");
            case 25 -> COUNCILS.stream().filter(row -> row.is("name", "Luton")).map(row -> row.of("force"));
            case 26 -> COUNCILS.stream().filter(row -> row.is("force", "gwent")).map(row -> row.line("name", "to"));
            case 27 ->
                judgments("2015", "EFFECTIVENESS", "prevent")
                        .filter(row -> row.is("force", "bedfordshire"))
                        .map(row -> row.line("grade", "line_from", "publication"));
            case 28 ->
                FINDINGS.stream()
                        .filter(row -> row.is("force", "bedfordshire") && row.is("cycle", "2015"))
                        .filter(row -> row.is("kind", "AREA_FOR_IMPROVEMENT"))
                        .map(row -> row.line("question", "ordinal", "text"));
            case 29 ->
                judgments(null, "EFFECTIVENESS", "overall")
                        .filter(row -> row.is("force", "kent"))
                        .map(row -> row.line("cycle", "grade"));
            case 30 ->
                latest(row -> row.is("force", "dorset") && row.is("pillar", "LEGITIMACY"))
                        .map(row -> row.line("question", "cycle", "grade"));
            case 31 -> points("asb.incidents", "cleveland", "", "0001-01-01", "9999-12-31");
            case 32 -> {
                List<String> values = forces(force -> force(force)
                                .of("region")
                                .equals(force("bedfordshire").of("region")))
                        .map(force -> value("crime.severity-score", force, "Total recorded crime", "2018-03-31"))
                        .toList();
                yield Stream.of(line(plain(mean(values)), plain(median(values.stream()))));
            }
            case 33 -> points("population.resident", "surrey", "", "2012-01-01", "2016-12-31");
            case 34 ->
                Stream.of("stop-search.searches", "stop-search.arrests")
                        .map(metric -> line(metric, value(metric, "merseyside", "", "2019-03-31")));
            case 35 ->
                FINDINGS.stream()
                        .filter(row -> row.is("force", "kent") && row.is("cycle", "2018/19"))
                        .collect(groupingBy(row -> row.of("kind")))
                        .entrySet()
                        .stream()
                        .map(each -> line(each.getKey(), each.getValue().size()));
            case 36 ->
                FORCES.stream().collect(groupingBy(row -> row.of("region"))).entrySet().stream()
                        .map(each -> line(
                                each.getKey(),
                                each.getValue().stream()
                                        .map(row -> row.of("slug"))
                                        .collect(joining(","))));
            case 37 -> forces(force -> isPeer(force, "humberside"));
            case 38 ->
                forces(force -> isPeer(force, "humberside"))
                        .map(force -> line(force, grade(force, "2018/19", "EFFECTIVENESS")));
            case 39 ->
                forces(force -> grade(force, "2016", "EFFECTIVENESS").equals("REQUIRES_IMPROVEMENT")
                        && Double.parseDouble(value("workforce.officers", force, "", "2016-03-31")) > 5000);
            case 40 ->
                ranking("crime.severity-score", "Total recorded crime", "2015-03-31").stream()
                        .filter(each -> each.isRanked()
                                && new BigDecimal(each.value).compareTo(nationalSeverity("2015-03-31")) > 0)
                        .map(Ranked::area);
            case 41 -> {
                Map<String, List<Row>> bySince = FINDINGS.stream()
                        .filter(ExpectedAnswers::isOpen)
                        .collect(groupingBy(row -> statuses(row).get(0).of("on"), TreeMap::new, Collectors.toList()));
                String first = bySince.keySet().iterator().next();
                yield bySince.get(first).stream()
                        .map(row -> line(row.line("force", "cycle", "question", "ordinal"), first));
            }
            case 42 ->
                FINDINGS.stream()
                        .filter(ExpectedAnswers::isOpen)
                        .filter(row ->
                                !row.is("deadline", "") && row.of("deadline").compareTo("2018") < 0)
                        .map(row -> row.line("force", "register_id"));
            case 43 ->
                FINDINGS.stream()
                        .filter(row -> row.is("register_id", "8738"))
                        .map(row -> line(
                                row.of("force"),
                                statuses(row).stream()
                                        .map(each -> each.of("status"))
                                        .collect(joining(",")),
                                statuses(row).stream()
                                        .map(each -> each.of("on"))
                                        .collect(joining(","))));
            case 44 ->
                FINDINGS.stream()
                        .filter(row -> row.is("cycle", "2018/19") && row.is("kind", "CAUSE_OF_CONCERN"))
                        .map(row -> row.line("force", "question"));
            case 45 ->
                MONITORING.stream().filter(row -> row.is("force", "cleveland")).map(row -> row.line("event", "on"));
            case 46 ->
                judgments(null, "EFFICIENCY", "overall")
                        .filter(row -> row.is("force", "staffordshire"))
                        .map(row -> line(row.of("cycle"), direction(row, earlier(row))));
            case 47 -> {
                Map<String, String> before = ranks("workforce.staff", "2018-03-31");
                Map<String, String> after = ranks("workforce.staff", "2019-03-31");
                yield forces().map(force -> line(
                        force,
                        before.get(force),
                        after.get(force),
                        Integer.parseInt(before.get(force)) - Integer.parseInt(after.get(force))));
            }
            case 48 ->
                JUDGMENTS.stream()
                        .filter(row -> row.is("cycle", "2021/22") && row.is("grade", "INADEQUATE"))
                        .filter(row -> isMonitored(row.of("force"), "2023-06-30"))
                        .map(row -> row.of("force"))
                        .distinct();
            case 49 -> FORCES.stream().map(row -> row.line("slug", "name", "ons_code", "region"));
            case 50 ->
                BEST_FIRST.stream()
                        .map(code -> line(
                                code,
                                code.charAt(0)
                                        + code.substring(1)
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' ')));
            case 51 ->
                forces().map(force -> line(
                        force,
                        QUESTIONS.stream()
                                .filter(row -> row.is("cycle", "2017") && row.is("pillar", "LEGITIMACY"))
                                .sorted(Comparator.comparingInt(row -> Integer.parseInt(row.of("position"))))
                                .map(asked -> grade(force, "2017", "LEGITIMACY", asked.of("code")))
                                .collect(joining(","))));
            case 52 -> METRICS.stream().map(row -> row.line("code", "unit"));
            case 53 ->
                rows("grade_scales").stream()
                        .filter(row -> row.is("scale", "PEEL5"))
                        .map(row -> row.line("rank", "grade"));
            case 54 ->
                Stream.of(line(
                        "gwent",
                        force("gwent").of("region"),
                        forces(force -> isPeer(force, "gwent")).collect(joining(",")),
                        "EFFECTIVENESS,EFFICIENCY,LEGITIMACY",
                        Stream.of("EFFECTIVENESS", "EFFICIENCY", "LEGITIMACY")
                                .map(pillar -> grade("gwent", "2018/19", pillar))
                                .collect(joining(","))));
            case 55 ->
                Stream.concat(
                                FORCES.stream()
                                        .flatMap(row -> Stream.of("slug", "name", "ons_code")
                                                .map(column -> Map.entry(row.of("slug"), row.of(column)))),
                                rows("force_aliases").stream().map(row -> Map.entry(row.of("force"), row.of("alias"))))
                        .filter(name -> (" " + name.getValue())
                                .toLowerCase(Locale.ROOT)
                                .replace('-', ' ')
                                .contains(" west m"))
                        .map(Map.Entry::getKey)
                        .distinct();
            case 56 ->
                QUESTIONS.stream()
                        .map(row -> row.line("cycle", "pillar"))
                        .distinct()
                        .map(subject -> line(
                                subject,
                                JUDGMENTS.stream()
                                        .filter(row ->
                                                row.line("cycle", "pillar").equals(subject) && !row.is("grade", ""))
                                        .map(row -> row.of("force"))
                                        .distinct()
                                        .count()));
            case 57 ->
                Stream.of(line(observations("workforce.")
                        .filter(row -> row.is("area", "bedfordshire"))
                        .count()));
            case 58 -> observations("stop-search.").map(Row::day).max(Comparator.naturalOrder()).stream();
            case 59 ->
                Stream.of(line(JUDGMENTS.stream()
                        .filter(row -> row.is("basis", "PRESS_LIST") || row.is("basis", "PRESS_RELEASE"))
                        .count()));
            case 60 ->
                Stream.of(line(observations("workforce.")
                        .filter(row -> row.is("value", ""))
                        .count()));
            default -> throw new IllegalArgumentException("There is no answer to question " + question + ".");
        };
    }

    /** A row of a CSV file. */
    private record Row(Map<String, String> cells) {

        String of(String column) {
            return cells.get(column);
        }

        boolean is(String column, String value) {
            return value.equals(cells.get(column));
        }

        String line(String... columns) {
            return Arrays.stream(columns)
                    .map(cells::get)
                    .map(cell -> cell.isEmpty() ? "null" : cell)
                    .collect(joining(" "));
        }

        /** The day of a stock, or the last day of a flow's period. */
        String day() {
            return of("as_at") + of("to");
        }

        String value() {
            return is("value", "") ? "null" : plain(of("value"));
        }
    }

    private static List<Row> rows(String file) {
        return BundledRows.of(file).stream().map(Row::new).toList();
    }

    private static String line(Object... fields) {
        return Arrays.stream(fields).map(Object::toString).collect(joining(" "));
    }

    /** A number without trailing zeros, which a comparison of text would take for another number. */
    static String plain(String value) {
        return value.matches("-?\\d+(\\.\\d+)?") ? plain(new BigDecimal(value)) : value;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static Stream<String> forces() {
        return FORCES.stream().map(row -> row.of("slug"));
    }

    private static Stream<String> forces(Predicate<String> condition) {
        return forces().filter(condition);
    }

    private static Row force(String slug) {
        return FORCES.stream().filter(row -> row.is("slug", slug)).findFirst().orElseThrow();
    }

    private static String joined(List<Row> versions, String column) {
        return versions.stream()
                .sorted(Comparator.comparing(row -> row.of("known_from")))
                .map(row -> row.line(column))
                .collect(joining(","));
    }

    private static boolean isPeer(String force, String of) {
        return !force.equals(of) && force(force).of("region").equals(force(of).of("region"));
    }

    private static boolean isMonitored(String force, String day) {
        return MONITORING.stream()
                .filter(row -> row.is("force", force) && row.of("on").compareTo(day) <= 0)
                .max(Comparator.comparing(row -> row.of("on")))
                .filter(row -> row.is("event", "ENTERED_ENGAGE"))
                .isPresent();
    }

    /** Current judgments; null for any cycle or pillar. */
    private static Stream<Row> judgments(String cycle, String pillar, String question) {
        return JUDGMENTS.stream()
                .filter(row -> (cycle == null || row.is("cycle", cycle))
                        && (pillar == null || row.is("pillar", pillar))
                        && row.is("question", question));
    }

    private static String grade(String force, String cycle, String pillar) {
        return grade(force, cycle, pillar, "overall");
    }

    private static String grade(String force, String cycle, String pillar, String question) {
        return judgments(cycle, pillar, question)
                .filter(row -> row.is("force", force))
                .map(row -> row.line("grade"))
                .findFirst()
                .orElse("null");
    }

    /** For each value of a column of judgments or forces, the grades and the number of each. */
    private static Stream<String> graded(String column, Stream<Row> judgments) {
        return judgments
                .collect(groupingBy(row -> row.cells.containsKey(column)
                        ? row.of(column)
                        : force(row.of("force")).of(column)))
                .entrySet()
                .stream()
                .map(each -> line(each.getKey(), counts("grade", BEST_FIRST, each.getValue())));
    }

    /** The values of a column that occur, and the number of each. */
    private static String counts(String column, List<String> order, List<Row> rows) {
        Map<String, Long> counts = rows.stream().collect(groupingBy(row -> row.of(column), Collectors.counting()));
        List<String> values = order.stream().filter(counts::containsKey).toList();
        return line(
                String.join(",", values),
                values.stream().map(value -> counts.get(value).toString()).collect(joining(",")));
    }

    private static String questionOf(Row row) {
        return row.line("cycle", "pillar", "question");
    }

    /** The earlier questions that may be compared with a question, latest first. */
    private static Stream<String> earlierQuestions(String question) {
        return LINKS.stream()
                .filter(row -> row.line("cycle", "pillar", "code").equals(question))
                .map(row -> row.line("earlier_cycle", "earlier_pillar", "earlier_code"))
                .flatMap(earlier -> Stream.concat(Stream.of(earlier), earlierQuestions(earlier)));
    }

    /** The earlier grades of a judgment's force on comparable questions, latest first. */
    private static Stream<Row> earlier(Row judgment) {
        return earlierQuestions(questionOf(judgment))
                .flatMap(question -> JUDGMENTS.stream()
                        .filter(row -> row.is("force", judgment.of("force"))
                                && !row.is("grade", "")
                                && questionOf(row).equals(question)));
    }

    private static String sameSince(Row judgment) {
        return Stream.concat(
                        Stream.of(judgment),
                        earlier(judgment).takeWhile(before -> before.is("grade", judgment.of("grade"))))
                .reduce((later, before) -> before)
                .orElseThrow()
                .of("cycle");
    }

    /** The judgments after which the force has no grade on a comparable question. */
    private static Stream<Row> latest(Predicate<Row> condition) {
        Set<String> replaced = new HashSet<>();
        JUDGMENTS.stream()
                .filter(row -> !row.is("grade", ""))
                .forEach(row -> earlierQuestions(questionOf(row))
                        .forEach(question -> replaced.add(line(row.of("force"), question))));
        return JUDGMENTS.stream()
                .filter(condition)
                .filter(row -> !replaced.contains(line(row.of("force"), questionOf(row))));
    }

    private static Stream<Row> changed(String cycle, String since, String pillar, String direction) {
        return judgments(cycle, pillar, "overall")
                .filter(row -> direction(row, earlier(row).filter(before -> before.is("cycle", since)))
                        .equals(direction));
    }

    private static String direction(Row judgment, Stream<Row> earlier) {
        int now = BEST_FIRST.indexOf(judgment.of("grade"));
        int before = earlier.findFirst()
                .map(row -> BEST_FIRST.indexOf(row.of("grade")))
                .orElse(-1);
        if (now < 0 || before < 0 || judgment.is("state", "CARRIED_OVER")) {
            return "NOT_COMPARABLE";
        }
        return now < before ? "IMPROVED" : now == before ? "UNCHANGED" : "DETERIORATED";
    }

    /** The statuses of a finding, oldest first. */
    private static List<Row> statuses(Row finding) {
        String[] key = {"force", "cycle", "pillar", "question", "kind", "ordinal"};
        return STATUSES.stream()
                .filter(row -> row.line(key).equals(finding.line(key)))
                .sorted(Comparator.comparing(row -> row.of("on")))
                .toList();
    }

    private static boolean isOpen(Row finding) {
        List<Row> statuses = statuses(finding);
        return !statuses.isEmpty() && !statuses.get(statuses.size() - 1).is("status", "COMPLETE");
    }

    /** The observations of all metrics whose codes start so. */
    private static Stream<Row> observations(String start) {
        return OBSERVATIONS.entrySet().stream()
                .filter(each -> each.getKey().startsWith(start))
                .flatMap(each -> each.getValue().stream());
    }

    private static Stream<Row> observations(String metric, String dimension) {
        return OBSERVATIONS.get(metric).stream().filter(row -> row.is("dimension", dimension));
    }

    private static String value(String metric, String area, String dimension, String day) {
        return observations(metric, dimension)
                .filter(row -> row.is("area", area) && row.day().equals(day))
                .map(Row::value)
                .findFirst()
                .orElse("null");
    }

    private static BigDecimal nationalSeverity(String day) {
        return new BigDecimal(value("crime.severity-score", "england-and-wales", "Total recorded crime", day));
    }

    private static String quotient(String numerator, String denominator) {
        return numerator.equals("null") || denominator.equals("null")
                ? "null"
                : plain(new BigDecimal(numerator).divide(new BigDecimal(denominator), SIX_DIGITS));
    }

    private static Stream<String> points(String metric, String area, String dimension, String from, String to) {
        return observations(metric, dimension)
                .filter(row -> row.is("area", area))
                .filter(row -> row.day().compareTo(from) >= 0 && row.day().compareTo(to) <= 0)
                .map(row -> line(row.day(), row.value()));
    }

    /** The days of a metric without dimensions, and the value of each. */
    private static String series(String metric, String area, String from, String to) {
        List<String[]> points = points(metric, area, "", from, to)
                .sorted()
                .map(point -> point.split(" "))
                .toList();
        return IntStream.range(0, 2)
                .mapToObj(i -> points.stream().map(point -> point[i]).collect(joining(",")))
                .collect(joining(" "));
    }

    /** An area of a force with a value, as text; rank and value are "null" if it has none. */
    private record Ranked(String rank, int of, String area, String value) {

        boolean isRanked() {
            return !rank.equals("null");
        }
    }

    /** The areas of forces, largest value first, then by code. */
    private static List<Ranked> ranking(String metric, String dimension, String day) {
        Set<String> forces = forces().collect(Collectors.toSet());
        List<Row> rows = observations(metric, dimension)
                .filter(row -> row.day().equals(day) && forces.contains(row.of("area")))
                .sorted(Comparator.<Row, BigDecimal>comparing(
                                row -> row.is("value", "") ? null : new BigDecimal(row.of("value")),
                                Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(row -> row.of("area")))
                .toList();
        List<BigDecimal> values = rows.stream()
                .filter(row -> !row.is("value", ""))
                .map(row -> new BigDecimal(row.of("value")))
                .toList();
        return rows.stream()
                .map(row -> new Ranked(
                        row.is("value", "") ? "null" : rank(new BigDecimal(row.of("value")), values),
                        values.size(),
                        row.of("area"),
                        row.value()))
                .toList();
    }

    private static String rank(BigDecimal value, List<BigDecimal> all) {
        return Long.toString(
                1 + all.stream().filter(other -> other.compareTo(value) > 0).count());
    }

    private static Map<String, String> ranks(String metric, String day) {
        return ranking(metric, "", day).stream().collect(Collectors.toMap(Ranked::area, Ranked::rank));
    }

    private static BigDecimal mean(List<String> values) {
        List<BigDecimal> numbers = numbers(values.stream());
        return numbers.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(numbers.size()), 3, RoundingMode.HALF_UP);
    }

    private static BigDecimal median(Stream<String> values) {
        List<BigDecimal> numbers = numbers(values);
        return numbers.get((numbers.size() - 1) / 2)
                .add(numbers.get(numbers.size() / 2))
                .divide(BigDecimal.valueOf(2));
    }

    private static List<BigDecimal> numbers(Stream<String> values) {
        return values.filter(value -> !value.equals("null"))
                .map(BigDecimal::new)
                .sorted()
                .toList();
    }
}
