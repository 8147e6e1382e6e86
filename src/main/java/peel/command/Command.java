package peel.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
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
import java.util.stream.Stream;
import peel.importing.format.Format;
import peel.importing.format.Formats;
import peel.launch.Console;
import peel.launch.Settings;

/**
 * A parsed command line. It is parsed by hand: a library for this would find its parsers by reflection and
 * start with Quarkus, while a command starts without, and there are only two commands with options.
 */
public abstract class Command {

    /** The exit code if everything was done. */
    public static final int DONE = 0;

    /** The exit code if the database is unavailable, or if something failed that no file caused. */
    public static final int FAILED = 1;

    /** The exit code if the command line is not valid. */
    public static final int WRONG_USAGE = 2;

    /** The exit code if at least one file was refused. The others are imported. */
    public static final int REFUSED = 3;

    /** The exit code if no file was refused, but facts of a report are in doubt and were not stored. */
    public static final int HELD_BACK = 4;

    private static final String HELP = """
            Usage:
              import [options] FILE...   imports reports (.txt, .pdf) and CSV files (.csv), or all of a folder
                --dry-run                prints what would change and stores nothing
                --published DATE         the day from which new versions of judgments are known, such as
                                         2016-02-18; default today
                --store-undoubted        stores the rest of a report whose structure is in doubt, instead of refusing it
                --json                   prints the summary as JSON on standard output, and nothing else there
              migrate                    prepares the database as a start of the service does: tables and dataset
              export [options] NAME      exports all rows of a CSV format
                --output FILE            writes to a file instead of standard output
              export --folder FOLDER     exports all formats and the texts of all reports to an empty folder
              health                     checks whether the service on this machine is ready; exit code 0 if it is
              help, --help               prints this help
            Without arguments the service starts.

            Names of CSV formats: %s

            Exit codes: 0 everything was done; 1 the database is unavailable; 2 wrong usage; 3 a file was refused and
            the others were imported; 4 facts of a report are in doubt and were not stored, all else was. The database is configured as for the service (QUARKUS_DATASOURCE_JDBC_URL).
            """;

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
     * Parses the arguments. Prints the help, or what is wrong with them.
     *
     * @param args the program's arguments, at least one
     */
    public static Parsed parse(String... args) {
        try {
            if (Arrays.asList(args).contains("--help") || List.of("help", "-h").contains(args[0])) {
                HELP.formatted(String.join(", ", Formats.names()))
                        .lines()
                        .forEach(line -> Console.line(System.out, line));
                return new Parsed(Optional.empty(), DONE);
            }
            return new Parsed(Optional.of(command(args)), DONE);
        } catch (UsageException e) {
            Console.say(e.getMessage() + " (see --help)");
            return new Parsed(Optional.empty(), WRONG_USAGE);
        }
    }

    /**
     * The result of parsing.
     *
     * @param command the command, if there is one to run
     * @param exitCode the exit code if there is none
     */
    public record Parsed(Optional<Command> command, int exitCode) {}

    private static Command command(String... args) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(args).subList(1, args.length));
        return switch (args[0]) {
            case "import" -> importCommand(rest);
            case "export" -> exportCommand(rest);
            case "migrate" -> migrateCommand(rest);
            default ->
                throw new UsageException(
                        "There is no command \"" + args[0] + "\": use import, export, migrate, health or help");
        };
    }

    private static Command importCommand(Deque<String> args) {
        List<Path> files = new ArrayList<>();
        boolean dryRun = false;
        boolean json = false;
        boolean storeUndoubted = false;
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
            } else if (arg.equals("--store-undoubted")) {
                storeUndoubted = true;
            } else if (isOption(arg, "--published")) {
                published = Optional.of(date(value(arg, args)));
            } else {
                throw new UsageException("import has no option \"" + arg + "\"");
            }
        }
        if (files.isEmpty()) {
            throw new UsageException("import needs a file or a folder");
        }
        return new ImportCommand(files, dryRun, json, storeUndoubted, published);
    }

    private static Command exportCommand(Deque<String> args) {
        Optional<String> name = Optional.empty();
        Optional<Path> output = Optional.empty();
        Optional<Path> folder = Optional.empty();
        while (!args.isEmpty()) {
            String arg = args.pop();
            if (isOption(arg, "--output")) {
                output = Optional.of(target(value(arg, args)));
            } else if (isOption(arg, "--folder")) {
                folder = Optional.of(emptyFolder(value(arg, args)));
            } else if (arg.startsWith("--")) {
                throw new UsageException("export has no option \"" + arg + "\"");
            } else if (name.isPresent()) {
                throw new UsageException("export accepts one name, but \"" + arg + "\" is another");
            } else {
                name = Optional.of(arg);
            }
        }
        if (folder.isPresent()) {
            if (name.isPresent() || output.isPresent()) {
                throw new UsageException("export --folder exports everything: leave out the name and --output");
            }
            return new ExportAllCommand(folder.get());
        }
        String wanted = name.orElseThrow(() -> new UsageException("export needs a name or --folder"));
        Format format = Formats.ofName(wanted)
                .orElseThrow(() -> new UsageException(
                        "There is no format \"" + wanted + "\": use one of " + String.join(", ", Formats.names())));
        return new ExportCommand(format, output);
    }

    private static Command migrateCommand(Deque<String> args) {
        if (!args.isEmpty()) {
            throw new UsageException("migrate has no option \"" + args.peek() + "\"");
        }
        return new MigrateCommand();
    }

    /** The complete export takes the place of the file, and would take that of a device as well. */
    private static Path target(String file) {
        Path target = Path.of(file);
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new UsageException(
                    "\"" + file
                            + "\" is a folder, pipe, socket or device: name a file, or leave out --output to write to standard output");
        }
        return target;
    }

    /** Files of an earlier export would be imported together with those of this one. */
    private static Path emptyFolder(String folder) {
        Path path = Path.of(folder);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new UsageException("\"" + folder + "\" is not a folder");
        }
        if (Files.exists(path)) {
            try (Stream<Path> content = Files.list(path)) {
                if (content.findAny().isPresent()) {
                    throw new UsageException("The folder \"" + folder + "\" is not empty");
                }
            } catch (IOException e) {
                throw new UsageException("The folder \"" + folder + "\" cannot be read: " + e.getMessage());
            }
        }
        return path;
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
            throw new UsageException("\"" + text + "\" is not a date such as 2016-02-18");
        }
    }

    /** Called if the database is prepared for the command, before that is done. */
    void willPrepare() {}

    /**
     * Runs the command.
     *
     * @param connection a connection to a database that a start of the service prepared
     * @param settings the configuration
     * @param output receives results; messages go to standard error
     * @return the exit code
     * @throws SQLException if the database is unavailable
     */
    public abstract int run(Connection connection, Settings settings, PrintStream output)
            throws SQLException, IOException;
}
