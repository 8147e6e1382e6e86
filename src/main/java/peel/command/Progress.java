package peel.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import peel.launch.Console;
import peel.launch.OneLine;

/**
 * Shows the progress of an import on standard error: on a terminal as a bar, elsewhere as a line for each file
 * and another every two seconds.
 */
final class Progress {

    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;
    private static final long LINE_NANOS = 2_000_000_000;

    private final boolean terminal = isTerminal();
    private String file = "";
    private long size;
    private long read;
    private long shownAt;
    private int barLength;

    /** Whether standard error is a terminal. */
    private static boolean isTerminal() {
        Path stream = Path.of("/proc/self/fd/2");
        try {
            if (Files.isSymbolicLink(stream)) {
                String target = Files.readSymbolicLink(stream).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            }
        } catch (IOException e) {
            // Not on Linux: ask Java.
        }
        // Since Java 22 there is a console even without a terminal unless this is set.
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }

    /** Starts to show the progress of a file. */
    void begin(String name, long bytes) {
        // The bar is printed as it is.
        file = Console.printable(name);
        size = bytes;
        read = 0;
        shownAt = System.nanoTime();
        if (!terminal) {
            say("Importing " + name + ".");
        }
    }

    /** Counts the bytes that are read from the file. */
    InputStream watch(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int value = super.read();
                advance(value < 0 ? 0 : 1);
                return value;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                advance(Math.max(count, 0));
                return count;
            }
        };
    }

    private void advance(long bytes) {
        read += bytes;
        long now = System.nanoTime();
        if (size > 0 && now - shownAt > (terminal ? REDRAW_NANOS : LINE_NANOS)) {
            shownAt = now;
            draw();
        }
    }

    private void draw() {
        int percent = (int) Math.min(100, read * 100 / size);
        if (!terminal) {
            say(file + ": " + percent + " % read.");
            return;
        }
        int full = percent * WIDTH / 100;
        String bar = "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + percent + " % " + file;
        clear();
        System.err.print(bar);
        System.err.flush();
        barLength = bar.length();
    }

    /** Removes the bar. */
    void end() {
        clear();
        size = 0;
    }

    private void clear() {
        if (barLength > 0) {
            System.err.print("\r" + " ".repeat(barLength) + "\r");
            barLength = 0;
        }
    }

    /** Prints a line in place of the bar. */
    void say(String line) {
        clear();
        Console.line(System.err, OneLine.of(line));
    }
}
