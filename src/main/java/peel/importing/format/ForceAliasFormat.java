package peel.importing.format;

import static peel.importing.format.CellType.INTEGER;
import static peel.importing.format.CellType.TEXT;
import static peel.importing.format.CellType.oneOf;
import static peel.importing.format.CellType.optional;
import static peel.importing.format.CellType.reference;
import static peel.importing.format.Reference.FORCES;

import peel.force.Language;

final class ForceAliasFormat extends Format {

    ForceAliasFormat() {
        super("force_aliases", "force_alias", "Other names of forces, by which they can be found.");
        naturalKey("force", "alias");
        key("force_id", "alias");
        column("force", reference(FORCES), "The force.").storedIn("force_id").exportedAs("f.slug");
        column("alias", TEXT, "Another name. No two forces share a name, in whatever case.");
        column("language", optional(oneOf(Language.class)), "The language of an official name. Empty for other names.")
                .optionalWith("official");
        column("from_year", optional(INTEGER), "The first year in which the name was official, if known.")
                .optionalWith("official");
        column("to_year", optional(INTEGER), "The last year in which it was official. Empty if it still is.")
                .optionalWith("official");
        export("join force f on f.id = t.force_id", "f.slug, t.alias");
    }

    @Override
    protected RowCheck newCheck() {
        return (row, context) -> {
            if (row.isEmpty("language") && !(row.isEmpty("from_year") && row.isEmpty("to_year"))) {
                throw row.error("language", "must be set if from_year or to_year is set");
            }
            if (!row.isEmpty("from_year")
                    && !row.isEmpty("to_year")
                    && row.integer("to_year") < row.integer("from_year")) {
                throw row.error("to_year", "is before from_year");
            }
        };
    }
}
