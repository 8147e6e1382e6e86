package peel.importing.format;

import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.importing.input.InputRow;

/** Reads and checks the rows of one import. One array is used for all rows: a file may have millions. */
public final class RowMapping {

    private final Column.RowReader[] readers;
    private final boolean[] loaded;
    private final RowCheck check;
    private final @Nullable Object[] values;

    RowMapping(List<Column> columns, RowCheck check) {
        this.readers = columns.stream().map(Column::reader).toArray(Column.RowReader[]::new);
        this.loaded = new boolean[readers.length];
        int size = 0;
        for (int i = 0; i < readers.length; i++) {
            loaded[i] = columns.get(i).isLoaded();
            size += loaded[i] ? 1 : 0;
        }
        this.check = check;
        this.values = new Object[size];
    }

    /**
     * Reads a row.
     *
     * @return the values of the target table's columns in their order, valid until the next call
     * @throws peel.importing.input.DatasetException if the row is not valid
     */
    public @Nullable Object[] read(InputRow row, ImportContext context) {
        int next = 0;
        for (int i = 0; i < readers.length; i++) {
            Object value = readers[i].read(row, context);
            if (loaded[i]) {
                values[next++] = value;
            }
        }
        check.check(row, context);
        return values;
    }
}
