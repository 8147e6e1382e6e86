package peel.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into one table: copied into a staging table, then merged by key, which updates
 * what differs, inserts what is new and leaves the rest alone.
 *
 * <p>Has to be closed: while a copy is open its connection can do nothing else, not even roll back.
 */
final class TableLoad implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    /** Below that, indexes are kept up row by row faster than they are built anew. */
    private static final long BULK = 100_000;

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String CONSTRAINT_VIOLATION = "23";
    private static final String DATA_EXCEPTION = "22";

    private static final Set<String> PLACE = Set.of("source_url", "source_figure", "source_page");

    private final Connection connection;
    private final RowSource source;
    private final Origin origin;
    private final String table;
    private final List<String> key;
    private final List<String> columns;
    private final List<String> optional;
    private final CopyIn copy;
    private final StringBuilder chunk = new StringBuilder(CHUNK + 1024);
    private long rows;
    private boolean discarding;

    /**
     * Opens the staging table.
     *
     * @param key the columns of the primary or of a unique key
     * @param columns all columns that are loaded, the key's among them
     * @param optional those of the columns that the source leaves out: a row that is otherwise as
     *     stored is unchanged
     * @param more further columns of the staging table, each with its type
     */
    TableLoad(
            Connection connection,
            RowSource source,
            Origin origin,
            String table,
            List<String> key,
            List<String> columns,
            List<String> optional,
            Map<String, String> more)
            throws SQLException {
        this.connection = connection;
        this.source = source;
        this.origin = origin;
        this.table = table;
        this.key = key;
        this.columns = columns;
        this.optional = optional;
        String extra = more.entrySet().stream()
                .map(column -> ", null::" + column.getValue() + " as " + column.getKey())
                .collect(Collectors.joining());
        execute("create temporary table "
                + staging()
                + " on commit drop as select "
                + String.join(", ", columns)
                + extra
                + ", 0::bigint as csv_line from "
                + table
                + " limit 0");
        List<String> copied = new ArrayList<>(columns);
        copied.addAll(more.keySet());
        copied.add("csv_line");
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + staging() + " (" + String.join(", ", copied) + ") from stdin (format csv)");
    }

    /** Sends one row: the values of the columns, then of the further columns. */
    void add(long line, Object... values) throws SQLException {
        rows++;
        if (discarding) {
            return;
        }
        for (Object value : values) {
            append(value);
            chunk.append(',');
        }
        chunk.append(line).append('\n');
        if (chunk.length() >= CHUNK) {
            send();
        }
    }

    /** From now on rows are checked, but not sent. */
    void discard() {
        discarding = true;
    }

    private void append(Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof Integer || value instanceof java.time.LocalDate) {
            chunk.append(value);
            return;
        }
        String text = value instanceof Collection<?> elements ? array(elements) : value.toString();
        chunk.append('"');
        if (text.indexOf('"') < 0) {
            chunk.append(text);
        } else {
            chunk.append(text.replace("\"", "\"\""));
        }
        chunk.append('"');
    }

    private static String array(Collection<?> elements) {
        return elements.stream()
                .map(element -> '"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void send() throws SQLException {
        byte[] bytes = chunk.toString().getBytes(UTF_8);
        chunk.setLength(0);
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    /** Ends the copy; the rows are then in the staging table. */
    void endCopy() throws SQLException {
        try {
            send();
            copy.endCopy();
            // Nobody else does it for a temporary table, and without it joins are planned badly.
            execute("analyze " + staging());
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /**
     * Merges the rows into the table.
     *
     * @throws DatasetException if two rows have the same key, or if the database refuses a row
     */
    void merge(Changes changes) throws SQLException {
        try {
            if (rows >= BULK && isAllNewAndMost()) {
                mergeInBulk();
                changes.add(table, rows, 0, 0);
                return;
            }
            refuseDuplicates();
            long changed = update();
            // In the file's order, which generated keys keep and lists follow.
            long inserted = insert("where " + isNew() + " order by csv_line");
            changes.add(table, inserted, changed, rows - changed - inserted);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private long update() throws SQLException {
        Map<String, String> values = values();
        if (values.isEmpty()) {
            return 0;
        }
        List<String> compared = values.keySet().stream()
                .filter(column -> !optional.contains(column))
                .toList();
        return execute("update "
                + table
                + " t set "
                + values.entrySet().stream()
                        .map(value -> value.getKey() + " = " + value.getValue())
                        .collect(Collectors.joining(", "))
                + " from "
                + staging()
                + " s where "
                + same(key)
                + " and ("
                + list(compared, column -> asWritten("t." + column, column))
                + ") is distinct from ("
                + list(compared, column -> asWritten(values.get(column), column))
                + ")"
                + keepingImported(origin, columns));
    }

    /** 63.0 is not 63: figures keep their trailing zeros. */
    private static String asWritten(String expression, String column) {
        return column.equals("value") ? "cast(" + expression + " as text)" : expression;
    }

    /** What the dataset of the start may not replace. */
    static String keepingImported(Origin origin, Collection<String> columns) {
        return origin == Origin.DATASET && columns.contains("source_file") ? " and t.source_file is null" : "";
    }

    /** What each column but the key's becomes, if a row is there already. */
    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String column : columns) {
            if (!key.contains(column)) {
                values.put(column, value(column));
            }
        }
        return values;
    }

    private String value(String column) {
        if (origin != Origin.REPORT) {
            return "s." + column;
        }
        if (table.equals("publication")) {
            return filled("t", "s", column);
        }
        if (table.equals("finding") && (column.equals("text") || column.equals("wording"))) {
            return "case when s.wording = 'NOT_PRINTED' then t." + column + " else s." + column + " end";
        }
        if (table.equals("observation") && column.equals("missing")) {
            return "case when coalesce(s.value, t.value) is null then s.missing end";
        }
        return reported(column);
    }

    /** What a column becomes when a report is imported: a place belongs to its publication. */
    static String reported(String column) {
        if (PLACE.contains(column)) {
            return "case when s.publication_id = t.publication_id then "
                    + filled("s", "t", column)
                    + " else s."
                    + column
                    + " end";
        }
        return column.equals(Format.CONTRADICTION) ? "s." + column : filled("s", "t", column);
    }

    private static String filled(String first, String second, String column) {
        return "coalesce(" + first + "." + column + ", " + second + "." + column + ")";
    }

    private String same(List<String> columns) {
        return columns.stream().map(column -> "t." + column + " = s." + column).collect(Collectors.joining(" and "));
    }

    private String isNew() {
        return "not exists (select from " + table + " t where " + same(key) + ")";
    }

    private long insert(String condition) throws SQLException {
        String names = String.join(", ", columns);
        return execute(
                "insert into " + table + " (" + names + ") select " + names + " from " + staging() + " s " + condition);
    }

    /** Whether no row is there yet, and the table holds fewer than are to come. */
    private boolean isAllNewAndMost() throws SQLException {
        return isTrue("select count(*) < " + rows + " from (select from " + table + " limit " + rows + ") stored")
                && isTrue("select not exists (select from "
                        + table
                        + " t join "
                        + staging()
                        + " s on "
                        + same(key)
                        + ")");
    }

    private void mergeInBulk() throws SQLException {
        var beforeMerge = connection.setSavepoint();
        try {
            Indexes indexes = Indexes.dropOf(connection, table);
            if (isCounted()) {
                execute("alter table observation disable trigger user");
            }
            insert("");
            indexes.create();
            if (isCounted()) {
                execute("alter table observation enable trigger user");
                query("select recount_observations()", row -> {});
            }
            execute("analyze " + table);
            connection.releaseSavepoint(beforeMerge);
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                connection.rollback(beforeMerge);
                refuseDuplicates();
            }
            throw e;
        }
    }

    /** Whether triggers keep totals of its rows: to count all of them at once takes less. */
    private boolean isCounted() {
        return table.equals("observation");
    }

    /**
     * What a failure means.
     *
     * @return that the database refuses a row
     * @throws SQLException the same again, if it says something of the database and not of a row
     */
    DatasetException refused(SQLException e) throws SQLException {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (!state.startsWith(DATA_EXCEPTION) && !state.startsWith(CONSTRAINT_VIOLATION)) {
            throw e;
        }
        return new DatasetException(source.name() + ": the database refuses a row: " + e.getMessage(), e);
    }

    void refuseDuplicates() throws SQLException {
        Problems problems = new Problems();
        query(
                "select min(csv_line), max(csv_line) from "
                        + staging()
                        + " group by "
                        + String.join(", ", key)
                        + " having count(*) > 1 order by 1",
                lines -> problems.add(new DatasetException(source.name()
                        + ", lines "
                        + lines.getLong(1)
                        + " and "
                        + lines.getLong(2)
                        + ": the same key twice")));
        problems.refuse();
    }

    String staging() {
        return "staging_" + table;
    }

    private static String list(List<String> columns, UnaryOperator<String> each) {
        return columns.stream().map(each).collect(Collectors.joining(", "));
    }

    long execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }

    /** Takes the rows of a result, one after the other. */
    interface ResultRow {
        void read(ResultSet row) throws SQLException;
    }

    void query(String sql, ResultRow reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private boolean isTrue(String sql) throws SQLException {
        boolean[] answer = new boolean[1];
        query(sql, row -> answer[0] = row.getBoolean(1));
        return answer[0];
    }

    /** Gives up what wasn't merged, and the staging table. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        } else {
            dropStaging();
        }
    }

    private void dropStaging() throws SQLException {
        // After an error the transaction is over, and the table goes with it.
        if (!isFailed()) {
            execute("drop table if exists " + staging());
        }
    }

    private boolean isFailed() throws SQLException {
        return connection.unwrap(org.postgresql.core.BaseConnection.class).getTransactionState()
                == org.postgresql.core.TransactionState.FAILED;
    }
}
