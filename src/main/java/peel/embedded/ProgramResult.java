package peel.embedded;

import java.util.List;
import java.util.regex.Pattern;
import peel.launch.OneLine;

/**
 * The result of running one of PostgreSQL's programs.
 *
 * @param output what the program wrote to its standard output and error streams
 */
record ProgramResult(int exitCode, String output) {

    private static final Pattern FAILURE = Pattern.compile("FATAL|PANIC|error|could not");
    private static final Pattern LOG_PREFIX = Pattern.compile("^.*?(?=(FATAL|PANIC|LOG|DETAIL):)");

    boolean failed() {
        return exitCode != 0;
    }

    String reason() {
        return reasonIn(output);
    }

    /**
     * The line of an output or log that says why a program failed, with its detail: the first line that reports an
     * error, otherwise the last line.
     */
    static String reasonIn(String output) {
        List<String> lines =
                output.lines().map(OneLine::of).filter(line -> !line.isEmpty()).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (FAILURE.matcher(lines.get(i)).find()) {
                boolean detailed = i + 1 < lines.size() && lines.get(i + 1).contains("DETAIL:");
                return withoutPrefix(lines.get(i)) + (detailed ? " " + withoutPrefix(lines.get(i + 1)) : "");
            }
        }
        return lines.isEmpty() ? "it printed no reason" : withoutPrefix(lines.get(lines.size() - 1));
    }

    private static String withoutPrefix(String line) {
        return LOG_PREFIX.matcher(line).replaceFirst("");
    }
}
