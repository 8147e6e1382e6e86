package peel.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import peel.launch.ShutdownBound;
import peel.testing.Eventually;
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

    /**
     * Runs in the other process: starts a server and keeps it running until the process is killed. With a second
     * argument, a number of seconds, it does not stop in an orderly way after a signal, but only after that time.
     */
    public static void main(String... args) throws InterruptedException {
        PostgresServer server = PostgresServer.start(Path.of(args[0]), TestServer.BINARIES);
        if (args.length > 1) {
            ShutdownBound.register(
                    Duration.ofSeconds(Long.parseLong(args[1])),
                    () -> LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(2)));
        }
        System.out.println(server.jdbcUrl());
        System.out.println(server.password());
        Thread.sleep(TimeUnit.MINUTES.toMillis(2));
    }

    static OwnerProcess start(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OwnerProcess.class.getName(),
                folder.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
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

    /** Sends SIGTERM and returns the exit code. */
    int terminate() throws Exception {
        process.destroy();
        Eventually.holds(() -> !process.isAlive());
        return process.exitValue();
    }

    /** Kills the process, as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
