package peel.endpoint.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures how long it takes from the commit of a change until the subscribers of a running service have it, by Server-Sent
 * Events: {@code SubscriptionLatency HOST PORT JDBC-URL USER PASSWORD [SUBSCRIBERS ...]}. The service must allow as many
 * connections of one address ({@code peel.subscription.max-connections-per-address}). Changes the database.
 */
final class SubscriptionLatency {

    private static final int COMMITS = 20;
    private static final int WARM_UP = 5;

    /** Between commits, so that each is measured on its own. */
    private static final int PAUSE_MILLIS = 100;

    private static final String QUERY =
            "subscription { changes { kind action file facts state position force { slug } question { code } } }";

    private static final String CHANGE = """
            with revision as (
                insert into dataset_revision (revision, origin)
                select max(revision) + 1, 'measurement' from dataset_revision returning revision, identity)
            insert into dataset_change (revision, state, kind, action, format, file, facts)
            select revision, identity, 'REFERENCE', 'CHANGED', 'forces', 'measurement', 1 from revision
            """;

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1_024);
    private int subscribers;

    private SubscriptionLatency() throws IOException {}

    public static void main(String[] arguments) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 5; i < arguments.length; i++) {
            numbers.add(Integer.valueOf(arguments[i]));
        }
        SubscriptionLatency latency = new SubscriptionLatency();
        try (Connection database = DriverManager.getConnection(arguments[2], arguments[3], arguments[4])) {
            database.setAutoCommit(false);
            for (int number : numbers.isEmpty() ? List.of(10, 100, 1_000) : numbers) {
                latency.subscribe(new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1])), number);
                List<Long> nanos = new ArrayList<>();
                for (int commit = 0; commit < WARM_UP + COMMITS; commit++) {
                    List<Long> measured = latency.commit(database);
                    if (commit >= WARM_UP) {
                        nanos.addAll(measured);
                    }
                    Thread.sleep(PAUSE_MILLIS);
                }
                Collections.sort(nanos);
                System.out.printf(
                        Locale.ROOT,
                        "%5d subscribers: median %.1f ms, 99th percentile %.1f ms, longest %.1f ms%n",
                        number,
                        millis(nanos, 0.5),
                        millis(nanos, 0.99),
                        millis(nanos, 1));
            }
        }
        if (Boolean.getBoolean("stay")) {
            System.in.read();
        }
    }

    private static double millis(List<Long> sorted, double part) {
        return sorted.get((int) Math.ceil(part * sorted.size()) - 1) / 1e6;
    }

    /** Opens more subscriptions until there are as many, and waits until each knows its position. */
    private void subscribe(InetSocketAddress service, int number) throws IOException {
        byte[] request = ("GET /graphql?query=" + URLEncoder.encode(QUERY, UTF_8)
                        + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(UTF_8);
        int before = subscribers;
        for (; subscribers < number; subscribers++) {
            SocketChannel channel = SocketChannel.open(service);
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
        }
        await("id: ", number - before, new ArrayList<>());
    }

    /** Commits a change, and returns how long it took until each subscriber had it. */
    private List<Long> commit(Connection database) throws SQLException, IOException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(CHANGE);
        }
        List<Long> received = new ArrayList<>();
        long begin = System.nanoTime();
        database.commit();
        await("event: next", subscribers, received);
        return received.stream().map(time -> time - begin).toList();
    }

    /** Reads until as many connections have received a text, and adds when they did. */
    private void await(String text, int number, List<Long> times) throws IOException {
        int seen = 0;
        while (seen < number) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                buffer.clear();
                if (((SocketChannel) key.channel()).read(buffer) < 0) {
                    throw new IOException("A subscription has ended");
                }
                String read = new String(buffer.array(), 0, buffer.position(), UTF_8);
                if (read.startsWith("HTTP/1.1 ") && !read.startsWith("HTTP/1.1 200")) {
                    throw new IOException(read);
                }
                if (read.contains(text)) {
                    times.add(System.nanoTime());
                    seen++;
                }
            }
            selector.selectedKeys().clear();
        }
    }
}
