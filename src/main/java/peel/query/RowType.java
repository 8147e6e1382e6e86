package peel.query;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.jspecify.annotations.Nullable;

/**
 * How rows become objects: where the rows are, and one method that reads each column by its name. The names are
 * collected once, when the type is declared, by calling that method with a row that only notes them; a select lists the
 * columns in this order, and every row is then read by position. Columns of a {@link ColumnGroup} are left out of what an
 * operation reads that selects none of the group's fields.
 *
 * <p>Queries read rows in this way and not through Hibernate because no answer needs an entity's life cycle.
 *
 * @param <T> the class of the objects
 */
public final class RowType<T> {

    private final String from;
    private final String alias;
    private final String key;
    private final ColumnNames columns;
    private final RowReader<T> reader;
    /** The beginning of a statement for each set of groups, made when it is first needed. */
    private final AtomicReferenceArray<@Nullable String> selects;

    private RowType(String from, String alias, String key, ColumnNames columns, RowReader<T> reader) {
        this(
                from,
                alias,
                key,
                columns,
                new AtomicReferenceArray<>(1 << columns.groups().size()),
                reader);
    }

    private RowType(
            String from,
            String alias,
            String key,
            ColumnNames columns,
            AtomicReferenceArray<@Nullable String> selects,
            RowReader<T> reader) {
        this.from = from;
        this.alias = alias;
        this.key = key;
        this.columns = columns;
        this.selects = selects;
        this.reader = reader;
    }

    /**
     * Rows of one table.
     *
     * @param from a table and its alias, such as {@code judgment j}, or a select in brackets and its alias
     * @param reader reads columns by name; the first column is the primary key
     */
    public static <T> RowType<T> of(String from, RowReader<T> reader) {
        String alias = from.substring(from.lastIndexOf(' ') + 1);
        ColumnNames columns = ColumnNames.of(reader, alias + ".");
        return new RowType<>(from, alias, columns.first(), columns, reader);
    }

    /**
     * Rows of a statement of its own, for {@link Rows#of} only.
     *
     * @param reader reads columns by SQL expressions, such as {@code count(*)} or {@code q.cycle}
     */
    public static <T> RowType<T> ofExpressions(RowReader<T> reader) {
        // Rows.of needs only the select.
        return new RowType<>("", "", "", ColumnNames.of(reader, ""), reader);
    }

    /**
     * Prepares a new entity to be read into without Hibernate. Otherwise an enhanced entity would note the name of each
     * field that is set, and copy the array of these names every time.
     */
    public static <E> E unmanaged(E entity) {
        if (entity instanceof SelfDirtinessTracker tracker) {
            tracker.$$_hibernate_suspendDirtyTracking(true);
        }
        return entity;
    }

    /** The same type for selections all of whose rows are of a subclass. */
    public <S extends T> RowType<S> as(Class<S> subclass) {
        return new RowType<>(from, alias, key, columns, selects, row -> subclass.cast(reader.read(row)));
    }

    /** The table and its alias: {@code judgment j}. */
    String from() {
        return from;
    }

    /** The alias: {@code j}. */
    String alias() {
        return alias;
    }

    /** The primary key's column: {@code j.id}. */
    String key() {
        return key;
    }

    /**
     * The groups that an operation reads, a bit for each.
     *
     * @param fields the names of the fields that it selects; null for all there are
     */
    int groupsFor(@Nullable Set<String> fields) {
        List<ColumnGroup> groups = columns.groups();
        int read = 0;
        for (int i = 0; i < groups.size(); i++) {
            if (fields == null || groups.get(i).isReadFor(fields)) {
                read |= 1 << i;
            }
        }
        return read;
    }

    /** The beginning of a statement that selects these rows with some groups: {@code select j.id, j.grade }. */
    String select(int groups) {
        String known = selects.get(groups);
        if (known != null) {
            return known;
        }
        String select = columns.in(groups).stream().collect(Collectors.joining(", ", "select ", " "));
        selects.set(groups, select);
        return select;
    }

    RowReader<T> reader() {
        return reader;
    }
}
