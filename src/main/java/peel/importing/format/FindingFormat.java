package peel.importing.format;

import static peel.importing.format.CellType.INTEGER;
import static peel.importing.format.CellType.TEXT;
import static peel.importing.format.CellType.oneOf;
import static peel.importing.format.CellType.optional;
import static peel.importing.format.CellType.reference;
import static peel.importing.format.Reference.CYCLES;
import static peel.importing.format.Reference.FORCES;
import static peel.importing.format.Reference.QUESTIONS;

import java.util.UUID;
import peel.change.ChangeKind;
import peel.finding.FindingKind;
import peel.finding.Wording;
import peel.importing.format.Reference.Cycle;
import peel.importing.input.InputRow;
import peel.importing.table.LoggedFacts;
import peel.importing.table.MergeRule;
import peel.node.NaturalKey;
import peel.question.Pillar;

final class FindingFormat extends Format {

    /** A report that only mentions a finding does not replace the words of the report that prints it. */
    private static final MergeRule REPLACE_IF_PRINTED =
            column -> "case when s.wording = 'NOT_PRINTED' then t.%1$s else s.%1$s end".formatted(column);

    FindingFormat() {
        super("findings", "finding", "Areas for improvement, causes of concern, recommendations and good practice.");
        naturalKey("force", "cycle", "pillar", "question", "kind", "ordinal");
        key("id");
        refersTo(QUESTIONS);
        derived("id", (row, context) -> key(row));
        derived("order_key", FindingFormat::orderKey);
        column("force", reference(FORCES), "The inspected force.")
                .storedIn("force_id")
                .exportedAs("f.slug");
        column("cycle", reference(CYCLES, Cycle::code), "The cycle of the inspection.")
                .exportedAs("q.cycle");
        column("pillar", optional(oneOf(Pillar.class)), "The pillar; empty in cycles without pillars.")
                .notStored()
                .exportedAs("q.pillar");
        column("question", TEXT.accepting(CellType.codeFrom(QUESTIONS)), "The question that the finding belongs to.")
                .notStored()
                .exportedAs("q.code");
        derived(
                "question_id",
                (row, context) -> QuestionFormat.find(row, context, "cycle", "pillar", "question")
                        .key());
        derived("inspection_id", InspectionFormat::find);
        column("kind", oneOf(FindingKind.class), "What kind of finding it is.");
        column("ordinal", INTEGER, "Its number among the findings of its kind and question, from 1.");
        column("text", TEXT, "What was found.").merged(REPLACE_IF_PRINTED);
        column("wording", oneOf(Wording.class), "Whose words the text is in.").merged(REPLACE_IF_PRINTED);
        column("register_id", optional(TEXT), "The number in the inspectorate's register of recommendations.");
        column("deadline", optional(TEXT), "The deadline in the words of the source.");
        sourced();
        column(
                        "note",
                        optional(TEXT),
                        "A remark on the finding, such as that the list it is from is cut in the source.")
                .optionalWith("note");
        logged(LoggedFacts.of(ChangeKind.FINDING, "s.id", column -> column.apply("text"))
                .joining("join question q on q.id = s.question_id")
                .aboutForce("s.force_id")
                .inCycle("s.cycle")
                .onQuestion("s.question_id", "q.code")
                .on("lower(replace(s.kind, '_', ' ')) || ' ' || s.ordinal"));
        export("join force f on f.id = t.force_id join question q on q.id = t.question_id", "t.order_key");
    }

    @Override
    protected RowCheck newCheck() {
        return (row, context) -> {
            if (row.integer("ordinal") < 1) {
                throw row.error("ordinal", "must be at least 1");
            }
        };
    }

    /** The key of the finding that a row names. */
    static UUID key(InputRow row) {
        return NaturalKey.of(
                "finding",
                row.text("force"),
                row.text("cycle"),
                row.optionalText("pillar"),
                row.text("question"),
                row.text("kind"),
                row.text("ordinal"));
    }

    private static String orderKey(InputRow row, ImportContext context) {
        FindingKind kind = row.oneOf("kind", FindingKind.class);
        return JudgmentFormat.orderPrefix(row, context) + "%d %04d".formatted(kind.ordinal(), row.integer("ordinal"));
    }
}
