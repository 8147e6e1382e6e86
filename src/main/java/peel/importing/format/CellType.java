package peel.importing.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import peel.importing.input.InputRow;

/**
 * How a cell is read and checked.
 *
 * @param accepted the accepted values, in Markdown, for the documentation
 * @param required whether the cell must not be empty
 * @param valueType what the values are, for programs
 * @param constants the only accepted values; empty if there are others
 * @param reference what the cell refers to, if anything
 * @param reader reads the cell if it is not empty or must not be
 */
public record CellType(
        String accepted,
        boolean required,
        ValueType valueType,
        List<String> constants,
        Optional<Reference<?>> reference,
        CellReader reader) {

    /** Reads one cell. */
    interface CellReader {
        /**
         * Reads a cell, which throws if it is empty.
         *
         * @throws peel.importing.input.DatasetException if the cell is not an accepted value
         */
        Object read(InputRow row, String column, ImportContext context);
    }

    static final CellType TEXT = of("text", ValueType.TEXT, (row, column, context) -> row.text(column));

    static final CellType URL = of("http or https URL", ValueType.URL, (row, column, context) -> row.url(column));

    static final CellType INTEGER =
            of("whole number", ValueType.INTEGER, (row, column, context) -> row.integer(column));

    static final CellType DECIMAL = of("decimal", ValueType.DECIMAL, (row, column, context) -> row.decimal(column));

    static final CellType DATE = of("date", ValueType.DATE, (row, column, context) -> row.date(column));

    static final CellType FLAG = of("`true` or `false`", ValueType.FLAG, (row, column, context) -> row.flag(column));

    static final CellType LIST =
            of("texts separated by semicolons", ValueType.LIST, (row, column, context) -> row.list(column));

    static CellType of(String accepted, ValueType valueType, CellReader reader) {
        return new CellType(accepted, true, valueType, List.of(), Optional.empty(), reader);
    }

    /** The name of a constant. */
    static <E extends Enum<E>> CellType oneOf(Class<E> constants) {
        List<String> names =
                Arrays.stream(constants.getEnumConstants()).map(Enum::name).toList();
        return new CellType(
                "`" + String.join("`, `", names) + "`",
                true,
                ValueType.TEXT,
                names,
                Optional.empty(),
                (row, column, context) -> row.oneOf(column, constants));
    }

    /** The code of a stored row, whose key is read. */
    static CellType reference(Reference<?> reference) {
        return reference(reference, key -> key);
    }

    /** The code of a stored row, of which one value is read. */
    static <T> CellType reference(Reference<T> reference, Function<T, Object> value) {
        return new CellType(
                codeFrom(reference),
                true,
                ValueType.TEXT,
                List.of(),
                Optional.of(reference),
                (row, column, context) -> value.apply(context.find(reference, row, column)));
    }

    /** The words for a code that another format defines. */
    static String codeFrom(Reference<?> reference) {
        return "code from [%1$s](#%1$s)".formatted(reference.format());
    }

    /** The same, or nothing: an empty cell is null. */
    static CellType optional(CellType type) {
        return new CellType(type.accepted, false, type.valueType, type.constants, type.reference, type.reader);
    }

    /** The same with other words for the accepted values. */
    CellType accepting(String other) {
        return new CellType(other, required, valueType, constants, reference, reader);
    }

    /** The name of the format whose rows the cell refers to by their code, if any. */
    public Optional<String> referredFormat() {
        return reference.map(Reference::format);
    }
}
