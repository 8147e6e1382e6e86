package peel.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peel.importing.format.Format;
import peel.importing.format.Formats;
import peel.importing.input.DatasetException;
import peel.importing.input.Problems;

/** What spreadsheets make of a CSV file: read, or refused with line, column and reason. */
class CsvFileTest {

    /** In the tests' texts a slash ends a line, and names stand for characters that cannot be seen. */
    private static String text(String written) {
        return written.replace("/", "\n")
                .replace("{tab}", "\t")
                .replace("{bom}", "\uFEFF")
                .replace("{nbsp}", "\u00A0")
                .replace("{shy}", "\u00AD")
                .replace("{zwsp}", "\u200B")
                .replace("{ie}", "\u0435")
                .replace("{rlo}", "\u202E")
                .replace("{lost}", "\uFFFD")
                .replace("{cr}", "\r")
                .replace("{nul}", "\0");
    }

    private static CsvFile file(byte[] bytes) throws IOException {
        return CsvFile.recognise("a.csv", () -> new ByteArrayInputStream(bytes));
    }

    private static List<String> rows(byte[] bytes) throws IOException, SQLException {
        CsvFile file = file(bytes);
        List<String> rows = new ArrayList<>();
        Problems problems = new Problems();
        file.read(problems, row -> rows.add(row.line() + ": " + row.text("force") + "=" + row.optionalText("alias")));
        problems.throwIfAny();
        return rows;
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(DatasetException.class, () -> rows(bytes)).getMessage();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void refusesALineWithMoreCellsThanASpreadsheetHas() {
        String line = "x,".repeat(20_000);
        assertEquals("a.csv, line 1, column 20001: a line has more than 20000 cells", refusal(utf8(line)));
        assertEquals(
                "a.csv, line 2, column 20001: a line has more than 20000 cells", refusal(utf8("force,alias\n" + line)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            force,alias/kent,Kentish/                        => 2: kent=Kentish
            {bom}force,alias/kent,Kentish/                   => 2: kent=Kentish
            force;alias/kent;Kentish, old/                   => 2: kent=Kentish, old
            force{tab}alias/kent{tab}Kentish/                => 2: kent=Kentish
            force|alias/kent|Kentish/                        => 2: kent=Kentish
            sep=;/force;alias/kent;Kentish/                  => 3: kent=Kentish
            {bom}SEP=,{cr}/force,alias{cr}/kent,Kentish{cr}/ => 3: kent=Kentish
            "sep=;"/force;alias/kent;Kentish/                => 3: kent=Kentish
            alias,force/Kentish,kent/                        => 2: kent=Kentish
            force,alias,,/kent,Kentish,,/                    => 2: kent=Kentish
            force,alias,,/kent,Kentish/                      => 2: kent=Kentish
            force,alias/kent,Kentish,,,/                     => 2: kent=Kentish
            /  /force,alias//  /kent,Kentish/,/,,,//         => 6: kent=Kentish
            "force","alias"/"kent","a ""b"", c"/             => 2: kent=a "b", c
            force,alias/kent,6" pipe/                        => 2: kent=6" pipe
            """)
    void readsWhatHasOneMeaning(String written, String row) throws Exception {
        assertEquals(List.of(row), rows(utf8(text(written))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            force,alias/kent, "Kentish"/     => line 2, column alias: a quoted cell begins with blanks: remove the blanks before the quote
            force,alias/kent,"Kentish" /     => line 2, column alias: text follows the closing quote of a cell: double the quotes inside a cell
            force,alias/kent,"Kentish/       => line 2, column alias: a quoted cell has no closing quote
            force,alias/kent,Ken{nul}tish/   => line 2, column alias: contains a zero byte: the file is not text, or is UTF-16; save it as UTF-8
            force,alias/kent,Kentish,old/    => line 2, column 3: 3 cells instead of 2: "old" has no column; a cell that contains a separator must be quoted
            force,alias/kent/                => line 2, column alias: 1 cells instead of 2: this cell and those after it are missing
            sep=x/forcexalias/               => line 1, column 1: the separator is "x", but must be a comma, a semicolon, a tab or a vertical line
            force,allias/kent,Kentish/       => Column 2, "allias", is unknown. Did you mean "alias"? Missing: alias.
            Force,alias/kent,Kentish/        => Column 1, "Force", is unknown. Did you mean "force"? Missing: force.
            force,alias,alias/kent,a,b/      => Column 3 is "alias" again, as column 2.
            force,,alias/kent,a,b/           => Column 2 has no name.
            force,alias,language/kent,a,/    => Only together: language, from_year, to_year.
            force{nbsp},alias/kent,Kentish/  => Column 1, "force\u00A0" (with the invisible character U+00A0, a non-breaking space), is unknown.
            force,alias/ke{zwsp}nt,Kentish/  => line 2, column force: "ke\u200Bnt" (with the invisible character U+200B, of no width) must have visible characters only
            force,alias/kent,Kent{nbsp}ish/  => line 2, column alias: "Kent\u00A0ish" (with the invisible character U+00A0, a non-breaking space) must have
            force,alias/kent,Kent{shy}ish/   => line 2, column alias: "Kent\u00ADish" (with the invisible character U+00AD, a soft hyphen) must have
            force,alias/kent,{rlo}Kentish/   => line 2, column alias: "\u202EKentish" (with the invisible character U+202E, a mark of direction) must have
            force,alias/kent,Kenti{lost}sh/  => line 2, column alias: "Kenti\uFFFDsh" (with the invisible character U+FFFD, which stands for a lost character)
            force,alias/k{ie}nt,Kentish/     => line 2, column force: has "k{ie}nt" with U+0435 (Cyrillic), which passes for a Latin letter or a digit
            force,alias/kent, Kentish/       => line 2, column alias: " Kentish" begins or ends with a blank
            """)
    void refusesWhatItWouldHaveToGuess(String written, String reason) {
        String message = refusal(utf8(text(written)));
        assertTrue(message.startsWith("a.csv, line ") && message.contains(text(reason)), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM"})
    void namesUtf16(String charset) {
        assertEquals(
                "a.csv, line 1, column 1: the file is UTF-16: save it as CSV in UTF-8",
                refusal("force,alias\nkent,Kentish\n".getBytes(Charset.forName(charset))));
    }

    @ParameterizedTest
    @CsvSource({"PK\u0003\u0004x, a zip file", "%PDF-1.7, a PDF file", "'\u001F\u008B\u0008', compressed"})
    void namesOtherFiles(String begin, String kind) {
        String message = refusal((begin + "and so on").getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(message.startsWith("a.csv, line 1, column 1: the file is " + kind), message);
    }

    @Test
    void namesTheByteThatIsNotUtf8() {
        byte[] bytes = "force,alias\nkent,Kent’s\n".getBytes(Charset.forName("windows-1252"));
        assertEquals(
                "a.csv, line 2: is not UTF-8 (byte 10 of the line is 0x92, which is \"’\" in Windows-1252): save the file in"
                        + " this encoding",
                refusal(bytes));
    }

    @Test
    void refusesAnEmptyFile() {
        assertTrue(refusal(new byte[0]).startsWith("a.csv, line 1: the header is not a list of names"));
        assertTrue(refusal(utf8("\n\n")).startsWith("a.csv, line 1: the header is not a list of names"));
    }

    @Test
    void listsOneHundredFaultsAndCountsAll() {
        StringBuilder text = new StringBuilder("force,alias\n");
        for (int i = 0; i < 5000; i++) {
            text.append("kent, a\n");
        }
        DatasetException refused = assertThrows(DatasetException.class, () -> rows(utf8(text.toString())));
        assertEquals(100, refused.problems().size());
        assertEquals(5000, refused.count());
    }

    @Test
    void findsOneFormatForEachHeader() {
        Set<List<String>> headers = new HashSet<>();
        for (Format format : Formats.ALL) {
            List<String> header = format.columns().stream()
                    .map(column -> column.name())
                    .sorted()
                    .toList();
            assertTrue(headers.add(header), format.name());
            assertEquals(format, Formats.ofHeader(header).orElseThrow());
            assertEquals(
                    1,
                    Formats.ALL.stream()
                            .filter(other -> other.hasColumns(header))
                            .count(),
                    format.name());
            List<String> required = format.requiredHeader();
            assertEquals(format, Formats.ofHeader(required).orElseThrow());
        }
    }
}
