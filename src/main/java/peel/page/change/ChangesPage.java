package peel.page.change;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import peel.page.BadAddressException;
import peel.page.ChartFile;
import peel.page.Missing;
import peel.page.Names;
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
import peel.page.change.ChangeView.Choice;
import peel.page.chart.ChangeBars;
import peel.page.chart.Chart;
import peel.page.feed.ChangeLog;

/**
 * What got better, worse or was corrected: of all cycles in numbers, {@code /changes}, of one cycle against an earlier one,
 * {@code /changes?cycle=2018-19&since=2016}, or since a date, {@code /changes?date=2024-01-01}.
 */
@Singleton
class ChangesPage implements Page {

    private static final List<String> PILLARS = List.of("EFFECTIVENESS", "EFFICIENCY", "LEGITIMACY", "LEADERSHIP");

    private static final List<String> DIRECTIONS = List.of("IMPROVED", "UNCHANGED", "DETERIORATED", "NOT_COMPARABLE");

    /** Later ones are written with a sign. */
    private static final int LAST_YEAR = 9999;

    private static final String COUNTS = """
            query Changes($pillar: [Pillar!]) {
              dataset { updatedAt }
              cycles { code }
              counts: judgmentCounts(by: [CYCLE], filter: { pillar: $pillar }) {
                cycle { code }
                judgments
                byChange { direction judgments forces }
              }
              corrected: judgments(filter: { pillar: $pillar, corrected: true }, last: 20, orderBy: PUBLISHED) {
                totalCount
                nodes { ...corrected }
              }
              log: changes(first: 20) { ...logged }
            }
            """;

    private static final String CORRECTED = """

            fragment corrected on Judgment {
              id
              force { slug name }
              question { code wording pillar cycle { code } }
              revisions { state grade knownFrom knownTo note SOURCE }
            }

            fragment logged on DatasetChangeConnection {
              pageInfo { hasNextPage }
              nodes { LOGGED }
            }
            """.replace("LOGGED", ChangeLog.FIELDS.strip());

    private static final String COUNTS_BY_FORCE = """
            dataset { updatedAt }
            cycles { code }
            counts: judgmentCounts(
              by: [FORCE]
              filter: { cycle: $cycle, since: $since, pillar: $pillar, publishedFrom: $date }
            ) { force { name } byChange { direction judgments } }
            """.indent(2).strip();

    private static final String LISTS = """
            query ChangesOf(
              $cycle: [String!]
              $since: String
              $pillar: [Pillar!]
              $date: Date
              $imported: String
              $first: Int
              $last: Int
              $order: JudgmentOrder
              $corrected: Int
            ) {
              COUNTS
              changed: judgments(
                filter: { cycle: $cycle, since: $since, pillar: $pillar, publishedFrom: $date, change: [IMPROVED, DETERIORATED] }
                first: $first
                last: $last
                orderBy: $order
              ) { nodes { ...changed } }
              corrected: judgments(
                filter: { cycle: $cycle, pillar: $pillar, correctedFrom: $date, corrected: true }
                last: $corrected
                orderBy: PUBLISHED
              ) { totalCount nodes { ...corrected } }
              log: changes(since: $imported, filter: { cycle: $cycle }, first: 20) { ...logged }
            }
            """.replace("COUNTS", COUNTS_BY_FORCE);

    /** For files, which have all changes, however many lists that takes. */
    private static final String FILE = """
            query AllChangesOf($cycle: [String!], $since: String, $pillar: [Pillar!], $date: Date) {
              COUNTS
              LISTS
            }
            """.replace("COUNTS", COUNTS_BY_FORCE);

    private static final String FILE_LIST = """
              NAME: judgments(
                filter: { cycle: $cycle, since: $since, pillar: PILLAR, publishedFrom: $date, change: CHANGE }
                END: 100
                orderBy: NEWEST_CYCLE
              ) { nodes { ...changed } }
            """;

    private static final String CHANGED = """

            fragment changed on Judgment {
              id
              force { slug name }
              question { code wording pillar cycle { code } }
              grade
              knownFrom
              change(since: $since) { steps earlier { grade question { cycle { code } } SOURCE } }
              SOURCE
            }
            """;

    private static final String COUNTS_OPERATION = withSources(COUNTS + CORRECTED);
    private static final String LISTS_OPERATION = withSources(LISTS + CHANGED + CORRECTED);
    private static final String FILE_OPERATION = withSources(FILE + CHANGED);

    /** How many changes a page lists that shows those since a date: all of them take more than 30 ms. */
    private static final int NEWEST = 50;

    private static final int NEWEST_CORRECTED = 20;

    private static final int LARGEST_LIST = 100;

    private static String withSources(String operation) {
        return operation.replace("SOURCE", PrintedPlace.FIELDS.strip());
    }

    /**
     * The lists of a file by their names. A list has at most 100 judgments, and an operation at most 20 lists: of all cycles,
     * both ends of what got better and of what got worse in each pillar, and one end of all, where the cycles without
     * pillars are.
     */
    private static Map<String, String> fileLists(Choices choices) {
        Map<String, String> lists = new LinkedHashMap<>();
        if (choices.pillar != null || choices.cycle != null) {
            addFileLists(lists, "ALL", "$pillar");
        } else {
            PILLARS.forEach(pillar -> addFileLists(lists, pillar, pillar));
            lists.put("others", fileList("others", "$pillar", "[IMPROVED, DETERIORATED]", "first"));
        }
        return lists;
    }

    private static void addFileLists(Map<String, String> lists, String what, String pillar) {
        for (String change : List.of("IMPROVED", "DETERIORATED")) {
            for (String end : List.of("first", "last")) {
                String name = end + Words.capitalised(change) + Words.capitalised(what);
                lists.put(name, fileList(name, pillar, change, end));
            }
        }
    }

    private static String fileList(String name, String pillar, String change, String end) {
        return FILE_LIST
                .replace("NAME", name)
                .replace("PILLAR", pillar)
                .replace("CHANGE", change)
                .replace("END", end);
    }

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public String path() {
        return "/changes";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("cycle", "since", "pillar", "date");
    }

    @Override
    public PageRead read(PageAddress address) {
        Choices choices = Choices.of(address);
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("pillar", choices.pillar == null ? null : List.of(choices.pillar));
        if (choices.isAll()) {
            return PageRead.of(COUNTS_OPERATION, variables);
        }
        variables.put("cycle", choices.cycle == null ? null : List.of(choices.cycle));
        variables.put("since", choices.since);
        variables.put("date", choices.date);
        if (isFile(address)) {
            String lists = String.join("", fileLists(choices).values());
            return PageRead.of(FILE_OPERATION.replace("LISTS", lists.strip()), variables);
        }
        variables.put("imported", choices.date);
        boolean dated = choices.date != null;
        variables.put("first", dated ? null : LARGEST_LIST);
        variables.put("last", dated ? NEWEST : null);
        variables.put("order", dated ? "PUBLISHED" : null);
        variables.put("corrected", dated ? NEWEST_CORRECTED : LARGEST_LIST);
        return PageRead.of(LISTS_OPERATION, variables);
    }

    private static boolean isFile(PageAddress address) {
        return address.form() == PageForm.CSV || address.form() == PageForm.JSON;
    }

    /** What the address asks for. */
    private record Choices(
            @Nullable String cycle,
            @Nullable String since,
            @Nullable String pillar,
            @Nullable String date) {

        static Choices of(PageAddress address) {
            @Nullable String cycle = address.parameter("cycle");
            @Nullable String since = address.parameter("since");
            @Nullable String pillar = address.parameter("pillar");
            @Nullable String date = address.parameter("date");
            if (since != null && cycle == null) {
                throw new BadAddressException(
                        "The parameter \"since\" names the earlier cycle. It needs \"cycle\", the later one:"
                                + " cycle=2018-19&since=2016.");
            }
            if (pillar != null && !PILLARS.contains(pillar.toUpperCase(Locale.ROOT))) {
                throw new BadAddressException("The parameter \"pillar\" is \"%s\". It must be one of: %s."
                        .formatted(pillar, String.join(", ", PILLARS).toLowerCase(Locale.ROOT)));
            }
            if (date != null) {
                try {
                    LocalDate day = LocalDate.parse(date);
                    if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
                        throw new DateTimeException("out of range");
                    }
                    date = day.toString();
                } catch (DateTimeException e) {
                    throw new BadAddressException(
                            "The parameter \"date\" is \"%s\". It must be a date such as 2024-01-31.".formatted(date));
                }
            }
            return new Choices(
                    cycle == null ? null : PageAddress.cycleCode(cycle),
                    since == null ? null : PageAddress.cycleCode(since),
                    pillar == null ? null : pillar.toUpperCase(Locale.ROOT),
                    date);
        }

        /** Whether the changes of all cycles are asked for, which are counted but not listed. */
        boolean isAll() {
            return cycle == null && date == null;
        }
    }

    @Override
    public PageView view(PageAddress address, PageData data) {
        Choices choices = Choices.of(address);
        List<String> cycles =
                data.objects("cycles").stream().map(cycle -> cycle.text("code")).toList();
        if (choices.since != null && cycles.indexOf(choices.since) >= cycles.indexOf(choices.cycle)) {
            throw new BadAddressException(
                    "The cycle %s is not earlier than %s. The parameter \"since\" must name an earlier cycle than \"cycle\"."
                            .formatted(choices.since, choices.cycle));
        }
        return choices.isAll() ? counts(address, choices, data) : lists(address, choices, data);
    }

    private static PageView counts(PageAddress address, Choices choices, PageData data) {
        List<Column> columns = List.of(
                Column.text("cycle", "Cycle"),
                Column.integer("improved", "Better").withReasons(),
                Column.integer("unchanged", "The same"),
                Column.integer("deteriorated", "Worse"),
                Column.integer("not_comparable", "Not comparable"),
                Column.integer("judgments", "Judgments"));
        List<List<Cell>> rows = new ArrayList<>();
        List<ChangeBars.Bar> bars = new ArrayList<>();
        for (PageData count : data.objects("counts")) {
            Map<String, Integer> byChange = byChange(count);
            String cycle = count.object("cycle").text("code");
            String to = address.to("/changes?cycle=" + PageAddress.encode(PageAddress.cycleSegment(cycle))
                    + (choices.pillar == null ? "" : "&pillar=" + choices.pillar.toLowerCase(Locale.ROOT)));
            List<Cell> row = new ArrayList<>(List.of(Cell.text(cycle).linked(to)));
            boolean held = count.integer("judgments") > 0;
            DIRECTIONS.forEach(direction -> row.add(
                    held ? Cell.integer(byChange.getOrDefault(direction, 0)) : Cell.missing(Missing.NOT_IN_DATA)));
            row.add(Cell.integer(count.integer("judgments")));
            rows.add(row);
            if (held) {
                bars.add(new ChangeBars.Bar(
                        cycle, byChange.getOrDefault("IMPROVED", 0), byChange.getOrDefault("DETERIORATED", 0), to));
            }
        }
        Collections.reverse(rows);
        Collections.reverse(bars);
        PageTable table = new PageTable("Judgments by how they changed since the earlier grade", columns, rows);
        return page(
                address,
                choices,
                data,
                "What changed",
                List.of("Each judgment is compared with the latest earlier grade of the force on a comparable question."
                        + " Choose a cycle to see who got better and who got worse."),
                bars.isEmpty()
                        ? null
                        : ChangeBars.of(
                                "Judgments that got better or worse, by cycle. The table has the numbers.", bars),
                List.of(table, corrections(address, data), log(address, data)));
    }

    private static PageView lists(PageAddress address, Choices choices, PageData data) {
        List<PageData> changed = isFile(address)
                ? changedOfFile(choices, data)
                : data.object("changed").objects("nodes");
        if (choices.date != null) {
            // Those of one day stay in the order of their forces.
            changed.sort(Comparator.comparing((PageData judgment) -> judgment.text("knownFrom"))
                    .reversed());
        }
        PageTable changes = changes(address, changed);
        List<ChangeBars.Bar> bars = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        for (PageData group : data.objects("counts")) {
            Map<String, Integer> ofForce = byChange(group);
            ofForce.forEach((direction, judgments) -> counts.merge(direction, judgments, Integer::sum));
            int better = ofForce.getOrDefault("IMPROVED", 0);
            int worse = ofForce.getOrDefault("DETERIORATED", 0);
            if (better + worse > 0) {
                bars.add(new ChangeBars.Bar(Names.plain(group.object("force").text("name")), better, worse, null));
            }
        }
        // Those that got better most at the top, those that got worse most at the bottom.
        bars.sort(Comparator.comparingInt((ChangeBars.Bar bar) -> bar.worse() - bar.better())
                .thenComparing(ChangeBars.Bar::name));
        int improved = counts.getOrDefault("IMPROVED", 0);
        int deteriorated = counts.getOrDefault("DETERIORATED", 0);
        List<String> summary = new ArrayList<>();
        summary.add("Better: %d. Worse: %d. The same: %d. Not comparable: %d."
                .formatted(
                        improved,
                        deteriorated,
                        counts.getOrDefault("UNCHANGED", 0),
                        counts.getOrDefault("NOT_COMPARABLE", 0)));
        summary.add(
                choices.since == null
                        ? "Each judgment is compared with the latest earlier grade of the force on a comparable question."
                        : "Judgments of %s are compared with those of %s on comparable questions."
                                .formatted(choices.cycle, choices.since));
        boolean complete = changes.rows().size() >= improved + deteriorated;
        if (!complete && isFile(address)) {
            throw new BadAddressException(
                    "There are %d changes, but a file can have %d of them. Choose a cycle, a pillar or a later date."
                            .formatted(improved + deteriorated, changes.rows().size()));
        }
        if (!complete) {
            summary.add("The table has the %s %d of %d changes; the CSV and JSON files of this page have all of them."
                    .formatted(
                            choices.date == null ? "first" : "most recently published",
                            changes.rows().size(),
                            improved + deteriorated));
        }
        String title = "What changed"
                + (choices.cycle == null ? "" : " in " + choices.cycle)
                + (choices.since == null ? "" : " since " + choices.since)
                + (choices.date == null
                        ? ""
                        : (choices.cycle == null ? " since " : ", published since ") + choices.date);
        String label = "Judgments that got better or worse, by force. "
                + (complete ? "The table names them." : "The CSV file of this page names them.");
        return page(
                address,
                choices,
                data,
                title,
                summary,
                bars.isEmpty() ? null : ChangeBars.of(label, bars),
                List.of(changes, corrections(address, data), log(address, data)));
    }

    private static PageView page(
            PageAddress address,
            Choices choices,
            PageData data,
            String title,
            List<String> summary,
            @Nullable Chart chart,
            List<PageTable> tables) {
        String ofPillar = choices.pillar == null ? "" : ", " + choices.pillar.toLowerCase(Locale.ROOT);
        List<String> cycles =
                data.objects("cycles").stream().map(cycle -> cycle.text("code")).toList();
        ChangeView changes = new ChangeView(
                choices(cycles, choices.cycle, "all"),
                choices(cycles, choices.since, "the latest earlier grade"),
                pillars(choices.pillar),
                choices.date == null ? "" : choices.date,
                summary,
                chart == null ? "" : chart.inPage(),
                tables.get(0),
                tables.get(1),
                leftOut(data),
                tables.get(2),
                data.has("log") && data.object("log").object("pageInfo").isTrue("hasNextPage"),
                address.to("/data"),
                List.of(
                        new PageLink("All changes", address.to("/feeds/changes")),
                        new PageLink("Atom", address.to("/feeds/changes.atom")),
                        new PageLink("JSON Feed", address.to("/feeds/changes.json")),
                        new PageLink("By import", address.to("/data#imports"))));
        PageView view = new PageView(
                title + ofPillar,
                "Which police forces got better or worse grades, and which grades were corrected.",
                ChangeTemplates.changes(changes),
                tables,
                null);
        return chart == null
                ? view
                : view.with(new ChartFile(chart, title + ofPillar, "Source: the inspectorate (HMICFRS)."));
    }

    private static List<Choice> choices(List<String> cycles, @Nullable String chosen, String none) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", none, chosen == null));
        for (String cycle : cycles) {
            choices.add(new Choice(PageAddress.cycleSegment(cycle), cycle, cycle.equals(chosen)));
        }
        return choices;
    }

    private static List<Choice> pillars(@Nullable String chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", "all", chosen == null));
        for (String pillar : PILLARS) {
            choices.add(new Choice(pillar.toLowerCase(Locale.ROOT), Words.capitalised(pillar), pillar.equals(chosen)));
        }
        return choices;
    }

    private static PageTable changes(PageAddress address, List<PageData> changed) {
        List<Column> columns = List.of(
                Column.text("force", "Force"),
                Column.text("change", "Change"),
                Column.integer("steps", "Grades"),
                Column.text("earlier_grade", "Before"),
                Column.text("earlier_cycle", "Cycle"),
                Column.text("grade", "Now"),
                Column.text("cycle", "Cycle"),
                Column.text("pillar", "Pillar"),
                Column.text("question", "Question"),
                Column.date("published", "Published"),
                Column.text("publication", "Source"),
                Column.text("where", "Where"),
                Column.text("address", "Address"));
        List<List<Cell>> rows = new ArrayList<>();
        for (boolean better : List.of(false, true)) {
            for (PageData judgment : changed) {
                PageData change = judgment.object("change");
                PageData earlier = change.object("earlier");
                PageData question = judgment.object("question");
                PrintedPlace place = PrintedPlace.of(judgment);
                int steps = change.integer("steps");
                if (steps > 0 != better) {
                    continue;
                }
                rows.add(List.of(
                        force(address, judgment),
                        Cell.code(better ? "IMPROVED" : "DETERIORATED", steps > 0 ? "▲ better" : "▼ worse"),
                        new Cell(steps, (steps > 0 ? "+" : "\u2212") + Math.abs(steps), null, null, null, null),
                        Cell.grade(earlier.text("grade"))
                                .linked(PrintedPlace.of(earlier).link(address)),
                        Cell.text(earlier.object("question").object("cycle").text("code"))
                                .unbroken(),
                        Cell.grade(judgment.text("grade")).linked(place.link(address)),
                        Cell.text(question.object("cycle").text("code")).unbroken(),
                        question.isNull("pillar")
                                ? Cell.EMPTY
                                : Cell.code(question.text("pillar"), Words.capitalised(question.text("pillar"))),
                        Cell.code(question.text("code"), question.text("wording"))
                                .roomy(),
                        Cell.text(judgment.optionalText("knownFrom")),
                        place.titleCell().roomy(),
                        place.whereCell(address),
                        place.addressCell()));
            }
        }
        return new PageTable("Grades that got worse or better", columns, rows);
    }

    /** The numbers of a group's judgments by direction. */
    private static Map<String, Integer> byChange(PageData group) {
        Map<String, Integer> counts = new HashMap<>();
        group.objects("byChange").forEach(count -> counts.put(count.text("direction"), count.integer("judgments")));
        return counts;
    }

    /** All judgments that changed, by the order of the lists, which overlap. */
    private static List<PageData> changedOfFile(Choices choices, PageData data) {
        Map<String, PageData> all = new LinkedHashMap<>();
        for (String list : fileLists(choices).keySet()) {
            for (PageData judgment : data.object(list).objects("nodes")) {
                all.putIfAbsent(judgment.text("id"), judgment);
            }
        }
        return new ArrayList<>(all.values());
    }

    private static Cell force(PageAddress address, PageData judgment) {
        PageData force = judgment.object("force");
        return Cell.code(force.text("slug"), Names.plain(force.text("name")))
                .linked(address.to("/forces/" + force.text("slug")));
    }

    /** The objects of a list, none in a file, which is of another list. */
    private static List<PageData> nodes(PageData data, String list) {
        return data.has(list) ? data.object(list).objects("nodes") : List.of();
    }

    /** How many corrected judgments the page does not list. */
    private static int leftOut(PageData data) {
        return data.has("corrected")
                ? data.object("corrected").integer("totalCount")
                        - nodes(data, "corrected").size()
                : 0;
    }

    private static PageTable log(PageAddress address, PageData data) {
        return ChangeLog.ofObjects(address, "What imports changed in our data, the newest first", nodes(data, "log"));
    }

    private static String correctedOn(PageData judgment) {
        return judgment.objects("revisions").stream()
                .map(version -> version.optionalText("knownTo"))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    /** Each version of a corrected judgment in a row of its own. */
    private static PageTable corrections(PageAddress address, PageData data) {
        List<Column> columns = List.of(
                Column.text("force", "Force"),
                Column.text("cycle", "Cycle"),
                Column.text("pillar", "Pillar"),
                Column.text("question", "Question"),
                Column.text("grade", "Grade").withReasons(),
                Column.date("known_from", "Published"),
                Column.date("known_to", "Replaced"),
                Column.text("note", "Note"),
                Column.text("publication", "Source"));
        List<List<Cell>> rows = new ArrayList<>();
        List<PageData> newestFirst = nodes(data, "corrected").stream()
                .sorted(Comparator.comparing(ChangesPage::correctedOn).reversed())
                .toList();
        for (PageData judgment : newestFirst) {
            PageData question = judgment.object("question");
            for (PageData version : judgment.objects("revisions")) {
                rows.add(List.of(
                        force(address, judgment),
                        Cell.text(question.object("cycle").text("code")).unbroken(),
                        question.isNull("pillar")
                                ? Cell.EMPTY
                                : Cell.code(question.text("pillar"), Words.capitalised(question.text("pillar"))),
                        Cell.code(question.text("code"), question.text("wording"))
                                .roomy(),
                        version.isNull("grade")
                                ? Cell.missing(
                                        version.text("state"),
                                        Words.capitalised(version.text("state")),
                                        Missing.NOT_GRADED)
                                : Cell.grade(version.text("grade")),
                        Cell.text(version.optionalText("knownFrom")),
                        Cell.text(version.optionalText("knownTo")),
                        Cell.text(version.optionalText("note")).roomy(),
                        PrintedPlace.of(version).titleCell()));
            }
        }
        return new PageTable("Judgments that were corrected, with all their versions", columns, rows);
    }
}
