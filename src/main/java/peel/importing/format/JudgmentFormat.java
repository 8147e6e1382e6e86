package peel.importing.format;

import static peel.importing.format.CellType.DATE;
import static peel.importing.format.CellType.FLAG;
import static peel.importing.format.CellType.INTEGER;
import static peel.importing.format.CellType.LIST;
import static peel.importing.format.CellType.TEXT;
import static peel.importing.format.CellType.oneOf;
import static peel.importing.format.CellType.optional;
import static peel.importing.format.CellType.reference;
import static peel.importing.format.Reference.CYCLES;
import static peel.importing.format.Reference.FORCES;
import static peel.importing.format.Reference.GRADES;
import static peel.importing.format.Reference.QUESTIONS;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import peel.change.ChangeKind;
import peel.error.Quotation;
import peel.importing.format.Reference.Cycle;
import peel.importing.format.Reference.Question;
import peel.importing.format.Reference.ScaleGrade;
import peel.importing.input.InputRow;
import peel.importing.table.ChangeLog;
import peel.importing.table.ImportChanges;
import peel.importing.table.LoggedFacts;
import peel.importing.table.TableLoad;
import peel.judgment.ComparisonDirection;
import peel.judgment.JudgmentBasis;
import peel.judgment.JudgmentState;
import peel.judgment.PublishedPrecision;
import peel.node.NaturalKey;
import peel.question.Grade;
import peel.question.Pillar;

final class JudgmentFormat extends Format {

    JudgmentFormat() {
        super("judgments", "judgment", "The answers to questions about a force, with their earlier versions.");
        naturalKey("force", "cycle", "pillar", "question", "known_from");
        key("force_id", "question_id", "known_from");
        refersTo(QUESTIONS, GRADES);
        logged(LoggedFacts.of(ChangeKind.JUDGMENT, "s.id", column -> """
                                case when %1$s is null then lower(replace(%2$s, '_', ' '))
                                     else lower(replace(%1$s, '_', ' ')) || coalesce(', carried over from ' || %3$s, '') end
                                || coalesce(', until ' || %4$s, '')
                                """.formatted(
                                column.apply("grade"),
                                column.apply("state"),
                                column.apply("carried_over_from"),
                                column.apply("known_to")))
                .aboutForce("s.force_id")
                .inCycle("s.cycle")
                .onQuestion("s.question_id", "s.question_code")
                .corrected());
        remark("""
                Judgments are not overwritten. A row without `known_to` whose `state`, `grade`, `carried_over_from` or
                `narrative` differs from the current version closes that version and becomes the current one. The new
                version is known from `known_from` if that is set and differs from the current version's, otherwise from
                the day given by `--published`, by default today. A row with `known_to` is a past version, which must not
                contradict the stored versions.
                """);
        column("force", reference(FORCES), "The inspected force.")
                .storedIn("force_id")
                .exportedAs("f.slug");
        column("cycle", reference(CYCLES, Cycle::code), "The cycle of the inspection.");
        column("pillar", optional(oneOf(Pillar.class)), "The pillar; empty in cycles without pillars.");
        column("question", TEXT.accepting(CellType.codeFrom(QUESTIONS)), "The question that is answered.")
                .storedIn("question_code");
        column("state", oneOf(JudgmentState.class), "Whether a grade answers the question, and if not, why not.");
        column(
                "grade",
                optional(oneOf(Grade.class)),
                "The grade, on the scale of the cycle."
                        + " Must be set if and only if the state is `GRADED` or `CARRIED_OVER`.");
        column(
                "carried_over_from",
                optional(reference(CYCLES, Cycle::code)),
                "The cycle that the grade is from. Must be set if and only if the state is `CARRIED_OVER`.");
        column("narrative", optional(TEXT), "The answer in words.");
        column("note", optional(TEXT), "A remark on the judgment, such as why there is no grade.");
        column("basis", oneOf(JudgmentBasis.class), "How the source gives the judgment.");
        column(
                "known_from",
                optional(DATE),
                "The day from which this version is known. Tells versions from each other.");
        column(
                "known_to",
                optional(DATE),
                "The day from which a newer version is known. Empty for the current version.");
        stated("direction", oneOf(ComparisonDirection.class), "What the source says about the judgment before.");
        stated("year", INTEGER, "The year that the source compares with. Only with `stated_direction`.");
        stated("grade", oneOf(Grade.class), "The grade that it compares with. Only with `stated_direction`.");
        derived("question_id", (row, context) -> question(row, context).key());
        derived("inspection_id", InspectionFormat::find);
        derived(
                "cycle_position",
                (row, context) -> context.find(CYCLES, row, "cycle").position());
        derived(
                "grade_scale",
                (row, context) -> context.find(CYCLES, row, "cycle").scale());
        // The keys with the row's known_from, and with the day from which a new version is known.
        derived("id", (row, context) -> key(row, row.optionalText("known_from")))
                .staged("uuid");
        derived("later_id", (row, context) -> key(row, context.published())).staged("uuid");
        derived("order_prefix", JudgmentFormat::orderPrefix).staged("text");
        sourced();
        contradictable();
        column(
                        "published",
                        optional(DATE),
                        "The day on which the judgment was published, or by which it was. Only without `known_from`.")
                .optionalWith("published");
        column(
                        "published_precision",
                        optional(oneOf(PublishedPrecision.class)),
                        "How precise `published` is: `MONTH` with the last day of the month, `BY` with a day by which"
                                + " the judgment was published. Must be set if and only if `published` is set.")
                .optionalWith("published");
        column(
                        "may_be_carried_over",
                        optional(FLAG),
                        "Whether the grade may be that of an earlier cycle. An empty cell is `false`.")
                .notStored()
                .exportedAs("case when t.may_be_carried_over then 'true' end")
                .optionalWith("certainty");
        derived(
                        "may_be_carried_over",
                        (row, context) -> !row.isEmpty("may_be_carried_over") && row.flag("may_be_carried_over"))
                .optionalWith("certainty");
        column(
                        "confirmed_by",
                        optional(LIST.accepting("http or https URLs, separated by semicolons")),
                        "Other pages that state the same judgment.")
                .exportedAs("array_to_string(t.confirmed_by, ';')")
                .optionalWith("certainty");
        export("""
                join force f on f.id = t.force_id
                left join stated_comparison stated on stated.judgment_id = t.id
                """, "t.order_key");
    }

    /** A column of the comparison that a source states, which is stored in a table of its own. */
    private void stated(String column, CellType type, String meaning) {
        column("stated_" + column, optional(type), meaning)
                .staged(type == INTEGER ? "integer" : "text")
                .exportedAs("stated." + column);
    }

    private static Question question(InputRow row, ImportContext context) {
        return QuestionFormat.find(row, context, "cycle", "pillar", "question");
    }

    private static UUID key(InputRow row, @Nullable Object knownFrom) {
        return NaturalKey.of(
                "judgment",
                row.text("force"),
                row.text("cycle"),
                row.optionalText("pillar"),
                row.text("question"),
                knownFrom);
    }

    /** Sorts by force, cycle, pillar and question in the order of print. What sorts next is appended. */
    static String orderPrefix(InputRow row, ImportContext context) {
        String pillar = row.optionalText("pillar");
        return "%s %02d %s %03d %s "
                .formatted(
                        row.text("force"),
                        context.find(CYCLES, row, "cycle").position(),
                        pillar == null ? "" : pillar,
                        question(row, context).position(),
                        row.text("question"));
    }

    /** Every row of the staging table has an action then, see {@link JudgmentMerge}. */
    @Override
    public boolean log(TableLoad load, ChangeLog log) throws SQLException {
        LoggedFacts facts = load.table().logged().orElseThrow();
        log.add(
                facts,
                name(),
                load.sourceName(),
                """
                select c.csv_line as line, c.target,
                       case c.action when 'insert' then 'INSERTED' when 'version' then 'CORRECTED' else 'CHANGED' end as action,
                       %s as said_before, %s as said_after, t.publication_id, 0 as part, 0 as place
                from staging_judgment c
                join judgment t on t.id = c.target
                left join judgment o on c.action = 'version' and o.force_id = t.force_id and o.question_id = t.question_id
                                    and o.known_to = t.known_from
                where c.action in ('insert', 'version', 'close', 'updated')
                """.formatted(
                                facts.said(column -> column.equals("known_to") ? "cast(null as date)" : "o." + column),
                                facts.said("t")),
                "judgment s on s.id = d.target");
        return true;
    }

    @Override
    public void merge(TableLoad load, ImportContext context, ImportChanges changes) throws SQLException {
        new JudgmentMerge(load, context.published(), changes).run();
    }

    @Override
    protected RowCheck newCheck() {
        return new JudgmentCheck();
    }

    private static final class JudgmentCheck implements RowCheck {

        /** The line of the current judgment of each force and question. */
        private final Map<List<Object>, Long> currentLines = new HashMap<>();

        @Override
        public void check(InputRow row, ImportContext context) {
            checkGrade(row, context);
            checkVersion(row, context);
            checkConfirmations(row);
            if (row.isEmpty("stated_direction") && !(row.isEmpty("stated_year") && row.isEmpty("stated_grade"))) {
                throw row.error("stated_direction", "is empty, but a stated year or grade is set");
            }
        }

        private static void checkGrade(InputRow row, ImportContext context) {
            Cycle cycle = context.find(CYCLES, row, "cycle");
            JudgmentState state = row.oneOf("state", JudgmentState.class);
            Grade grade = row.optionalOneOf("grade", Grade.class);
            boolean graded = state == JudgmentState.GRADED || state == JudgmentState.CARRIED_OVER;
            if (graded != (grade != null)) {
                throw row.error(
                        "grade", graded ? "is empty, but the state is " + state : "is set, but the state is " + state);
            }
            if (grade != null && !context.has(GRADES, new ScaleGrade(cycle.scale(), grade.name()))) {
                throw row.error(
                        "grade",
                        "%s is not on the scale %s of the cycle %s".formatted(grade, cycle.scale(), cycle.code()));
            }
            if ((state == JudgmentState.CARRIED_OVER) == row.isEmpty("carried_over_from")) {
                throw row.error("carried_over_from", "must be set if and only if the state is CARRIED_OVER");
            }
        }

        private static void checkConfirmations(InputRow row) {
            if (!row.isEmpty("confirmed_by")) {
                for (String page : row.list("confirmed_by")) {
                    if (!page.startsWith("https://") && !page.startsWith("http://")) {
                        throw row.error("confirmed_by", Quotation.of(page) + " is not an http or https URL");
                    }
                }
            }
        }

        private static void checkPublished(InputRow row) {
            if (row.isEmpty("published") != row.isEmpty("published_precision")) {
                throw row.error("published_precision", "must be set if and only if published is set");
            }
            if (!row.isEmpty("published") && !row.isEmpty("known_from")) {
                throw row.error("published", "must be empty if known_from is set");
            }
        }

        private void checkVersion(InputRow row, ImportContext context) {
            checkPublished(row);
            if (!row.isEmpty("known_to")) {
                String start = row.isEmpty("known_from") ? "published" : "known_from";
                if (!row.isEmpty(start) && !row.date("known_to").isAfter(row.date(start))) {
                    throw row.error("known_to", "is not after " + start);
                }
                return;
            }
            List<Object> forceAndQuestion = List.of(
                    context.find(FORCES, row, "force"), question(row, context).key());
            Long earlier = currentLines.put(forceAndQuestion, row.line());
            if (earlier != null) {
                throw row.error(
                        "known_to",
                        "is empty here and in line "
                                + earlier
                                + ": a force has only one current judgment for a question");
            }
        }
    }
}
