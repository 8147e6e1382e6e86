package peel.start;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import peel.importing.DatasetException;
import peel.launch.Console;
import peel.launch.OneLine;
import peel.launch.StartException;

/** Why the service didn't start, in the words of whoever runs it. */
public final class StartFailure {

    // Its advice is for who writes migrations, and would hide that the data is at stake.
    private static final Pattern FLYWAY_ADVICE = Pattern.compile("\\.? (If you|Need more) .*");

    /** What Agroal says, without an SQL state. */
    private static final String POOL_TIMEOUT = "acquisition timeout";

    private static final String ACCESS_DENIED = "28";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** What Quarkus says of anything that keeps its server from starting but a port. */
    private static final String HTTP_SERVER = "Unable to start HTTP server";

    private static final String CERTIFICATE_KEYS =
            " QUARKUS_HTTP_SSL_CERTIFICATE_FILES and QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES";

    private StartFailure() {}

    /**
     * Says in one line why the service didn't start. A failure that is not known to be the
     * operator's comes with its stack trace: it may not happen a second time. The others show
     * theirs when the log level is DEBUG.
     *
     * @param failure what ended the start
     * @param withTrace whether to print the stack trace in any case
     */
    public static void report(Throwable failure, boolean withTrace) {
        Optional<String> explanation = explain(failure);
        Console.say(explanation.orElse("The service could not start, for a reason it doesn't know; the stack trace"
                + " follows ("
                + OneLine.of(failure)
                + ")."));
        if (explanation.isEmpty() || withTrace) {
            failure.printStackTrace();
        }
    }

    /**
     * Finds the explanation of a failure along its chain of causes.
     *
     * @param failure what ended the start
     * @return one line with what is wrong and what to do; empty if the failure isn't one the
     *     operator can be told about
     */
    public static Optional<String> explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            String line = explanationOf(cause);
            if (line != null) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private static Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }

    private static String explanationOf(Throwable cause) {
        if (cause instanceof StartException) {
            return cause.getMessage();
        }
        if (cause instanceof DatasetException) {
            return "The dataset can't be imported, nothing of it was stored: " + OneLine.of(cause);
        }
        if (cause instanceof QuarkusBindException bind) {
            return "Port "
                    + bind.getPort()
                    + " of "
                    + bind.getHost()
                    + " can't be opened, another program may be using it: stop that program, or set"
                    + " QUARKUS_HTTP_PORT (for TLS QUARKUS_HTTP_SSL_PORT; and QUARKUS_HTTP_HOST).";
        }
        if (cause instanceof BindException) {
            return "A port can't be opened ("
                    + OneLine.of(cause)
                    + "): set QUARKUS_HTTP_PORT and QUARKUS_HTTP_HOST to what this machine has free.";
        }
        if (cause instanceof FileSystemException file && file.getFile() != null) {
            return "The file "
                    + file.getFile()
                    + " can't be used ("
                    + reason(file)
                    + "): correct the key that names it (for a certificate"
                    + CERTIFICATE_KEYS
                    + ") or its permissions.";
        }
        // A port that is taken has a cause of its own, further down.
        if (HTTP_SERVER.equals(cause.getMessage()) && !(root(cause) instanceof BindException)) {
            return "The HTTP server can't be started ("
                    + OneLine.of(root(cause))
                    + "): correct what"
                    + CERTIFICATE_KEYS
                    + " name.";
        }
        if (cause instanceof ConfigurationException || cause instanceof ConfigValidationException) {
            return "The configuration is wrong: " + OneLine.of(cause);
        }
        if (cause instanceof FlywayException) {
            String denied = explanationOfSql(cause);
            return denied != null
                    ? denied
                    : "The database's schema is not one this version of the service can work with, it may"
                            + " come from a newer one ("
                            + FLYWAY_ADVICE.matcher(OneLine.of(cause)).replaceFirst("")
                            + "): run that version, or set QUARKUS_DATASOURCE_JDBC_URL to another database.";
        }
        if (cause instanceof SchemaManagementException) {
            return "The database's tables are not those this version of the service works with ("
                    + OneLine.of(cause)
                    + "): run the version they were made by, or set QUARKUS_DATASOURCE_JDBC_URL to another"
                    + " database.";
        }
        return cause instanceof SQLException sql ? explanationOf(sql) : null;
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is none";
        }
        return failure instanceof AccessDeniedException ? "permission denied" : OneLine.of(failure);
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (next(cause) != null) {
            cause = next(cause);
        }
        return cause;
    }

    private static String explanationOfSql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql) {
                return explanationOf(sql);
            }
        }
        return null;
    }

    private static String explanationOf(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith(ACCESS_DENIED)) {
            return "The database refuses the user ("
                    + OneLine.of(failure)
                    + "): correct QUARKUS_DATASOURCE_USERNAME or QUARKUS_DATASOURCE_PASSWORD.";
        }
        if (state.equals(INSUFFICIENT_PRIVILEGE)) {
            return "The database user lacks a permission ("
                    + OneLine.of(failure)
                    + "): it must own the database or be granted CREATE on its schema.";
        }
        if (state.isEmpty() && OneLine.of(failure).contains(POOL_TIMEOUT)) {
            return "The pool gave no connection in time ("
                    + OneLine.of(failure)
                    + "): set QUARKUS_DATASOURCE_JDBC_MAX_SIZE to at least 3, which the first start on a"
                    + " database takes.";
        }
        // Shortage of disk, memory or connections, a server that goes away, a database that forbids
        // it.
        return state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.startsWith("58")
                        || state.startsWith("25")
                ? "The database can't be used (" + OneLine.of(failure) + "): see its own log."
                : null;
    }
}
