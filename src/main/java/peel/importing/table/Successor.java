package peel.importing.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import peel.importing.input.DatasetException;
import peel.query.Jdbc;

/**
 * A table that takes the place of one that gets more rows than it holds: it is filled without indexes, which are built
 * from all rows at once, while the other one is read as ever. Until the end of the import's transaction it is in a schema
 * of its own, which only this transaction sees and searches first; so each statement of the import finds it under the
 * table's name.
 *
 * <p>Whoever still reads as of a moment before the import sees the rows of that moment in it: those of the table are
 * copied as frozen, which everybody sees, and the new ones are seen after the commit only.
 */
public final class Successor {

    private static final String SCHEMA = "peel_import";

    /** Blocks of 8 kB that are copied at once, in memory. */
    private static final int BLOCKS = 512;

    /** How long an attempt to take the table's place waits for each of four tables, and readers behind it. */
    private static final String LONGEST_WAIT = "150ms";

    /** Ten minutes and more, with the half second between them. */
    private static final int ATTEMPTS = 1000;

    /**
     * Whether nothing is lost with the table: nothing else refers to it or replicates it, and nobody reads on this server as
     * of a moment before the last import, whose rows would then be seen too early.
     */
    private static final String IS_REPLACEABLE = """
            select to_regnamespace('peel_import') is null
                and has_database_privilege(current_database(), 'create')
                and c.relkind = 'r' and c.relpersistence = 'p' and c.relowner = current_user::regrole
                and not exists (select from aclexplode(c.relacl) where grantor <> c.relowner)
                and c.reloptions is null and c.reltablespace = 0 and c.relreplident = 'd'
                and not c.relrowsecurity and not c.relhassubclass
                and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attacl is not null)
                and not exists (select from pg_inherits i where i.inhrelid = c.oid)
                and not exists (select from pg_constraint r where r.confrelid = c.oid)
                and not exists (select from pg_trigger t
                                where t.tgrelid = c.oid and t.tgenabled <> 'O')
                and not exists (select from pg_depend d
                                where d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid
                                  and d.classid in ('pg_rewrite'::regclass, 'pg_proc'::regclass, 'pg_policy'::regclass))
                and not exists (select from pg_publication)
                and coalesce((select max(age(backend_xmin)) from pg_stat_activity
                              where datname = current_database() and pid <> pg_backend_pid()
                                and backend_type <> 'autovacuum worker'), 0)
                    < coalesce((select age(xmin) from dataset_revision order by revision desc limit 1), 2147483647)
            from pg_class c
            where c.oid = ?::regclass
            """;

    private final Connection connection;
    private final TargetTable table;
    private final String schema;
    private final String searchPath;
    private final List<String> definitions = new ArrayList<>();

    private Successor(Connection connection, TargetTable table) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.schema = Jdbc.first(
                        connection,
                        "select quote_ident(relnamespace::regnamespace::text) from pg_class where oid = ?::regclass",
                        row -> row.getString(1),
                        table.name())
                .orElseThrow();
        this.searchPath = Jdbc.first(connection, "show search_path", row -> row.getString(1))
                .orElseThrow();
    }

    /** Whether a table can be replaced; otherwise rows are inserted one after the other. */
    static boolean canReplace(Connection connection, TargetTable table) throws SQLException {
        return Jdbc.first(connection, IS_REPLACEABLE, row -> row.getBoolean(1), table.name())
                .orElseThrow();
    }

    /** Begins with the rows of the table, which is read as before but not changed any more. */
    static Successor begin(Connection connection, TargetTable table) throws SQLException {
        Successor successor = new Successor(connection, table);
        successor.create();
        successor.copyRows();
        Jdbc.execute(connection, List.of("set local search_path = " + SCHEMA + ", " + successor.searchPath));
        return successor;
    }

    private String original() {
        return schema + "." + table.name();
    }

    private String replacement() {
        return SCHEMA + "." + table.name();
    }

    private void create() throws SQLException {
        Jdbc.execute(
                connection,
                List.of(
                        "lock table " + original() + " in share row exclusive mode",
                        "create schema " + SCHEMA,
                        "create table " + replacement() + " (like " + original()
                                + " including all excluding indexes)"));
        String sql = """
                select 'alter table ' || $$%2$s$$ || ' add constraint ' || quote_ident(conname) || ' '
                       || pg_get_constraintdef(oid) as definition, array_position('{p,u,x,f}'::text[], contype::text) as position
                from pg_constraint where conrelid = '%1$s'::regclass and contype in ('p', 'u', 'x', 'f')
                union all
                select replace(pg_get_indexdef(indexrelid), ' ON %1$s ', ' ON %2$s '), 5
                from pg_index
                where indrelid = '%1$s'::regclass and not exists (select from pg_constraint where conindid = indexrelid)
                order by position
                """.formatted(original(), replacement());
        Jdbc.forEach(connection, sql, row -> definitions.add(row.getString("definition")));
    }

    private void copyRows() throws SQLException {
        String columns = Jdbc.first(connection, """
                select string_agg(quote_ident(attname), ', ' order by attnum)
                from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                """.formatted(original()), row -> row.getString(1))
                .orElseThrow();
        int blocks = Jdbc.first(
                        connection,
                        "select pg_relation_size('%s') / current_setting('block_size')::integer".formatted(original()),
                        row -> row.getInt(1))
                .orElseThrow();
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try {
            for (int block = 0; block < blocks; block += BLOCKS) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                copies.copyOut(
                        "copy (select %s from %s where ctid >= '(%d,0)' and ctid < '(%d,0)') to stdout (format binary)"
                                .formatted(columns, original(), block, block + BLOCKS),
                        rows);
                copies.copyIn(
                        "copy %s (%s) from stdin (format binary, freeze)".formatted(replacement(), columns),
                        new ByteArrayInputStream(rows.toByteArray()));
            }
        } catch (IOException e) {
            // Both ends are in memory.
            throw new UncheckedIOException(e);
        }
    }

    /** Builds indexes and keys, checks references, and adds triggers and grants. */
    void build() throws SQLException {
        Jdbc.execute(connection, List.of("set local maintenance_work_mem = '256MB'"));
        Jdbc.execute(connection, definitions);
        Jdbc.execute(connection, table.afterBulkInsert());
        String triggersAndGrants = """
                select replace(pg_get_triggerdef(oid), ' ON %1$s ', ' ON %2$s ') from pg_trigger
                where tgrelid = '%1$s'::regclass and not tgisinternal
                union all
                select format('grant %%s on %2$s to %%s %%s', privilege_type,
                              case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end,
                              case when is_grantable then 'with grant option' end)
                from pg_class, aclexplode(relacl)
                where oid = '%1$s'::regclass and grantee <> relowner
                """.formatted(original(), replacement());
        Jdbc.execute(connection, Jdbc.list(connection, triggersAndGrants, row -> row.getString(1)));
        Jdbc.execute(connection, List.of("analyze " + replacement()));
    }

    /**
     * Puts the successors of this transaction in the place of their tables: the last step before the commit, since nobody
     * can read the tables, and those they refer to, from here on. Waits for whoever reads them, in short attempts, so that
     * those who come meanwhile wait for no more than one of these.
     *
     * @param file the name of what is imported
     * @throws DatasetException if a transaction has read the tables all the time
     */
    public static void takePlaces(Connection connection, String file) throws SQLException {
        List<String> tables = Jdbc.list(
                connection,
                "select quote_ident(relname) from pg_class where relkind = 'r' and relnamespace = to_regnamespace(?)",
                row -> row.getString(1),
                SCHEMA);
        if (tables.isEmpty()) {
            return;
        }
        String searchPath = Jdbc.first(connection, "show search_path", row -> row.getString(1))
                .orElseThrow();
        Jdbc.execute(connection, List.of("set local search_path = " + searchPath.substring((SCHEMA + ", ").length())));
        for (String table : tables) {
            String schema = Jdbc.first(
                            connection,
                            "select quote_ident(relnamespace::regnamespace::text) from pg_class where oid = ?::regclass",
                            row -> row.getString(1),
                            table)
                    .orElseThrow();
            lock(connection, table, file);
            Jdbc.execute(
                    connection,
                    List.of("drop table " + table, "alter table " + SCHEMA + "." + table + " set schema " + schema));
        }
        Jdbc.execute(connection, List.of("drop schema " + SCHEMA));
    }

    private static void lock(Connection connection, String table, String file) throws SQLException {
        String tables = TableLocks.tables(connection, table);
        Jdbc.execute(connection, List.of("set local lock_timeout = '" + LONGEST_WAIT + "'"));
        for (int attempt = 1; !TableLocks.lock(connection, tables, ""); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new DatasetException(
                        file + ": one transaction has read " + tables + " for minutes; import the file after its end");
            }
            Jdbc.execute(connection, List.of("select pg_sleep(0.5)"));
        }
    }
}
