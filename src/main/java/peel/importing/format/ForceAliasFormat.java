package peel.importing.format;

import static peel.importing.format.CellType.TEXT;
import static peel.importing.format.CellType.reference;
import static peel.importing.format.Reference.FORCES;

final class ForceAliasFormat extends Format {

    ForceAliasFormat() {
        super("force_aliases", "force_alias", "Other names of forces, by which they can be found.");
        naturalKey("force", "alias");
        key("force_id", "alias");
        column("force", reference(FORCES), "The force.").storedIn("force_id").exportedAs("f.slug");
        column("alias", TEXT, "Another name. No two forces share a name, in whatever case.");
        export("join force f on f.id = t.force_id", "f.slug, t.alias");
    }
}
