package peel.importing.format;

import static peel.importing.format.CellType.DATE;
import static peel.importing.format.CellType.LIST;
import static peel.importing.format.CellType.oneOf;
import static peel.importing.format.CellType.optional;
import static peel.importing.format.CellType.reference;
import static peel.importing.format.Reference.CYCLES;
import static peel.importing.format.Reference.FORCES;
import static peel.importing.format.Reference.QUESTIONS;

import peel.importing.format.Reference.QuestionName;
import peel.node.NaturalKey;
import peel.question.Pillar;

final class FieldworkFormat extends Format {

    FieldworkFormat() {
        super("fieldwork", "fieldwork", "When inspectors were at a force, and which questions they asked.");
        naturalKey("force", "cycle", "pillar", "questions");
        key("id");
        refersTo(QUESTIONS);
        column("force", reference(FORCES), "The force.").notStored().exportedAs("f.slug");
        column("cycle", reference(CYCLES), "The cycle of the inspection.")
                .notStored()
                .exportedAs("i.cycle");
        column("pillar", optional(oneOf(Pillar.class)), "The pillar; empty in cycles without pillars.")
                .notStored()
                .exportedAs("i.pillar");
        derived(
                "id",
                (row, context) ->
                        NaturalKey.of("fieldwork", InspectionFormat.find(row, context), row.text("questions")));
        derived("inspection_id", InspectionFormat::find);
        column(
                        "questions",
                        LIST.accepting("codes from [questions](#questions), separated by semicolons"),
                        "The questions that the fieldwork was for.")
                .exportedAs("array_to_string(t.questions, ';')");
        column("from", DATE, "The first day.").storedIn("starts");
        column("to", DATE, "The last day.").storedIn("ends");
        sourced();
        export(
                "join inspection i on i.id = t.inspection_id join force f on f.id = i.force_id",
                "f.slug, i.cycle, i.pillar, t.starts, t.questions");
    }

    @Override
    protected RowCheck newCheck() {
        return (row, context) -> {
            for (String code : row.list("questions")) {
                QuestionFormat.find(
                        row,
                        context,
                        "questions",
                        new QuestionName(row.text("cycle"), row.optionalText("pillar"), code));
            }
            row.requirePeriod("from", "to");
        };
    }
}
