package peel.importing.format;

import static peel.importing.format.CellType.DATE;
import static peel.importing.format.CellType.LIST;
import static peel.importing.format.CellType.TEXT;
import static peel.importing.format.CellType.oneOf;
import static peel.importing.format.CellType.optional;
import static peel.importing.format.CellType.reference;
import static peel.importing.format.Reference.FORCES;

import peel.force.CouncilKind;

final class CouncilFormat extends Format {

    CouncilFormat() {
        super("councils", "council", "Councils, when they existed, and the forces that police their areas.");
        naturalKey("code");
        key("code");
        column("code", TEXT, "The code of the council's area at the Office for National Statistics.");
        column("name", TEXT, "The name of the area.");
        column("official_name", optional(TEXT), "The name of the council.");
        column("other_names", optional(LIST), "Other names of the area, such as the Welsh one.")
                .exportedAs("array_to_string(t.other_names, ';')");
        column("kind", oneOf(CouncilKind.class), "The kind of council.");
        column("county", optional(TEXT), "The county whose council serves the same area.");
        column("from", optional(DATE), "The first day on which the council existed with this kind and area.")
                .storedIn("valid_from");
        column(
                        "to",
                        optional(DATE),
                        "The last day on which it existed. An empty cell stands for a council that exists.")
                .storedIn("valid_to");
        column("force", reference(FORCES), "The force that polices the area.")
                .storedIn("force_id")
                .exportedAs("f.slug");
        sourced();
        mayBeMissing();
        export("join force f on f.id = t.force_id", "t.code");
    }

    @Override
    protected RowCheck newCheck() {
        return (row, context) -> {
            if (!row.isEmpty("from") && !row.isEmpty("to")) {
                row.requirePeriod("from", "to");
            }
        };
    }
}
