package peel.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import peel.query.Deadline;

class PartStreamTest {

    private static final Deadline HOUR = Deadline.after(Duration.ofHours(1));

    /** A response that takes each part by a function. */
    private static HttpServerResponse response(java.util.function.Function<Buffer, Future<Void>> taking) {
        return (HttpServerResponse) Proxy.newProxyInstance(
                PartStreamTest.class.getClassLoader(),
                new Class<?>[] {HttpServerResponse.class},
                (proxy, method, arguments) -> {
                    if (arguments != null && arguments.length == 1 && arguments[0] instanceof Buffer part) {
                        return taking.apply(part);
                    }
                    throw new UnsupportedOperationException(method.toString());
                });
    }

    @Test
    void keepsOneOfAMillionRowsPartsAtATime() throws Exception {
        AtomicInteger outstanding = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicLong bytes = new AtomicLong();
        HttpServerResponse response = response(part -> {
            assertTrue(part.length() <= 128 * 1024);
            bytes.addAndGet(part.length());
            most.accumulateAndGet(outstanding.incrementAndGet(), Math::max);
            Promise<Void> taken = Promise.promise();
            CompletableFuture.runAsync(() -> {
                outstanding.decrementAndGet();
                taken.complete();
            });
            return taken.future();
        });
        PartStream stream = new PartStream(response, 10_000, HOUR, () -> false);
        byte[] row = "crime.recorded,bedfordshire,2014-04-01,2015-03-31,1234\n".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 1_000_000; i++) {
            stream.write(row);
        }
        stream.end();
        assertEquals(1_000_000L * row.length, bytes.get());
        assertEquals(1, most.get());
    }

    @Test
    void endsWhenTheClientDoesNotTakeAPart() {
        Promise<Void> never = Promise.promise();
        PartStream stream = new PartStream(response(part -> never.future()), 1, HOUR, () -> false);
        assertEnds(Outcome.SLOW, stream);
    }

    @Test
    void endsWhenTheClientHasHungUp() {
        assertEnds(
                Outcome.ABORTED,
                new PartStream(response(part -> Future.failedFuture("closed")), 1_000, HOUR, () -> false));
        assertEnds(
                Outcome.ABORTED,
                new PartStream(
                        response(part -> {
                            throw new IllegalStateException("Response is closed");
                        }),
                        1_000,
                        HOUR,
                        () -> false));
    }

    @Test
    void endsWhenTheTimeHasPassedOrTheServiceStops() {
        HttpServerResponse taking = response(part -> Future.succeededFuture());
        assertEnds(Outcome.TIMEOUT, new PartStream(taking, 1_000, Deadline.after(Duration.ofSeconds(-1)), () -> false));
        assertEnds(Outcome.STOPPED, new PartStream(taking, 1_000, HOUR, () -> true));
    }

    private static void assertEnds(Outcome outcome, PartStream stream) {
        EndedDownloadException ended = assertThrows(EndedDownloadException.class, stream::end);
        assertEquals(outcome, ended.outcome());
    }
}
