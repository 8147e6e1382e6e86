package peel.importing.format;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.change.ChangeKind;
import peel.error.Suggestions;
import peel.importing.input.InputRow;
import peel.importing.table.ChangeLog;
import peel.importing.table.ImportChanges;
import peel.importing.table.LoggedFacts;
import peel.importing.table.MergeRule;
import peel.importing.table.TableLoad;
import peel.importing.table.TargetTable;
import peel.node.NaturalKey;

/**
 * A CSV format, which says everything about itself in its constructor: columns, natural key, references and
 * export. A file is of a format if its header names the format's columns; those that may be left out come last here and
 * in exports.
 */
public abstract class Format {

    /** The most faults of a header that are named. */
    private static final int MOST_FAULTS = 5;

    private final String name;
    private final String table;
    private final String description;
    private final List<Column> columns = new ArrayList<>();
    private final Set<Reference<?>> references = new LinkedHashSet<>();
    private List<String> naturalKey = List.of();
    private List<String> key = List.of();
    private @Nullable LoggedFacts logged;
    private List<String> beforeBulkInsert = List.of();
    private List<String> afterBulkInsert = List.of();
    private String remark = "";
    private String exportJoins = "";
    private String exportOrder = "";
    private boolean sourced;
    private boolean mayBeMissing;

    /**
     * @param name the name, which is also the name of the dataset's file: {@code force_aliases}
     * @param table the table that rows are stored in, called {@code t} in exports
     * @param description what the rows are, in Markdown
     */
    Format(String name, String table, String description) {
        this.name = name;
        this.table = table;
        this.description = description;
    }

    // For constructors
    // -------------------------------------------------------------------------------------------

    /** Declares a column of the CSV file. */
    final Column column(String column, CellType type, String meaning) {
        type.reference().ifPresent(this::refersTo);
        return add(Column.ofCell(column, type, meaning));
    }

    /** Declares a column of the table whose value follows from cells. */
    final Column derived(String tableColumn, Column.RowReader reader) {
        return add(Column.derived(tableColumn, reader));
    }

    private Column add(Column column) {
        columns.add(column);
        return column;
    }

    /** Declares what identifies a row, by columns of the CSV file. */
    final void naturalKey(String... csvColumns) {
        naturalKey = List.of(csvColumns);
    }

    /** Declares the primary or unique key that rows are merged by, by columns of the table. */
    final void key(String... tableColumns) {
        key = List.of(tableColumns);
    }

    /** Adds a paragraph in Markdown to the documentation. */
    final void remark(String paragraph) {
        remark = paragraph;
    }

    /** Declares what checks and derived columns look up. Columns that are references need no declaration. */
    final void refersTo(Reference<?>... more) {
        references.addAll(List.of(more));
    }

    /** Declares how the table is joined to others in exports, and the order of rows. */
    final void export(String joins, String order) {
        exportJoins = joins;
        exportOrder = order;
    }

    /** Lets the log of changes have a row for each fact. Otherwise it has one for all rows of a file. */
    final void logged(LoggedFacts facts) {
        logged = facts;
    }

    /** Declares statements around an insert of more rows than the table holds. */
    final void bulkInsert(List<String> before, List<String> after) {
        beforeBulkInsert = before;
        afterBulkInsert = after;
    }

    /** Declares the columns that say where a fact comes from. Only columns that can be left out may follow. */
    final void sourced() {
        sourced = true;
        column("publication", CellType.reference(Reference.PUBLICATIONS), "The publication that states the fact.")
                .storedIn("publication_id")
                .exportedAs("p.code");
        place("url", CellType.URL, "The page on the web, if it is not the publication's.")
                .merged(MergeRule.REPLACE_WITH_PUBLICATION);
        place("figure", CellType.TEXT, "The label of the figure or table, such as `Figure 1`.")
                .merged(MergeRule.REPLACE_WITH_PUBLICATION);
        place("page", CellType.INTEGER, "The printed page.").merged(MergeRule.REPLACE_WITH_PUBLICATION);
        place("line_from", CellType.INTEGER, "The first line of the report's text, from 1.");
        place("line_to", CellType.INTEGER, "The last line of the report's text.");
        place("file", CellType.TEXT, "The name of the file that the fact was read from.")
                .optionalWith("quotation");
        place("quotation", CellType.TEXT, "The words of the source.").optionalWith("quotation");
    }

    private Column place(String column, CellType type, String meaning) {
        return column(column, CellType.optional(type), meaning).storedIn("source_" + column);
    }

    /** Lets a dataset's folder lack the file, because folders of earlier releases do. */
    final void mayBeMissing() {
        mayBeMissing = true;
    }

    /** Declares the column for what a source says against itself. Must come after {@link #sourced}. */
    final void contradictable() {
        column("contradiction", CellType.optional(CellType.TEXT), "What the same source states differently elsewhere.")
                .merged(MergeRule.REPLACE)
                .optionalWith("contradiction");
    }

    /** The key of a row, made from its natural key. */
    final UUID keyOf(InputRow row) {
        Object[] parts = new Object[naturalKey.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = row.optionalText(naturalKey.get(i));
        }
        return NaturalKey.of(table, parts);
    }

    // For imports and exports
    // -------------------------------------------------------------------------------------------

    /** A check for the rows of one import. */
    protected RowCheck newCheck() {
        return (row, context) -> {};
    }

    /**
     * Merges the rows of the staging table.
     *
     * @throws peel.importing.input.DatasetException if a row cannot be stored
     */
    public void merge(TableLoad load, ImportContext context, ImportChanges changes) throws SQLException {
        load.merge(changes);
    }

    /**
     * Logs what {@link #merge} changed.
     *
     * @return false if the facts are not logged one by one
     */
    public boolean log(TableLoad load, ChangeLog log) throws SQLException {
        return load.log(log, name);
    }

    /** The kind of what the rows are in the log of changes. */
    public final ChangeKind changeKind() {
        return logged == null ? ChangeKind.REFERENCE : logged.kind();
    }

    /** The table that rows are merged into. */
    public final TargetTable targetTable() {
        return new TargetTable(
                table,
                key,
                columns.stream()
                        .filter(Column::isLoaded)
                        .map(Column::tableColumn)
                        .toList(),
                sourced,
                Optional.ofNullable(logged),
                beforeBulkInsert,
                afterBulkInsert);
    }

    /** The readers of a row's values. */
    public final RowMapping mapping() {
        RowCheck own = newCheck();
        RowCheck check = !sourced
                ? own
                : (row, context) -> {
                    row.requirePositive("page");
                    row.requirePositive("line_from");
                    row.requireOrder("line_from", "line_to");
                    own.check(row, context);
                };
        return new RowMapping(columns, check);
    }

    /** What the rows may refer to. */
    final Set<Reference<?>> references() {
        return references;
    }

    /** The query that exports all rows in a fixed order. */
    public final String exportQuery() {
        String exported = columns.stream()
                .filter(Column::isInFile)
                .map(column -> column.exported() + " as " + column.name())
                .collect(Collectors.joining(", "));
        String publication = sourced ? "join publication p on p.id = t.publication_id" : "";
        return "select %s from %s t %s %s order by %s"
                .formatted(exported, table, exportJoins, publication, exportOrder);
    }

    // For users
    // -------------------------------------------------------------------------------------------

    /** The name by which {@code export} knows the format: {@code force_aliases}. */
    public final String name() {
        return name;
    }

    /** What the rows are, in Markdown. */
    public final String description() {
        return description;
    }

    /** What else users of the format should know, in Markdown; may be empty. */
    public final String remark() {
        return remark;
    }

    /** The names of the columns that identify a row. */
    public final List<String> naturalKey() {
        return naturalKey;
    }

    /** Whether a dataset's folder may lack the file. */
    public final boolean isAllowedToBeMissing() {
        return mayBeMissing;
    }

    /** The columns of the CSV file. */
    public final List<Column> columns() {
        return columns.stream().filter(Column::isInFile).toList();
    }

    /** The names that a header must have. */
    public final List<String> requiredHeader() {
        return columns().stream()
                .filter(column -> column.optionalGroup().isEmpty())
                .map(Column::name)
                .toList();
    }

    /** Whether a header is of this format: all required columns, then any of the optional groups in order. */
    public final boolean hasHeader(List<String> header) {
        List<String> required = requiredHeader();
        int next = required.size();
        if (header.size() < next || !header.subList(0, next).equals(required)) {
            return false;
        }
        for (List<String> group : optionalGroups().values()) {
            int end = next + group.size();
            if (header.size() >= end && header.subList(next, end).equals(group)) {
                next = end;
            }
        }
        return next == header.size();
    }

    /** Whether a header has the format's columns, in whatever order: all required ones and whole optional groups. */
    public final boolean hasColumns(List<String> header) {
        return header.size() == Set.copyOf(header).size()
                && header.containsAll(requiredHeader())
                && columns().stream().map(Column::name).toList().containsAll(header)
                && optionalGroups().values().stream()
                        .allMatch(group -> header.containsAll(group) || Collections.disjoint(header, group));
    }

    /** What is wrong with a header that is not of this format, one sentence for each fault and at most five. */
    public final List<String> faults(List<@Nullable String> header) {
        List<String> known = columns().stream().map(Column::name).toList();
        List<String> missing = new ArrayList<>(requiredHeader());
        missing.removeAll(header);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            if (column == null) {
                faults.add("Column " + (i + 1) + " has no name.");
            } else if (header.indexOf(column) < i) {
                faults.add("Column " + (i + 1) + " is " + InputRow.quoted(column) + " again, as column "
                        + (header.indexOf(column) + 1) + ".");
            } else if (!known.contains(column)) {
                faults.add("Column " + (i + 1) + ", " + InputRow.quoted(column) + ", is unknown."
                        + Suggestions.sentence(column.strip().toLowerCase(Locale.ROOT), known));
            }
        }
        if (!missing.isEmpty()) {
            faults.add("Missing: " + String.join(", ", missing) + ".");
        }
        optionalGroups().forEach((name, group) -> {
            if (!Collections.disjoint(header, group) && !header.containsAll(group)) {
                faults.add("Only together: " + String.join(", ", group) + ".");
            }
        });
        return faults.subList(0, Math.min(faults.size(), MOST_FAULTS));
    }

    /** The columns that a file can leave out, those together that it can only leave out together. */
    final Map<String, List<String>> optionalGroups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Column column : columns()) {
            column.optionalGroup()
                    .ifPresent(group -> groups.computeIfAbsent(group, name -> new ArrayList<>())
                            .add(column.name()));
        }
        return groups;
    }
}
