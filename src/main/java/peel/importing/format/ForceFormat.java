package peel.importing.format;

import static peel.importing.format.CellType.TEXT;
import static peel.importing.format.CellType.oneOf;
import static peel.importing.format.CellType.optional;

import peel.force.Country;
import peel.force.UnitBasis;

final class ForceFormat extends Format {

    ForceFormat() {
        super("forces", "force", "Police forces.");
        naturalKey("slug");
        key("id");
        derived("id", (row, context) -> keyOf(row));
        column("slug", TEXT, "The force's code, which other formats refer to.");
        column("name", TEXT, "The full name. No two forces have the same.");
        column(
                "ons_code",
                TEXT.accepting("`E` or `W` and eight digits"),
                "The code of the police force area at the Office for National Statistics.");
        column("country", oneOf(Country.class), "The country that the force polices in.");
        column("region", TEXT, "The region of the Home Office's statistics.");
        column("rocu", optional(TEXT), "The regional organised crime unit (ROCU) that the force belongs to.");
        column("rocu_basis", optional(oneOf(UnitBasis.class)), "How the unit is known.");
        sourced();
        export("", "t.slug");
    }
}
