package peel.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The shell that launches a server and outlives this process, to stop the server if this process ends without having
 * done so: killed, crashed or halted. It reads from a pipe whose other end only this process holds, so the operating
 * system tells it about every kind of end.
 */
final class Supervisor implements Closeable {

    /**
     * Arguments: the file for the output of the command that launches the server, the file {@code postmaster.pid}, and
     * the command. If the command succeeds, prints a line and waits for the end of its input. Then stops the server
     * unless that has ended: fast, after 15 s without writing a checkpoint, after another 15 s by killing it. The
     * signals of a terminal or a service manager are left to the owner, whose end follows from them.
     */
    private static final String SCRIPT = """
            trap '' HUP INT QUIT TERM PIPE
            output=$1
            file=$2
            shift 2
            "$@" < /dev/null > "$output" 2>&1 || exit
            read -r server < "$file"
            echo started
            read -r end
            runs() { # A later owner's server has another process id.
                read -r now < "$file" && [ "$now" = "$server" ] && kill -s 0 "$server"
            }
            for signal in INT QUIT KILL; do
                runs || exit 0
                kill -s $signal "$server"
                left=15
                while [ $left -gt 0 ] && runs; do
                    sleep 1
                    left=$((left - 1))
                done
            done
            """;

    private final Process shell;
    private final ProgramResult result;

    private Supervisor(Process shell, ProgramResult result) {
        this.shell = shell;
        this.result = result;
    }

    /** Whether there is a shell. On Windows a server runs on if its owner is killed, until the next start. */
    static boolean isAvailable() {
        return Files.isExecutable(Path.of("/bin/sh"));
    }

    /**
     * Launches a server and waits until it accepts connections or has failed to start.
     *
     * @param launch the command that launches the server, waits for it and ends
     */
    static Supervisor launch(Binaries programs, DataFolder folder, List<String> launch) throws IOException {
        Path output = Files.createTempFile(folder.path(), "launch-", ".out");
        try {
            List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "peel-postgres-supervisor"));
            command.add(output.toString());
            command.add(folder.postmasterFile().path().toString());
            command.addAll(launch);
            Process shell = programs.process(folder.path(), command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean started = shell.inputReader(StandardCharsets.US_ASCII).readLine() != null;
            return new Supervisor(
                    shell, new ProgramResult(started ? 0 : 1, Files.readString(output, StandardCharsets.ISO_8859_1)));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** The result of the command that launched the server. If it failed, the shell has ended. */
    ProgramResult result() {
        return result;
    }

    /** Ends the shell. If the server still runs, the shell stops it first, and this method does not wait for that. */
    @Override
    public void close() throws IOException {
        shell.getOutputStream().close();
        shell.getInputStream().close();
    }
}
