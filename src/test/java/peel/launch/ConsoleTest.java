package peel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {

    private static final Path SOURCES = Path.of("src", "main", "java");

    private static final Pattern PRINTS =
            Pattern.compile("(System\\.(out|err)|\\bout|\\boutput)\\.print|\\.printStackTrace\\(\\)");

    /** The bar of the progress is drawn over itself, so it is no line. */
    private static final List<String> PRINTING = List.of("Console.java", "Progress.java");

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x08, 0x09, 0x0a, 0x0d, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9b, 0x9f, 0x2028, 0x2029, 0x202a,
                0x202e, 0x2066, 0x2069
            })
    void showsWhatATerminalInterpretsAsJsonDoes(int character) {
        assertEquals(
                "a\\u" + String.format("%04x", character) + "[2Jb", Console.printable("a" + (char) character + "[2Jb"));
    }

    @Test
    void leavesAllOtherCharactersAsTheyAre() {
        String text = "Sûreté du Québec, ‘quoted’ – £5 \\u001b \"警察\" 🚓";
        assertEquals(text, Console.printable(text));
    }

    @Test
    void isTheOnlyPlaceThatPrints() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".java")
                                    && !PRINTING.contains(file.getFileName().toString()))
                            .filter(ConsoleTest::prints)
                            .toList());
        }
    }

    private static boolean prints(Path file) {
        try {
            return PRINTS.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
