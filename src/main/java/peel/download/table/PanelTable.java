package peel.download.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peel.force.Country;
import peel.judgment.JudgmentBasis;
import peel.judgment.JudgmentState;
import peel.judgment.PublishedPrecision;
import peel.question.Grade;
import peel.question.Pillar;
import peel.question.QuestionKind;
import peel.source.PublicationKind;

/** One row for each force, cycle and question, whether or not there is a judgment. */
final class PanelTable {

    /** The state of a force and question of which the dataset has no judgment. */
    private static final String NOT_IN_DATA = "NOT_IN_DATA";

    private static final String STATE = "coalesce(j.state, '" + NOT_IN_DATA + "')";

    private static final String ROWS = """
            from force f
            cross join question q
            join cycle c on c.code = q.cycle
            left join judgment j on j.force_id = f.id and j.question_id = q.id and j.known_to is null
            left join grade_definition g on g.scale = j.grade_scale and g.grade = j.grade
            left join publication p on p.id = j.publication_id
            order by f.slug, c.position, q.pillar nulls first, q.position, q.code
            """;

    private PanelTable() {}

    static Table table() {
        List<String> states = new ArrayList<>(FlatTable.names(JudgmentState.class));
        states.add(NOT_IN_DATA);
        FlatTable rows = new FlatTable()
                .code("force", "f.slug", "forces", "Code of the force.")
                .required()
                .text("force_name", "f.name", "Full name of the force.")
                .required()
                .text("ons_code", "f.ons_code", "Code of the police force area at the Office for National Statistics.")
                .required()
                .oneOf("country", "f.country", Country.class, "Country that the force polices in.")
                .required()
                .text("region", "f.region", "Region of the Home Office's statistics.")
                .required()
                .code("cycle", "c.code", "cycles", "Cycle of inspections.")
                .required()
                .integer("cycle_starts", "c.starts", "Year in which the cycle starts.")
                .required()
                .integer("cycle_ends", "c.ends", "Year in which the cycle ends.")
                .required()
                .oneOf("pillar", "q.pillar", Pillar.class, "Pillar; empty in cycles without pillars.")
                .label("pillar_label", "q.pillar", Pillar.class, "Pillar in words.")
                .text("question", "q.code", "Code of the question, unique in its cycle and pillar.")
                .required()
                .oneOf("question_kind", "q.kind", QuestionKind.class, "What the question is to its pillar.")
                .required()
                .text("question_wording", "q.wording", "Text of the question.")
                .required()
                .oneOf(
                        "state",
                        STATE,
                        states,
                        "Whether a grade answers the question and, if not, why not. NOT_IN_DATA: the dataset has no"
                                + " judgment, which does not say that there is none.")
                .required()
                .label("state_label", STATE, "JudgmentState", states, "State in words.")
                .required()
                .oneOf("grade", "j.grade", Grade.class, "Grade; empty unless the state is GRADED or CARRIED_OVER.")
                .label("grade_label", "j.grade", Grade.class, "Grade in words.")
                .integer(
                        "grade_rank",
                        "g.rank",
                        "Place of the grade on its scale; the best is 1. Compare ranks of one scale only.")
                .text("grade_scale", "c.grade_scale", "Scale of the cycle's grades.")
                .required()
                .code(
                        "carried_over_from",
                        "j.carried_over_from",
                        "cycles",
                        "Earlier cycle that the grade is from, if the state is CARRIED_OVER.")
                .flag(
                        "may_be_carried_over",
                        "j.may_be_carried_over",
                        "Whether the grade may be that of an earlier cycle. Empty if there is no judgment.")
                .text("narrative", "j.narrative", "Answer in words, for a question that is not graded.")
                .text("note", "j.note", "Remark on the judgment, such as why there is no grade.")
                .oneOf("basis", "j.basis", JudgmentBasis.class, "How the source states the judgment.")
                .date("published", "j.shown_from", "Day from which the judgment counts as published.")
                .oneOf(
                        "published_precision",
                        "case when j.shown_from is not null then coalesce(j.published_precision, 'DAY') end",
                        PublishedPrecision.class,
                        "How precise the day is.")
                .code("publication", "p.code", "publications", "Publication that states the judgment.")
                .text("publication_title", "p.title", "Title of the publication.")
                .text("publisher", "p.publisher", "Publisher of the publication.")
                .oneOf("publication_kind", "p.kind", PublicationKind.class, "Kind of the publication.")
                .url(
                        "source_url",
                        "coalesce(j.source_url, p.url)",
                        "Address of the page that states the judgment, or of the publication.")
                .integer("source_page", "j.source_page", "Printed page.")
                .integer("source_line_from", "j.source_line_from", "First line of the report's text, from 1.")
                .integer("source_line_to", "j.source_line_to", "Last line of the report's text.")
                .list(
                        "confirmed_by",
                        "array_to_string(j.confirmed_by, ';')",
                        "Other pages that state the same judgment.")
                .text("contradiction", "j.contradiction", "What the same source states differently elsewhere.");
        return new Table(
                "panel",
                "panel.csv",
                "Judgments of every force, cycle and question",
                "One row for each force, cycle and question: the current judgment, or NOT_IN_DATA if the dataset has none.",
                rows.columns(),
                List.of(),
                rows.query(ROWS),
                "select (select count(*) from force) * (select count(*) from question)",
                Optional.empty());
    }
}
