package peel.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import peel.testing.TestServer;

/** Another process that runs a server on a data folder. */
final class OwnerProcess implements AutoCloseable {

    private final Process process;
    private final String jdbcUrl;
    private final String password;

    private OwnerProcess(Process process, String jdbcUrl, String password) {
        this.process = process;
        this.jdbcUrl = jdbcUrl;
        this.password = password;
    }

    /** Runs in the other process: starts a server and keeps it running until the process is killed. */
    public static void main(String... args) throws InterruptedException {
        PostgresServer server = PostgresServer.start(Path.of(args[0]), TestServer.BINARIES);
        System.out.println(server.jdbcUrl());
        System.out.println(server.password());
        Thread.sleep(TimeUnit.MINUTES.toMillis(2));
    }

    static OwnerProcess start(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OwnerProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new OwnerProcess(process, output.readLine(), output.readLine());
    }

    long pid() {
        return process.pid();
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    String password() {
        return password;
    }

    /** Kills the process, as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
