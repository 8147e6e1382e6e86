package peel.query;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How rows become objects of a class: the columns that are read and what is made of them. Queries
 * read so, not through Hibernate: nothing of an entity's life cycle serves an answer, and without
 * it a request takes half the time.
 *
 * @param from a table and its alias, {@code judgment j} for instance; or a select in brackets and
 *     its alias
 * @param columns the columns that are read, in the order in which the reader takes them; the first
 *     one is the primary key
 * @param reader makes an object of a row
 * @param <T> the class
 */
public record RowType<T>(String from, List<String> columns, RowReader<T> reader) {

    /**
     * Makes one.
     *
     * @param columns the columns' names, with commas between them
     */
    public static <T> RowType<T> of(String from, String columns, RowReader<T> reader) {
        String alias = from.substring(from.lastIndexOf(' ') + 1);
        List<String> names =
                Arrays.stream(columns.split(",")).map(name -> alias + "." + name.strip()).toList();
        return new RowType<>(from, names, reader);
    }

    /** The same rows where all of them are of a subclass. */
    public <S extends T> RowType<S> as(Class<S> subclass) {
        return new RowType<>(from, columns, row -> subclass.cast(reader.read(row)));
    }

    /** What a select of these rows starts with: {@code select j.id, j.grade}. */
    String select() {
        return columns.stream().collect(Collectors.joining(", ", "select ", " "));
    }
}
