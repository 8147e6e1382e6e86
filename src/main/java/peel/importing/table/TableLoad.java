package peel.importing.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import peel.importing.input.DatasetException;
import peel.importing.input.Problems;
import peel.importing.input.RowSource;
import peel.query.Jdbc;

/**
 * Loads rows into one table: they are copied into a staging table and then merged by key, which updates rows
 * that differ, inserts new ones and leaves the others alone. An empty table may get them directly.
 *
 * <p>Must be closed: while the copy is open, its connection can do nothing else, not even roll back.
 */
public final class TableLoad implements AutoCloseable {

    /** Fewer rows are compared one by one with those that are stored. */
    private static final long BULK = 100_000;

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String CONSTRAINT_VIOLATION = "23";
    private static final String DATA_EXCEPTION = "22";

    private final Connection connection;
    private final RowSource source;
    private final Origin origin;
    private final TargetTable table;
    private final boolean direct;
    private final RowCopy copy;
    private long rows;
    private boolean discarding;
    private boolean differingExists;

    /**
     * Begins to copy, usually into a staging table that it creates.
     *
     * @param direct whether to copy into the table itself, which must be in a {@link BulkInsert} and hold none of the
     *     rows: its end then finds rows with the same key
     */
    public TableLoad(Connection connection, RowSource source, Origin origin, TargetTable table, boolean direct)
            throws SQLException {
        this.connection = connection;
        this.source = source;
        this.origin = origin;
        this.table = table;
        this.direct = direct;
        List<String> columns = table.columns().stream().map(TableColumn::name).toList();
        if (direct) {
            copy = new RowCopy(connection, table.name(), columns);
            return;
        }
        execute("""
                create temporary table %s on commit drop as
                select %s, 0::bigint as csv_line from %s limit 0
                """.formatted(
                        staging(),
                        list(
                                table.columns(),
                                column -> column.stagingType()
                                        .map(type -> "null::" + type + " as " + column.name())
                                        .orElse(column.name())),
                        table.name()));
        copy = new RowCopy(
                connection,
                staging(),
                Stream.concat(columns.stream(), Stream.of("csv_line")).toList());
    }

    public Origin origin() {
        return origin;
    }

    public TargetTable table() {
        return table;
    }

    /** The name of the file that the rows are from, for messages. */
    public String sourceName() {
        return source.name();
    }

    /** The name of the staging table. Its column {@code csv_line} is the line of a row. */
    public String staging() {
        return "staging_" + table.name();
    }

    /**
     * Whether the source has a column. If it does not, a row that otherwise equals the stored one is unchanged.
     */
    public boolean isGiven(TableColumn column) {
        return column.optionalCell().isEmpty()
                || source.has(column.optionalCell().get());
    }

    /**
     * Sends one row.
     *
     * @param values the values of the table's columns, in their order; the array may be reused
     */
    public void add(long line, @Nullable Object[] values) throws SQLException {
        rows++;
        if (discarding) {
            return;
        }
        if (direct) {
            copy.add(values);
        } else {
            copy.add(values, line);
        }
    }

    /** From now on rows are counted but not sent, because one of them is bad. */
    public void discard() {
        discarding = true;
    }

    /** Ends the copy; the rows are then in the staging table. */
    public void endCopy() throws SQLException {
        try {
            copy.end();
            if (!direct) {
                // PostgreSQL does not analyze temporary tables by itself, and without it joins are planned badly.
                execute("analyze " + staging());
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /**
     * Merges the rows into the table.
     *
     * @throws DatasetException if two rows have the same key, or if the database refuses a row
     */
    public void merge(ImportChanges changes) throws SQLException {
        if (direct) {
            changes.add(table.name(), rows, 0, 0);
            return;
        }
        try {
            if (rows >= BULK && areAllNew()) {
                insertAll();
                changes.add(table.name(), rows, 0, 0);
                return;
            }
            refuseDuplicates();
            compare();
            long changed = update();
            // In the order of the file, which generated keys keep and lists follow.
            long inserted = insert("""
                    join %s d on %s where not d.stored order by s.csv_line
                    """.formatted(differing(), sameKey("d")));
            changes.add(table.name(), inserted, changed, rows - changed - inserted);
            if (isTrue("select reltuples < %d from pg_class where oid = '%s'::regclass"
                    .formatted(inserted, table.name()))) {
                // PostgreSQL may have analysed the table while it was empty for everybody else. Joins with it would
                // then
                // be planned as with one row, and take minutes.
                execute("analyze " + table.name());
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** The name of the table of the rows that are new or differ, with what the log of changes says about them. */
    private String differing() {
        return "differing_" + table.name();
    }

    /** Finds the rows that are new or differ: once, for the update, the insert and the log. */
    private void compare() throws SQLException {
        List<TableColumn> compared = updated().stream().filter(this::isGiven).toList();
        String differs = compared.isEmpty()
                ? ""
                : " or (%s) is distinct from (%s)%s"
                        .formatted(
                                list(compared, column -> column.compared("t." + column.name())),
                                list(compared, column -> column.compared(column.newValue(origin))),
                                table.replaceable(origin));
        String isNew = "t." + table.key().get(0) + " is null";
        execute("""
                create temporary table %s on commit drop as
                select s.csv_line, %s, not (%s) as stored%s
                from %s s left join %s t on %s
                where %3$s%s
                """.formatted(
                        differing(),
                        table.key().stream().map(column -> "s." + column).collect(Collectors.joining(", ")),
                        isNew,
                        table.logged().map(this::logged).orElse(""),
                        staging(),
                        table.name(),
                        sameKey("t"),
                        differs));
        execute("analyze " + differing());
        differingExists = true;
    }

    private String logged(LoggedFacts facts) {
        return """
                , case when t.%s is not null then %s end as said_before, %s as said_after, s.publication_id, %s
                """.formatted(table.key().get(0), facts.said("t"), facts.said(this::newValue), facts.parts());
    }

    private String newValue(String column) {
        return table.columns().stream()
                .filter(each -> each.name().equals(column))
                .findFirst()
                .orElseThrow()
                .newValue(origin);
    }

    private List<TableColumn> updated() {
        return table.stored().stream()
                .filter(column -> !table.key().contains(column.name()))
                .toList();
    }

    private long update() throws SQLException {
        List<TableColumn> updated = updated();
        if (updated.isEmpty() || !isTrue("select exists (select from " + differing() + " where stored)")) {
            return 0;
        }
        return execute("update %s t set %s from %s s join %s d on %s where d.stored and %s"
                .formatted(
                        table.name(),
                        list(updated, column -> column.name() + " = " + column.newValue(origin)),
                        staging(),
                        differing(),
                        sameKey("d"),
                        sameKey("t")));
    }

    /**
     * Logs what {@link #merge} changed.
     *
     * @param format the name of the rows' format
     * @return false if the facts are not logged one by one
     */
    public boolean log(ChangeLog log, String format) throws SQLException {
        if (direct || table.logged().isEmpty()) {
            return false;
        }
        LoggedFacts facts = table.logged().get();
        String keys = String.join(", ", table.key());
        String differing = """
                select csv_line as line, %s,
                       case when not stored then 'INSERTED'
                            when %s and said_before is distinct from said_after then 'CORRECTED'
                            else 'CHANGED' end as action,
                       case when said_before is distinct from said_after then said_before end as said_before,
                       said_after, publication_id, part, place
                from %s
                """.formatted(keys, facts.isCorrected(), differing());
        String allNew = """
                select s.csv_line as line, %s, 'INSERTED' as action, cast(null as text) as said_before, %s as said_after,
                       s.publication_id, %s
                from %s s
                """.formatted(keys, facts.said("s"), facts.parts(), staging());
        log.add(
                facts,
                format,
                source.name(),
                differingExists ? differing : allNew,
                staging() + " s on " + sameKey("d"));
        return true;
    }

    /** The condition that a row has the key of the staging table's row {@code s}: a line may have several rows. */
    private String sameKey(String alias) {
        return table.key().stream()
                .map(column -> alias + "." + column + " = s." + column)
                .collect(Collectors.joining(" and "));
    }

    /** @param tail the rest of the select after the staging table {@code s} */
    private long insert(String tail) throws SQLException {
        return execute("insert into %s (%s) select %s from %s s %s"
                .formatted(
                        table.name(),
                        list(table.stored(), TableColumn::name),
                        list(table.stored(), column -> "s." + column.name()),
                        staging(),
                        tail));
    }

    private boolean areAllNew() throws SQLException {
        return isTrue("select not exists (select from %s t join %s s on %s)"
                .formatted(table.name(), staging(), sameKey("t")));
    }

    /** Whether the table holds fewer rows than are to come. */
    private boolean areMost() throws SQLException {
        return isTrue("select count(*) < %1$d from (select from %2$s limit %1$d) stored".formatted(rows, table.name()));
    }

    private boolean isTrue(String sql) throws SQLException {
        return Jdbc.first(connection, sql, row -> row.getBoolean(1)).orElseThrow();
    }

    /**
     * Inserts the rows, all of which are new. Those of a dataset never fill a successor: its load may have changed the table
     * before, in the same transaction.
     */
    private void insertAll() throws SQLException {
        var beforeInsert = connection.setSavepoint();
        try {
            if (!origin.isDataset() && areMost() && Successor.canReplace(connection, table)) {
                Successor successor = Successor.begin(connection, table);
                insert("");
                successor.build();
            } else {
                insert("");
                execute("analyze " + table.name());
            }
            connection.releaseSavepoint(beforeInsert);
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                connection.rollback(beforeInsert);
                refuseDuplicates();
            }
            throw e;
        }
    }

    /**
     * The error that the database refuses a row.
     *
     * @throws SQLException the given one if it is about the database and not about a row
     */
    public DatasetException refused(SQLException e) throws SQLException {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (!state.startsWith(DATA_EXCEPTION) && !state.startsWith(CONSTRAINT_VIOLATION)) {
            throw e;
        }
        return new DatasetException(source.name() + ": the database refuses a row: " + e.getMessage(), e);
    }

    /**
     * Refuses rows with the same key.
     *
     * @throws DatasetException if there are any
     */
    public void refuseDuplicates() throws SQLException {
        Problems problems = new Problems();
        String sql = """
                select min(csv_line) as line, max(csv_line) as other from %s group by %s having count(*) > 1 order by 1
                """.formatted(staging(), String.join(", ", table.key()));
        Jdbc.forEach(
                connection,
                sql,
                row -> problems.add(new DatasetException(source.name()
                        + ", lines "
                        + row.getLong("line")
                        + " and "
                        + row.getLong("other")
                        + ": the same key twice")));
        problems.throwIfAny();
    }

    /**
     * Refuses the rows that a query finds.
     *
     * @param sql selects {@code csv_line}, the {@code cell} at fault and the {@code reason}
     * @throws DatasetException if it finds any
     */
    public void refuse(String sql) throws SQLException {
        Problems problems = new Problems();
        query(
                sql + " order by csv_line",
                row -> problems.add(DatasetException.at(
                        source.name(), row.getLong("csv_line"), row.getString("cell"), row.getString("reason"))));
        problems.throwIfAny();
    }

    /** Passes each row of a query's result to the consumer. */
    public void query(String sql, Jdbc.RowConsumer consumer) throws SQLException {
        Jdbc.forEach(connection, sql, consumer);
    }

    /** Returns the number of rows that a statement changed. */
    public long execute(String sql) throws SQLException {
        return Jdbc.update(connection, sql);
    }

    private static String list(List<TableColumn> columns, Function<TableColumn, String> each) {
        return columns.stream().map(each).collect(Collectors.joining(", "));
    }

    /** Gives up what was not merged and drops the staging table. */
    @Override
    public void close() throws SQLException {
        if (copy.isOpen()) {
            copy.cancel();
        } else if (!direct && !hasFailed()) {
            execute("drop table if exists " + staging() + ", " + differing());
        }
    }

    /** After an error the transaction can only be rolled back, and the staging table with it. */
    private boolean hasFailed() throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;
    }
}
