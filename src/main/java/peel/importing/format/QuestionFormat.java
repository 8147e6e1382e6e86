package peel.importing.format;

import static peel.importing.format.CellType.FLAG;
import static peel.importing.format.CellType.INTEGER;
import static peel.importing.format.CellType.TEXT;
import static peel.importing.format.CellType.oneOf;
import static peel.importing.format.CellType.optional;
import static peel.importing.format.CellType.reference;
import static peel.importing.format.Reference.CYCLES;
import static peel.importing.format.Reference.QUESTIONS;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import peel.importing.format.Reference.Cycle;
import peel.importing.format.Reference.Question;
import peel.importing.format.Reference.QuestionName;
import peel.importing.input.InputRow;
import peel.importing.table.ImportChanges;
import peel.importing.table.TableLoad;
import peel.node.NaturalKey;
import peel.question.Pillar;
import peel.question.QuestionKind;
import peel.question.WordingBasis;

final class QuestionFormat extends Format {

    QuestionFormat() {
        super("questions", "question", "The questions that inspections answer.");
        naturalKey("cycle", "pillar", "code");
        key("id");
        derived("id", (row, context) -> keyOf(row));
        column("cycle", reference(CYCLES, Cycle::code), "The cycle.");
        column("pillar", optional(oneOf(Pillar.class)), "The pillar; empty in cycles without pillars.");
        column("code", TEXT, "The code of the question, unique within its cycle and pillar.");
        column("kind", oneOf(QuestionKind.class), "What the question is to its pillar.");
        column(
                        "parent",
                        optional(TEXT.accepting(CellType.codeFrom(QUESTIONS))),
                        "The question of the same cycle and pillar that this one is a part of.")
                .storedIn("parent_code")
                .staged("text")
                .exportedAs("parent.code");
        derived("parent_id", (row, context) -> parentKey(row));
        column("position", INTEGER, "The place of the question in the order of print.");
        column("graded", FLAG, "Whether a grade answers the question.")
                .exportedAs("case when t.graded then 'true' else 'false' end");
        column("wording", TEXT, "The text of the question.");
        column("wording_basis", oneOf(WordingBasis.class), "How faithful the wording is.");
        sourced();
        export(
                "join cycle c on c.code = t.cycle left join question parent on parent.id = t.parent_id",
                "c.position, t.pillar, t.position, t.code");
    }

    private static @Nullable Object parentKey(InputRow row) {
        return row.isEmpty("parent")
                ? null
                : NaturalKey.of("question", row.text("cycle"), row.optionalText("pillar"), row.text("parent"));
    }

    /** A parent may come later in the same file, so that it is looked for when all rows are known. */
    @Override
    public void merge(TableLoad load, ImportContext context, ImportChanges changes) throws SQLException {
        load.refuse("""
                select csv_line, 'parent' as cell,
                       'there is no question "' || parent_code || '" of this cycle and pillar' as reason
                from staging_question s
                where parent_id is not null
                  and not exists (select from staging_question p where p.id = s.parent_id)
                  and not exists (select from question p where p.id = s.parent_id)
                """);
        load.merge(changes);
    }

    /** The question that three cells of a row name. */
    static Question find(InputRow row, ImportContext context, String cycle, String pillar, String code) {
        row.optionalOneOf(pillar, Pillar.class);
        String cycleCode = context.find(CYCLES, row, cycle).code();
        return find(row, context, code, new QuestionName(cycleCode, row.optionalText(pillar), row.text(code)));
    }

    /**
     * The question with a name.
     *
     * @param column the column to report if there is no such question
     */
    static Question find(InputRow row, ImportContext context, String column, QuestionName name) {
        Question question = context.get(QUESTIONS, name);
        if (question == null) {
            String pillar = name.pillar() == null ? "" : ", pillar " + name.pillar();
            throw row.error(
                    column,
                    "there is no question %s of the cycle %s%s"
                            .formatted(InputRow.quoted(name.code()), name.cycle(), pillar));
        }
        return question;
    }
}
