package peel.page.force;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.error.Quotation;
import peel.page.ChartFile;
import peel.page.JudgmentCell;
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
import peel.page.QuestionName;
import peel.page.Words;
import peel.page.chart.HistoryStrip;
import peel.page.chart.Mark;
import peel.page.figure.MissingValue;
import peel.page.figure.UnitWords;

/** Everything about one force: {@code /forces/kent}. */
@Singleton
class ForcePage implements Page {

    /** More than the bundled dataset has of any force; bounds the page. */
    private static final int MOST_FIGURES = 100;

    /** The dimensions that are totals of a metric. */
    private static final Set<String> TOTALS = Set.of("Recorded crime (excluding fraud)", "Total recorded crime");

    private static final String SUGGESTIONS = " Did you mean ";
    private static final Pattern SUGGESTED = Pattern.compile("\"([a-z-]+)\"");

    private static final String OPERATION = """
            query Force($force: String!) {
              dataset { updatedAt }
              questions { code pillar wording graded cycle { code gradeScale { code } } }
              force(name: $force) {
                slug
                name
                aliases
                region
                onsCode
                regionalOrganisedCrimeUnit
                judgments {
                  JUDGMENT
                  contradiction
                  mayBeCarriedOver
                  question { code pillar wording cycle { code gradeScale { code } } }
                  revisions { state grade knownTo }
                  statedComparison { direction grade year agreement }
                  previous { grade question { cycle { code } } }
                  SOURCE
                }
                findings {
                  kind
                  text
                  wording
                  registerId
                  deadline
                  question { code pillar cycle { code } }
                  statuses { on status }
                  SOURCE
                }
                monitoring { event on precision SOURCE }
                peers(by: REGION) { slug name }
              }
              SERIES
              observations(filter: { area: [$force] }, first: 100, orderBy: NEWEST) {
                pageInfo { hasNextPage }
                nodes {
                  value
                  printed
                  missing
                  dimension
                  asAt
                  from
                  to
                  metric { code name unit }
                  comparator { value printed }
                  SOURCE
                }
              }
            }
            """.replace("SERIES", ForceSeries.SERIES)
            .concat(ForceSeries.FRAGMENT)
            .replace("JUDGMENT", JudgmentCell.FIELDS)
            .replace("SOURCE", PrintedPlace.FIELDS.strip());

    @Override
    public String name() {
        return "force";
    }

    @Override
    public String path() {
        return "/forces/:force";
    }

    @Override
    public PageRead read(PageAddress address) {
        return PageRead.of(OPERATION, Map.of("force", address.segment("force")));
    }

    @Override
    public PageView view(PageAddress address, PageData data) {
        @Nullable PageData force = data.optionalObject("force");
        if (force == null) {
            // An area that is no force: an unknown name has failed before.
            throw nothingAt(address, "");
        }
        return new View(address, data, force).page();
    }

    @Override
    public NoSuchPageException nothingAt(PageAddress address, String message) {
        String name = address.segment("force");
        List<PageLink> near = new ArrayList<>();
        int suggestions = message.lastIndexOf(SUGGESTIONS);
        if (suggestions >= 0) {
            SUGGESTED
                    .matcher(message.substring(suggestions))
                    .results()
                    .map(meant -> meant.group(1))
                    .forEach(slug -> near.add(new PageLink(slug, address.to("/forces/" + slug))));
        }
        near.add(new PageLink(
                "The force of a council or district with this name",
                address.to("/place?q=" + PageAddress.encode(name.replace('-', ' ')))));
        return new NoSuchPageException("There is no force \"%s\".".formatted(Quotation.of(name)), near);
    }

    private static boolean isTotal(PageData observation) {
        @Nullable String dimension = observation.optionalText("dimension");
        return dimension == null || TOTALS.contains(dimension);
    }

    /** One force as its page is made. */
    private static final class View {

        private final PageAddress address;
        private final PageData data;
        private final PageData force;
        private final Map<QuestionName, PageData> judgments = new HashMap<>();

        View(PageAddress address, PageData data, PageData force) {
            this.address = address;
            this.data = data;
            this.force = force;
            force.objects("judgments")
                    .forEach(judgment -> judgments.put(QuestionName.of(judgment.object("question")), judgment));
        }

        PageView page() {
            String name = Names.plain(force.text("name"));
            String latest = latestCycle();
            PageTable all = judgments();
            @Nullable ChartFile chart = chart(name);
            ForceView view = new ForceView(
                    lead(),
                    latest,
                    latest(latest),
                    chart == null ? "" : chart.element(),
                    history(),
                    figures("Latest figures", ForcePage::isTotal),
                    figures("Latest figures by kind", observation -> !isTotal(observation)),
                    data.object("observations").object("pageInfo").isTrue("hasNextPage"),
                    ForceSeries.of(address, data, force.text("slug")),
                    findings(),
                    monitoring(),
                    disputed(),
                    all,
                    force.objects("peers").stream()
                            .map(peer -> new PageLink(
                                    Names.plain(peer.text("name")),
                                    address.to("/forces/" + PageAddress.encode(peer.text("slug")))))
                            .toList(),
                    address.to("/compare?force=" + PageAddress.encode(force.text("slug"))));
            PageView page = PageView.of(
                    force.text("name"),
                    "How inspectors graded %s since 2014, with figures, findings and sources.".formatted(name),
                    ForceTemplates.force(view),
                    all);
            return chart == null ? page : page.with(chart);
        }

        private String lead() {
            List<String> aliases = force.texts("aliases");
            @Nullable String unit = force.optionalText("regionalOrganisedCrimeUnit");
            return "Region %s, ONS code %s%s.%s"
                    .formatted(
                            force.text("region"),
                            force.text("onsCode"),
                            unit == null ? "" : ", regional organised crime unit " + unit,
                            aliases.isEmpty() ? "" : " Also known as " + String.join(", ", aliases) + ".");
        }

        private String latestCycle() {
            // The codes of cycles begin with the year.
            return judgments.entrySet().stream()
                    .filter(entry -> !entry.getValue().isNull("grade"))
                    .map(entry -> entry.getKey().cycle())
                    .max(Comparator.naturalOrder())
                    .orElse("");
        }

        private PageTable latest(String cycle) {
            List<List<Cell>> rows = force.objects("judgments").stream()
                    .filter(judgment ->
                            QuestionName.of(judgment.object("question")).cycle().equals(cycle))
                    .map(judgment -> {
                        QuestionName question = QuestionName.of(judgment.object("question"));
                        PrintedPlace place = PrintedPlace.of(judgment);
                        return List.of(
                                Cell.code(
                                                question.code(),
                                                judgment.object("question").text("wording"))
                                        .linked(address.to(question.path())),
                                JudgmentCell.of(judgment).linked(place.link(address)),
                                place.titleCell().roomy(),
                                place.whereCell(address));
                    })
                    .toList();
            return new PageTable(
                    "Latest grades",
                    List.of(
                            Column.text("question", "Question"),
                            Column.text("grade", "Grade").withReasons(),
                            Column.text("source", "Source"),
                            Column.text("place", "Place in the source")),
                    rows);
        }

        /** One table for each scale of grades, a row for each question and a column for each cycle. */
        private List<PageTable> history() {
            Map<String, Set<String>> cyclesByScale = new LinkedHashMap<>();
            Map<String, Map<String, QuestionName>> questionsByScale = new LinkedHashMap<>();
            Set<QuestionName> asked = new LinkedHashSet<>();
            for (PageData question : data.objects("questions")) {
                QuestionName name = QuestionName.of(question);
                String scale = question.object("cycle").object("gradeScale").text("code");
                cyclesByScale
                        .computeIfAbsent(scale, key -> new LinkedHashSet<>())
                        .add(name.cycle());
                questionsByScale
                        .computeIfAbsent(scale, key -> new LinkedHashMap<>())
                        .putIfAbsent(name.words(), name);
                asked.add(name);
            }
            List<PageTable> tables = new ArrayList<>();
            cyclesByScale.forEach((scale, cycles) -> {
                List<Column> columns = new ArrayList<>();
                columns.add(Column.text("question", "Question"));
                cycles.forEach(cycle -> columns.add(
                        Column.text(PageAddress.cycleSegment(cycle), cycle).withReasons()));
                List<List<Cell>> rows = new ArrayList<>();
                for (QuestionName question :
                        questionsByScale.getOrDefault(scale, Map.of()).values()) {
                    List<Cell> row = new ArrayList<>();
                    row.add(Cell.text(question.words()));
                    boolean any = false;
                    for (String cycle : cycles) {
                        QuestionName one = new QuestionName(cycle, question.pillar(), question.code());
                        any |= judgments.containsKey(one);
                        row.add(
                                asked.contains(one)
                                        ? JudgmentCell.of(judgments.get(one)).linked(address.to(one.path()))
                                        : Cell.missing(Missing.NOT_ASKED));
                    }
                    if (any) {
                        rows.add(row);
                    }
                }
                if (!rows.isEmpty()) {
                    tables.add(new PageTable(
                            "Cycles %s to %s: %s"
                                    .formatted(
                                            cycles.iterator().next(),
                                            cycles.stream().reduce((a, b) -> b).orElse(""),
                                            scale.equals("PEEL4") ? "four grades" : "five grades"),
                            columns,
                            rows));
                }
            });
            return tables;
        }

        /** The overall questions, which most cycles have, and the areas since: as one picture. */
        private @Nullable ChartFile chart(String name) {
            Map<String, String> scales = new LinkedHashMap<>();
            data.objects("questions")
                    .forEach(question -> scales.putIfAbsent(
                            question.object("cycle").text("code"),
                            question.object("cycle").object("gradeScale").text("code")));
            List<String> cycles = scales.keySet().stream()
                    .filter(cycle -> judgments.keySet().stream()
                            .anyMatch(question -> question.cycle().equals(cycle)))
                    .toList();
            if (cycles.isEmpty()) {
                return null;
            }
            Map<String, QuestionName> questions = new LinkedHashMap<>();
            data.objects("questions").stream()
                    .map(QuestionName::of)
                    .filter(question ->
                            question.pillar() == null || question.code().equals("overall"))
                    .forEach(question -> questions.putIfAbsent(question.words(), question));
            List<HistoryStrip.Row> rows = new ArrayList<>();
            questions.forEach((words, question) -> {
                List<HistoryStrip.@Nullable Cell> cells = new ArrayList<>();
                boolean any = false;
                for (String cycle : cycles) {
                    QuestionName one = new QuestionName(cycle, question.pillar(), question.code());
                    boolean asked = data.objects("questions").stream()
                            .anyMatch(known -> QuestionName.of(known).equals(one));
                    cells.add(asked ? strip(one) : null);
                    any |= judgments.containsKey(one);
                }
                if (any) {
                    rows.add(new HistoryStrip.Row(words, cells));
                }
            });
            if (rows.isEmpty()) {
                return null;
            }
            return new ChartFile(
                    HistoryStrip.of(
                            "Grades of " + name + " by question and cycle",
                            cycles.stream()
                                    .map(cycle -> new HistoryStrip.Column(cycle, scales.getOrDefault(cycle, "")))
                                    .toList(),
                            rows),
                    "Grades of " + name,
                    "Source: the inspectorate (HMICFRS). Grades on the two sides of the dashed line are of different scales.");
        }

        private HistoryStrip.Cell strip(QuestionName question) {
            @Nullable PageData judgment = judgments.get(question);
            Mark mark = judgment == null
                    ? Mark.NOT_IN_DATA
                    : Mark.of(judgment.text("state"), judgment.optionalText("grade"));
            return new HistoryStrip.Cell(
                    mark,
                    judgment != null && !judgment.isNull("carriedOverFrom"),
                    judgment != null && judgment.objects("revisions").size() > 1,
                    null,
                    address.to(question.path()));
        }

        private PageTable judgments() {
            List<List<Cell>> rows = force.objects("judgments").stream()
                    .map(judgment -> {
                        QuestionName question = QuestionName.of(judgment.object("question"));
                        PrintedPlace place = PrintedPlace.of(judgment);
                        return List.of(
                                Cell.text(question.cycle()),
                                question.pillar() == null
                                        ? Cell.EMPTY
                                        : Cell.code(question.pillar(), Words.capitalised(question.pillar())),
                                Cell.text(question.code()).linked(address.to(question.path())),
                                JudgmentCell.of(judgment).linked(place.link(address)),
                                Cell.text(judgment.optionalText("note")),
                                place.titleCell().roomy(),
                                place.whereCell(address));
                    })
                    .toList();
            return new PageTable(
                    "All judgments of " + force.text("name"),
                    List.of(
                            Column.text("cycle", "Cycle"),
                            Column.text("pillar", "Pillar"),
                            Column.text("question", "Question"),
                            Column.text("grade", "Grade").withReasons(),
                            Column.text("note", "Note"),
                            Column.text("source", "Source"),
                            Column.text("place", "Place in the source")),
                    rows);
        }

        private @Nullable PageTable figures(String title, Predicate<PageData> shown) {
            Map<String, PageData> newest = new LinkedHashMap<>();
            for (PageData observation : data.object("observations").objects("nodes")) {
                String key = observation.object("metric").text("code") + "\n" + observation.optionalText("dimension");
                newest.putIfAbsent(key, observation);
            }
            List<List<Cell>> rows = newest.values().stream()
                    .limit(MOST_FIGURES)
                    .filter(shown)
                    .sorted(Comparator.comparing((PageData observation) ->
                                    observation.object("metric").text("name"))
                            .thenComparing(observation -> String.valueOf(observation.optionalText("dimension"))))
                    .map(this::figure)
                    .toList();
            return rows.isEmpty()
                    ? null
                    : new PageTable(
                            title,
                            List.of(
                                    Column.text("metric", "Figure"),
                                    Column.text("dimension", "Of"),
                                    Column.text("unit", "Unit"),
                                    Column.date("date", "Date or end of period"),
                                    Column.number("value", "Value", null).withReasons(),
                                    Column.number("england_and_wales", "England and Wales", null)
                                            .withReasons(),
                                    Column.text("source", "Source"),
                                    Column.text("place", "Place in the source")),
                            rows);
        }

        private List<Cell> figure(PageData observation) {
            PageData metric = observation.object("metric");
            @Nullable String dimension = observation.optionalText("dimension");
            @Nullable String date =
                    observation.isNull("asAt") ? observation.optionalText("to") : observation.optionalText("asAt");
            String to = "/figures/" + PageAddress.encode(metric.text("code")) + "?force="
                    + PageAddress.encode(force.text("slug"))
                    + (dimension == null ? "" : "&dimension=" + PageAddress.encode(dimension));
            PrintedPlace place = PrintedPlace.of(observation);
            @Nullable PageData comparator = observation.optionalObject("comparator");
            return List.of(
                    Cell.code(metric.text("code"), metric.text("name")).linked(address.to(to)),
                    Cell.text(dimension),
                    Cell.code(metric.text("unit"), UnitWords.of(metric.text("unit"))),
                    Cell.text(date),
                    value(observation.decimal("value"), observation.optionalText("missing"))
                            .linked(place.link(address)),
                    comparator == null ? Cell.missing(Missing.NOT_IN_DATA) : value(comparator.decimal("value"), null),
                    place.titleCell().roomy(),
                    place.whereCell(address));
        }

        private static Cell value(@Nullable BigDecimal value, @Nullable String missing) {
            return value == null ? MissingValue.cell(missing) : Cell.number(value);
        }

        private @Nullable PageTable findings() {
            List<List<Cell>> rows = force.objects("findings").stream()
                    .map(finding -> {
                        QuestionName question = QuestionName.of(finding.object("question"));
                        PrintedPlace place = PrintedPlace.of(finding);
                        List<PageData> statuses = finding.objects("statuses");
                        @Nullable PageData status = statuses.isEmpty() ? null : statuses.get(statuses.size() - 1);
                        return List.of(
                                Cell.text(question.cycle()),
                                Cell.code(finding.text("kind"), Words.capitalised(finding.text("kind"))),
                                Cell.text(question.words()).linked(address.to(question.path())),
                                Cell.text(finding.text("text")).roomy(),
                                Cell.code(finding.text("wording"), wording(finding.text("wording"))),
                                status == null
                                        ? Cell.EMPTY
                                        : Cell.code(
                                                status.text("status"),
                                                Words.capitalised(status.text("status")) + " on " + status.text("on")),
                                Cell.text(finding.optionalText("deadline")),
                                place.titleCell().roomy(),
                                place.whereCell(address));
                    })
                    .toList();
            return rows.isEmpty()
                    ? null
                    : new PageTable(
                            "Findings",
                            List.of(
                                    Column.text("cycle", "Cycle"),
                                    Column.text("kind", "Kind"),
                                    Column.text("question", "Question"),
                                    Column.text("text", "Finding"),
                                    Column.text("wording", "Wording"),
                                    Column.text("status", "Status"),
                                    Column.text("deadline", "Deadline"),
                                    Column.text("source", "Source"),
                                    Column.text("place", "Place in the source")),
                            rows);
        }

        private static String wording(String wording) {
            return switch (wording) {
                case "PRINTED" -> "as printed";
                case "SUMMARISED" -> "our summary";
                default -> "our note";
            };
        }

        private @Nullable PageTable monitoring() {
            List<List<Cell>> rows = force.objects("monitoring").stream()
                    .map(event -> {
                        PrintedPlace place = PrintedPlace.of(event);
                        return List.of(
                                Cell.code(event.text("event"), Words.capitalised(event.text("event"))),
                                event.isNull("on")
                                        ? Cell.missing(Missing.NOT_IN_DATA)
                                        : Cell.code(event.text("on"), date(event.text("on"), event.text("precision"))),
                                place.titleCell().roomy(),
                                place.whereCell(address));
                    })
                    .toList();
            return rows.isEmpty()
                    ? null
                    : new PageTable(
                            "Moves into and out of enhanced monitoring that we know of",
                            List.of(
                                    Column.text("event", "Event"),
                                    Column.date("date", "Date").withReasons(),
                                    Column.text("source", "Source"),
                                    Column.text("place", "Place in the source")),
                            rows);
        }

        private static String date(String date, String precision) {
            return switch (precision) {
                case "YEAR" -> date.substring(0, 4);
                case "MONTH" -> date.substring(0, 7);
                default -> date;
            };
        }

        private List<String> disputed() {
            List<String> lines = new ArrayList<>();
            for (PageData judgment : force.objects("judgments")) {
                QuestionName question = QuestionName.of(judgment.object("question"));
                String where = question.words() + ", " + question.cycle() + ": ";
                List<PageData> revisions = judgment.objects("revisions");
                if (revisions.size() > 1) {
                    lines.add(where + "the grade was corrected. Versions, oldest first: "
                            + revisions.stream().map(View::version).collect(Collectors.joining("; ")) + ".");
                }
                if (!judgment.isNull("contradiction")) {
                    lines.add(where + judgment.text("contradiction"));
                }
                @Nullable PageData stated = judgment.optionalObject("statedComparison");
                if (stated != null && stated.text("agreement").equals("DISAGREES")) {
                    lines.add(where + disagreement(judgment, stated));
                }
                if (judgment.isTrue("mayBeCarriedOver")) {
                    lines.add(where
                            + "the grade may be that of an earlier cycle; the source does not say when it was given.");
                }
            }
            return lines;
        }

        private static String version(PageData revision) {
            String grade = JudgmentWords.of(revision);
            return revision.isNull("knownTo")
                    ? grade + " (current)"
                    : grade + " (until " + revision.text("knownTo") + ")";
        }

        private static String disagreement(PageData judgment, PageData stated) {
            @Nullable PageData previous = judgment.optionalObject("previous");
            String said = stated.isNull("grade")
                    ? "the report states the change \""
                            + Words.capitalised(stated.text("direction")).toLowerCase(Locale.ROOT) + "\""
                    : "the report states that the earlier grade was " + JudgmentWords.grade(stated.text("grade"));
            return previous == null || previous.isNull("grade")
                    ? said + ", which differs from the stored one."
                    : said + "; the stored grade of cycle "
                            + previous.object("question").object("cycle").text("code") + " is "
                            + JudgmentWords.grade(previous.text("grade")) + ".";
        }
    }
}
