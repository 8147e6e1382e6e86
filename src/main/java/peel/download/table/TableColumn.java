package peel.download.table;

import java.util.List;
import java.util.Optional;
import peel.importing.format.ValueType;

/**
 * A column of a table that can be downloaded.
 *
 * @param constants the only values; empty if there are others
 * @param description plain text
 * @param referredTable the name of the table whose rows the values identify, if any
 */
public record TableColumn(
        String name,
        ValueType type,
        List<String> constants,
        boolean required,
        String description,
        Optional<String> referredTable) {}
