package peel.importing.input;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.error.Suggestions;
import peel.reading.text.LookAlikes;

/**
 * One row of named cells: a line of a CSV file, or a fact of a report. A cell is either text, which is
 * parsed and checked here, or already a value of the expected type, which is passed on as it is.
 *
 * <p>Every method throws {@link DatasetException} if the cell is not what is asked for. Methods named
 * optional return null for an empty cell.
 */
public final class InputRow {

    /** The cells of a row. */
    public interface Cells {
        /** A cell's text or value, null if it is empty or if there is no such column. */
        @Nullable Object get(String column);
    }

    private static final int SHOWN_CHARACTERS = 100;
    private static final int SHOWN_NAMES = 50;
    private static final int LONGEST_URL = 2000;

    private final String file;
    private final long line;
    private final Cells cells;

    /**
     * @param file the file's name, for messages
     * @param line the line in the file, from 1, for messages
     */
    public InputRow(String file, long line, Cells cells) {
        this.file = file;
        this.line = line;
        this.cells = cells;
    }

    public long line() {
        return line;
    }

    public boolean isEmpty(String column) {
        return cells.get(column) == null;
    }

    public @Nullable String optionalText(String column) {
        Object cell = cells.get(column);
        return cell == null ? null : written(cell);
    }

    /** A value as a CSV file would have it. */
    private static String written(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value instanceof List<?> elements
                ? elements.stream().map(Object::toString).collect(Collectors.joining(";"))
                : value.toString();
    }

    public String text(String column) {
        String text = optionalText(column);
        if (text == null) {
            throw error(column, "is empty");
        }
        return text;
    }

    /** An absolute URL that a browser may be sent to: http or https, with a host, without user name and password. */
    public String url(String column) {
        String text = text(column);
        if (!isUrl(text)) {
            throw error(
                    column,
                    quoted(text) + " is not an http or https URL of at most " + LONGEST_URL
                            + " characters such as https://www.example.org/report");
        }
        return text;
    }

    private static boolean isUrl(String text) {
        if (text.length() > LONGEST_URL || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return false;
        }
        try {
            URI url = new URI(text);
            return ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Texts separated by semicolons. */
    public List<String> list(String column) {
        Object cell = required(column);
        return cell instanceof List<?> elements
                ? elements.stream().map(Object::toString).toList()
                : List.of(((String) cell).split(";"));
    }

    public int integer(String column) {
        Object cell = required(column);
        if (cell instanceof Integer value) {
            return value;
        }
        try {
            return Integer.parseInt((String) cell);
        } catch (NumberFormatException e) {
            throw error(column, quoted(cell) + " is not a whole number");
        }
    }

    /** An exact decimal as it is written, with its trailing zeros. */
    public String decimal(String column) {
        Object cell = required(column);
        String text = written(cell);
        if (!(cell instanceof BigDecimal) && !isDecimal(text)) {
            throw error(column, quoted(text) + " is not a decimal such as 63.0");
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
        // PostgreSQL limits the digits of a number; no figure comes near this bound.
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

    public LocalDate date(String column) {
        return date(column, required(column));
    }

    public @Nullable LocalDate optionalDate(String column) {
        Object cell = cells.get(column);
        return cell == null ? null : date(column, cell);
    }

    private LocalDate date(String column, Object cell) {
        if (cell instanceof LocalDate value) {
            return value;
        }
        String text = (String) cell;
        if (text.length() == 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && areDigits(text, 0, 4)
                && !text.startsWith("0000")
                && areDigits(text, 5, 7)
                && areDigits(text, 8, 10)) {
            try {
                return LocalDate.of(
                        Integer.parseInt(text, 0, 4, 10),
                        Integer.parseInt(text, 5, 7, 10),
                        Integer.parseInt(text, 8, 10, 10));
            } catch (DateTimeException e) {
                // There is no such day: the same error as for any other text.
            }
        }
        throw error(column, quoted(text) + " is not a date such as 2015-06-30");
    }

    public boolean flag(String column) {
        String text = text(column);
        if (!text.equals("true") && !text.equals("false")) {
            throw error(column, quoted(text) + " is neither true nor false");
        }
        return text.equals("true");
    }

    /** The constant of an enum that the cell names. */
    public <E extends Enum<E>> E oneOf(String column, Class<E> constants) {
        return oneOf(column, constants, required(column));
    }

    public <E extends Enum<E>> @Nullable E optionalOneOf(String column, Class<E> constants) {
        Object cell = cells.get(column);
        return cell == null ? null : oneOf(column, constants, cell);
    }

    private <E extends Enum<E>> E oneOf(String column, Class<E> constants, Object cell) {
        if (constants.isInstance(cell)) {
            return constants.cast(cell);
        }
        try {
            return Enum.valueOf(constants, (String) cell);
        } catch (IllegalArgumentException e) {
            List<String> names =
                    Arrays.stream(constants.getEnumConstants()).map(Enum::name).toList();
            throw unknown(column, names);
        }
    }

    private Object required(String column) {
        Object cell = cells.get(column);
        if (cell == null) {
            throw error(column, "is empty");
        }
        return cell;
    }

    /**
     * Checks a period: both dates or neither, in order.
     *
     * @param from the column of the first day
     * @param to the column of the last day
     */
    public void requirePeriod(String from, String to) {
        LocalDate first = optionalDate(from);
        LocalDate last = optionalDate(to);
        if ((first == null) != (last == null)) {
            throw error(to, "must be set if and only if " + from + " is set");
        }
        if (first != null && last.isBefore(first)) {
            throw error(to, "is before " + from);
        }
    }

    /** The error that a cell names nothing known. */
    public DatasetException unknown(String column, Collection<String> known) {
        String names = known.stream().limit(SHOWN_NAMES).collect(Collectors.joining(", "));
        String all = known.size() > SHOWN_NAMES ? names + " ... (" + known.size() + " in all)" : names;
        return error(
                column,
                quoted(text(column)) + " is not one of " + all
                        + (known.size() > SHOWN_NAMES ? Suggestions.sentence(text(column), known) : ""));
    }

    public DatasetException error(String column, String reason) {
        return DatasetException.at(file, line, column, reason);
    }

    /** A value in quotation marks, cut after a hundred characters, with its first character that cannot be seen. */
    public static String quoted(Object value) {
        String text = value.toString();
        String shown =
                "\"" + (text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "..." : text) + "\"";
        String hidden = InvisibleCharacters.first(text);
        return hidden == null ? shown : shown + " (with the invisible character " + hidden + ")";
    }

    /**
     * Checks a code, which other rows refer to: what cannot be seen would make two of one.
     *
     * @param column a column whose cell may be empty
     */
    public void requireVisible(String column) {
        if (cells.get(column) instanceof String text) {
            String hidden = InvisibleCharacters.first(text);
            if (hidden != null) {
                throw error(column, quoted(text) + " must have visible characters only");
            }
            String alike = LookAlikes.first(text);
            if (alike != null) {
                throw error(column, "has " + alike);
            }
            if (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
                throw error(column, quoted(text) + " begins or ends with a blank");
            }
        }
    }

    /** Checks two whole numbers that must be in order, such as the first and the last line. */
    public void requireOrder(String from, String to) {
        if (!isEmpty(from) && !isEmpty(to) && integer(to) < integer(from)) {
            throw error(to, integer(to) + " is before " + from + ", which is " + integer(from));
        }
    }

    /** Checks that a whole number counts from 1; an empty cell is accepted. */
    public void requirePositive(String column) {
        if (!isEmpty(column) && integer(column) < 1) {
            throw error(column, integer(column) + " must be at least 1");
        }
    }
}
