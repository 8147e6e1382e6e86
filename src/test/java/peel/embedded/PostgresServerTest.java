package peel.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import peel.launch.StartException;
import peel.testing.Eventually;
import peel.testing.TestServer;

class PostgresServerTest {

    /** A folder that a server has created, of which most tests get a copy: creating one takes seconds. */
    @TempDir
    static Path created;

    @TempDir
    Path temp;

    @BeforeAll
    static void createFolder() {
        PostgresServer.start(created.resolve("postgres"), TestServer.BINARIES).close();
    }

    @Test
    void keepsItsDataAcrossARestart() throws SQLException {
        try (PostgresServer server = start()) {
            execute(server.jdbcUrl(), server.password(), "create table kept as select 42 as answer");
        }
        try (PostgresServer server = start()) {
            assertEquals("42", query(server, "select answer from kept"));
        }
    }

    @Test
    void isDurableUsesUtf8AndListensOnTheLoopbackAddressOnly() throws SQLException {
        try (PostgresServer server = start()) {
            assertEquals("on", query(server, "show fsync"));
            assertEquals("on", query(server, "show synchronous_commit"));
            assertEquals("on", query(server, "show full_page_writes"));
            assertEquals("127.0.0.1", query(server, "show listen_addresses"));
            assertEquals("", query(server, "show unix_socket_directories"));
            assertEquals("UTF8", query(server, "show server_encoding"));
            assertEquals("C.UTF-8", query(server, "select datlocale from pg_database where datname = 'peel'"));
        }
    }

    @Test
    void refusesAWrongPassword() throws IOException {
        useCreatedFolder();
        try (PostgresServer server = start()) {
            SQLException refused =
                    assertThrows(SQLException.class, () -> execute(server.jdbcUrl(), "guess", "select 1"));
            assertEquals("28P01", refused.getSQLState());
        }
    }

    @Test
    void refusesAFolderThatAnotherProcessUses() throws Exception {
        useCreatedFolder();
        try (OwnerProcess owner = OwnerProcess.start(folder())) {
            StartException refused = assertThrows(StartException.class, this::start);
            assertTrue(refused.getMessage().contains(folder().toString()), refused.getMessage());
            assertTrue(refused.getMessage().contains(" " + owner.pid() + ". "), refused.getMessage());
            // The other process's database still works.
            execute(owner.jdbcUrl(), owner.password(), "select 1");
        } finally {
            start().close();
        }
    }

    @Test
    void keepsWhatAKilledProcessCommitted() throws Exception {
        useCreatedFolder();
        try (OwnerProcess owner = OwnerProcess.start(folder())) {
            execute(owner.jdbcUrl(), owner.password(), "create table kept as select 42 as answer");
        }
        try (PostgresServer server = start()) {
            assertEquals("42", query(server, "select answer from kept"));
        }
        assertFalse(Files.exists(folder().resolve("pgdata/postmaster.pid")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void endsWithAKilledOwner() throws Exception {
        useCreatedFolder();
        ProcessHandle server;
        ProcessHandle supervisor;
        try (OwnerProcess owner = OwnerProcess.start(folder())) {
            server = ProcessHandle.of(postmaster()).orElseThrow();
            supervisor = supervisorOf(owner.pid());
            // As a service manager may do with all processes of a service. Ctrl-C sends another signal.
            assertTrue(supervisor.destroy());
            execute(owner.jdbcUrl(), owner.password(), "select pg_sleep(0.5)");
            assertTrue(supervisor.isAlive());
        }
        Eventually.holds(() -> !server.isAlive() && !supervisor.isAlive());
        // Not present after an orderly stop.
        assertFalse(Files.exists(folder().resolve("pgdata/postmaster.pid")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void endsWithAnOwnerThatCannotStopInAnOrderlyWay() throws Exception {
        useCreatedFolder();
        try (OwnerProcess owner = OwnerProcess.start(folder(), "1")) {
            ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
            assertEquals(143, owner.terminate());
            Eventually.holds(() -> !server.isAlive());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void outlivesTheOwnerOfAnEarlierServer() throws Exception {
        useCreatedFolder();
        ProcessHandle server;
        ProcessHandle supervisor;
        try (OwnerProcess owner = OwnerProcess.start(folder())) {
            server = ProcessHandle.of(postmaster()).orElseThrow();
            supervisor = supervisorOf(owner.pid());
            Path pidFile = folder().resolve("pgdata/postmaster.pid");
            Files.writeString(pidFile, Files.readString(pidFile).replaceFirst("\\d+", "1"));
        }
        Eventually.holds(() -> !supervisor.isAlive());
        assertTrue(server.isAlive());
        server.destroyForcibly();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void endsItsSupervisorWhenItIsClosed() throws Exception {
        useCreatedFolder();
        ProcessHandle supervisor;
        try (PostgresServer server = start()) {
            supervisor = ProcessHandle.current()
                    .children()
                    .filter(child -> commandLine(child).contains(folder().toString()))
                    .findAny()
                    .orElseThrow();
            execute(server.jdbcUrl(), server.password(), "select 1");
        }
        Eventually.holds(() -> !supervisor.isAlive());
    }

    @Test
    void startsAfterTheServerWasKilledAndAnotherProgramGotItsProcessId() throws Exception {
        useCreatedFolder();
        long server;
        try (OwnerProcess owner = OwnerProcess.start(folder())) {
            execute(owner.jdbcUrl(), owner.password(), "create table kept as select 42 as answer");
            server = postmaster();
            ProcessHandle.of(server).orElseThrow().destroyForcibly();
            ProcessHandle.of(server).ifPresent(process -> process.onExit().join());
        }
        Path pidFile = folder().resolve("pgdata/postmaster.pid");
        Files.writeString(
                pidFile,
                Files.readString(pidFile)
                        .replaceFirst(
                                "\\d+", Long.toString(ProcessHandle.current().pid())));
        try (PostgresServer restarted = start()) {
            assertEquals("42", query(restarted, "select answer from kept"));
        }
    }

    @Test
    void startsAgainAfterAnInterruptedFirstStart() throws Exception {
        Path unfinished = folder().resolve("pgdata.unfinished");
        Files.createDirectories(unfinished);
        Files.writeString(unfinished.resolve("PG_VERSION"), "18\n");
        try (PostgresServer server = start()) {
            assertEquals("1", query(server, "select 1"));
        }
        assertFalse(Files.exists(unfinished));
    }

    @Test
    void namesTheFolderThatItCannotWrite() throws IOException {
        Files.createFile(folder());
        StartException refused = assertThrows(StartException.class, this::start);
        assertTrue(refused.getMessage().contains(folder() + " is not a folder"), refused.getMessage());
        assertTrue(refused.getMessage().contains("QUARKUS_DATASOURCE_JDBC_URL"), refused.getMessage());
    }

    @Test
    void namesTheVersionThatCreatedTheData() throws IOException {
        useCreatedFolder();
        Files.writeString(folder().resolve("pgdata/PG_VERSION"), "17\n");
        StartException refused = assertThrows(StartException.class, this::start);
        assertTrue(refused.getMessage().contains("version 17"), refused.getMessage());
    }

    @Test
    void canBeClosedTwice() {
        PostgresServer server = start();
        server.close();
        server.close();
    }

    private void useCreatedFolder() throws IOException {
        Path from = created.resolve("postgres");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file, folder().resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private Path folder() {
        return temp.resolve("postgres");
    }

    private PostgresServer start() {
        return PostgresServer.start(folder(), TestServer.BINARIES);
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(folder().resolve("pgdata/postmaster.pid"))
                .get(0)
                .strip());
    }

    private static ProcessHandle supervisorOf(long owner) {
        return ProcessHandle.of(owner).orElseThrow().children().findAny().orElseThrow();
    }

    private static String commandLine(ProcessHandle process) {
        return String.join(" ", process.info().arguments().orElse(new String[0]));
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(String url, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "peel", password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
