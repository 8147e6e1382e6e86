package peel.start;

import java.security.cert.CertificateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import peel.launch.Console;
import peel.launch.OneLine;
import peel.launch.Settings;
import peel.launch.StartException;

/** The database of the configured JDBC URL, before Quarkus connects to it. */
public final class ConfiguredDatabase {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String url;
    private final Properties properties = new Properties();

    /**
     * @param settings settings that contain a JDBC URL
     */
    public ConfiguredDatabase(Settings settings) {
        url = settings.jdbcUrl().orElseThrow();
        properties.putAll(settings.driverProperties());
        if (PooledConnections.areUnprepared()) {
            PGProperty.PREPARE_THRESHOLD.set(properties, 0);
        }
        settings.username().ifPresent(user -> PGProperty.USER.set(properties, user));
        settings.password().ifPresent(password -> PGProperty.PASSWORD.set(properties, password));
    }

    /**
     * Connects, retrying while the database cannot be reached, and prints one line for each failed attempt. Failures
     * that waiting does not fix (a wrong password, a database that does not exist) are not retried. TLS and all other
     * options of the connection are those of the URL; unless the URL sets a login timeout, it is the rest of the wait.
     *
     * @param wait how long to try, over all attempts
     * @return a connection outside of any pool
     * @throws StartException if the database cannot be reached in time or refuses the connection
     */
    public Connection awaitConnection(Duration wait) {
        Driver driver = new Driver();
        if (!driver.acceptsURL(url)) {
            throw new StartException("The JDBC URL " + shownUrl() + " is not one of PostgreSQL"
                    + " (jdbc:postgresql://host:port/database). Correct QUARKUS_DATASOURCE_JDBC_URL.");
        }
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            try {
                return connectWithin(driver, Duration.ofNanos(deadline - System.nanoTime()));
            } catch (SQLException failure) {
                Duration left = Duration.ofNanos(deadline - System.nanoTime()).minus(PAUSE);
                if (!isTemporary(failure)) {
                    throw refused(failure);
                }
                if (left.isNegative()) {
                    throw new StartException(
                            "The database " + shownUrl() + " could not be reached within " + inSeconds(wait) + " ("
                                    + OneLine.of(failure)
                                    + "). Start it or correct QUARKUS_DATASOURCE_JDBC_URL; PEEL_DATABASE_WAIT sets how"
                                    + " long the service waits for it.",
                            failure);
                }
                Console.say("The database " + shownUrl() + " cannot be reached yet (" + OneLine.of(failure)
                        + "). Retrying for " + inSeconds(left.plus(PAUSE)) + ".");
                pause(PAUSE);
            }
        }
    }

    /**
     * Connects once.
     *
     * @return a connection outside of any pool
     */
    public Connection connect() throws SQLException {
        return connect(new Driver(), properties);
    }

    private Connection connectWithin(Driver driver, Duration left) throws SQLException {
        Properties attempt = new Properties();
        attempt.putAll(properties);
        if (PGProperty.LOGIN_TIMEOUT.getOrDefault(attempt) == null) {
            PGProperty.LOGIN_TIMEOUT.set(attempt, Math.toIntExact(Math.max(1, (left.toMillis() + 999) / 1000)));
        }
        return connect(driver, attempt);
    }

    private Connection connect(Driver driver, Properties with) throws SQLException {
        Connection connection = driver.connect(url, with);
        if (connection == null) {
            throw new SQLException("The driver cannot read the JDBC URL");
        }
        // The configured socketTimeout is meant for opening the connection only.
        connection.setNetworkTimeout(Runnable::run, 0);
        return connection;
    }

    /**
     * Whether waiting may help: the server is unavailable (class 08), starting or stopping (57P0x), or has no free
     * connection (53300). TLS and authentication failures have other codes.
     */
    private static boolean isTemporary(SQLException failure) {
        String state = failure.getSQLState();
        if (isRefusedByDriver(failure) || isParameterRefused(failure)) {
            return false;
        }
        return state != null && (state.startsWith("08") || state.startsWith("57P0") || state.equals("53300"));
    }

    /** A certificate that is not trusted or is another host's. The driver reports it like a lost connection. */
    private static boolean isRefusedByDriver(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLPeerUnverifiedException || cause instanceof CertificateException) {
                return true;
            }
        }
        return OneLine.of(failure).contains("hostnameverifier");
    }

    /** PgBouncer accepts no parameter of the driver's start message that it does not know. */
    private static boolean isParameterRefused(SQLException failure) {
        return OneLine.of(failure).contains("unsupported startup parameter");
    }

    private StartException refused(SQLException failure) {
        if (isRefusedByDriver(failure)) {
            return new StartException(
                    "The certificate of the database " + shownUrl() + " is not accepted (" + OneLine.of(failure)
                            + "). Name in QUARKUS_DATASOURCE_JDBC_URL the host that the certificate was issued for, and"
                            + " in its option sslrootcert the authority that issued it.",
                    failure);
        }
        if (isParameterRefused(failure)) {
            return new StartException(
                    "The pooler of the database " + shownUrl() + " refuses a parameter of the driver ("
                            + OneLine.of(failure)
                            + "). Set ignore_startup_parameters = extra_float_digits in PgBouncer's configuration.",
                    failure);
        }
        return new StartException(
                "The database " + shownUrl() + " refuses the connection (" + OneLine.of(failure)
                        + "). Correct QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME or"
                        + " QUARKUS_DATASOURCE_PASSWORD.",
                failure);
    }

    /** The URL without the parts that may be secret: the options after the question mark and a user before the host. */
    private String shownUrl() {
        int options = url.indexOf('?');
        return (options < 0 ? url : url.substring(0, options)).replaceFirst("//[^/@]*@", "//");
    }

    private static String inSeconds(Duration time) {
        return Math.max(1, Math.round(time.toMillis() / 1000.0)) + " s";
    }

    /** Pauses between two attempts at a start. */
    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("The start was interrupted.", e);
        }
    }
}
