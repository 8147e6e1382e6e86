package peel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import peel.report.SampleReport;
import peel.testing.documentation.MarkdownPage;
import peel.testing.documentation.MarkdownPage.CodeBlock;
import peel.testing.documentation.ShellCommand;

/**
 * Runs the commands of docs/importing.md one after the other on the packaged program. A csv block labelled with a name
 * is a file; a sh block may be labelled with the exit code that its commands end with; a text block that follows is
 * what the last command prints, with "…" for anything.
 */
@EnabledIf("peel.LaunchedService#isPackaged")
class DocumentationIT {

    private static final List<String> PROGRAM = List.of("java", "-jar", "target/quarkus-app/quarkus-run.jar");

    private static final String EXIT_CODE = "exit code ";

    private static final Pattern DURATION = Pattern.compile("\\(\\d+ ms\\)");

    @TempDir
    Path directory;

    private record Ended(int code, String output, String errors) {}

    @Test
    void theCommandsOfTheImportingPageDoWhatItSays() throws Exception {
        Files.writeString(
                Files.createDirectory(directory.resolve("reports")).resolve("surrey.txt"),
                SampleReport.of("Surrey Police", "Surrey").text());
        int commands = 0;
        try (ScratchDatabase database = ScratchDatabase.prepared("documentation")) {
            String output = null;
            for (CodeBlock block : MarkdownPage.read("docs/importing.md").codeBlocks()) {
                if (block.language().equals("csv")) {
                    Files.writeString(directory.resolve(block.label()), block.text() + "\n");
                } else if (block.language().equals("sh")) {
                    for (ShellCommand command : ShellCommand.of(block)) {
                        Ended ended = run(command, database);
                        assertEquals(exitCode(block), ended.code(), () -> command + "\n" + ended.errors());
                        output = ended.output();
                        commands++;
                    }
                } else if (block.is("text") && output != null) {
                    assertPrinted(block, output);
                    output = null;
                }
            }
        }
        assertTrue(commands >= 8, "only " + commands + " commands were found");
    }

    private Ended run(ShellCommand command, ScratchDatabase database) throws IOException, InterruptedException {
        assertEquals(PROGRAM, command.words().subList(0, PROGRAM.size()), command::toString);
        List<String> words = new ArrayList<>(LaunchedService.command());
        words.addAll(command.words().subList(PROGRAM.size(), command.words().size()));
        Path output = Files.createTempFile(directory, "output", ".log");
        Path errors = Files.createTempFile(directory, "errors", ".log");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("PEEL_"));
        builder.environment().putAll(database.environment());
        Process process = builder.start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), command::toString);
        return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    private static int exitCode(CodeBlock block) {
        return block.label().startsWith(EXIT_CODE)
                ? Integer.parseInt(block.label().substring(EXIT_CODE.length()))
                : 0;
    }

    private static void assertPrinted(CodeBlock documented, String printed) {
        String pattern = withoutDurations(documented.text())
                .lines()
                .map(line -> Pattern.compile("…")
                        .splitAsStream(line + " ")
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")))
                .collect(Collectors.joining("\n"));
        String actual =
                withoutDurations(printed).lines().map(line -> line + " ").collect(Collectors.joining("\n"));
        assertTrue(
                Pattern.compile(pattern, Pattern.DOTALL).matcher(actual).matches(),
                () -> documented.place() + " shows another output than this:\n" + printed);
    }

    private static String withoutDurations(String text) {
        return DURATION.matcher(text).replaceAll("(some ms)");
    }
}
