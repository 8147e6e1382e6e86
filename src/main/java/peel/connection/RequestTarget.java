package peel.connection;

import java.util.HexFormat;

/**
 * The address in the first line of a request. People type addresses that are no URIs, such as {@code /search?q=100%}, and
 * browsers send them as they are typed. Quarkus would refuse them, with an empty answer.
 */
final class RequestTarget {

    /** The characters of a path or query besides letters and digits (RFC 3986, section 3.4). */
    private static final String ALLOWED = "-._~:/?@!$&'()*+,;=";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private RequestTarget() {}

    /**
     * The address as a URI: with each character that no URI has escaped, and each percent sign that begins no escape. That
     * is how decoders read it (URL Standard, section 1.3). Addresses that do not begin with a slash are left as they are.
     *
     * @param target a character for each byte that was received
     */
    static String escaped(String target) {
        if (!target.startsWith("/")) {
            return target;
        }
        if (target.equals("//")) {
            // Would be the beginning of a host.
            return "/%2F";
        }
        for (int i = 1; i < target.length(); i++) {
            if (!isAllowed(target, i)) {
                return escaped(target, i);
            }
        }
        return target;
    }

    private static String escaped(String target, int first) {
        StringBuilder uri = new StringBuilder(target.length() + 16).append(target, 0, first);
        for (int i = first; i < target.length(); i++) {
            char c = target.charAt(i);
            if (isAllowed(target, i)) {
                uri.append(c);
            } else {
                HEX.toHexDigits(uri.append('%'), (byte) c);
            }
        }
        return uri.toString();
    }

    private static boolean isAllowed(String target, int index) {
        char c = target.charAt(index);
        if (c == '%') {
            return index + 2 < target.length()
                    && HexFormat.isHexDigit(target.charAt(index + 1))
                    && HexFormat.isHexDigit(target.charAt(index + 2));
        }
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ALLOWED.indexOf(c) >= 0;
    }
}
