package peel.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import peel.page.PageTable.Cell;
import peel.page.PageTable.Column;

class TableFileTest {

    private static final List<Column> COLUMNS = List.of(
            Column.text("force", "Force"),
            Column.text("grade", "Grade").withReasons(),
            Column.number("change", "Change", "percent"));

    private static String csv(List<Cell> row) {
        return new String(TableFile.csv(new PageTable("Table", COLUMNS, List.of(row))), UTF_8);
    }

    @Test
    void writesCodesNumbersAndReasons() {
        assertEquals(
                "force,grade,grade_reason,change\r\nkent,REQUIRES_IMPROVEMENT,,-12.50\r\n",
                csv(List.of(
                        Cell.text("kent"),
                        Cell.grade("REQUIRES_IMPROVEMENT"),
                        Cell.number(new BigDecimal("-12.50"), "\u221212.5 %"))));
        assertEquals(
                "force,grade,grade_reason,change\r\nkent,,not_inspected,\r\n",
                csv(List.of(Cell.text("kent"), Cell.missing(Missing.NOT_INSPECTED), Cell.EMPTY)));
    }

    // RFC 4180, section 2, rules 5 to 7.
    @Test
    void quotesTextsThatNeedIt() {
        assertEquals(
                "force,grade,grade_reason,change\r\n\"a, \"\"b\"\"\",\"two\nlines\",,\r\n",
                csv(List.of(Cell.text("a, \"b\""), Cell.text("two\nlines"), Cell.EMPTY)));
    }

    @Test
    void keepsTextsFromBecomingFormulas() {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx")) {
            assertEquals(
                    "force,grade,grade_reason,change\r\n'" + formula + ",,,-1\r\n",
                    csv(List.of(Cell.text(formula), Cell.EMPTY, Cell.number(new BigDecimal("-1")))));
        }
    }

    @Test
    void writesJsonWithTypesAndReasons() {
        assertEquals(
                "{\"title\":\"Table\",\"state\":\"s\",\"columns\":["
                        + "{\"name\":\"force\",\"title\":\"Force\",\"type\":\"string\"},"
                        + "{\"name\":\"grade\",\"title\":\"Grade\",\"type\":\"string\"},"
                        + "{\"name\":\"change\",\"title\":\"Change\",\"type\":\"number\",\"unit\":\"percent\"}],"
                        + "\"rows\":[{\"force\":\"kent\",\"grade\":null,\"grade_reason\":\"not_in_data\",\"change\":1E+3}]}"
                                .replace("1E+3", "1000"),
                new String(
                        TableFile.json(
                                new PageTable(
                                        "Table",
                                        COLUMNS,
                                        List.of(List.of(
                                                Cell.text("kent"),
                                                Cell.missing(Missing.NOT_IN_DATA),
                                                Cell.number(new BigDecimal("1E+3"))))),
                                "s"),
                        UTF_8));
    }

    @Test
    void refusesARowThatHasAnotherNumberOfCells() {
        List<List<Cell>> rows = List.of(List.of(Cell.text("kent")));
        assertThrows(IllegalArgumentException.class, () -> new PageTable("Table", COLUMNS, rows));
    }

    @Test
    void separatesThousands() {
        assertEquals("0", Figures.text(BigDecimal.ZERO));
        assertEquals("999.90", Figures.text(new BigDecimal("999.90")));
        assertEquals("1,000", Figures.text(new BigDecimal("1000")));
        assertEquals("\u22121,234,567.5", Figures.text(new BigDecimal("-1234567.5")));
    }
}
