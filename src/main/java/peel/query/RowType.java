package peel.query;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SelfDirtinessTracker;

/**
 * How rows become objects of a class: the columns that are read and what is made of them. Queries
 * read so, not through Hibernate: nothing of an entity's life cycle serves an answer.
 *
 * @param <T> the class
 */
public final class RowType<T> {

    private final String from;
    private final String alias;
    private final String key;
    private final String select;
    private final RowReader<T> reader;

    private RowType(String from, String key, String select, RowReader<T> reader) {
        this.from = from;
        this.alias = aliasOf(from);
        this.key = key;
        this.select = select;
        this.reader = reader;
    }

    /**
     * Makes one.
     *
     * @param from a table and its alias, {@code judgment j} for instance; or a select in brackets
     *     and its alias
     * @param columns the names of the columns that are read, with commas between them, in the order
     *     in which the reader takes them; the first one is the primary key
     * @param reader makes an object of a row
     */
    public static <T> RowType<T> of(String from, String columns, RowReader<T> reader) {
        String alias = aliasOf(from);
        String[] names = columns.split("\\s*,\\s*");
        String select =
                Arrays.stream(names).map(name -> alias + "." + name).collect(Collectors.joining(", ", "select ", " "));
        return new RowType<>(from, alias + "." + names[0], select, reader);
    }

    /**
     * A new entity to read a row into, which Hibernate is never given: it need not list which of
     * its fields were set, in an array that is copied for each of them.
     */
    public static <E> E unmanaged(E entity) {
        if (entity instanceof SelfDirtinessTracker tracker) {
            tracker.$$_hibernate_suspendDirtyTracking(true);
        }
        return entity;
    }

    /** The same rows where all of them are of a subclass. */
    public <S extends T> RowType<S> as(Class<S> subclass) {
        return new RowType<>(from, key, select, row -> subclass.cast(reader.read(row)));
    }

    /** Where the rows are, with an alias: {@code judgment j}. */
    String from() {
        return from;
    }

    /** The alias: {@code j}. */
    String alias() {
        return alias;
    }

    /** The primary key: {@code j.id}. */
    String key() {
        return key;
    }

    /** What a select of these rows starts with: {@code select j.id, j.grade }. */
    String select() {
        return select;
    }

    RowReader<T> reader() {
        return reader;
    }

    private static String aliasOf(String from) {
        return from.substring(from.lastIndexOf(' ') + 1);
    }
}
