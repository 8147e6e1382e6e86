package peel.page;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pattern of paths: {@code /figures/:metric}. */
record PagePattern(String[] parts) {

    /** A bound for all patterns. */
    private static final int MOST_PARTS = 10;

    static PagePattern of(String pattern) {
        return new PagePattern(split(pattern));
    }

    /** The values of the named segments, null if a path does not match. */
    @Nullable Map<String, String> match(String[] path) {
        if (path.length != parts.length) {
            return null;
        }
        Map<String, String> segments = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].startsWith(":")) {
                if (path[i].isBlank()) {
                    return null;
                }
                segments.put(parts[i].substring(1), path[i]);
            } else if (!parts[i].equals(path[i])) {
                return null;
            }
        }
        return segments;
    }

    /** How many segments have a name. */
    int named() {
        int named = 0;
        for (String part : parts) {
            named += part.startsWith(":") ? 1 : 0;
        }
        return named;
    }

    static String[] split(String path) {
        return path.substring(1).split("/", MOST_PARTS);
    }
}
