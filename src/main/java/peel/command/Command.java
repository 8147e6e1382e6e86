package peel.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import peel.importing.Format;
import peel.launch.Settings;

/**
 * A command line, understood. It is parsed by hand: two commands with six options between them
 * don't outweigh a library whose parsers are found by reflection, and which would be started with
 * Quarkus, while a command starts without.
 */
public abstract class Command {

    /** Everything was done. */
    public static final int DONE = 0;

    /** The database can't be used, or something failed that isn't a file's fault. */
    public static final int FAILED = 1;

    /** The command line can't be understood. */
    public static final int WRONG_USAGE = 2;

    /** At least one file was refused; the others are imported. */
    public static final int REFUSED = 3;

    private static final String HELP = """
            Usage:
              import [options] FILE...   imports reports (.txt, .pdf) and tidy CSV (.csv); of a folder its files
                --dry-run                does everything, prints what would change and keeps nothing
                --published DATE         since when new versions of judgments are known (2016-02-18); default today
                --json                   prints the summary as JSON on the standard output, and nothing else there
              export [options] NAME      writes one of the CSV formats
                --output FILE            into a file, not to the standard output
              health                     asks the service on this machine whether it is ready; exit code 0 if it is
              help, --help               prints this
            Without arguments the service runs.

            Names: %s

            Exit codes: 0 all was done; 1 the database can't be used; 2 wrong usage; 3 a file was refused, the others
            are imported. QUARKUS_DATASOURCE_JDBC_URL and so on say which database, as for the service.
            """.formatted(String.join(", ", Format.names()));

    Command() {}

    /**
     * Whether the arguments ask for a command and not for the service.
     *
     * @param args the program's arguments
     */
    public static boolean isAskedFor(String... args) {
        return args.length > 0;
    }

    /**
     * Parses the arguments. Help is printed and wrong usage told at once.
     *
     * @param args the program's arguments, at least one
     * @return the command, empty if there is nothing more to do
     */
    public static Parsed parse(String... args) {
        try {
            if (Arrays.asList(args).contains("--help") || List.of("help", "-h").contains(args[0])) {
                System.out.print(HELP);
                return new Parsed(Optional.empty(), DONE);
            }
            return new Parsed(Optional.of(command(args)), DONE);
        } catch (UsageException e) {
            System.err.println("peel-graphql: " + e.getMessage() + " (--help tells more)");
            return new Parsed(Optional.empty(), WRONG_USAGE);
        }
    }

    /**
     * What came of parsing.
     *
     * @param command the command, if there is one to run
     * @param exitCode the exit code, if there isn't
     */
    public record Parsed(Optional<Command> command, int exitCode) {}

    private static Command command(String... args) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(args).subList(1, args.length));
        return switch (args[0]) {
            case "import" -> importCommand(rest);
            case "export" -> exportCommand(rest);
            default ->
                throw new UsageException("There is no command \"" + args[0] + "\": it is import, export or help");
        };
    }

    private static Command importCommand(Deque<String> args) {
        List<Path> files = new ArrayList<>();
        boolean dryRun = false;
        boolean json = false;
        boolean onlyFiles = false;
        Optional<LocalDate> published = Optional.empty();
        while (!args.isEmpty()) {
            String arg = args.pop();
            if (onlyFiles || !arg.startsWith("--")) {
                files.add(Path.of(arg));
            } else if (arg.equals("--")) {
                onlyFiles = true;
            } else if (arg.equals("--dry-run")) {
                dryRun = true;
            } else if (arg.equals("--json")) {
                json = true;
            } else if (isOption(arg, "--published")) {
                published = Optional.of(date(value(arg, args)));
            } else {
                throw new UsageException("import has no option " + arg);
            }
        }
        if (files.isEmpty()) {
            throw new UsageException("import needs a file or a folder");
        }
        return new ImportCommand(files, dryRun, json, published);
    }

    private static Command exportCommand(Deque<String> args) {
        Optional<String> name = Optional.empty();
        Optional<Path> output = Optional.empty();
        while (!args.isEmpty()) {
            String arg = args.pop();
            if (isOption(arg, "--output")) {
                output = Optional.of(Path.of(value(arg, args)));
            } else if (arg.startsWith("--")) {
                throw new UsageException("export has no option " + arg);
            } else if (name.isPresent()) {
                throw new UsageException("export takes one name, not also " + arg);
            } else {
                name = Optional.of(arg);
            }
        }
        String wanted = name.orElseThrow(() -> new UsageException("export needs a name"));
        Format format = Format.ofName(wanted)
                .orElseThrow(() -> new UsageException(
                        "There is no format \"" + wanted + "\": it is one of " + String.join(", ", Format.names())));
        return new ExportCommand(format, output);
    }

    private static boolean isOption(String arg, String option) {
        return arg.equals(option) || arg.startsWith(option + "=");
    }

    private static String value(String arg, Deque<String> args) {
        int equals = arg.indexOf('=');
        if (equals >= 0) {
            return arg.substring(equals + 1);
        }
        if (args.isEmpty()) {
            throw new UsageException(arg + " needs a value");
        }
        return args.pop();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException("\"" + text + "\" is no date like 2016-02-18");
        }
    }

    /**
     * Runs it.
     *
     * @param connection a connection to a database that a start of the service has seen to
     * @param settings the configuration
     * @param output for results; messages go to the standard error stream
     * @return the exit code
     * @throws SQLException if the database can't be used
     */
    public abstract int run(Connection connection, Settings settings, PrintStream output)
            throws SQLException, IOException;
}
