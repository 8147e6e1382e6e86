package peel.page.national;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.error.Quotation;
import peel.page.BadAddressException;
import peel.page.ChartFile;
import peel.page.Choice;
import peel.page.JudgmentCell;
import peel.page.Names;
import peel.page.Page;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageRead;
import peel.page.PageTable;
import peel.page.PageTable.Cell;
import peel.page.PageTable.Column;
import peel.page.PageView;
import peel.page.PrintedPlace;
import peel.page.QuestionName;
import peel.page.chart.GradeBars.Count;
import peel.page.chart.Mark;
import peel.page.chart.SmallMap;
import peel.page.chart.TileMap;
import peel.page.chart.TileMap.Tile;
import peel.page.national.NationalView.Meaning;
import peel.page.national.NationalView.SmallPicture;
import peel.question.Pillar;

/** How all forces were graded on one question of one cycle: {@code /}. */
@Singleton
class NationalPage implements Page {

    /** A cycle is the default only if this many forces have a judgment. */
    private static final int MOSTLY_COVERED = 40;

    private static final String USUAL_PILLAR = "EFFECTIVENESS";
    private static final String USUAL_QUESTION = "overall";

    private static final String OPERATION =
            """
            query National($cycle: String, $pillar: Pillar, $question: String) {
              dataset {
                updatedAt
                coverage { cycle { code } pillar forces forcesGraded }
              }
              judgmentCounts(by: [QUESTION]) {
                forces
                judgments
                byGrade { grade judgments }
                byState { state judgments }
                question { id code pillar wording graded cycle { code } }
              }
              forces(first: 100, orderBy: NAME) {
                nodes {
                  slug
                  name
                  region
                  judgments(cycle: $cycle, pillar: $pillar, question: $question) {
                    JUDGMENT
                    question { code pillar cycle { code } }
                    SOURCE
                  }
                  all: judgments(cycle: $cycle) { state grade question { id } }
                }
              }
            }
            """.replace("JUDGMENT", JudgmentCell.FIELDS).replace("SOURCE", PrintedPlace.FIELDS.strip());

    private static final List<Column> COLUMNS = List.of(
            Column.text("force", "Force"),
            Column.text("grade", "Grade").withReasons(),
            Column.text("region", "Region"),
            Column.text("source", "Source"),
            Column.text("place", "Place in the source"));

    @Override
    public String name() {
        return "national";
    }

    @Override
    public String path() {
        return "/";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("cycle", "pillar", "question");
    }

    @Override
    public PageRead read(PageAddress address) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        @Nullable String cycle = cycle(address);
        @Nullable String question = address.parameter("question");
        @Nullable String pillar = pillar(address);
        if (question == null && pillar != null) {
            question = USUAL_QUESTION;
        }
        if (cycle == null && question == null) {
            question = USUAL_QUESTION;
            pillar = USUAL_PILLAR;
        }
        variables.put("cycle", cycle);
        variables.put("pillar", pillar);
        variables.put("question", question);
        return PageRead.of(OPERATION, variables);
    }

    private static @Nullable String cycle(PageAddress address) {
        @Nullable String segment = address.parameter("cycle");
        return segment == null ? null : PageAddress.cycleCode(segment);
    }

    private static @Nullable String pillar(PageAddress address) {
        @Nullable String given = address.parameter("pillar");
        if (given == null) {
            return null;
        }
        String pillar = given.toUpperCase(Locale.ROOT);
        if (Arrays.stream(Pillar.values()).noneMatch(known -> known.name().equals(pillar))) {
            throw new BadAddressException("The parameter \"pillar\" is \"%s\". It must be one of: %s."
                    .formatted(
                            Quotation.of(given),
                            Arrays.stream(Pillar.values())
                                    .map(known -> known.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", "))));
        }
        return pillar;
    }

    @Override
    public PageView view(PageAddress address, PageData data) {
        List<PageData> counts = data.objects("judgmentCounts");
        if (counts.stream().allMatch(count -> count.integer("judgments") == 0)) {
            return PageView.of("National picture", "How police forces were graded.", NationalTemplates.empty());
        }
        return new View(address, data, counts).page();
    }

    /** Another question of the cycle, and the tiles of its map. */
    private record OtherQuestion(PageData count, List<SmallMap.Tile> tiles) {}

    /** One picture as it is made. */
    private static final class View {

        private final PageAddress address;
        private final PageData data;
        private final List<PageData> counts;
        private final PageData chosen;
        private final QuestionName question;

        View(PageAddress address, PageData data, List<PageData> counts) {
            this.address = address;
            this.data = data;
            this.counts = counts;
            this.chosen = chosen();
            this.question = nameOf(chosen);
        }

        private static QuestionName nameOf(PageData count) {
            return QuestionName.of(count.object("question"));
        }

        private PageData chosen() {
            @Nullable String cycle = cycle(address);
            @Nullable String code = address.parameter("question");
            @Nullable String pillar = pillar(address);
            List<PageData> inCycle = counts.stream()
                    .filter(count -> cycle == null || nameOf(count).cycle().equals(cycle))
                    .toList();
            if (inCycle.isEmpty()) {
                throw new BadAddressException("The parameter \"cycle\" is \"%s\". It must be one of: %s."
                        .formatted(Quotation.of(String.valueOf(cycle)), String.join(", ", cycleSegments())));
            }
            if (code == null && pillar == null) {
                return usual(inCycle);
            }
            String wanted = code == null ? USUAL_QUESTION : code;
            QuestionName like = new QuestionName("", pillar, wanted);
            return newest(inCycle.stream()
                            .filter(count -> nameOf(count).isLike(like))
                            .toList())
                    .orElseThrow(() -> new BadAddressException("There is no question \"%s\"%s. The questions are: %s."
                            .formatted(
                                    Quotation.of(wanted),
                                    pillar == null
                                            ? " without a pillar"
                                            : " of the pillar " + pillar.toLowerCase(Locale.ROOT),
                                    inCycle.stream()
                                            .map(count -> nameOf(count).words())
                                            .distinct()
                                            .collect(Collectors.joining("; ")))));
        }

        private List<String> cycleSegments() {
            return counts.stream()
                    .map(count -> PageAddress.cycleSegment(nameOf(count).cycle()))
                    .distinct()
                    .toList();
        }

        /** Overall effectiveness or, where it was not asked, the question with the most judgments. */
        private static PageData usual(List<PageData> inCycle) {
            QuestionName usual = new QuestionName("", USUAL_PILLAR, USUAL_QUESTION);
            return newest(inCycle.stream()
                            .filter(count -> nameOf(count).isLike(usual))
                            .toList())
                    .orElseGet(() -> inCycle.stream()
                            .max(Comparator.comparingInt(count -> count.integer("judgments")))
                            .orElseThrow());
        }

        /** The newest cycle that most forces have a judgment in, or the one with the most. */
        private static Optional<PageData> newest(List<PageData> sameQuestion) {
            // The codes of cycles begin with the year.
            return sameQuestion.stream()
                    .filter(count -> count.integer("judgments") >= MOSTLY_COVERED)
                    .max(Comparator.comparing(count -> nameOf(count).cycle()))
                    .or(() -> sameQuestion.stream().max(Comparator.comparingInt(count -> count.integer("judgments"))));
        }

        PageView page() {
            List<Tile> tiles = new ArrayList<>();
            List<List<Cell>> rows = new ArrayList<>();
            for (PageData force : data.object("forces").objects("nodes")) {
                @Nullable PageData judgment = judgment(force);
                String to = address.to("/forces/" + PageAddress.encode(force.text("slug")));
                Mark mark = judgment == null
                        ? Mark.NOT_IN_DATA
                        : Mark.of(judgment.text("state"), judgment.optionalText("grade"));
                Cell grade = JudgmentCell.of(judgment);
                String name = Names.plain(force.text("name"));
                tiles.add(new Tile(force.text("slug"), name, mark, note(judgment), to));
                @Nullable PrintedPlace place = judgment == null ? null : PrintedPlace.of(judgment);
                rows.add(List.of(
                        Cell.code(force.text("slug"), name).linked(to),
                        grade,
                        Cell.text(force.text("region")),
                        place == null ? Cell.EMPTY : place.titleCell(),
                        place == null ? Cell.EMPTY : place.whereCell(address)));
            }
            String what = question.words() + ", " + question.cycle();
            PageTable forces = new PageTable("Grades of all forces: " + what, COLUMNS, rows);
            ChartFile chart = new ChartFile(
                    TileMap.of("Grades of all forces: " + what, tiles),
                    "Grades of all forces: " + what,
                    "Source: the inspectorate (HMICFRS); the table names the publication of each grade.");
            List<OtherQuestion> maps = otherQuestions();
            NationalView view = new NationalView(
                    lead(),
                    chart.element(),
                    maps.stream().map(this::small).toList(),
                    meanings(maps),
                    countsTable(),
                    forces,
                    coverage(),
                    cycles(),
                    allCycles(),
                    address.to(question.path()));
            return PageView.of(
                            "How police forces were graded: " + what, lead(), NationalTemplates.national(view), forces)
                    .with(chart);
        }

        private static @Nullable String note(@Nullable PageData judgment) {
            if (judgment == null || judgment.isNull("carriedOverFrom")) {
                return null;
            }
            return "carried over from " + judgment.object("carriedOverFrom").text("code");
        }

        private @Nullable PageData judgment(PageData force) {
            return force.objects("judgments").stream()
                    .filter(judgment ->
                            QuestionName.of(judgment.object("question")).equals(question))
                    .findFirst()
                    .orElse(null);
        }

        private String lead() {
            return "%s Cycle %s: judgments of %d of %d forces are in our data."
                    .formatted(
                            sentence(chosen.object("question").text("wording")),
                            question.cycle(),
                            chosen.integer("judgments"),
                            chosen.integer("forces"));
        }

        private static String sentence(String wording) {
            return wording.endsWith("?") || wording.endsWith(".") ? wording : wording + ".";
        }

        private static List<Count> marks(PageData count) {
            Map<Mark, Integer> marks = new HashMap<>();
            count.objects("byGrade")
                    .forEach(grade -> marks.put(Mark.valueOf(grade.text("grade")), grade.integer("judgments")));
            for (PageData state : count.objects("byState")) {
                String name = state.text("state");
                if (!name.equals("GRADED") && !name.equals("CARRIED_OVER")) {
                    marks.put(Mark.valueOf(name), state.integer("judgments"));
                }
            }
            marks.put(Mark.NOT_IN_DATA, count.integer("forces") - count.integer("judgments"));
            return Arrays.stream(Mark.values())
                    .map(mark -> new Count(mark, marks.getOrDefault(mark, 0)))
                    .toList();
        }

        private List<OtherQuestion> otherQuestions() {
            List<PageData> forces = data.object("forces").objects("nodes");
            Map<String, Map<String, Mark>> marks = new HashMap<>();
            for (PageData force : forces) {
                for (PageData judgment : force.objects("all")) {
                    marks.computeIfAbsent(judgment.object("question").text("id"), first -> new HashMap<>())
                            .put(force.text("slug"), Mark.of(judgment.text("state"), judgment.optionalText("grade")));
                }
            }
            return counts.stream()
                    .filter(count -> nameOf(count).cycle().equals(question.cycle())
                            && count != chosen
                            && count.integer("judgments") > 0)
                    .map(count -> {
                        Map<String, Mark> ofForces =
                                marks.getOrDefault(count.object("question").text("id"), Map.of());
                        return new OtherQuestion(
                                count,
                                forces.stream()
                                        .map(force -> force.text("slug"))
                                        .map(slug ->
                                                new SmallMap.Tile(slug, ofForces.getOrDefault(slug, Mark.NOT_IN_DATA)))
                                        .toList());
                    })
                    .toList();
        }

        private SmallPicture small(OtherQuestion other) {
            QuestionName name = nameOf(other.count);
            return new SmallPicture(
                    name.words(),
                    address.to("/" + name.query()),
                    SmallMap.of(other.tiles),
                    marks(other.count).stream()
                            .filter(count -> count.forces() > 0)
                            .map(count -> count.mark().words() + "\u00a0" + count.forces())
                            .collect(Collectors.joining(", ")));
        }

        private static List<Meaning> meanings(List<OtherQuestion> others) {
            return SmallMap.marksOf(others.stream()
                            .flatMap(other -> other.tiles.stream())
                            .toList())
                    .stream()
                    .map(mark -> new Meaning(SmallMap.swatch(mark), mark.words()))
                    .toList();
        }

        private PageTable countsTable() {
            List<List<Cell>> rows = marks(chosen).stream()
                    .filter(count -> count.forces() > 0)
                    .map(count -> List.of(
                            count.mark().isGrade()
                                    ? Cell.grade(count.mark().name())
                                    : Cell.code(
                                            count.mark().name(), count.mark().words()),
                            Cell.integer(count.forces())))
                    .toList();
            return new PageTable(
                    "Forces by grade",
                    List.of(Column.text("grade", "Grade"), Column.integer("forces", "Forces")),
                    rows);
        }

        private List<Choice> cycles() {
            return counts.stream()
                    .filter(count -> nameOf(count).isLike(question) && count.integer("judgments") > 0)
                    .map(count -> choice(nameOf(count), nameOf(count).cycle()))
                    .toList();
        }

        private List<Choice> allCycles() {
            return counts.stream()
                    .filter(count -> count.integer("judgments") > 0)
                    .map(count -> nameOf(count).cycle())
                    .distinct()
                    .map(cycle -> new Choice(
                            cycle,
                            address.to("/?cycle=" + PageAddress.encode(PageAddress.cycleSegment(cycle))),
                            cycle.equals(question.cycle())))
                    .toList();
        }

        private Choice choice(QuestionName name, String text) {
            return new Choice(text, address.to("/" + name.query()), name.equals(question));
        }

        private PageTable coverage() {
            List<List<Cell>> rows = data.object("dataset").objects("coverage").stream()
                    .map(cover -> {
                        @Nullable String pillar = cover.optionalText("pillar");
                        return List.of(
                                Cell.text(cover.object("cycle").text("code")),
                                pillar == null
                                        ? Cell.EMPTY
                                        : Cell.code(
                                                pillar,
                                                pillar.charAt(0)
                                                        + pillar.substring(1).toLowerCase(Locale.ROOT)),
                                Cell.integer(cover.integer("forcesGraded")),
                                Cell.integer(cover.integer("forces")));
                    })
                    .toList();
            return new PageTable(
                    "Forces with at least one grade in our data",
                    List.of(
                            Column.text("cycle", "Cycle"),
                            Column.text("pillar", "Pillar"),
                            Column.integer("forces_graded", "Forces with a grade"),
                            Column.integer("forces", "Of")),
                    rows);
        }
    }
}
