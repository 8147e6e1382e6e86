package peel.download.table;

import java.util.ArrayList;
import java.util.List;

/** All tables that can be downloaded. */
public final class Tables {

    /** The tables in the form that {@code import} reads, in the order of import. */
    public static final List<Table> OF_FORMATS = FormatTable.all();

    /** All tables, those for people first. */
    public static final List<Table> ALL = all();

    private Tables() {}

    /** The table with a name. */
    static Table ofName(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static List<Table> all() {
        List<Table> all = new ArrayList<>(List.of(PanelTable.table(), ObservationTable.table()));
        all.addAll(OF_FORMATS);
        return List.copyOf(all);
    }
}
