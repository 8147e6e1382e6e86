package peel.architecture;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Which packages name which tables in SQL. The compiler sees that a package uses the classes of another, but not that
 * its SQL uses the tables of another. A package may name its own tables and those of the packages that it depends on.
 */
class TableNamesTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** The package of each table and view: the one that has its entity, or reads it if there is none. */
    private static final Map<String, String> OWNERS = Map.ofEntries(
            entry("area", "peel.observation"),
            entry("area_member", "peel.observation"),
            entry("checked_build", "peel.start"),
            entry("comparable_question", "peel.question"),
            entry("council", "peel.force"),
            entry("cycle", "peel.question"),
            entry("dataset_change", "peel.change"),
            entry("dataset_revision", "peel.dataset"),
            entry("fieldwork", "peel.inspection"),
            entry("finding", "peel.finding"),
            entry("finding_status", "peel.finding"),
            entry("force", "peel.force"),
            entry("force_alias", "peel.force"),
            entry("grade_definition", "peel.question"),
            entry("grade_scale", "peel.question"),
            entry("imported_dataset", "peel.importing"),
            entry("inspection", "peel.inspection"),
            entry("inspection_publication", "peel.inspection"),
            entry("judgment", "peel.judgment"),
            entry("judgment_earlier", "peel.judgment"),
            entry("judgment_previous", "peel.judgment"),
            entry("local_authority", "peel.force"),
            entry("metric", "peel.observation"),
            entry("monitoring_event", "peel.force"),
            entry("observation", "peel.observation"),
            entry("observation_total", "peel.observation"),
            entry("publication", "peel.source"),
            entry("question", "peel.question"),
            entry("question_ancestor", "peel.question"),
            entry("report", "peel.report"),
            entry("report_figure", "peel.report"),
            entry("report_footnote_mark", "peel.report"),
            entry("report_passage", "peel.report"),
            entry("report_remark", "peel.report"),
            entry("report_section", "peel.report"),
            entry("report_text", "peel.report"),
            entry("search_entry", "peel.search"),
            entry("search_text", "peel.search"),
            entry("search_word", "peel.search"),
            entry("searchable_text", "peel.search"),
            entry("searched_text", "peel.search"),
            entry("stated_comparison", "peel.judgment"),
            entry("withdrawn_row", "peel.node"));

    /** A package and its subpackages that name tables of packages on which they do not depend. */
    private record Exemption(String origin, Set<String> tables, String reason) {

        boolean allows(Use use) {
            return (use.origin.equals(origin) || use.origin.startsWith(origin + "."))
                    && (tables.isEmpty() || tables.contains(use.table));
        }
    }

    private static final List<Exemption> EXEMPTIONS = List.of(
            new Exemption("peel.importing", Set.of(), "writes all tables; each format names its own"),
            new Exemption(
                    "peel.query",
                    Set.of("dataset_revision"),
                    "every statement is read together with the revision that it read"),
            new Exemption(
                    "peel.execution",
                    Set.of("dataset_revision"),
                    "watches the revision to know which answers are old"));

    private record Use(String origin, String table) {}

    private static Set<String> tables;
    private static Map<String, Set<String>> dependencies;
    private static Map<Use, Set<String>> uses;

    @BeforeAll
    static void findTablesAndTheirUses() throws IOException {
        tables = tablesOfMigrations();
        dependencies = new HashMap<>();
        uses = new HashMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("peel")) {
            Set<String> known = dependencies.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf()
                    .forEach(dependency -> known.add(dependency.getTargetClass().getPackageName()));
            for (String constant : stringConstants(type)) {
                for (String table : tablesIn(constant, tables)) {
                    uses.computeIfAbsent(new Use(type.getPackageName(), table), use -> new TreeSet<>())
                            .add(type.getSimpleName());
                }
            }
        }
    }

    @Test
    void everyTableBelongsToOnePackage() {
        assertEquals(tables, new TreeSet<>(OWNERS.keySet()));
        OWNERS.values().forEach(owner -> assertTrue(dependencies.containsKey(owner), owner));
    }

    @Test
    void packagesNameOnlyTheirOwnTablesAndThoseOfPackagesBelow() {
        List<String> wrong = foreign().entrySet().stream()
                .filter(use -> EXEMPTIONS.stream().noneMatch(exemption -> exemption.allows(use.getKey())))
                .map(use -> "%s %s names the table %s of %s"
                        .formatted(
                                use.getKey().origin,
                                use.getValue(),
                                use.getKey().table,
                                OWNERS.get(use.getKey().table)))
                .sorted()
                .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyExemptionIsNeeded() {
        Set<Use> foreign = foreign().keySet();
        for (Exemption exemption : EXEMPTIONS) {
            assertTrue(foreign.stream().anyMatch(exemption::allows), exemption.toString());
        }
    }

    @Test
    void findsTablesInTheSqlOfEachPackage() {
        Map<String, Set<String>> found = new TreeMap<>();
        uses.keySet()
                .forEach(use -> found.computeIfAbsent(use.origin, name -> new TreeSet<>())
                        .add(use.table));
        assertEquals(
                Set.of("council", "force", "force_alias", "local_authority", "monitoring_event"),
                found.get("peel.force"));
        assertTrue(found.get("peel.observation").containsAll(Set.of("area", "observation", "observation_total")));
        assertTrue(found.get("peel.judgment").contains("judgment"));
    }

    @Test
    void tellsTablesFromOtherWords() {
        Set<String> known = Set.of("force", "judgment", "report");
        assertEquals(Set.of("judgment"), tablesIn("exists (select from judgment j where j.force = 1)", known));
        assertEquals(Set.of("force", "judgment"), tablesIn("from judgment j\n join force on true", known));
        assertEquals(Set.of("force", "judgment"), tablesIn("select 1 from judgment j, force f", known));
        assertEquals(Set.of("force"), tablesIn("force f", known));
        assertEquals(Set.of("report"), tablesIn("insert into report (id) values (?)", known));
        assertEquals(Set.of("report"), tablesIn("update report set file = ?", known));
        assertEquals(Set.of(), tablesIn("The sentence is from report 12.", known));
        assertEquals(Set.of(), tablesIn("force", known));
    }

    private static Map<Use, Set<String>> foreign() {
        return uses.entrySet().stream()
                .filter(use -> !below(use.getKey().origin).contains(OWNERS.getOrDefault(use.getKey().table, "")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A package and all those on which it depends, directly or through others. */
    private static Set<String> below(String origin) {
        Set<String> below = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(origin));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (below.add(next)) {
                open.addAll(dependencies.getOrDefault(next, Set.of()));
            }
        }
        return below;
    }

    private static Set<String> tablesOfMigrations() throws IOException {
        Pattern create = Pattern.compile("create (?:table|view) (\\w+)");
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.toList()) {
                Matcher matcher = create.matcher(Files.readString(file));
                while (matcher.find()) {
                    names.add(matcher.group(1));
                }
            }
        }
        return names;
    }

    /**
     * The tables in a piece of SQL: behind a keyword, in a list of tables, or as a table and its alias. A word behind
     * "from" or "update" in a sentence is taken for a table only where SQL could go on.
     */
    private static Set<String> tablesIn(String text, Set<String> known) {
        String names = String.join("|", known);
        Pattern table =
                Pattern.compile("(?:\\b(?:from|join|into|update|table|truncate|copy|only)\\s+(?<keyword>" + names
                        + ")\\b(?=\\s*(?:$|[,;()]|[a-z]{1,2}\\b|where|set|order|on|as|join|union|limit)))"
                        + "|(?:,\\s*(?<list>" + names + ")\\s+[a-z]{1,2}(?=\\s*(?:$|[,)\\s])))"
                        + "|(?:^(?<alias>" + names + ")\\s+[a-z]{1,2}$)");
        Set<String> found = new TreeSet<>();
        Matcher matcher = table.matcher(text);
        while (matcher.find()) {
            found.add(Stream.of("keyword", "list", "alias")
                    .map(matcher::group)
                    .filter(name -> name != null)
                    .findFirst()
                    .orElseThrow());
        }
        return found;
    }

    /** The string constants of a class file: no comments, annotations or names of members. */
    private static List<String> stringConstants(JavaClass type) throws IOException {
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream();
                DataInputStream file = new DataInputStream(bytes)) {
            file.skipNBytes(8); // magic and version
            int count = file.readUnsignedShort();
            Map<Integer, String> texts = new HashMap<>();
            List<Integer> strings = new ArrayList<>();
            for (int i = 1; i < count; i++) {
                int tag = file.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts.put(i, file.readUTF());
                    case 8 -> strings.add(file.readUnsignedShort());
                    case 7, 16, 19, 20 -> file.skipNBytes(2);
                    case 15 -> file.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> file.skipNBytes(4);
                    case 5, 6 -> {
                        file.skipNBytes(8);
                        i++; // long and double take two entries
                    }
                    default -> throw new IOException(type.getName() + " has a constant of unknown kind " + tag);
                }
            }
            return strings.stream().map(texts::get).toList();
        }
    }
}
