package peel.launch;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * All that the program prints itself: messages of the launcher and results of commands. Quarkus holds log records back
 * until its logging is configured, which is after the launcher's work and never if that work fails.
 *
 * <p>Names of files and cells of tables may contain characters that move a terminal's cursor, change its settings or
 * reverse the order of what follows. Everything that is printed here shows them as in JSON: {@code \u001b}.
 */
public final class Console {

    private Console() {}

    /** Prints a message on one line of the standard error stream. */
    public static void say(String message) {
        line(System.err, "peel-graphql: " + OneLine.of(message));
    }

    /** Prints one line. */
    public static void line(PrintStream out, String line) {
        out.println(printable(line));
    }

    /** Prints a stack trace to the standard error stream. */
    public static void trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        trace.toString().lines().forEach(line -> {
            // A frame is indented by tabs.
            String frame = line.stripLeading();
            System.err.println(line.substring(0, line.length() - frame.length()) + printable(frame));
        });
    }

    /** The text without characters that a terminal interprets. Does not change what is printable. */
    public static String printable(String text) {
        if (text.chars().noneMatch(Console::isInterpreted)) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isInterpreted(c)) {
                printable.append(String.format("\\u%04x", (int) c));
            } else {
                printable.append(c);
            }
        }
        return printable.toString();
    }

    /** Control characters (C0, DEL, C1), line and paragraph separators, bidirectional overrides and isolates. */
    private static boolean isInterpreted(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || c >= 0x202a && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069;
    }
}
