package peel.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceListener;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import peel.testing.Eventually;
import peel.testing.TestServer;
import peel.testing.TestSettings;

class RevisionWatchTest {

    private static final UUID REVISION = new UUID(1, 2);

    private static final Formatter MESSAGE = new PatternFormatter("%s");

    @Test
    void outlivesEveryKindOfFailureAndReportsEachOnce() throws Exception {
        List<String> logged = watchAfter(
                List.of(
                        new OutOfMemoryError("first"),
                        new OutOfMemoryError("second"),
                        new IllegalStateException("third"),
                        new StackOverflowError(),
                        new IllegalStateException("fifth")),
                message -> {});
        assertEquals(
                List.of(
                        "The dataset's revision is not watched: java.lang.OutOfMemoryError: first",
                        "The dataset's revision is not watched: java.lang.IllegalStateException: third",
                        "The dataset's revision is not watched: java.lang.StackOverflowError"),
                logged);
    }

    @Test
    void outlivesALogThatFails() throws Exception {
        List<String> logged = watchAfter(List.of(new OutOfMemoryError("first"), new OutOfMemoryError("second")), m -> {
            if (m.endsWith("first")) {
                throw new OutOfMemoryError("the log");
            }
        });
        assertEquals(List.of("The dataset's revision is not watched: java.lang.OutOfMemoryError: second"), logged);
    }

    /** Has each attempt to watch fail in turn, waits until one succeeds, and returns the warnings. */
    private static List<String> watchAfter(List<Throwable> failures, Consumer<String> log) throws Exception {
        Queue<Throwable> left = new ConcurrentLinkedQueue<>(failures);
        Queue<String> logged = new ConcurrentLinkedQueue<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getLevel().intValue() >= org.jboss.logmanager.Level.WARN.intValue()) {
                    String message = MESSAGE.format(record);
                    log.accept(message);
                    logged.add(message);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(RevisionWatch.class.getName());
        logger.addHandler(handler);
        try (AgroalDataSource database = failingFirst(left)) {
            ExecutionConfig config = TestSettings.of(ExecutionConfig.class, Map.of("peel.endpoint.timeout", "10s"));
            RevisionWatch watch = new RevisionWatch(database, new AnswerCache(config), config);
            watch.onStart(new StartupEvent());
            Eventually.holds(() -> {
                UUID revision = watch.current();
                // Unknown until nothing fails any more.
                return left.isEmpty() && REVISION.equals(revision);
            });
            watch.onStop(new ShutdownEvent());
        } finally {
            logger.removeHandler(handler);
        }
        return List.copyOf(logged);
    }

    private static AgroalDataSource failingFirst(Queue<Throwable> failures) throws SQLException {
        TestServer server = TestServer.get();
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(pool -> pool.maxSize(1)
                                .connectionFactoryConfiguration(connection -> connection
                                        .jdbcUrl(server.jdbcUrl())
                                        .principal(new NamePrincipal(server.username()))
                                        .credential(new SimplePassword(server.password()))
                                        .initialSql("create temporary table dataset_revision as select 1 as revision,"
                                                + " now() as imported_at, uuid '" + REVISION + "' as identity"))),
                new AgroalDataSourceListener() {
                    @Override
                    public void beforeConnectionAcquire() {
                        Throwable failure = failures.poll();
                        if (failure instanceof Error error) {
                            throw error;
                        }
                        if (failure instanceof RuntimeException exception) {
                            throw exception;
                        }
                    }
                });
    }
}
