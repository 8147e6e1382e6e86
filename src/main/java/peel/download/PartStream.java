package peel.download;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import peel.query.Deadline;
import peel.query.DeadlinePassedException;

/**
 * Sends what is written to it in parts, each when the connection has taken the part before it. So there is never more than
 * one part in memory, and whoever writes waits for the client.
 */
final class PartStream extends OutputStream {

    /** In bytes. */
    static final int PART = 128 * 1_024;

    private final HttpServerResponse response;
    private final long millisForPart;
    private final Deadline deadline;
    private final Supplier<Boolean> stopping;
    private final byte[] part = new byte[PART];
    private int filled;

    /**
     * @param millisForPart how long the client may take to read a part
     */
    PartStream(HttpServerResponse response, long millisForPart, Deadline deadline, Supplier<Boolean> stopping) {
        this.response = response;
        this.millisForPart = millisForPart;
        this.deadline = deadline;
        this.stopping = stopping;
    }

    @Override
    public void write(int one) throws EndedDownloadException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws EndedDownloadException {
        int start = from;
        int end = from + count;
        while (start < end) {
            if (filled == PART) {
                send();
            }
            int copied = Math.min(end - start, PART - filled);
            System.arraycopy(bytes, start, part, filled, copied);
            filled += copied;
            start += copied;
        }
    }

    /** Nothing: the last part is sent by {@link #end}, when it is certain that it is the last. */
    @Override
    public void close() {}

    /** Sends the last part and ends the response. */
    void end() throws EndedDownloadException {
        await(() -> response.end(takePart()));
    }

    private void send() throws EndedDownloadException {
        await(() -> response.write(takePart()));
    }

    private Buffer takePart() {
        Buffer taken = Buffer.buffer(Arrays.copyOf(part, filled));
        filled = 0;
        return taken;
    }

    private void await(Supplier<Future<Void>> sending) throws EndedDownloadException {
        try {
            deadline.check();
            if (stopping.get()) {
                throw new EndedDownloadException(Outcome.STOPPED);
            }
            sending.get().toCompletionStage().toCompletableFuture().get(millisForPart, TimeUnit.MILLISECONDS);
        } catch (DeadlinePassedException e) {
            throw new EndedDownloadException(Outcome.TIMEOUT);
        } catch (TimeoutException e) {
            throw new EndedDownloadException(Outcome.SLOW);
        } catch (InterruptedException e) {
            // Only the shutdown interrupts.
            throw new EndedDownloadException(Outcome.STOPPED);
        } catch (ExecutionException | IllegalStateException e) {
            // The connection is closed.
            throw new EndedDownloadException(Outcome.ABORTED);
        }
    }
}
