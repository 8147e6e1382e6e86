package peel.importing.format;

import static peel.importing.format.CellType.INTEGER;
import static peel.importing.format.CellType.TEXT;
import static peel.importing.format.CellType.reference;
import static peel.importing.format.Reference.SCALES;

final class CycleFormat extends Format {

    CycleFormat() {
        super("cycles", "cycle", "Inspection cycles.");
        naturalKey("code");
        key("code");
        column("code", TEXT, "The code of the cycle, such as `2015` or `2023-25`.");
        column("position", INTEGER, "The place of the cycle in the order of cycles.");
        column(
                "grade_scale",
                reference(SCALES).accepting("scale from [grade_scales](#grade_scales)"),
                "The scale that the cycle's grades are on.");
        column("starts", INTEGER, "The year in which the cycle starts.");
        column("ends", INTEGER, "The year in which the cycle ends.");
        export("", "t.position");
    }
}
