package peel.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement with named parameters ({@code :name}), translated for the driver.
 *
 * @param text the statement with a question mark for each parameter
 * @param checkedText the same, made by {@link RevisionCheck#around}
 * @param noneText the same, made by {@link RevisionCheck#aroundNone}
 * @param names the parameter that each question mark stands for
 */
record Sql(String text, String checkedText, String noneText, List<String> names) {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    /** Bounded, because no value is ever part of a text: there are as many as the queries have forms. */
    private static final Map<String, Sql> TRANSLATED = new ConcurrentHashMap<>();

    /** After how many rows the deadline is checked. */
    private static final int ROWS_PER_CHECK = 256;

    static Sql of(String named) {
        Sql known = TRANSLATED.get(named);
        return known == null ? TRANSLATED.computeIfAbsent(named, Sql::translate) : known;
    }

    private static Sql translate(String named) {
        List<String> names = new ArrayList<>();
        String text = PARAMETER.matcher(named).replaceAll(parameter -> {
            names.add(parameter.group(1));
            return Matcher.quoteReplacement("?");
        });
        return new Sql(text, RevisionCheck.around(text), RevisionCheck.aroundNone(text), names);
    }

    /** @param groups the groups of columns that the statement selects, a bit for each */
    <V> List<V> read(Connection connection, Map<String, @Nullable Object> parameters, RowReader<V> reader, int groups)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            setAll(connection, statement, 1, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<V> read = new ArrayList<>();
                Row row = new Row(rows, 0, groups);
                while (row.next()) {
                    read.add(reader.read(row));
                }
                return read;
            }
        }
    }

    /**
     * Reads the rows of one revision of the dataset. The time limit and the statement are sent in one round trip, so that
     * PostgreSQL executes both in one implicit transaction if there is no other.
     *
     * @param revision the identity of the expected revision, null if no dataset is expected
     * @param groups the groups of columns that the statement selects, a bit for each
     * @throws RevisionChangedException if the dataset has another revision
     */
    <V> List<V> readChecked(
            @Nullable UUID revision,
            RevisionCheck check,
            Connection connection,
            Map<String, @Nullable Object> parameters,
            RowReader<V> reader,
            int groups)
            throws SQLException {
        List<V> read = readChecked(checkedText, 1, revision, check, connection, parameters, reader, groups);
        return read.isEmpty()
                ? readChecked(noneText, 2, revision, check, connection, parameters, reader, groups)
                : read;
    }

    /** @param columns the number of columns before those that are read */
    private <V> List<V> readChecked(
            String sql,
            int columns,
            @Nullable UUID revision,
            RevisionCheck check,
            Connection connection,
            Map<String, @Nullable Object> parameters,
            RowReader<V> reader,
            int groups)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            check.set(connection, statement, revision);
            setAll(connection, statement, 3, parameters);
            statement.execute();
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                return readChecked(revision, new Row(rows, columns, groups), columns, rows, reader, check.deadline());
            }
        }
    }

    private static <V> List<V> readChecked(
            @Nullable UUID revision, Row row, int columns, ResultSet rows, RowReader<V> reader, Deadline deadline)
            throws SQLException {
        List<V> read = new ArrayList<>();
        if (!row.next()) {
            return read;
        }
        if (!rows.getBoolean(1)) {
            throw new RevisionChangedException(revision);
        }
        // After aroundNone, the only row may stand for none.
        if (columns == 2 && !rows.getBoolean(2)) {
            return read;
        }
        do {
            if (read.size() % ROWS_PER_CHECK == 0) {
                deadline.check();
            }
            read.add(reader.read(row));
        } while (row.next());
        return read;
    }

    private void setAll(
            Connection connection, PreparedStatement statement, int first, Map<String, @Nullable Object> parameters)
            throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            set(connection, statement, first + i, parameters.get(names.get(i)));
        }
    }

    private static void set(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.VARCHAR);
        } else if (value instanceof Object[] values) {
            statement.setArray(index, connection.createArrayOf(SqlArrays.elementType(values), values));
        } else {
            statement.setObject(index, value);
        }
    }
}
