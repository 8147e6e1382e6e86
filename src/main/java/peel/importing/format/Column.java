package peel.importing.format;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import peel.importing.input.InputRow;
import peel.importing.table.MergeRule;
import peel.importing.table.TableColumn;

/**
 * A column of a format: its name in the CSV file, how it is read and checked, the table's column that it is
 * stored in, and how it is exported. A derived column is only stored: its value follows from other cells.
 *
 * <p>Unless declared otherwise, a column is stored under its own name and exported as it is stored.
 */
public final class Column {

    /** Reads the value of a column from a row. */
    interface RowReader {
        @Nullable Object read(InputRow row, ImportContext context);
    }

    private final String name;
    private final @Nullable CellType type;
    private final @Nullable String description;
    private final RowReader reader;
    private String stored;
    private String exported;
    private boolean loaded = true;
    private @Nullable String stagingType;
    private @Nullable String optionalGroup;
    private MergeRule rule = MergeRule.REPLACE_IF_GIVEN;
    private boolean comparedAsText;

    private Column(
            String name, String stored, @Nullable CellType type, @Nullable String description, RowReader reader) {
        this.name = name;
        this.stored = stored;
        this.exported = "t." + stored;
        this.type = type;
        this.description = description;
        this.reader = reader;
    }

    static Column ofCell(String name, CellType type, String description) {
        CellType.CellReader cell = type.reader();
        RowReader reader = type.required()
                ? (row, context) -> cell.read(row, name, context)
                : (row, context) -> row.isEmpty(name) ? null : cell.read(row, name, context);
        return new Column(name, name, type, description, reader);
    }

    static Column derived(String stored, RowReader reader) {
        return new Column(stored, stored, null, null, reader);
    }

    /** Stores the value in another column of the table. */
    Column storedIn(String column) {
        stored = column;
        exported = "t." + column;
        return this;
    }

    /** Reads and checks the cell, but stores nothing: derived columns use it. */
    Column notStored() {
        loaded = false;
        return this;
    }

    /** Loads the value only into the staging table, for the format's own merge. */
    Column staged(String type) {
        stagingType = type;
        return this;
    }

    /** Exports an SQL expression. The format's table is {@code t}. */
    Column exportedAs(String expression) {
        exported = expression;
        return this;
    }

    /** Decides what becomes of a stored value when a report is imported. */
    Column merged(MergeRule mergeRule) {
        rule = mergeRule;
        return this;
    }

    /** Compares values as they are written: 63.0 is not 63. */
    Column comparedAsText() {
        comparedAsText = true;
        return this;
    }

    /** Lets a file leave out the column together with the others of its group. */
    Column optionalWith(String group) {
        optionalGroup = group;
        return this;
    }

    /** Whether a CSV file has the column. */
    boolean isInFile() {
        return type != null;
    }

    boolean isLoaded() {
        return loaded;
    }

    /** The group of columns that can be left out together; empty for a column that must be present. */
    public Optional<String> optionalGroup() {
        return Optional.ofNullable(optionalGroup);
    }

    /** Its name in the header of a CSV file; of a derived column, the name of the table's column. */
    public String name() {
        return name;
    }

    /** How its cells are read and checked; null for a derived column. */
    public @Nullable CellType type() {
        return type;
    }

    /** What the column means, in Markdown; null for a derived column. */
    public @Nullable String description() {
        return description;
    }

    RowReader reader() {
        return reader;
    }

    /** The SQL expression that exports the column. */
    String exported() {
        return exported;
    }

    TableColumn tableColumn() {
        return new TableColumn(
                stored, Optional.ofNullable(stagingType), optionalGroup().map(group -> name), rule, comparedAsText);
    }
}
