package peel.reading.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The signs with which mail quotes a text, and with which Markdown marks headings and tables. */
final class Markup {

    private static final Pattern QUOTED = Pattern.compile("\\s{0,8}[>|](?:[>|]| (?=[>|])){0,8}(?: |$)");
    private static final Pattern HEADING = Pattern.compile("\\s{0,3}#{1,6}\\s+(\\S.*?)[\\s#]*");
    private static final Pattern BOLD = Pattern.compile("\\s*(\\*\\*|__)([^*_\\s](?:[^*_]*[^*_\\s])?)\\1\\s*");
    private static final Pattern ROW = Pattern.compile("\\s*\\|(.*\\|.*)\\|\\s*");
    private static final int LONGEST = 400;

    /** One line in so many may be without the sign of a quotation. */
    private static final int SHARE = 10;

    private Markup() {}

    /** The lines without such signs. */
    static List<String> without(List<String> lines) {
        int filled = 0;
        int quoted = 0;
        for (String line : lines) {
            if (!line.isBlank()) {
                filled++;
                quoted += QUOTED.matcher(line).lookingAt() ? 1 : 0;
            }
        }
        boolean all = quoted > 0 && (filled - quoted) * SHARE <= filled;
        List<String> without = new ArrayList<>(lines.size());
        for (String line : lines) {
            Matcher mark = QUOTED.matcher(line);
            String text = all && mark.lookingAt() ? line.substring(mark.end()) : line;
            without.add(text.length() > LONGEST ? text : unmarked(text));
        }
        return without;
    }

    private static String unmarked(String line) {
        Matcher heading = HEADING.matcher(line);
        String text = heading.matches() ? heading.group(1) : line;
        Matcher row = ROW.matcher(text);
        if (row.matches()) {
            return row.group(1).replace("|", "   ");
        }
        Matcher bold = BOLD.matcher(text);
        return bold.matches() ? bold.group(2) : text;
    }
}
