package peel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A normal client beside an attack: asks for what is in memory and for what is not, on old connections and new ones. */
final class Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 20;
    private static final String KENT = "{\"data\":{\"force\":{\"name\":\"Kent Police\"}}}";

    private final int port;
    private HttpClient client = HttpClient.newHttpClient();
    private int requests;

    Probe(int port) {
        this.port = port;
    }

    /** The times of requests in milliseconds, sorted. A request that was not answered as usual took the patience. */
    record Times(List<Long> millis, List<String> failures) {

        long percentile(int percent) {
            return millis.get((int) Math.ceil(percent / 100.0 * millis.size()) - 1);
        }

        int count() {
            return millis.size();
        }

        @Override
        public String toString() {
            return "p50 %d ms, p95 %d ms, worst %d ms of %d requests %s"
                    .formatted(percentile(50), percentile(95), percentile(100), count(), failures);
        }
    }

    /** Sends requests one after the other for some time. */
    Times during(long millis) throws InterruptedException {
        List<Long> times = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        long end = System.nanoTime() + millis * 1_000_000;
        do {
            long begin = System.nanoTime();
            String failure = ask();
            long took = (System.nanoTime() - begin) / 1_000_000;
            times.add(failure == null ? took : PATIENCE.toMillis());
            if (failure != null && failures.size() < 3) {
                failures.add(failure);
            }
            Thread.sleep(PAUSE_MILLIS);
        } while (System.nanoTime() < end);
        times.sort(null);
        return new Times(times, failures);
    }

    private String ask() throws InterruptedException {
        int number = requests++;
        if (number % 10 == 9) {
            client = HttpClient.newHttpClient();
        }
        boolean health = number % 20 == 19;
        String name = number % 2 == 0 ? "Kept" : "Probe" + number;
        HttpRequest request = health
                ? HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                        .timeout(PATIENCE)
                        .build()
                : HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"query\":\"query " + name + " { force(name: \\\"kent\\\") { name } }\"}", UTF_8))
                        .build();
        return send(request, health, true);
    }

    private String send(HttpRequest request, boolean health, boolean again) throws InterruptedException {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 && (health || response.body().equals(KENT))
                    ? null
                    : response.statusCode() + " " + response.body();
        } catch (IOException e) {
            // As browsers do after the server has closed an idle connection (RFC 9112, section 9.3.1).
            return again && String.valueOf(e.getMessage()).contains("received no bytes")
                    ? send(request, health, false)
                    : e.toString();
        }
    }
}
