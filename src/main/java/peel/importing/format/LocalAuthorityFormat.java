package peel.importing.format;

import static peel.importing.format.CellType.TEXT;
import static peel.importing.format.CellType.reference;
import static peel.importing.format.Reference.FORCES;

final class LocalAuthorityFormat extends Format {

    LocalAuthorityFormat() {
        super("local_authorities", "local_authority", "Local authorities and the forces that police them.");
        naturalKey("code");
        key("code");
        column("code", TEXT, "The code of the local authority at the Office for National Statistics.");
        column("name", TEXT, "The name.");
        column("csp_code", TEXT, "The code of its community safety partnership.");
        column("csp_name", TEXT, "The name of its community safety partnership.");
        column("force", reference(FORCES), "The force that polices it.")
                .storedIn("force_id")
                .exportedAs("f.slug");
        sourced();
        export("join force f on f.id = t.force_id", "t.code");
    }
}
