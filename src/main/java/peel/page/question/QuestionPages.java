package peel.page.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import peel.error.Quotation;
import peel.error.Suggestions;
import peel.page.ChartFile;
import peel.page.Choice;
import peel.page.JudgmentCell;
import peel.page.Names;
import peel.page.NoSuchPageException;
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
import peel.page.chart.GradeBars;
import peel.page.chart.GradeBars.Bar;
import peel.page.chart.GradeBars.Count;
import peel.page.chart.Mark;
import peel.page.question.QuestionView.Comparable;
import peel.page.question.QuestionView.Group;
import peel.question.Pillar;

/** What the two kinds of addresses of questions, with and without a pillar, have in common. */
final class QuestionPages {

    private static final String OPERATION =
            """
            query Question($cycle: String!, $pillar: Pillar, $question: String!) {
              dataset { updatedAt }
              questions(cycle: $cycle, pillar: $pillar) {
                code
                pillar
                wording
                wordingBasis
                cycle { code gradeScale { grades { grade definition } } }
                comparableTo { note question { code pillar wording cycle { code } } }
              }
              forces(first: 100, orderBy: NAME) {
                nodes {
                  slug
                  name
                  judgments(cycle: $cycle, pillar: $pillar, question: $question) {
                    JUDGMENT
                    question { code pillar cycle { code } }
                    change { direction steps reason earlier { grade question { cycle { code } } } }
                    revisions { grade state knownTo }
                    SOURCE
                  }
                }
              }
            }
            """.replace("JUDGMENT", JudgmentCell.FIELDS).replace("SOURCE", PrintedPlace.FIELDS.strip());

    private static final List<Column> COLUMNS = List.of(
            Column.text("force", "Force"),
            Column.text("grade", "Grade").withReasons(),
            Column.text("change", "Change").withReasons(),
            Column.text("earlier_grade", "Earlier grade"),
            Column.text("earlier_cycle", "Of cycle"),
            Column.text("note", "Note"),
            Column.text("source", "Source"),
            Column.text("place", "Place in the source"));

    private QuestionPages() {}

    static PageRead read(PageAddress address, @Nullable String pillar) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("cycle", address.cycle("cycle"));
        variables.put("pillar", pillar == null ? null : pillar(address, pillar));
        variables.put("question", address.segment("code"));
        return PageRead.of(OPERATION, variables);
    }

    private static String pillar(PageAddress address, String segment) {
        String pillar = segment.toUpperCase(Locale.ROOT);
        boolean known = segment.equals(segment.toLowerCase(Locale.ROOT))
                && Arrays.stream(Pillar.values()).anyMatch(one -> one.name().equals(pillar));
        if (!known) {
            throw new NoSuchPageException(
                    "There is no pillar \"%s\".".formatted(Quotation.of(segment)),
                    Arrays.stream(Pillar.values())
                            .map(one -> one.name().toLowerCase(Locale.ROOT))
                            .map(one -> new PageLink(
                                    one, address.to(address.path().replace("/" + segment + "/", "/" + one + "/"))))
                            .toList());
        }
        return pillar;
    }

    static PageView view(PageAddress address, PageData data, @Nullable String pillar) {
        QuestionName name = new QuestionName(
                address.cycle("cycle"),
                pillar == null ? null : pillar.toUpperCase(Locale.ROOT),
                address.segment("code"));
        List<PageData> questions = data.objects("questions");
        PageData found = questions.stream()
                .filter(question -> QuestionName.of(question).equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(address, name, questions));
        List<List<Cell>> rows = new ArrayList<>();
        Map<Mark, List<PageLink>> byMark = new LinkedHashMap<>();
        Arrays.stream(Mark.values()).forEach(mark -> byMark.put(mark, new ArrayList<>()));
        Map<String, Integer> changes = new LinkedHashMap<>();
        for (PageData force : data.object("forces").objects("nodes")) {
            @Nullable PageData judgment = force.objects("judgments").stream()
                    .filter(one -> QuestionName.of(one.object("question")).equals(name))
                    .findFirst()
                    .orElse(null);
            String to = address.to("/forces/" + PageAddress.encode(force.text("slug")));
            String forceName = Names.plain(force.text("name"));
            Mark mark = judgment == null
                    ? Mark.NOT_IN_DATA
                    : Mark.of(judgment.text("state"), judgment.optionalText("grade"));
            byMark.computeIfAbsent(mark, key -> new ArrayList<>()).add(new PageLink(forceName, to));
            rows.add(row(address, Cell.code(force.text("slug"), forceName).linked(to), judgment));
            if (judgment != null) {
                changes.merge(judgment.object("change").text("direction"), 1, Integer::sum);
            }
        }
        PageTable forces = new PageTable("Grades of all forces: " + name.words() + ", " + name.cycle(), COLUMNS, rows);
        ChartFile chart = new ChartFile(
                GradeBars.of("How many forces have which grade", List.of(new Bar("", counts(byMark)))),
                name.words() + ", " + name.cycle(),
                "Source: the inspectorate (HMICFRS).");
        String title = name.words() + ", " + name.cycle();
        return PageView.of(
                        title,
                        found.text("wording"),
                        QuestionTemplates.question(new QuestionView(
                                found.text("wording"),
                                wordingNote(found.text("wordingBasis")),
                                chart.element(),
                                groups(byMark),
                                comparable(address, found),
                                siblings(address, questions, name),
                                forces,
                                definitions(found),
                                changes(changes),
                                address.to("/" + name.query()))),
                        forces)
                .with(chart);
    }

    private static NoSuchPageException unknown(PageAddress address, QuestionName name, List<PageData> questions) {
        List<String> codes = questions.stream()
                .map(QuestionName::of)
                .map(QuestionName::code)
                .distinct()
                .toList();
        List<String> meant = Suggestions.meant(name.code(), codes);
        List<PageLink> near = questions.stream()
                .map(QuestionName::of)
                .filter(one -> meant.isEmpty()
                        || meant.contains(one.code())
                        || one.code().equals(name.code()))
                .map(one -> new PageLink(one.words(), address.to(one.path())))
                .toList();
        return new NoSuchPageException(
                "Cycle %s has no question \"%s\"%s."
                        .formatted(
                                Quotation.of(name.cycle()),
                                Quotation.of(name.code()),
                                name.pillar() == null ? " without a pillar" : " of this pillar"),
                near);
    }

    private static List<Cell> row(PageAddress address, Cell force, @Nullable PageData judgment) {
        if (judgment == null) {
            return List.of(
                    force,
                    JudgmentCell.of(null),
                    Cell.EMPTY,
                    Cell.EMPTY,
                    Cell.EMPTY,
                    Cell.EMPTY,
                    Cell.EMPTY,
                    Cell.EMPTY);
        }
        PageData change = judgment.object("change");
        @Nullable PageData earlier = change.optionalObject("earlier");
        PrintedPlace place = PrintedPlace.of(judgment);
        return List.of(
                force,
                JudgmentCell.of(judgment).linked(place.link(address)),
                changeCell(change),
                earlier == null || earlier.isNull("grade") ? Cell.EMPTY : Cell.grade(earlier.text("grade")),
                earlier == null
                        ? Cell.EMPTY
                        : Cell.text(earlier.object("question").object("cycle").text("code")),
                Cell.text(note(judgment)),
                place.titleCell(),
                place.whereCell(address));
    }

    private static @Nullable String note(PageData judgment) {
        List<PageData> revisions = judgment.objects("revisions");
        @Nullable String note = judgment.optionalText("note");
        if (revisions.size() < 2) {
            return note;
        }
        PageData before = revisions.get(revisions.size() - 2);
        String corrected = "Corrected on " + before.optionalText("knownTo");
        return note == null ? corrected : corrected + ": " + note;
    }

    private static Cell changeCell(PageData change) {
        String direction = change.text("direction");
        return switch (direction) {
            case "IMPROVED" -> Cell.code(direction, "better");
            case "DETERIORATED" -> Cell.code(direction, "worse");
            case "UNCHANGED" -> Cell.code(direction, "same");
            default -> {
                String reason = change.text("reason");
                yield Cell.missing(
                        reason,
                        switch (reason) {
                            case "CARRIED_OVER" -> "not judged anew";
                            case "NO_EARLIER_GRADE" -> "no earlier grade in our data";
                            case "NO_EARLIER_QUESTION" -> "no comparable earlier question";
                            case "NO_GRADE" -> "no grade to compare";
                            case "OTHER_SCALE" -> "other scale of grades";
                            default -> Words.of(reason);
                        },
                        peel.page.Missing.NOT_COMPARABLE);
            }
        };
    }

    private static @Nullable String changes(Map<String, Integer> changes) {
        int better = changes.getOrDefault("IMPROVED", 0);
        int worse = changes.getOrDefault("DETERIORATED", 0);
        int same = changes.getOrDefault("UNCHANGED", 0);
        return better + worse + same == 0
                ? null
                : "Against the latest earlier grade on a comparable question, %d forces did better, %d worse and %d the same."
                        .formatted(better, worse, same);
    }

    private static List<Count> counts(Map<Mark, List<PageLink>> byMark) {
        return byMark.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue().size()))
                .toList();
    }

    private static List<Group> groups(Map<Mark, List<PageLink>> byMark) {
        return byMark.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new Group(
                        entry.getKey().words(),
                        entry.getKey().isGrade() ? entry.getKey().letter() : null,
                        entry.getKey().style(),
                        entry.getValue()))
                .toList();
    }

    private static List<Comparable> comparable(PageAddress address, PageData question) {
        return question.objects("comparableTo").stream()
                .map(comparable -> {
                    QuestionName earlier = QuestionName.of(comparable.object("question"));
                    return new Comparable(
                            earlier.words() + ", " + earlier.cycle(),
                            address.to(earlier.path()),
                            comparable.text("note"));
                })
                .toList();
    }

    private static List<Choice> siblings(PageAddress address, List<PageData> questions, QuestionName name) {
        return questions.stream()
                .map(QuestionName::of)
                .map(one -> new Choice(one.words(), address.to(one.path()), one.equals(name)))
                .toList();
    }

    private static PageTable definitions(PageData question) {
        List<List<Cell>> rows = question.object("cycle").object("gradeScale").objects("grades").stream()
                .map(grade -> List.of(Cell.grade(grade.text("grade")), Cell.text(grade.text("definition"))))
                .toList();
        return new PageTable(
                "The scale of this cycle, shortened",
                List.of(Column.text("grade", "Grade"), Column.text("definition", "Definition")),
                rows);
    }

    private static String wordingNote(String basis) {
        return switch (basis) {
            case "VERBATIM" -> "The wording is as printed.";
            case "CUT" -> "The wording is cut off in the available source.";
            case "AREA_NAME" -> "In this cycle the inspectorate grades areas of policing; no question is printed.";
            default -> "The wording is paraphrased: the available sources do not print the question.";
        };
    }
}
