package peel.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;

/** Judges whether some bytes are one simple request of HTTP/1.1, and nothing before or behind it. */
final class RequestText {

    private static final String LINE_END = "\r\n";
    private static final String HEAD_END = "\r\n\r\n";

    /** Longer bodies are not worth the search. */
    private static final int MOST_DIGITS = 5;

    private RequestText() {}

    /**
     * Whether the bytes are exactly one GET or POST that any reader of HTTP would end at the same byte, on a connection
     * that stays open. Whatever is unusual is not simple: a line end other than CRLF, a continued line, a coding of the
     * body, an upgrade, a second length.
     */
    static boolean isSimple(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        int head = text.indexOf(HEAD_END);
        if (head < 0) {
            return false;
        }
        String[] lines = text.substring(0, head).split(LINE_END, -1);
        boolean post = lines[0].startsWith("POST /");
        if (!post && !lines[0].startsWith("GET /") || !lines[0].endsWith(" HTTP/1.1")) {
            return false;
        }
        int body = -1;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].indexOf('\r') >= 0 || lines[i].indexOf('\n') >= 0 || lines[i].indexOf('\0') >= 0) {
                return false;
            }
            if (i == 0) {
                continue;
            }
            int colon = lines[i].indexOf(':');
            if (colon <= 0 || !isToken(lines[i], colon)) {
                return false;
            }
            String value = lines[i].substring(colon + 1).strip();
            switch (lines[i].substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> {
                    if (!post || body >= 0 || !isLength(value)) {
                        return false;
                    }
                    body = Integer.parseInt(value);
                }
                case "connection" -> {
                    if (!value.equalsIgnoreCase("keep-alive")) {
                        return false;
                    }
                }
                case "transfer-encoding", "expect", "upgrade", "te", "trailer", "http2-settings" -> {
                    return false;
                }
                default -> {
                    // Means nothing for where the request ends.
                }
            }
        }
        return post == body >= 0 && bytes.length == head + HEAD_END.length() + Math.max(0, body);
    }

    private static boolean isLength(String value) {
        return !value.isEmpty()
                && value.length() <= MOST_DIGITS
                && value.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** RFC 9110, section 5.6.2; fewer characters than there are allowed in names. */
    private static boolean isToken(String line, int end) {
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_')) {
                return false;
            }
        }
        return true;
    }
}
