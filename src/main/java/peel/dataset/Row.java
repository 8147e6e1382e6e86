package peel.dataset;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of a CSV file, whose cells are read as what they should be. Every method throws {@link
 * DatasetError}.
 */
final class Row {

    private final String file;
    private final long line;
    private final CSVRecord cells;

    Row(String file, long line, CSVRecord cells) {
        this.file = file;
        this.line = line;
        this.cells = cells;
    }

    long line() {
        return line;
    }

    /** A cell's text, or null if it is empty. */
    String optional(String column) {
        return cells.get(column);
    }

    /** A cell's text. */
    String text(String column) {
        String text = optional(column);
        if (text == null) {
            throw error(column, "is empty");
        }
        return text;
    }

    /** A whole number, or null. */
    Integer optionalInteger(String column) {
        String text = optional(column);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw error(column, quoted(text) + " is no whole number");
        }
    }

    /** A whole number. */
    int integer(String column) {
        text(column);
        return optionalInteger(column);
    }

    /** An exact decimal, its trailing zeros kept, or null. */
    BigDecimal optionalDecimal(String column) {
        String text = optional(column);
        if (text == null) {
            return null;
        }
        if (!text.matches("-?\\d+(\\.\\d+)?")) {
            throw error(column, quoted(text) + " is no decimal like 63.0");
        }
        return new BigDecimal(text);
    }

    /** A day, or null. */
    LocalDate optionalDate(String column) {
        String text = optional(column);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw error(column, quoted(text) + " is no date like 2015-06-30");
        }
    }

    /** A day. */
    LocalDate date(String column) {
        text(column);
        return optionalDate(column);
    }

    /** {@code true} or {@code false}. */
    boolean flag(String column) {
        String text = text(column);
        if (!text.equals("true") && !text.equals("false")) {
            throw error(column, quoted(text) + " is neither true nor false");
        }
        return text.equals("true");
    }

    /** The name of a constant, or null. */
    <E extends Enum<E>> E optionalOneOf(String column, Class<E> constants) {
        String text = optional(column);
        if (text == null) {
            return null;
        }
        return Arrays.stream(constants.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                unknown(
                                        column,
                                        Arrays.stream(constants.getEnumConstants())
                                                .map(Enum::name)
                                                .toList()));
    }

    /** The name of a constant. */
    <E extends Enum<E>> E oneOf(String column, Class<E> constants) {
        text(column);
        return optionalOneOf(column, constants);
    }

    DatasetError unknown(String column, Collection<String> known) {
        return error(column, quoted(optional(column)) + " is none of " + String.join(", ", known));
    }

    DatasetError error(String column, String reason) {
        return DatasetError.at(file, line, column, reason);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
