package peel.importing.format;

import static peel.importing.format.CellType.INTEGER;
import static peel.importing.format.CellType.TEXT;
import static peel.importing.format.CellType.oneOf;

import java.sql.SQLException;
import peel.importing.table.ImportChanges;
import peel.importing.table.TableLoad;
import peel.question.Grade;

final class GradeScaleFormat extends Format {

    GradeScaleFormat() {
        super("grade_scales", "grade_definition", "The grades of each scale and what they mean.");
        naturalKey("scale", "grade");
        key("scale", "grade");
        column("scale", TEXT, "The code of the scale, which cycles refer to.");
        column("rank", INTEGER, "The place of the grade on the scale; the best is 1.");
        column("grade", oneOf(Grade.class), "The grade.");
        column("definition", TEXT, "What the grade means.");
        sourced();
        export("", "t.scale, t.rank");
    }

    /** A scale has no rows of its own: it is stored when its first grade is. */
    @Override
    public void merge(TableLoad load, ImportContext context, ImportChanges changes) throws SQLException {
        long inserted = load.execute("""
                insert into grade_scale (code) select distinct scale from staging_grade_definition
                on conflict do nothing
                """);
        changes.add("grade_scale", inserted, 0, 0);
        load.merge(changes);
    }
}
