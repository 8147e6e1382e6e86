package peel.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One row of named cells, which are read as what they should be: a line of a CSV file, or a fact of
 * a report. Every method throws {@link DatasetException}.
 */
final class Row {

    /** The cells of a row. */
    interface Cells {
        /** A cell's text, null if it is empty or if there is no such column. */
        String get(String column);
    }

    private final String file;
    private final long line;
    private final Cells cells;

    /**
     * @param file the file's name, for messages
     * @param line the line in the file, from 1, for messages
     */
    Row(String file, long line, Cells cells) {
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

    /** An exact decimal as it is written, its trailing zeros kept, or null. */
    String optionalDecimal(String column) {
        String text = optional(column);
        if (text != null && !isDecimal(text)) {
            throw error(column, quoted(text) + " is no decimal like 63.0");
        }
        return text;
    }

    private static boolean isDecimal(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        return point < 0
                ? areDigits(text, start, text.length())
                : areDigits(text, start, point) && areDigits(text, point + 1, text.length());
    }

    private static boolean areDigits(String text, int from, int to) {
        // PostgreSQL's numbers end somewhere; no figure comes near.
        if (from >= to || to - from > 1000) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** A day, or null. */
    LocalDate optionalDate(String column) {
        String text = optional(column);
        if (text == null) {
            return null;
        }
        if (text.length() == 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && areDigits(text, 0, 4)
                && areDigits(text, 5, 7)
                && areDigits(text, 8, 10)) {
            try {
                return LocalDate.of(
                        Integer.parseInt(text, 0, 4, 10),
                        Integer.parseInt(text, 5, 7, 10),
                        Integer.parseInt(text, 8, 10, 10));
            } catch (DateTimeException e) {
                // Told below.
            }
        }
        throw error(column, quoted(text) + " is no date like 2015-06-30");
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
        try {
            return Enum.valueOf(constants, text);
        } catch (IllegalArgumentException e) {
            List<String> names =
                    Arrays.stream(constants.getEnumConstants()).map(Enum::name).toList();
            throw unknown(column, names);
        }
    }

    /** The name of a constant. */
    <E extends Enum<E>> E oneOf(String column, Class<E> constants) {
        text(column);
        return optionalOneOf(column, constants);
    }

    DatasetException unknown(String column, Collection<String> known) {
        return error(column, quoted(optional(column)) + " is none of " + some(known));
    }

    private static String some(Collection<String> known) {
        int shown = 50;
        String names = known.stream().limit(shown).collect(Collectors.joining(", "));
        return known.size() > shown ? names + " ... (" + known.size() + " in all)" : names;
    }

    DatasetException error(String column, String reason) {
        return DatasetException.at(file, line, column, reason);
    }

    private static String quoted(String text) {
        int shown = 100;
        return "\"" + (text.length() > shown ? text.substring(0, shown) + "..." : text) + "\"";
    }
}
