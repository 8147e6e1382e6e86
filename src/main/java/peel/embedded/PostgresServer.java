package peel.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import peel.launch.Console;
import peel.launch.OneLine;
import peel.launch.StartException;

/**
 * An embedded PostgreSQL server on a data folder. It listens on a free port of the loopback address only and requires
 * the folder's password. What it has committed is on disk, however the server or its owner ends.
 */
public final class PostgresServer implements AutoCloseable {

    /** The purpose for which a service locks a data folder. Other processes may use its server. */
    static final String SERVICE = "service";

    static final String USER = "peel";
    static final String DATABASE = "peel";

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String LOOPBACK = "127.0.0.1";

    // Another program may take the port between the search for a free one and the server's start.
    private static final int PORT_ATTEMPTS = 3;

    // Recovery after a crash may take minutes; giving up would only make the next start begin again.
    private static final Duration START_BOUND = Duration.ofMinutes(10);

    // Most servers stop within a second. A fast stop writes a checkpoint, an immediate one leaves that to the recovery
    // of the next start; neither loses anything that was committed.
    private static final Duration FAST_STOP_BOUND = Duration.ofSeconds(10);
    private static final Duration IMMEDIATE_STOP_BOUND = Duration.ofSeconds(7);

    /** What pg_ctl, which waits itself, may take longer than it was asked to wait. */
    private static final Duration PG_CTL_BOUND = Duration.ofSeconds(3);

    private final DataFolder folder;
    private final Path binariesFolder;
    private final FolderLock lock;
    private @Nullable Binaries binaries;
    private @Nullable Supervisor supervisor;
    private @Nullable String password;
    private int port;
    private boolean closed;

    private PostgresServer(DataFolder folder, Path binariesFolder, FolderLock lock) {
        this.folder = folder;
        this.binariesFolder = binariesFolder;
        this.lock = lock;
    }

    /** As {@link #start(Path, Path)}, with PostgreSQL's programs in the data folder. */
    public static PostgresServer start(Path folder) {
        return start(folder, folder.resolve("binaries"));
    }

    /**
     * Starts a server with the database {@code peel}. If the folder is empty or missing, creates a cluster in it. If a
     * killed process has left a server running on the folder, stops that server first.
     *
     * @param folder the data folder
     * @param binariesFolder where PostgreSQL's programs are or will be unpacked; several servers may use it
     * @return the running server; close it to stop it
     * @throws StartException if the server cannot start
     */
    public static PostgresServer start(Path folder, Path binariesFolder) {
        return start(folder, binariesFolder, SERVICE);
    }

    /**
     * @param purpose what the folder is locked for, in one word, for other processes that want it
     */
    static PostgresServer start(Path folder, Path binariesFolder, String purpose) {
        Path absolute = folder.toAbsolutePath().normalize();
        PostgresServer server = null;
        try {
            Folders.createPrivate(absolute);
            server = new PostgresServer(
                    new DataFolder(absolute),
                    binariesFolder.toAbsolutePath().normalize(),
                    FolderLock.acquire(absolute, purpose));
            server.start();
            return server;
        } catch (IOException | SQLException | RuntimeException e) {
            if (server != null) {
                server.close();
            }
            if (e instanceof StartException explained) {
                throw explained;
            }
            throw new StartException(
                    "The embedded PostgreSQL could not start in " + absolute + " (" + reasonOf(e)
                            + "). Fix that, set PEEL_EMBEDDED_DATA_FOLDER to another folder, or set"
                            + " QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL of your own.",
                    e);
        }
    }

    /** The JDBC URL of the database {@code peel}. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** The JDBC URL of a database, which need not exist. */
    public String jdbcUrl(String database) {
        return jdbcUrl(port, database);
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database;
    }

    /** The user who owns the server and its databases. */
    public String username() {
        return USER;
    }

    public String password() {
        // No server is returned before its start has read the password.
        return Objects.requireNonNull(password);
    }

    /**
     * Stops the server, which closes its connections and writes everything to disk, and releases the folder. A server
     * that has not stopped within 10 s is stopped without a checkpoint; if it does not stop within another 10 s either,
     * prints a message and leaves it to the supervisor or, on Windows, to the next start on the folder.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            // Without programs this start has launched nothing.
            try {
                if (binaries != null && folder.postmasterFile().exists()) {
                    stop(binaries);
                }
            } finally {
                if (supervisor != null) {
                    supervisor.close();
                }
            }
        } catch (IOException | RuntimeException e) {
            Console.say("The embedded PostgreSQL in " + folder.path() + " did not stop (" + OneLine.of(e)
                    + "). The next start on this folder stops it.");
        }
    }

    private void start() throws IOException, SQLException {
        Binaries programs = Binaries.unpackInto(binariesFolder);
        binaries = programs;
        if (Files.exists(folder.cluster())) {
            stopOrphan(programs);
        } else {
            NewCluster.create(folder, programs);
        }
        password = folder.readPassword();
        launch(programs);
        createDatabase();
    }

    /**
     * Stops the server of an owner that was killed. There is no other owner, because this one has locked the folder.
     */
    private void stopOrphan(Binaries programs) throws IOException {
        PostmasterFile file = folder.postmasterFile();
        Optional<String> program = file.exists() ? file.program() : Optional.empty();
        if (program.isEmpty()) {
            // The previous server is gone or cannot be inspected. PostgreSQL handles both.
            return;
        }
        if (isOurs(program.get())) {
            Console.say(
                    "Stopping the PostgreSQL server that an earlier process left running in " + folder.path() + ".");
            stop(programs);
        } else if (!Path.of(program.get()).getFileName().toString().startsWith("postgres")) {
            // The process id now belongs to another program, which PostgreSQL would take for a running server.
            file.delete();
        }
    }

    private boolean isOurs(String program) throws IOException {
        return Path.of(program).startsWith(binariesFolder.toRealPath());
    }

    private void launch(Binaries programs) throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            Files.deleteIfExists(folder.log());
            ProgramResult result = launchOnce(programs);
            if (!result.failed()) {
                return;
            }
            String reason = Files.exists(folder.log())
                    ? ProgramResult.reasonIn(Files.readString(folder.log()))
                    : result.reason();
            if (!reason.contains("TCP/IP sockets") || attempt == PORT_ATTEMPTS) {
                throw new IOException(reason);
            }
        }
    }

    private ProgramResult launchOnce(Binaries programs) throws IOException {
        String[] arguments = {
            "start",
            "-D",
            folder.cluster().toString(),
            "-l",
            folder.log().toString(),
            "-w",
            "-t",
            Long.toString(START_BOUND.toSeconds()),
            "-o",
            options()
        };
        if (!Supervisor.isAvailable()) {
            return programs.run(folder.path(), START_BOUND.plus(PG_CTL_BOUND), "pg_ctl", arguments);
        }
        Supervisor started = Supervisor.launch(programs, folder, programs.command("pg_ctl", arguments));
        if (started.result().failed()) {
            started.close();
        } else {
            supervisor = started;
        }
        return started.result();
    }

    /** Settings on the command line, which override those of the cluster's postgresql.conf. */
    private String options() {
        return List.of(
                        "port=" + port,
                        "listen_addresses=" + LOOPBACK,
                        "unix_socket_directories=",
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "timezone=UTC",
                        "log_timezone=UTC",
                        "logging_collector=off")
                .stream()
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" "));
    }

    private void createDatabase() throws SQLException {
        try {
            connect(DATABASE).close();
        } catch (SQLException e) {
            if (!NO_SUCH_DATABASE.equals(e.getSQLState())) {
                throw e;
            }
            try (Connection connection = connect("postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", password());
        return new Driver().connect(jdbcUrl(database), login);
    }

    private void stop(Binaries programs) throws IOException {
        ProgramResult result = stop(programs, "fast", FAST_STOP_BOUND);
        if (result.failed() && folder.postmasterFile().exists()) {
            result = stop(programs, "immediate", IMMEDIATE_STOP_BOUND);
        }
        if (result.failed() && folder.postmasterFile().exists()) {
            throw new IOException(result.reason());
        }
    }

    private ProgramResult stop(Binaries programs, String mode, Duration bound) throws IOException {
        return programs.run(
                folder.path(),
                bound.plus(PG_CTL_BOUND),
                "pg_ctl",
                "stop",
                "-D",
                folder.cluster().toString(),
                "-m",
                mode,
                "-w",
                "-t",
                Long.toString(bound.toSeconds()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    private static String reasonOf(Exception failure) {
        if (failure instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is not a folder";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + " cannot be written";
        }
        if (failure instanceof SQLException
                || failure instanceof IOException && !(failure instanceof FileSystemException)) {
            return OneLine.of(failure);
        }
        return failure.getClass().getSimpleName() + ": " + OneLine.of(failure);
    }
}
