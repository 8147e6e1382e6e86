package peel;

import java.io.IOException;
import java.io.Reader;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The packaged service, run as a process of its own. */
final class LaunchedService implements AutoCloseable {

    /** The file in which Quarkus describes its last build: a jar or a native executable. */
    private static final Path ARTIFACT = Path.of("target", "quarkus-artifact.properties");

    /** A JVM that writes its ahead-of-time cache when it ends takes longest. */
    private static final long TIMEOUT_SECONDS = 180;

    /** The variable with the home of the JVM that runs the jar; by default the tests' own. */
    private static final String JAVA_HOME = "PEEL_TEST_JAVA_HOME";

    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;

    /** Test runs at the same time begin with different ports. */
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 37 % PORTS));

    private final Process process;
    private final int port;
    private final int managementPort;
    private final Path output;

    /** The port of {@code /q/*}: the management port if the package has one. Known as soon as the service is ready. */
    private int healthPort;

    private LaunchedService(Process process, int port, int managementPort, Path output) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        this.healthPort = port;
        this.output = output;
    }

    /**
     * Runs the service with the given environment variables. By default it gets a port and no database.
     *
     * @param directory the working directory
     * @param options system properties and options of the virtual machine
     */
    static LaunchedService run(Path directory, int port, Map<String, String> environment, String... options)
            throws IOException {
        Path output = Files.createTempFile(directory, "service-", ".log");
        ProcessBuilder builder = new ProcessBuilder(command(options))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("PEEL_"));
        int managementPort = freePort();
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        // Without effect unless the package was built with a management port, as the images are.
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        builder.environment().putAll(environment);
        return new LaunchedService(builder.start(), port, managementPort, output);
    }

    /** Runs the service on a free port. */
    static LaunchedService run(Path directory, Map<String, String> environment, String... options) throws IOException {
        return run(directory, freePort(), environment, options);
    }

    /**
     * A free port below those that operating systems give to outgoing connections: one of those may be in use again
     * before the service opens it.
     */
    static int freePort() throws IOException {
        for (int attempt = 0; attempt < PORTS; attempt++) {
            int port = FIRST_PORT + NEXT_PORT.getAndIncrement() % PORTS;
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // In use: try the next one.
            }
        }
        throw new IOException("No port is free");
    }

    /** Whether the service has been packaged. */
    static boolean isPackaged() {
        return Files.isRegularFile(ARTIFACT);
    }

    /** Whether the package contains the embedded PostgreSQL. */
    static boolean hasEmbeddedPostgres() throws IOException {
        if (!isPackaged() || isNative()) {
            return false;
        }
        try (var jars = Files.list(artifact().resolveSibling("lib/main"))) {
            return jars.anyMatch(jar -> jar.getFileName().toString().startsWith("io.zonky.test"));
        }
    }

    /** Whether the package is the jar for the container image. */
    static boolean isForContainer() throws IOException {
        return isPackaged() && !isNative() && !hasEmbeddedPostgres();
    }

    /**
     * The command line that runs the packaged service.
     *
     * @param options system properties and options of the virtual machine
     */
    static List<String> command(String... options) throws IOException {
        List<String> command = new ArrayList<>();
        if (isNative()) {
            command.add(artifact().toString());
            command.addAll(List.of(options));
        } else {
            String home = System.getenv().getOrDefault(JAVA_HOME, System.getProperty("java.home"));
            command.add(Path.of(home, "bin", "java").toString());
            // Most services live for seconds, in which the optimizing compiler takes half of the processors.
            command.add("-XX:TieredStopAtLevel=1");
            PreparedDatabase.classes().ifPresent(command::add);
            command.addAll(List.of(options));
            command.addAll(List.of("-jar", artifact().toString()));
        }
        return command;
    }

    /** Whether the package is a native executable. */
    static boolean isNative() throws IOException {
        return properties().getProperty("type").equals("native");
    }

    private static Path artifact() throws IOException {
        return ARTIFACT.resolveSibling(properties().getProperty("path")).toAbsolutePath();
    }

    private static Properties properties() throws IOException {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(ARTIFACT)) {
            properties.load(file);
        }
        return properties;
    }

    long pid() {
        return process.pid();
    }

    LaunchedService awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (System.nanoTime() < deadline && process.isAlive()) {
            for (int candidate : new int[] {managementPort, port}) {
                if (isReady(candidate)) {
                    healthPort = candidate;
                    return this;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The service is not ready: " + output());
    }

    private static boolean isReady(int port) throws InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(health, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            // The port is not open, or not yet.
            return false;
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + (path.startsWith("/q/") ? healthPort : port) + path))
                                .timeout(Duration.ofSeconds(30))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a GraphQL request and does not wait for the answer. */
    CompletableFuture<HttpResponse<String>> ask(String body) {
        return HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                                .timeout(Duration.ofSeconds(30))
                                .header("Content-Type", "application/json")
                                .header("Accept", "application/graphql-response+json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** Subscribes by Server-Sent Events, and returns the data of the events, which may have to be waited for. */
    Iterator<String> subscribe(String query) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                                .header("Content-Type", "application/json")
                                .header("Accept", "text/event-stream")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + query + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring("data:".length()).strip())
                .iterator();
    }

    /** Opens a WebSocket that may subscribe. */
    WebSocket openWebSocket(WebSocket.Listener listener) {
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/graphql"), listener)
                .join();
        socket.sendText("{\"type\":\"connection_init\"}", true).join();
        return socket;
    }

    /** Sends the signal to stop and does not wait for the end. */
    void terminate() {
        process.destroy();
    }

    /** Stops the service, as SIGTERM does where the operating system has signals, and returns the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The service does not end");
        }
        return process.exitValue();
    }

    /** Kills the service, as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    List<String> output() throws IOException {
        return Files.readAllLines(output);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
