package peel.force;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;

@Description("Official name of a force in one language and period.")
public class ForceName {

    private static final RowType<ForceName> ROWS = RowType.of("force_alias a", ForceName::read);

    @Ignore
    public final UUID forceKey;

    @NonNull @Description("Name: \"Heddlu Gwent\".")
    public final String name;

    @NonNull @Description("Language of the name.")
    public final Language language;

    @Description("First year in which the name was official. Null if not known.")
    public final @Nullable Integer fromYear;

    @Description("Last year in which the name was official. Null if it still is.")
    public final @Nullable Integer toYear;

    private ForceName(
            UUID forceKey, String name, Language language, @Nullable Integer fromYear, @Nullable Integer toYear) {
        this.forceKey = forceKey;
        this.name = name;
        this.language = language;
        this.fromYear = fromYear;
        this.toYear = toYear;
    }

    /** The official names of each force, English before Welsh and the oldest first. */
    static List<List<ForceName>> ofForces(List<Force> forces) {
        List<UUID> keys = forces.stream().map(force -> force.key).toList();
        String sql = """
                from force_alias a
                where a.force_id = any(:keys) and a.language is not null
                order by a.language, a.from_year nulls first, a.alias
                """;
        List<List<ForceName>> stored = Rows.grouped(keys, Rows.ofAny(ROWS, sql, keys), name -> name.forceKey);
        List<List<ForceName>> names = new ArrayList<>(forces.size());
        for (int i = 0; i < keys.size(); i++) {
            Force force = forces.get(i);
            List<ForceName> ofForce = new ArrayList<>(stored.get(i));
            if (ofForce.stream().noneMatch(name -> name.language == Language.ENGLISH)) {
                ofForce.add(0, new ForceName(force.key, force.name, Language.ENGLISH, null, null));
            }
            names.add(ofForce);
        }
        return names;
    }

    private static ForceName read(Row row) throws SQLException {
        return new ForceName(
                row.uuid("force_id"),
                row.text("alias"),
                row.enumValue("language", Language.class),
                row.integer("from_year"),
                row.integer("to_year"));
    }
}
