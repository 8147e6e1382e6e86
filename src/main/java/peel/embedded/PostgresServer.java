package peel.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import peel.launch.Console;
import peel.launch.OneLine;
import peel.launch.StartException;

/**
 * A PostgreSQL of our own in a folder. It listens on a free port of the loopback address only and
 * lets in whoever has the folder's password. What it committed is on disk, whatever ends it.
 *
 * <p>The folder holds {@code pgdata} (the cluster), {@code postgres.log} (its log since the last
 * start), {@code password}, {@code owner.lock} and, unless they are elsewhere, {@code binaries}.
 */
public final class PostgresServer implements AutoCloseable {

    /** What a service owns a folder for: others may use its server. */
    static final String SERVICE = "service";

    private static final String USER = "peel";
    private static final String DATABASE = "peel";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String LOOPBACK = "127.0.0.1";

    // Another program may take the port between our look and the server's bind.
    private static final int PORT_ATTEMPTS = 3;

    // In postmaster.pid, whose lines PostgreSQL documents.
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    // A recovery after a crash may take minutes, and giving up would only make the next one start
    // over.
    private static final String START_SECONDS = "600";
    private static final String STOP_SECONDS = "60";

    private final Path folder;
    private final Path cluster;
    private final Path log;
    private final Path passwordFile;
    private final Path binariesFolder;
    private final FolderOwner owner;
    private Binaries binaries;
    private String password;
    private int port;
    private boolean closed;

    private PostgresServer(Path folder, Path binariesFolder, FolderOwner owner) {
        this.folder = folder;
        this.binariesFolder = binariesFolder;
        this.owner = owner;
        cluster = folder.resolve("pgdata");
        log = folder.resolve("postgres.log");
        passwordFile = folder.resolve("password");
    }

    /**
     * Starts a server on a folder, with the database {@code peel} in it. An empty or missing folder
     * gets a new cluster. A server that a killed owner left running on the folder is stopped first.
     *
     * @param folder the data folder
     * @return the running server; close it to stop it
     * @throws StartException if it can't start; the message says why
     */
    public static PostgresServer start(Path folder) {
        return start(folder, folder.resolve("binaries"));
    }

    /**
     * Where the server of another process can be reached.
     *
     * @param jdbcUrl the JDBC URL of the database {@code peel}
     * @param username the user who owns everything
     * @param password the user's password, which only who may read the folder gets
     */
    record Running(String jdbcUrl, String username, String password) {}

    /**
     * The server that another process runs on a folder.
     *
     * @return empty while there is none that takes connections
     */
    static Optional<Running> running(Path folder) throws IOException {
        Path pidFile = folder.resolve("pgdata").resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(pidFile);
            if (lines.size() < 8 || !lines.get(STATUS_LINE).startsWith("ready")) {
                return Optional.empty();
            }
            int port = Integer.parseInt(lines.get(PORT_LINE).strip());
            return Optional.of(new Running(
                    "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + DATABASE,
                    USER,
                    Files.readString(folder.resolve("password")).strip()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Starts a server as {@link #start(Path)} does, with its programs outside of the data folder.
     *
     * @param folder the data folder
     * @param binariesFolder where the programs are, or are unpacked to; several servers may share
     *     it
     * @return the running server; close it to stop it
     * @throws StartException if it can't start; the message says why
     */
    public static PostgresServer start(Path folder, Path binariesFolder) {
        return start(folder, binariesFolder, SERVICE);
    }

    /**
     * Starts a server.
     *
     * @param purpose what for, in one word, for other processes that want the folder
     */
    static PostgresServer start(Path folder, Path binariesFolder, String purpose) {
        Path absolute = folder.toAbsolutePath().normalize();
        PostgresServer server = null;
        try {
            Folders.createPrivate(absolute);
            server = new PostgresServer(
                    absolute, binariesFolder.toAbsolutePath().normalize(), FolderOwner.take(absolute, purpose));
            server.start();
            return server;
        } catch (IOException | RuntimeException e) {
            if (server != null) {
                server.close();
            }
            if (e instanceof StartException explained) {
                throw explained;
            }
            throw failed(absolute, reasonOf(e), e);
        }
    }

    /**
     * @return the JDBC URL of the database {@code peel}
     */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /**
     * @param database the name of a database, which need not exist
     * @return the JDBC URL of it
     */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database;
    }

    /**
     * @return the user who owns everything
     */
    public String username() {
        return USER;
    }

    /**
     * @return the user's password
     */
    public String password() {
        return password;
    }

    /**
     * Stops the server, which ends its connections and writes everything to disk, and gives the
     * folder free. Says so if the server doesn't stop; the next start on the folder takes care of
     * it.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (owner) {
            if (Files.exists(cluster.resolve("postmaster.pid"))) {
                stop();
            }
        } catch (IOException | RuntimeException e) {
            Console.say("The embedded PostgreSQL in "
                    + folder
                    + " did not stop ("
                    + OneLine.of(e)
                    + "); the next start on this folder stops it.");
        }
    }

    private void start() throws IOException {
        binaries = Binaries.in(binariesFolder);
        if (Files.exists(cluster)) {
            stopOrphan();
        } else {
            create();
        }
        password = Files.readString(passwordFile).strip();
        launch();
        createDatabase();
    }

    private void create() throws IOException {
        Path unfinished = folder.resolve("pgdata.unfinished");
        Folders.delete(unfinished);
        writePassword();
        Outcome outcome = run(
                "initdb",
                "-D",
                unfinished.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "-E",
                "UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        if (outcome.failed()) {
            Folders.delete(unfinished);
            throw failed(
                    folder,
                    outcome.reason().contains("as root")
                            ? "PostgreSQL doesn't run as root, and unshare -U, which would make it another user, doesn't work here: run"
                                    + " the service as another user"
                            : outcome.reason(),
                    null);
        }
        // Under its name only when it is whole, so that nothing half made is ever taken for data.
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(passwordFile, HexFormat.of().formatHex(random) + "\n");
    }

    /**
     * Stops the server of an owner that was killed; the lock on the folder says that no living
     * owner has it.
     */
    private void stopOrphan() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<String> program = runningProgram(pidFile);
        if (program.isEmpty()) {
            return; // The server of before is gone, or can't be looked at: PostgreSQL knows how to
            // go on.
        }
        if (isOurs(program.get())) {
            Console.say("Stopping the PostgreSQL that an earlier process, now gone, left running in " + folder + ".");
            stop();
        } else if (!Path.of(program.get()).getFileName().toString().startsWith("postgres")) {
            // The number now belongs to some other program, which PostgreSQL would take for a
            // living server.
            Files.deleteIfExists(pidFile);
        }
    }

    private static Optional<String> runningProgram(Path pidFile) throws IOException {
        try {
            long pid = Long.parseLong(
                    Files.readString(pidFile).lines().findFirst().orElse("").strip());
            return ProcessHandle.of(pid).flatMap(process -> process.info().command());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isOurs(String program) throws IOException {
        return Path.of(program).startsWith(binariesFolder.toRealPath());
    }

    private void launch() throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            Files.deleteIfExists(log);
            Outcome outcome = run(
                    "pg_ctl",
                    "start",
                    "-D",
                    cluster.toString(),
                    "-l",
                    log.toString(),
                    "-w",
                    "-t",
                    START_SECONDS,
                    "-o",
                    options());
            if (!outcome.failed()) {
                return;
            }
            String reason = Files.exists(log) ? Outcome.reasonIn(Files.readString(log)) : outcome.reason();
            if (!reason.contains("TCP/IP sockets") || attempt == PORT_ATTEMPTS) {
                throw failed(folder, reason, null);
            }
        }
    }

    /** Settings on the command line hold whatever the folder's postgresql.conf says. */
    private String options() {
        List<String> options = new ArrayList<>();
        for (String setting : List.of(
                "port=" + port,
                "listen_addresses=" + LOOPBACK,
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "timezone=UTC",
                "log_timezone=UTC",
                "logging_collector=off")) {
            options.add("-c " + setting);
        }
        return String.join(" ", options);
    }

    private void createDatabase() {
        try {
            connect(DATABASE).close();
        } catch (SQLException missing) {
            if (!NO_SUCH_DATABASE.equals(missing.getSQLState())) {
                throw failed(folder, OneLine.of(missing), missing);
            }
            try (Connection connection = connect("postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + DATABASE);
            } catch (SQLException e) {
                throw failed(folder, OneLine.of(e), e);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", password);
        return new Driver().connect(jdbcUrl(database), login);
    }

    private void stop() throws IOException {
        Outcome outcome = run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", STOP_SECONDS);
        if (outcome.failed() && Files.exists(cluster.resolve("postmaster.pid"))) {
            throw new IOException(outcome.reason());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    private Outcome run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(binaries.command(program));
        command.addAll(Arrays.asList(arguments));
        // Into a file: the server inherits the stream, and a pipe would never end.
        Path output = Files.createTempFile(folder, program + "-", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            int status = process.waitFor();
            return new Outcome(status, Files.readString(output, StandardCharsets.ISO_8859_1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("The start was interrupted.", e);
        } finally {
            try {
                Files.deleteIfExists(output);
            } catch (IOException held) {
                // Windows keeps the file while the server runs.
                output.toFile().deleteOnExit();
            }
        }
    }

    private static String reasonOf(Exception failure) {
        if (failure instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is not a folder";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be written";
        }
        if (failure instanceof IOException && !(failure instanceof FileSystemException)) {
            return OneLine.of(failure);
        }
        return failure.getClass().getSimpleName() + ": " + OneLine.of(failure);
    }

    private static StartException failed(Path folder, String reason, Throwable cause) {
        return new StartException(
                "The embedded PostgreSQL can't start in "
                        + folder
                        + " ("
                        + reason
                        + "): mend that, set PEEL_EMBEDDED_DATA_FOLDER to another folder, or set"
                        + " QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL of your own.",
                cause);
    }

    private record Outcome(int status, String text) {

        private static final Pattern FAILURE = Pattern.compile("FATAL|PANIC|error|could not");
        private static final Pattern LOG_PREFIX = Pattern.compile("^.*?(?=(FATAL|PANIC|LOG|DETAIL):)");

        boolean failed() {
            return status != 0;
        }

        String reason() {
            return reasonIn(text);
        }

        /**
         * The line that names the failure, with its detail: the first that claims to, else the last
         * one.
         */
        static String reasonIn(String text) {
            List<String> lines = text.lines()
                    .map(OneLine::of)
                    .filter(line -> !line.isEmpty())
                    .toList();
            for (int i = 0; i < lines.size(); i++) {
                if (FAILURE.matcher(lines.get(i)).find()) {
                    boolean detailed = i + 1 < lines.size() && lines.get(i + 1).contains("DETAIL:");
                    return withoutPrefix(lines.get(i)) + (detailed ? " " + withoutPrefix(lines.get(i + 1)) : "");
                }
            }
            return lines.isEmpty() ? "it ended without a word" : withoutPrefix(lines.get(lines.size() - 1));
        }

        private static String withoutPrefix(String line) {
            return LOG_PREFIX.matcher(line).replaceFirst("");
        }
    }
}
