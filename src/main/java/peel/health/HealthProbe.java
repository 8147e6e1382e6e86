package peel.health;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import peel.launch.Console;
import peel.launch.OneLine;

/**
 * The command {@code health}: asks a running service whether it is ready, for health checks in images that have neither
 * a shell nor curl. It runs every few seconds in a process of its own, so it reads no configuration except the port and
 * loads no library. The images set the variable for the port of the management interface, which they are built with.
 */
public final class HealthProbe {

    private static final String COMMAND = "health";
    private static final String MANAGEMENT_PORT = "QUARKUS_MANAGEMENT_PORT";
    private static final String HTTP_PORT = "QUARKUS_HTTP_PORT";
    private static final int TIMEOUT_MILLIS = 3_000;

    private HealthProbe() {}

    /** Whether the command line asks for the probe and not for the service or another command. */
    public static boolean isRequested(String... args) {
        return args.length == 1 && args[0].equals(COMMAND);
    }

    /** Exits with 0 if the service on this machine is ready, otherwise with 1 and one line that says why not. */
    public static void main(String... args) {
        System.exit(run(System.getenv()));
    }

    static int run(Map<String, String> environment) {
        String name = environment.containsKey(MANAGEMENT_PORT) ? MANAGEMENT_PORT : HTTP_PORT;
        String port = environment.getOrDefault(name, "8080");
        try {
            String status = status(Integer.parseInt(port));
            if (status.contains(" 200 ")) {
                return 0;
            }
            Console.say("The service on port " + port + " is not ready: " + status);
        } catch (NumberFormatException e) {
            Console.say(name + " is \"" + port + "\", but must be a port number.");
        } catch (IOException e) {
            Console.say("No service answers on port " + port + ": " + OneLine.of(e.toString()));
        }
        return 1;
    }

    private static String status(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream()
                    .write("GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return line == null ? "" : line;
        }
    }
}
