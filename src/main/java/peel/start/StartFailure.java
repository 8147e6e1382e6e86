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
import org.jspecify.annotations.Nullable;
import peel.importing.input.DatasetException;
import peel.launch.Console;
import peel.launch.OneLine;
import peel.launch.StartException;

/** Explains to the operator why the service could not start. */
public final class StartFailure {

    // It is meant for developers of migrations; an operator who followed it could lose data.
    private static final Pattern FLYWAY_ADVICE = Pattern.compile("\\.? (If you|Need more) .*");

    private static final Pattern FLYWAY_USE = Pattern.compile("\\.? Use baseline.*");

    /** Part of Agroal's message, whose exception has no SQL state. */
    private static final String POOL_TIMEOUT = "acquisition timeout";

    private static final String ACCESS_DENIED = "28";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final String READ_ONLY = "25006";

    /** Quarkus's message for everything that keeps its HTTP server from starting, except a port in use. */
    private static final String HTTP_SERVER = "Unable to start HTTP server";

    private static final String CERTIFICATE_KEYS =
            "QUARKUS_HTTP_SSL_CERTIFICATE_FILES and QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES";

    private StartFailure() {}

    /**
     * Prints one line on why the service could not start. The stack trace of an unexpected failure is always printed,
     * because it may not happen a second time; that of an explained one only on request.
     *
     * @param withTrace whether to print the stack trace of an explained failure too
     */
    public static void report(Throwable failure, boolean withTrace) {
        Optional<String> explanation = explain(failure);
        Console.say(explanation.orElse("The service could not start because of an unexpected error ("
                + OneLine.of(failure) + "). The stack trace follows."));
        if (explanation.isEmpty() || withTrace) {
            Console.trace(failure);
        }
    }

    /**
     * Explains a failure by the first of its causes that has an explanation.
     *
     * @return one line on what is wrong and what to do; empty if no cause is one that an operator can remove
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

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }

    private static @Nullable String explanationOf(Throwable cause) {
        if (cause instanceof StartException) {
            return cause.getMessage();
        }
        if (cause instanceof DatasetException) {
            return "The dataset could not be imported, and nothing of it was stored: " + OneLine.of(cause);
        }
        if (cause instanceof QuarkusBindException bind) {
            return "Port " + bind.getPort() + " of " + bind.getHost()
                    + " could not be opened; another program may be using it. Stop that program, or set"
                    + " QUARKUS_HTTP_PORT (for TLS QUARKUS_HTTP_SSL_PORT) or QUARKUS_HTTP_HOST.";
        }
        if (cause instanceof BindException) {
            return "A port could not be opened (" + OneLine.of(cause)
                    + "). Set QUARKUS_HTTP_HOST to an address of this machine and QUARKUS_HTTP_PORT to a free port.";
        }
        if (cause instanceof FileSystemException file && file.getFile() != null) {
            return "The file " + file.getFile() + " cannot be used (" + reason(file)
                    + "). Correct its permissions or the setting that names it (for a certificate " + CERTIFICATE_KEYS
                    + ").";
        }
        // A port in use has a cause of its own, further down.
        if (HTTP_SERVER.equals(cause.getMessage()) && !(root(cause) instanceof BindException)) {
            return "The HTTP server could not be started (" + OneLine.of(root(cause)) + "). Correct the files that "
                    + CERTIFICATE_KEYS + " name.";
        }
        if (cause instanceof ConfigurationException || cause instanceof ConfigValidationException) {
            return "The configuration is invalid: " + OneLine.of(cause);
        }
        if (cause instanceof FlywayException) {
            String sql = explanationOfSql(cause);
            if (sql == null && OneLine.of(cause).contains("non-empty schema")) {
                return "The database has tables of another program ("
                        + FLYWAY_USE.matcher(OneLine.of(cause)).replaceFirst("")
                        + "). Set QUARKUS_DATASOURCE_JDBC_URL to an empty database.";
            }
            return sql != null
                    ? sql
                    : "This version of the service does not support the database's schema, which may come from a newer"
                            + " version ("
                            + FLYWAY_ADVICE.matcher(OneLine.of(cause)).replaceFirst("")
                            + "). Run that version, or set QUARKUS_DATASOURCE_JDBC_URL to another database.";
        }
        if (cause instanceof SchemaManagementException) {
            return "This version of the service does not support the database's tables (" + OneLine.of(cause)
                    + "). Run the version that created them, or set QUARKUS_DATASOURCE_JDBC_URL to another database.";
        }
        return cause instanceof SQLException sql ? explanationOf(sql) : null;
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "file not found";
        }
        return failure instanceof AccessDeniedException ? "permission denied" : OneLine.of(failure);
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        for (Throwable next = next(cause); next != null; next = next(next)) {
            cause = next;
        }
        return cause;
    }

    private static @Nullable String explanationOfSql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql) {
                return explanationOf(sql);
            }
        }
        return null;
    }

    private static @Nullable String explanationOf(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith(ACCESS_DENIED)) {
            return "The database refuses the user (" + OneLine.of(failure)
                    + "). Correct QUARKUS_DATASOURCE_USERNAME or QUARKUS_DATASOURCE_PASSWORD.";
        }
        if (state.equals(INSUFFICIENT_PRIVILEGE)) {
            return "The database user lacks a permission (" + OneLine.of(failure)
                    + "). Make the user the owner of the database, or grant it CREATE on the schema.";
        }
        if (state.equals(READ_ONLY)) {
            return "The database is a standby or read-only (" + OneLine.of(failure)
                    + "). Set QUARKUS_DATASOURCE_JDBC_URL to its primary, which is where data is prepared and imported.";
        }
        if (state.equals(TOO_MANY_CONNECTIONS) && OneLine.of(failure).contains("for role")) {
            return "The database user may not have enough connections (" + OneLine.of(failure)
                    + "). The first start needs 3, and each service up to QUARKUS_DATASOURCE_JDBC_MAX_SIZE: raise the"
                    + " limit with alter role ... connection limit.";
        }
        if (state.isEmpty() && OneLine.of(failure).contains(POOL_TIMEOUT)) {
            return "The connection pool had no free connection in time (" + OneLine.of(failure)
                    + "). Set QUARKUS_DATASOURCE_JDBC_MAX_SIZE to at least 3, which the first start on a database needs.";
        }
        return isUnavailable(state)
                ? "The database cannot be used (" + OneLine.of(failure) + "). See the database's log."
                : null;
    }

    /** No connection, no disk space, memory or connection left, a shutdown, an I/O error, or a read-only database. */
    private static boolean isUnavailable(String state) {
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.startsWith("25");
    }
}
