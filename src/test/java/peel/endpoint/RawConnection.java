package peel.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection of HTTP/1.1 to the tested service whose bytes are written as they are. */
public final class RawConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 10_000;

    /** So that what is sent before and after does not arrive together. */
    private static final int PAUSE_MILLIS = 20;

    private static final Pattern LENGTH = Pattern.compile("content-length: (\\d+)", Pattern.CASE_INSENSITIVE);

    private final Socket socket;

    public RawConnection() throws IOException {
        socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** A request for the answer to a query. */
    public static String get(String query) {
        return "GET /graphql?query=" + URLEncoder.encode(query, UTF_8) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    /** Sends bytes and reads one answer. */
    public String exchange(String bytes) throws IOException {
        send(bytes);
        return receive();
    }

    /** Sends bytes, and waits until they have arrived. */
    public void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Reads one answer, head and body. */
    public String receive() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        Matcher length = LENGTH.matcher(head);
        byte[] body = new byte[length.find() ? Integer.parseInt(length.group(1)) : 0];
        in.readFully(body);
        return head + new String(body, UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
