package peel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** What attackers send, on sockets of their own, because an HTTP client would not send most of it. */
final class AttackClient implements AutoCloseable {

    /** An attack ends by itself if the service does not answer. */
    private static final int PATIENCE_MILLIS = 15_000;

    /** The smallest that operating systems grant: what is not read fills the service's buffers soon. */
    private static final int SMALL_BUFFER = 4_096;

    private static final byte[] HTTP2_PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(UTF_8);
    private static final int HTTP2_HEADERS = 1;
    private static final int HTTP2_SETTINGS = 4;
    private static final int HTTP2_END_HEADERS = 4;

    private final int port;
    private final int tlsPort;
    private final Collection<Socket> held = new ConcurrentLinkedQueue<>();
    private volatile String script;
    final Random random = new Random();

    AttackClient(int port, int tlsPort) {
        this.port = port;
        this.tlsPort = tlsPort;
    }

    /** The head and body of a POST. */
    static byte[] post(String body, String... headers) {
        byte[] bytes = body.getBytes(UTF_8);
        String head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + bytes.length
                + "\r\n"
                + String.join("", headers)
                + "\r\n";
        return join(head.getBytes(UTF_8), bytes);
    }

    /** The POST of a document. */
    static byte[] document(String document) {
        return post("{\"query\":\""
                + document.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"}");
    }

    static byte[] get(String document) {
        return head("GET /graphql?query=" + URLEncoder.encode(document, UTF_8) + " HTTP/1.1");
    }

    static byte[] head(String requestLine, String... headers) {
        return (requestLine + "\r\nHost: localhost\r\n" + String.join("", headers) + "\r\n").getBytes(UTF_8);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Sends bytes and reads the whole answer, whatever it is. */
    void exchange(byte[] request) throws IOException {
        try (Socket socket = connect(0)) {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            readAll(socket);
        }
    }

    /** Returns the address of the largest script that GraphiQL's page loads; it changes with the script. */
    String script() throws IOException {
        String known = script;
        if (known == null) {
            try (Socket socket = connect(0)) {
                socket.getOutputStream().write(head("GET /graphiql/ HTTP/1.1", "Connection: close\r\n"));
                String page = new String(socket.getInputStream().readAllBytes(), UTF_8);
                int start = page.indexOf("\"graphiql.min.", page.indexOf("<script")) + 1;
                known = "/graphiql/" + page.substring(start, page.indexOf('"', start));
                script = known;
            }
        }
        return known;
    }

    /** Returns the first line and the body's beginning of the answer. */
    String ask(byte[] request) throws IOException {
        try (Socket socket = connect(0)) {
            socket.getOutputStream().write(request);
            return new String(socket.getInputStream().readNBytes(12), UTF_8);
        }
    }

    private static void readAll(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[65_536];
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        // The first answer suffices: the service keeps the connection open.
        socket.setSoTimeout(PATIENCE_MILLIS);
        int read = in.read(buffer);
        socket.setSoTimeout(20);
        while (read >= 0 && System.nanoTime() < deadline) {
            try {
                read = in.read(buffer);
            } catch (SocketTimeoutException complete) {
                return;
            }
        }
    }

    /** Sends bytes and closes the connection. */
    void hangUp(byte[] request) throws Exception {
        try (Socket socket = connect(SMALL_BUFFER)) {
            socket.getOutputStream().write(request);
            Thread.sleep(random.nextInt(20));
        }
    }

    /** Sends bytes on connections that are kept open and never read. */
    void hold(int connections, byte[] bytes) throws IOException {
        for (int i = 0; i < connections; i++) {
            hold(bytes);
        }
    }

    Socket hold(byte[] bytes) throws IOException {
        Socket socket = connect(SMALL_BUFFER);
        held.add(socket);
        socket.getOutputStream().write(bytes);
        return socket;
    }

    /** Sends more on each connection that is still open, and forgets the others. */
    void send(byte[] bytes) {
        held.removeIf(socket -> {
            try {
                socket.getOutputStream().write(bytes);
                return false;
            } catch (IOException closed) {
                return true;
            }
        });
    }

    int open() {
        return held.size();
    }

    private Socket connect(int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setSoTimeout(PATIENCE_MILLIS);
        // Closed without the handshake that would keep the port in use.
        socket.setSoLinger(true, 0);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        return socket;
    }

    /** Opens streams on one HTTP/2 connection with TLS, ends none of them, and never acknowledges the settings. */
    void openStreams(int streams) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), tlsPort)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.startHandshake();
            // GET / of localhost, by indexes of HPACK's static table.
            byte[] headers =
                    join(new byte[] {(byte) 0x82, (byte) 0x87, (byte) 0x84, 0x41, 9}, "localhost".getBytes(UTF_8));
            ByteArrayOutputStream frames = new ByteArrayOutputStream();
            frames.writeBytes(HTTP2_PREFACE);
            frames.writeBytes(frame(HTTP2_SETTINGS, 0, 0, new byte[0]));
            for (int stream = 0; stream < streams; stream++) {
                frames.writeBytes(frame(HTTP2_HEADERS, HTTP2_END_HEADERS, 2 * stream + 1, headers));
                if (frames.size() > 60_000) {
                    socket.getOutputStream().write(frames.toByteArray());
                    frames.reset();
                }
            }
            socket.getOutputStream().write(frames.toByteArray());
            readAll(socket);
        }
    }

    /** The same without TLS. */
    void openStreamsWithoutTls(int streams) throws IOException {
        byte[] headers = join(new byte[] {(byte) 0x82, (byte) 0x86, (byte) 0x84, 0x41, 9}, "localhost".getBytes(UTF_8));
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frames.writeBytes(HTTP2_PREFACE);
        frames.writeBytes(frame(HTTP2_SETTINGS, 0, 0, new byte[0]));
        for (int stream = 0; stream < streams; stream++) {
            frames.writeBytes(frame(HTTP2_HEADERS, HTTP2_END_HEADERS, 2 * stream + 1, headers));
        }
        exchange(frames.toByteArray());
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        int length = payload.length;
        return join(
                new byte[] {
                    (byte) (length >> 16),
                    (byte) (length >> 8),
                    (byte) length,
                    (byte) type,
                    (byte) flags,
                    (byte) (stream >> 24),
                    (byte) (stream >> 16),
                    (byte) (stream >> 8),
                    (byte) stream
                },
                payload);
    }

    @Override
    public void close() {
        for (Socket socket : held) {
            try {
                socket.close();
            } catch (IOException closed) {
                // By the service.
            }
        }
        held.clear();
    }

    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            // Only servers are asked.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            // Whoever listens is attacked.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
