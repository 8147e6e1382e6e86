package peel.node;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import peel.query.RowType;
import peel.query.Rows;

/** A row of an earlier bundled dataset that another row replaced. */
public record WithdrawnRow(UUID key, UUID currentKey) {

    private static final RowType<WithdrawnRow> ROWS =
            RowType.ofExpressions(row -> new WithdrawnRow(row.uuid("w.id"), row.uuid("w.current_id")));

    /** The keys of the rows that replaced rows with these keys, by the replaced row's key. */
    public static Map<UUID, UUID> replacements(List<UUID> keys) {
        Map<UUID, UUID> replacements = new HashMap<>();
        Rows.ofAny(ROWS, "from withdrawn_row w where w.id = any(:keys) and w.current_id is not null", keys)
                .forEach(row -> replacements.put(row.key, row.currentKey));
        return replacements;
    }
}
