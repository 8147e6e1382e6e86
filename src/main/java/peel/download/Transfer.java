package peel.download;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import peel.download.table.DataState;
import peel.http.Gzip;
import peel.http.StaticFile;
import peel.http.Vary;
import peel.launch.OneLine;
import peel.query.Deadline;
import peel.query.DeadlinePassedException;
import peel.query.RevisionCheck;

/**
 * One download: reads one snapshot of the database and sends it as fast as the client reads. When something fails after
 * the first part has left, the connection is broken, so that nobody takes the part for the whole.
 */
final class Transfer {

    private static final Logger LOG = Logger.getLogger(Transfer.class);

    private static final int NOT_MODIFIED = 304;
    private static final long MILLIS = 1_000;

    private final Downloads downloads;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Download download;
    private final boolean gzip;

    private @Nullable Thread thread;

    /** The connection while it is used for this download. */
    private @Nullable Connection reading;

    private volatile boolean cancelled;

    /** Whether this download counts as one that is running. Only its thread uses this field. */
    private boolean hasPermit = true;

    Transfer(Downloads downloads, HttpServerRequest request, Download download, boolean gzip) {
        this.downloads = downloads;
        this.request = request;
        this.response = request.response();
        this.download = download;
        this.gzip = gzip;
    }

    /** Whether a request needs no body: a HEAD, or one of a client that has this state already. */
    boolean needsNoBody(UUID revision) {
        return request.method().equals(HttpMethod.HEAD) || isConfirmed(revision);
    }

    private boolean isConfirmed(UUID revision) {
        return Downloads.isConfirmed(request, downloads.tag(download, revision, gzip));
    }

    /** Answers a request that needs no body. */
    Outcome answerWithoutBody(UUID revision) {
        boolean confirmed = isConfirmed(revision);
        putHeaders(downloads.tag(download, revision, gzip));
        if (confirmed) {
            response.setStatusCode(NOT_MODIFIED);
        } else {
            putContentHeaders();
        }
        response.end();
        return confirmed ? Outcome.NOT_MODIFIED : Outcome.COMPLETE;
    }

    /** Sends everything, on a thread that may wait. */
    Outcome run() {
        synchronized (this) {
            thread = Thread.currentThread();
        }
        Outcome outcome = Outcome.FAILED;
        try {
            outcome = send();
        } catch (EndedDownloadException e) {
            outcome = e.outcome();
        } catch (DeadlinePassedException e) {
            outcome = Outcome.TIMEOUT;
        } catch (SQLException | IOException | RuntimeException e) {
            if (downloads.isStopping()) {
                outcome = Outcome.STOPPED;
            } else if (cancelled) {
                outcome = Outcome.ABORTED;
            } else {
                LOG.warnf("The download %s failed: %s", download.path(), OneLine.of(e));
            }
        } finally {
            synchronized (this) {
                thread = null;
            }
            releasePermit();
            if (outcome != Outcome.COMPLETE && outcome != Outcome.NOT_MODIFIED) {
                giveUp();
            }
        }
        return outcome;
    }

    private Outcome send() throws SQLException, IOException {
        Deadline deadline = Deadline.after(downloads.config().timeout());
        PartStream parts = new PartStream(response, millisForPart(), deadline, downloads::isStopping);
        UUID revision;
        boolean bodiless;
        try (Connection connection = deadline.connect(downloads.database()::getConnection)) {
            begin(connection);
            boolean finished = false;
            try {
                revision = beginSnapshot(connection, deadline);
                bodiless = needsNoBody(revision);
                if (!bodiless) {
                    putHeaders(downloads.tag(download, revision, gzip));
                    putContentHeaders();
                    response.setChunked(true);
                    write(connection, parts);
                }
                finished = true;
            } finally {
                release(connection, finished);
            }
        }
        // Before the client has the last part, after which it may ask for the next download.
        releasePermit();
        if (bodiless) {
            return answerWithoutBody(revision);
        }
        parts.end();
        return Outcome.COMPLETE;
    }

    private UUID beginSnapshot(Connection connection, Deadline deadline) throws SQLException, IOException {
        connection.setAutoCommit(false);
        long now = System.nanoTime();
        RevisionCheck.Snapshot snapshot = new RevisionCheck(deadline).beginSnapshot(connection);
        UUID revision = snapshot.revision();
        if (revision == null || !downloads.revisions().mayShow(revision, snapshot.standby(), now)) {
            throw new IOException("The database has no state that may be shown");
        }
        return revision;
    }

    private void releasePermit() {
        if (hasPermit) {
            hasPermit = false;
            downloads.releasePermit();
        }
    }

    private void write(Connection connection, PartStream parts) throws SQLException, IOException {
        DataState state = DataState.read(connection);
        if (!gzip) {
            download.content().write(connection, state, parts);
            return;
        }
        OutputStream compressing = Gzip.compressing(parts);
        download.content().write(connection, state, compressing);
        // Not after an exception: what was sent so far would look complete.
        compressing.close();
    }

    private long millisForPart() {
        long rate = Math.max(1, downloads.config().minRate().asLongValue());
        return Math.max(1, PartStream.PART * MILLIS / rate);
    }

    private void putHeaders(String tag) {
        response.putHeader(HttpHeaders.ETAG, "\"" + tag + "\"")
                .putHeader(HttpHeaders.CACHE_CONTROL, StaticFile.REVALIDATED);
        if (download.isText()) {
            Vary.add(response, "Accept-Encoding");
        }
    }

    private void putContentHeaders() {
        response.putHeader(HttpHeaders.CONTENT_TYPE, download.mediaType())
                .putHeader("Content-Disposition", download.disposition());
        if (gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (download.isCsv()) {
            String metadata = download.path().startsWith(Download.TABLES) ? "../" : "";
            response.putHeader(
                    "Link",
                    "<" + metadata + Download.METADATA + ">; rel=\"describedby\"; type=\"application/csvm+json\"");
        }
    }

    private synchronized void begin(Connection connection) throws EndedDownloadException {
        reading = connection;
        if (cancelled) {
            throw new EndedDownloadException(Outcome.ABORTED);
        }
    }

    /**
     * Makes a connection ready for its next user, or closes it: after a copy that was broken off, the driver may take what
     * is left of it for the answer to the next statement.
     */
    private void release(Connection connection, boolean finished) throws SQLException {
        boolean reusable;
        synchronized (this) {
            reading = null;
            // A statement to cancel may arrive late.
            reusable = finished && !cancelled;
        }
        if (reusable) {
            // Nothing was written.
            connection.rollback();
            Deadline.release(connection);
        } else {
            Connection session = (Connection) connection.unwrap(PGConnection.class);
            // The pool gives its connection up, but leaves the session open.
            connection.abort(Runnable::run);
            session.abort(Runnable::run);
        }
    }

    /** Ends the statement that is being executed, because nobody waits for its rows any more. May wait for the database. */
    void cancel() {
        synchronized (this) {
            cancelled = true;
            if (reading == null) {
                return;
            }
            try {
                reading.unwrap(PGConnection.class).cancelQuery();
            } catch (SQLException e) {
                // Then the statement ends by its time limit.
                LOG.debug("A download's statement could not be cancelled", e);
            }
        }
    }

    /** Ends the wait for the client. */
    synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void giveUp() {
        if (response.closed() || response.ended()) {
            return;
        }
        if (response.headWritten()) {
            disconnect();
            return;
        }
        response.headers()
                .remove(HttpHeaders.ETAG)
                .remove(HttpHeaders.CONTENT_ENCODING)
                .remove("Content-Disposition")
                .remove("Link")
                .remove(HttpHeaders.TRANSFER_ENCODING);
        response.setChunked(false);
        downloads.refuse(response, "The database is unavailable. Try again later.");
    }

    private void disconnect() {
        if (response.streamId() >= 0) {
            // Other requests of the HTTP/2 connection go on.
            response.reset();
            return;
        }
        Channel channel = ((HttpServerConnection) request.connection()).channel();
        // A reset: to a client of HTTP/1.0, an orderly end would be the end of the file.
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }
}
