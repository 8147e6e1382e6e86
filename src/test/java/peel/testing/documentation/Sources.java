package peel.testing.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the sources of the project have, for comparing it with what the documentation says. */
public final class Sources {

    private static final Path MAIN = Path.of("src", "main", "java");

    /** Where variables may be defined that are no keys: for tests, containers and CI. */
    private static final List<Path> DEFINITIONS =
            List.of(Path.of("docker"), Path.of(".ci"), Path.of("src", "test", "java"), MAIN);

    private Sources() {}

    /** The simple names of all classes of the project that have a file. */
    public static Set<String> classNames() {
        return files(Path.of("src")).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".java"))
                .map(name -> name.replace(".java", ""))
                .collect(Collectors.toSet());
    }

    /** The simple names of the main classes whose text has some text. */
    public static Set<String> classesWith(String part) {
        return files(MAIN).stream()
                .filter(file -> text(file).contains(part))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }

    /** The text of a class. */
    public static String of(String className) {
        return files(MAIN).stream()
                .filter(file -> file.endsWith(className + ".java"))
                .map(Sources::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no class " + className));
    }

    /** The schema that is served. */
    public static String schema() {
        return text(Path.of("src", "main", "graphql", "schema.graphql"));
    }

    /** The main sources with concatenated literals joined, so that a message can be found in one piece. */
    public static String joinedLiterals() {
        return files(MAIN).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .map(file -> text(file).replaceAll("\"\\s*\\+\\s*\"", ""))
                .collect(Collectors.joining("\n"));
    }

    /** Whether a file that may define an environment variable names it. */
    public static boolean mention(String variable) {
        Pattern word = Pattern.compile("\\b" + variable + "\\b");
        return DEFINITIONS.stream()
                .flatMap(folder -> files(folder).stream())
                .anyMatch(file -> word.matcher(text(file)).find());
    }

    /** All matches of a pattern. */
    public static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group())
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("node_modules"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
