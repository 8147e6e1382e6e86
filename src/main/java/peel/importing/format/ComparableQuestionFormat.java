package peel.importing.format;

import static peel.importing.format.CellType.TEXT;
import static peel.importing.format.CellType.oneOf;
import static peel.importing.format.CellType.optional;
import static peel.importing.format.CellType.reference;
import static peel.importing.format.Reference.CYCLES;
import static peel.importing.format.Reference.QUESTIONS;

import peel.question.Pillar;

final class ComparableQuestionFormat extends Format {

    ComparableQuestionFormat() {
        super(
                "comparable_questions",
                "comparable_question",
                "Pairs of questions of different cycles whose judgments can be compared.");
        naturalKey("cycle", "pillar", "code", "earlier_cycle", "earlier_pillar", "earlier_code");
        key("question_id", "earlier_id");
        refersTo(QUESTIONS);
        question("", "q", "later");
        derived(
                "question_id",
                (row, context) -> QuestionFormat.find(row, context, "cycle", "pillar", "code")
                        .key());
        question("earlier_", "e", "earlier");
        derived(
                "earlier_id",
                (row, context) -> QuestionFormat.find(row, context, "earlier_cycle", "earlier_pillar", "earlier_code")
                        .key());
        column("note", TEXT, "Why the two can be compared, and what to consider.");
        export(
                "join question q on q.id = t.question_id join question e on e.id = t.earlier_id",
                "q.cycle, q.pillar, q.code, e.cycle, e.pillar, e.code");
    }

    private void question(String prefix, String alias, String which) {
        column(prefix + "cycle", reference(CYCLES), "The cycle of the " + which + " question.")
                .notStored()
                .exportedAs(alias + ".cycle");
        column(prefix + "pillar", optional(oneOf(Pillar.class)), "Its pillar; empty in cycles without pillars.")
                .notStored()
                .exportedAs(alias + ".pillar");
        column(prefix + "code", TEXT.accepting(CellType.codeFrom(QUESTIONS)), "Its code.")
                .notStored()
                .exportedAs(alias + ".code");
    }
}
