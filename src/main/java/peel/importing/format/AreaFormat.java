package peel.importing.format;

import static peel.importing.format.CellType.LIST;
import static peel.importing.format.CellType.TEXT;
import static peel.importing.format.CellType.oneOf;
import static peel.importing.format.CellType.optional;
import static peel.importing.format.CellType.reference;
import static peel.importing.format.Reference.FORCES;

import java.sql.SQLException;
import peel.importing.input.InputRow;
import peel.importing.table.ImportChanges;
import peel.importing.table.TableLoad;
import peel.observation.AreaKind;

final class AreaFormat extends Format {

    AreaFormat() {
        super("areas", "area", "The areas that observations are about.");
        naturalKey("code");
        key("code");
        remark("Members are only added: a row without a stored member does not remove it.\n");
        column("code", TEXT, "The code of the area; for the area of one force, the force's code.");
        column("name", TEXT, "The name.");
        column("kind", oneOf(AreaKind.class), "What kind of area it is.");
        column(
                        "force",
                        optional(reference(FORCES)),
                        "The force whose area it is. Must be set if and only if the kind is `FORCE`.")
                .storedIn("force_id")
                .exportedAs("f.slug");
        column(
                        "members",
                        optional(LIST.accepting("codes from [forces](#forces), separated by semicolons")),
                        "The forces that an area of another kind is made of, if the source names them.")
                .staged("text[]")
                .exportedAs("""
                        (select string_agg(o.slug, ';' order by o.slug)
                         from area_member m join force o on o.id = m.force_id where m.area_id = t.id)""");
        export("left join force f on f.id = t.force_id", "t.code");
    }

    @Override
    protected RowCheck newCheck() {
        return (row, context) -> {
            if ((row.oneOf("kind", AreaKind.class) == AreaKind.FORCE) == row.isEmpty("force")) {
                throw row.error("force", "must be set if and only if the kind is FORCE");
            }
            if (!row.isEmpty("members")) {
                for (String member : row.list("members")) {
                    if (!context.has(FORCES, member)) {
                        throw row.error("members", "there is no force " + InputRow.quoted(member));
                    }
                }
            }
        };
    }

    @Override
    public void merge(TableLoad load, ImportContext context, ImportChanges changes) throws SQLException {
        load.merge(changes);
        String members = """
                 from staging_area s cross join unnest(s.members) as member
                join area a on a.code = s.code join force f on f.slug = member
                """;
        long[] all = new long[1];
        load.query("select count(distinct (a.id, f.id))" + members, row -> all[0] = row.getLong(1));
        long inserted = load.execute(
                "insert into area_member (area_id, force_id) select a.id, f.id" + members + " on conflict do nothing");
        changes.add("area_member", inserted, 0, all[0] - inserted);
    }
}
