package peel.http;

/** The condition {@code If-None-Match} (RFC 9110, section 13.1.2). */
public final class IfNoneMatch {

    private IfNoneMatch() {}

    /** Whether a value matches every tag. */
    public static boolean isAny(String header) {
        return header.trim().equals("*");
    }

    /** Whether a value lists a tag, compared weakly. */
    public static boolean lists(String header, String tag) {
        for (String one : header.split(",")) {
            String trimmed = one.trim();
            String bare = trimmed.startsWith("W/") ? trimmed.substring(2) : trimmed;
            if (bare.equals("\"" + tag + "\"")) {
                return true;
            }
        }
        return false;
    }
}
