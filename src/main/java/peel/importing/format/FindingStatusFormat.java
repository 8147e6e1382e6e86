package peel.importing.format;

import static peel.importing.format.CellType.DATE;
import static peel.importing.format.CellType.INTEGER;
import static peel.importing.format.CellType.TEXT;
import static peel.importing.format.CellType.oneOf;
import static peel.importing.format.CellType.optional;
import static peel.importing.format.CellType.reference;
import static peel.importing.format.Reference.CYCLES;
import static peel.importing.format.Reference.FINDINGS;
import static peel.importing.format.Reference.FORCES;
import static peel.importing.format.Reference.QUESTIONS;

import peel.change.ChangeKind;
import peel.finding.FindingKind;
import peel.finding.RecommendationStatus;
import peel.importing.table.LoggedFacts;
import peel.node.NaturalKey;
import peel.question.Pillar;

final class FindingStatusFormat extends Format {

    FindingStatusFormat() {
        super("finding_statuses", "finding_status", "What later became of findings.");
        naturalKey("force", "cycle", "pillar", "question", "kind", "ordinal", "status", "on");
        key("id");
        refersTo(FINDINGS);
        column("force", reference(FORCES), "The force.").notStored().exportedAs("f.slug");
        column("cycle", reference(CYCLES), "The cycle of the finding.")
                .notStored()
                .exportedAs("q.cycle");
        column("pillar", optional(oneOf(Pillar.class)), "The pillar; empty in cycles without pillars.")
                .notStored()
                .exportedAs("q.pillar");
        column("question", TEXT.accepting(CellType.codeFrom(QUESTIONS)), "The question that the finding belongs to.")
                .notStored()
                .exportedAs("q.code");
        column("kind", oneOf(FindingKind.class), "The kind of the finding.")
                .notStored()
                .exportedAs("d.kind");
        column("ordinal", INTEGER, "The number of the finding, as in [findings](#findings).")
                .notStored()
                .exportedAs("d.ordinal");
        derived(
                "id",
                (row, context) ->
                        NaturalKey.of("finding_status", FindingFormat.key(row), row.text("on"), row.text("status")));
        derived("finding_id", (row, context) -> FindingFormat.key(row));
        column("status", oneOf(RecommendationStatus.class), "How far the force has come.");
        column("on", DATE, "The day on which that was published.").storedIn("status_date");
        column("comment", optional(TEXT), "What the source says about it.");
        sourced();
        logged(LoggedFacts.of(
                        ChangeKind.FINDING_STATUS,
                        "s.finding_id",
                        column -> words(column.apply("status"), column.apply("status_date")))
                .joining("join finding f on f.id = s.finding_id join question q on q.id = f.question_id")
                .aboutForce("f.force_id")
                .inCycle("f.cycle")
                .onQuestion("f.question_id", "q.code")
                .on("lower(replace(f.kind, '_', ' ')) || ' ' || f.ordinal")
                .following("""
                        (select %s from finding_status e
                         where e.finding_id = s.finding_id and e.status_date < s.status_date
                         order by e.status_date desc, e.status limit 1)
                        """.formatted(words("e.status", "e.status_date"))));
        export("""
                join finding d on d.id = t.finding_id join force f on f.id = d.force_id
                join question q on q.id = d.question_id
                """, "d.order_key, t.status_date, t.status");
    }

    private static String words(String status, String date) {
        return "lower(replace(%s, '_', ' ')) || ' on ' || %s".formatted(status, date);
    }

    @Override
    protected RowCheck newCheck() {
        return (row, context) -> {
            if (!context.has(FINDINGS, FindingFormat.key(row))) {
                throw row.error("ordinal", "there is no such finding");
            }
        };
    }
}
