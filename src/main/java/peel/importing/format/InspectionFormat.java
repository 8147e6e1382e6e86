package peel.importing.format;

import static peel.importing.format.CellType.oneOf;
import static peel.importing.format.CellType.optional;
import static peel.importing.format.CellType.reference;
import static peel.importing.format.Reference.CYCLES;
import static peel.importing.format.Reference.FORCES;
import static peel.importing.format.Reference.PUBLICATIONS;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import peel.importing.input.InputRow;
import peel.node.NaturalKey;
import peel.question.Pillar;

/**
 * The publications of inspections. Inspections themselves have no format: one is stored when something was
 * published, judged, found or done in it.
 */
public final class InspectionFormat extends Format {

    InspectionFormat() {
        super("inspections", "inspection_publication", "Publications that report on an inspection.");
        naturalKey("force", "cycle", "pillar", "publication");
        key("inspection_id", "publication_id");
        column("force", reference(FORCES), "The inspected force.").notStored().exportedAs("f.slug");
        column("cycle", reference(CYCLES), "The cycle of the inspection.")
                .notStored()
                .exportedAs("i.cycle");
        column(
                        "pillar",
                        optional(oneOf(Pillar.class)),
                        "The pillar that was inspected; empty in cycles without pillars.")
                .notStored()
                .exportedAs("i.pillar");
        derived("inspection_id", InspectionFormat::find);
        column("publication", reference(PUBLICATIONS), "The publication.")
                .storedIn("publication_id")
                .exportedAs("p.code");
        export("""
                join inspection i on i.id = t.inspection_id join force f on f.id = i.force_id
                join publication p on p.id = t.publication_id
                """, "f.slug, i.cycle, i.pillar, p.code");
    }

    /** The key of the inspection that a row is about. The inspection is stored if it is new. */
    static UUID find(InputRow row, ImportContext context) {
        UUID key = key(row.text("force"), row.text("cycle"), row.optionalText("pillar"));
        context.addInspection(
                key,
                context.find(FORCES, row, "force"),
                context.find(CYCLES, row, "cycle").code(),
                row.optionalOneOf("pillar", Pillar.class));
        return key;
    }

    /** The key of an inspection. */
    public static UUID key(String force, String cycle, @Nullable String pillar) {
        return NaturalKey.of("inspection", force, cycle, pillar);
    }
}
