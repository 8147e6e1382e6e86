package peel.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import peel.testing.TestDatabase;

/**
 * Measures CPU time of the service and of the PostgreSQL processes that work for it. Only on Linux, and for a server on
 * this machine; elsewhere the time of PostgreSQL is missing.
 */
public final class CpuTime implements AutoCloseable {

    private final Connection connection;

    /** Opens a connection that knows the processes of the database. */
    public CpuTime(TestDatabase database) throws SQLException {
        this.connection = database.connect();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** The microseconds that work takes on this thread and in PostgreSQL. */
    public long ofThread(Runnable work) {
        return of(work, () -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    /** The microseconds that work takes on all threads of this process, compiler and collector included. */
    public long ofProcess(Runnable work) {
        com.sun.management.OperatingSystemMXBean process =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return of(work, process::getProcessCpuTime);
    }

    private long of(Runnable work, LongSupplier service) {
        Map<Integer, Long> backends = backends();
        long before = service.getAsLong();
        work.run();
        long nanos = service.getAsLong() - before;
        for (Map.Entry<Integer, Long> backend : backends.entrySet()) {
            nanos += Math.max(0, nanosOf(backend.getKey()) - backend.getValue());
        }
        return nanos / 1_000;
    }

    private Map<Integer, Long> backends() {
        Map<Integer, Long> nanos = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
                        """)) {
            while (rows.next()) {
                nanos.put(rows.getInt(1), nanosOf(rows.getInt(1)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return nanos;
    }

    private static long nanosOf(int process) {
        try {
            return Long.parseLong(
                    Files.readString(Path.of("/proc/" + process + "/schedstat")).split(" ")[0]);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
