package peel.execution.document;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peel.execution.CpuTime;
import peel.execution.GraphQLRequest;
import peel.execution.Operations;
import peel.query.Deadline;
import peel.query.ReadContext;
import peel.report.RealSizeReport;
import peel.testing.GraphQLClient;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/**
 * Every field has a weight in {@code weights.csv}. {@code ./mvnw test -Dtest=WeightsFileTest
 * -Dpeel.weights.update=Force.nickname} measures the weights of the fields whose names begin so, and without a name those
 * of all fields, which takes about five minutes: on the bundled dataset and reports of real size, and on Linux. A weight is
 * changed if it is less than what was measured or more than three times as much, so noise changes few of them. Sizes are
 * only raised, because larger datasets have longer lists. Lines of fields that no longer exist are removed.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "weights"))
class WeightsFileTest {

    private static final Path FILE = Path.of("src/main/resources/weights.csv");
    private static final String UPDATE = "peel.weights.update";

    /** How many times each operation is executed; the fastest counts. */
    private static final int RUNS = 12;

    /** A declared weight may be so many times as much as the measured one. */
    private static final int TOLERANCE = 3;

    /** The microseconds that may be noise, and the share of an operation's time that may be. */
    private static final int NOISE = 300;

    private static final int NOISE_SHARE = 20;

    /** The bytes of a value that the data do not contain. */
    private static final int UNSEEN_BYTES = 60;

    /** The microseconds that a statement takes at least. */
    private static final int STATEMENT = 300;

    /** The time of each of fewer values than this cannot be told from noise. */
    private static final int FEW_VALUES = 40;

    /** The name of a field and the brackets of an object pay for at least a microsecond. */
    private static final int PAID_BY_STRUCTURE = 8;

    /** Twenty terms that are as expensive as any: nearly every text has the first, and no text the others. */
    private static final String TWENTY_TERMS =
            "police -x1 -x2 -x3 -x4 -x5 -x6 -x7 -x8 -x9 -x10 -x11 -x12 -x13 -x14" + " -x15 -x16 -x17 -x18 -x19";

    /** Where objects of a type are selected: few of them, and many. */
    private record Place(String few, String many) {

        static Place paged(String path) {
            return new Place(path.replace("first: N", "first: 1"), path.replace("first: N", "first: 100"));
        }

        static Place whole(String path) {
            return new Place(path, path);
        }
    }

    private static final Map<String, Place> PLACES = places();

    /** The arguments that a field must have. */
    private static final Map<String, String> ARGUMENTS = Map.ofEntries(
            entry("Query.area", "(code: \"bedfordshire\")"),
            entry("Query.cycle", "(code: \"2015\")"),
            entry("Query.figureTable", "(columns: [{metric: \"workforce.officers\"}, {metric: \"workforce.staff\"}])"),
            entry("Query.findingCounts", "(by: [FORCE, CYCLE, QUESTION])"),
            entry("Query.force", "(name: \"bedfordshire\")"),
            entry("Query.judgmentCounts", "(by: [QUESTION, REGION])"),
            entry("Query.judgmentMatrix", "(cycle: \"2015\")"),
            entry("Query.metric", "(code: \"workforce.officers\")"),
            entry("Query.node", "(id: \"%s\")"),
            entry("Query.nodes", "(ids: [%s])"),
            entry("Query.publication", "(code: \"ons-pfa-tables-march-2019\")"),
            entry(
                    "Query.rankedMetric",
                    "(metric: \"workforce.officers\", since: \"2015-03-31\", per: {metric: \"workforce.staff\"}, forces: {country: [ENGLAND, WALES]})"),
            entry("RankedMetric.rankOf", "(force: \"kent\")"),
            entry("Finding.openFor", "(on: \"2018-06-01\")"),
            entry("Judgment.age", "(on: \"2026-06-01\")"),
            entry("Query.ranking", "(metric: \"workforce.officers\")"),
            entry("Query.series", "(metric: \"workforce.officers\", area: [\"kent\", \"essex\"])"),
            entry("Force.peers", "(by: REGION)"),
            entry("Query.report", "(force: \"kent\", cycle: \"2015\", pillar: EFFECTIVENESS)"));

    @Inject
    GraphQLSchema schema;

    @Inject
    Operations operations;

    TestDatabase database;

    private static Map<String, Place> places() {
        Map<String, Place> places = new HashMap<>();
        places.put("Query", Place.whole("@"));
        for (String list : List.of(
                "forces",
                "judgments",
                "findings",
                "observations",
                "reports",
                "offenderManagementFigures",
                "organisedCrimeGroupCounts")) {
            String type = Character.toUpperCase(list.charAt(0)) + list.substring(1, list.length() - 1);
            places.put(type + "Connection", Place.paged(list + "(first: N) { @ }"));
            places.put(type + "Edge", Place.paged(list + "(first: N) { edges { @ } }"));
            places.put(type, Place.paged(list + "(first: N) { nodes { @ } }"));
        }
        places.put("DatasetChangeConnection", Place.paged("changes(first: N) { @ }"));
        places.put("DatasetChangeEdge", Place.paged("changes(first: N) { edges { @ } }"));
        places.put("DatasetChange", Place.paged("changes(first: N) { nodes { @ } }"));
        places.put("DatasetRevisionConnection", Place.paged("dataset { revisions(first: N) { @ } }"));
        places.put("DatasetRevisionEdge", Place.paged("dataset { revisions(first: N) { edges { @ } } }"));
        places.put("DatasetRevision", Place.paged("dataset { revisions(first: N) { nodes { @ } } }"));
        places.put("RevisionChange", Place.whole("dataset { revisions { nodes { changes { @ } } } }"));
        // Rare words, so that the time of the search itself does not hide that of its hits.
        String search = "search(text: \"wlfls or wlflt or wlflu\", first: N)";
        places.put("SearchConnection", Place.paged(search + " { @ }"));
        places.put(
                "SearchConnection.totalCount", Place.whole("search(text: \"" + TWENTY_TERMS + "\", first: 1) { @ }"));
        places.put("SearchEdge", Place.paged(search + " { edges { @ } }"));
        places.put("SearchHit", Place.paged(search + " { nodes { @ } }"));
        places.put("ExcerptPart", Place.paged(search + " { nodes { excerpt { @ } } }"));
        places.put("PageInfo", Place.whole("forces(first: 20, after: \"%s\") { pageInfo { @ } }"));
        places.put("Node", Place.paged("judgments(first: N) { nodes { @ } }"));
        for (String type : List.of("CrimeOutcome", "CrimeRate")) {
            String filter = type.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase();
            places.put(
                    type,
                    Place.paged("observations(filter: {type: [" + filter + "]}, first: N) { nodes { ... on " + type
                            + " { @ } } }"));
        }
        places.put("Area", Place.paged("observations(first: N) { nodes { area { @ } } }"));
        places.put("Metric", new Place("metrics(search: \"shpo\") { @ }", "metrics { @ }"));
        places.put("Question", new Place("questions(cycle: \"2015\", pillar: EFFECTIVENESS) { @ }", "questions { @ }"));
        places.put("ComparableQuestion", Place.whole("questions { comparableTo { @ } }"));
        places.put("Cycle", new Place("questions(cycle: \"2015\") { cycle { @ } }", "questions { cycle { @ } }"));
        places.put("GradeScale", Place.whole("cycles { gradeScale { @ } }"));
        places.put("GradeDefinition", Place.whole("cycles { gradeScale { grades { @ } } }"));
        places.put("Dataset", Place.whole("dataset { @ }"));
        places.put("Service", Place.whole("service { @ }"));
        places.put("Coverage", Place.whole("dataset { coverage { @ } }"));
        places.put("FigureCoverage", Place.whole("dataset { figureCoverage { @ } }"));
        places.put("Inspection", Place.paged("forces(first: N) { nodes { inspections { @ } } }"));
        places.put("Fieldwork", Place.whole("forces { nodes { inspections { fieldwork { @ } } } }"));
        places.put("FindingStatus", Place.whole("findings(first: 100) { nodes { statuses { @ } } }"));
        places.put("Council", Place.paged("forces(first: N) { nodes { councils { @ } } }"));
        places.put("ForceName", Place.paged("forces(first: N) { nodes { names { @ } } }"));
        places.put("LocalAuthority", Place.paged("forces(first: N) { nodes { localAuthorities { @ } } }"));
        places.put("MonitoringEvent", Place.whole("forces { nodes { monitoring { @ } } }"));
        places.put("JudgmentMatrix", Place.whole("judgmentMatrix(cycle: \"2015\") { @ }"));
        places.put("MatrixRow", Place.whole("judgmentMatrix(cycle: \"2015\") { rows { @ } }"));
        String counts = "judgmentCounts(by: [QUESTION, REGION]) { ";
        places.put("JudgmentCount", Place.whole(counts + "@ }"));
        places.put("GradeCount", Place.whole(counts + "byGrade { @ } }"));
        places.put("StateCount", Place.whole(counts + "byState { @ } }"));
        places.put("ChangeCount", Place.whole(counts + "byChange { @ } }"));
        places.put("JudgmentChange", Place.paged("judgments(first: N) { nodes { change { @ } } }"));
        places.put("JudgmentHistory", Place.paged("judgments(first: N) { nodes { history { @ } } }"));
        places.put("FindingCount", Place.whole("findingCounts(by: [FORCE, CYCLE, QUESTION]) { @ }"));
        String ranked =
                "rankedMetric(metric: \"workforce.officers\", since: \"2015-03-31\", per: {metric: \"workforce.staff\"}) { ";
        places.put("RankedMetric", Place.whole(ranked + "@ }"));
        places.put("RankedDenominator", Place.whole(ranked + "per { @ } }"));
        places.put("Ratio", Place.whole(ranked + "ranked { ratio { @ } } }"));
        places.put("JudgmentAge", Place.paged("judgments(first: N) { nodes { age(on: \"2026-06-01\") { @ } } }"));
        String table = "figureTable(columns: [{metric: \"workforce.officers\"}, {metric: \"workforce.staff\"}]) { ";
        places.put("FigureTable", Place.whole(table + "@ }"));
        places.put("FigureColumn", Place.whole(table + "columns { @ } }"));
        places.put("FigureRow", Place.whole(table + "rows { @ } }"));
        places.put("Label", Place.whole("labels { @ }"));
        places.put("ForceGroup", Place.whole("regions { @ }"));
        String series = "series(metric: \"workforce.officers\", area: [\"kent\", \"essex\"]) { ";
        places.put("Series", Place.whole(series + "@ }"));
        places.put("SeriesPoint", Place.whole(series + "points { @ } }"));
        places.put("Source", Place.paged("observations(first: N) { nodes { source { @ } } }"));
        places.put("Publication", Place.paged("judgments(first: N) { nodes { source { publication { @ } } } }"));
        places.put("RankedObservation", Place.whole(ranked + "ranked { @ } }"));
        places.put(
                "StatedComparison",
                Place.whole("forces { nodes { judgments(cycle: \"2015\") { statedComparison { @ } } } }"));
        // The texts of many reports would cost too much.
        String report = "reports(first: N) { nodes { ";
        places.put("Report", new Place("reports(first: 1) { nodes { @ } }", "reports(first: 4) { nodes { @ } }"));
        places.put("ReportSection", Place.paged(report + "sections { @ } } }"));
        places.put("ReportPassage", Place.paged(report + "sections { passages { @ } } } }"));
        places.put("FootnoteMark", Place.paged(report + "sections { passages { footnoteMarks { @ } } } } }"));
        places.put("ReportFigure", Place.paged(report + "figures { @ } } }"));
        places.put("TableRow", Place.paged(report + "figures { rows { @ } } } }"));
        places.put("ReportRemark", Place.paged(report + "remarks { @ } } }"));
        places.put("ReportPlace", Place.paged(report + "remarks { place { @ } } } }"));
        places.put("ReportLine", Place.paged(report + "lines { @ } } }"));
        return places;
    }

    @BeforeEach
    void store() throws SQLException {
        try (Connection connection = database.connect()) {
            RealSizeReport.storeFour(connection);
        }
    }

    @Test
    void everyFieldHasAWeight() throws IOException, SQLException {
        Map<String, GraphQLFieldDefinition> fields = fields();
        if (System.getProperty(UPDATE) != null) {
            Files.writeString(FILE, measured(fields));
            System.out.println("The weights were measured. Run the test again without -D" + UPDATE + ".");
            return;
        }
        List<String> lines = Files.readAllLines(FILE);
        assertEquals(FieldWeights.HEADER, lines.get(0));
        List<String> names = lines.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertEquals(new ArrayList<>(new TreeSet<>(names)), names, FILE + " must be sorted, without duplicates");
        Set<String> without = new TreeSet<>(fields.keySet());
        names.forEach(without::remove);
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(fields.keySet());
        assertTrue(
                without.isEmpty() && unknown.isEmpty(),
                () ->
                        "%s has no weight of %s, and weights of fields that do not exist: %s. Remove the lines of the latter. Measure the former with -D%s=Type.field: see \"Add a field\" in docs/CONTRIBUTING.md."
                                .formatted(FILE, without, unknown, UPDATE));
    }

    @Test
    void aListHasASizeAndALeafHasBytes() {
        List<String> wrong = new ArrayList<>();
        fields().forEach((name, definition) -> {
            FieldWeight weight = FieldWeights.declared().getOrDefault(name, new FieldWeight(1, 1, 0, 0));
            boolean composite = isComposite(definition);
            if (composite == weight.bytes() > 0 || isListWithoutPages(name, definition) != weight.size() > 0) {
                wrong.add(name);
            }
        });
        assertEquals(
                List.of(),
                wrong,
                "A list of objects without pages has a size, and a field without subfields has bytes");
    }

    /** All fields by the name of their weight. */
    private Map<String, GraphQLFieldDefinition> fields() {
        Map<String, GraphQLFieldDefinition> fields = new TreeMap<>();
        schema.getAllTypesAsList().forEach(type -> {
            if (type instanceof GraphQLFieldsContainer container
                    && !container.getName().startsWith("__")) {
                for (GraphQLFieldDefinition field : container.getFieldDefinitions()) {
                    fields.put(FieldWeights.nameOf(container, field.getName()), field);
                }
            }
        });
        return fields;
    }

    private static boolean isComposite(GraphQLFieldDefinition definition) {
        return GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLFieldsContainer;
    }

    private static boolean isList(GraphQLFieldDefinition definition) {
        return GraphQLTypeUtil.unwrapNonNull(definition.getType()) instanceof GraphQLList;
    }

    private String measured(Map<String, GraphQLFieldDefinition> fields) throws SQLException {
        String only = System.getProperty(UPDATE).replace("true", "");
        Map<String, FieldWeight> weights = new TreeMap<>(FieldWeights.declared());
        weights.keySet().retainAll(fields.keySet());
        List<String> names =
                fields.keySet().stream().filter(name -> name.startsWith(only)).toList();
        try (CpuTime time = new CpuTime(database)) {
            // Twice, because the first results contain the time of compilation.
            for (String name : names) {
                measured(name, fields.get(name), time, 2);
            }
            for (String name : names) {
                FieldWeight now = measured(name, fields.get(name), time, RUNS);
                FieldWeight declared = weights.getOrDefault(name, new FieldWeight(0, 0, 0, 0));
                weights.put(
                        name,
                        new FieldWeight(
                                Math.max(declared.size(), now.size()),
                                kept(declared.bytes(), now.bytes()),
                                kept(declared.call(), now.call()),
                                kept(declared.each(), now.each())));
                System.out.printf("%-50s %s -> %s%n", name, now, weights.get(name));
            }
        }
        StringBuilder file = new StringBuilder(FieldWeights.HEADER + "\n");
        weights.forEach((name, weight) -> file.append("%s,%s,%s,%s,%s\n"
                .formatted(name, cell(weight.size()), cell(weight.bytes()), cell(weight.call()), cell(weight.each()))));
        return file.toString();
    }

    private static int kept(int declared, int measured) {
        return declared >= measured && declared <= TOLERANCE * measured ? declared : measured;
    }

    private static String cell(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }

    private FieldWeight measured(String name, GraphQLFieldDefinition definition, CpuTime time, int runs) {
        Place place = PLACES.getOrDefault(name, PLACES.get(name.substring(0, name.indexOf('.'))));
        assertTrue(place != null, "Add to PLACES where " + name + " is selected");
        String selection = "f: " + definition.getName() + arguments(name, definition)
                + (isComposite(definition) ? " { __typename }" : "");
        boolean page = selection.contains("first: N");
        Sample few = sample(place.few, selection.replace("first: N", "first: 1"), time, runs);
        Sample many = page || !place.few.equals(place.many)
                ? sample(place.many, selection.replace("first: N", "first: 100"), time, runs)
                : few;
        boolean list = isListWithoutPages(name, definition);
        int size = list ? Math.max(1, ceil(many.values, many.objects)) : 0;
        long fewValues = page ? 1 : list ? few.objects * size : few.values;
        long manyValues = page ? page(selection) : list ? many.objects * size : many.values;
        int bytes = isComposite(definition) ? 0 : many.values == 0 ? UNSEEN_BYTES : ceil(many.bytes, many.values);
        double each = 0;
        if (manyValues - fewValues >= FEW_VALUES) {
            each = (double) (many.micros - few.micros - many.noise) / (manyValues - fewValues);
        } else if (manyValues >= FEW_VALUES) {
            // There are no fewer objects to compare with.
            each = (double) (many.micros - many.noise) / manyValues;
        }
        // Lines that are read need not be returned.
        boolean returned = !name.equals("Report.lines");
        if (returned && each * FieldWeight.UNITS_PER_MICROSECOND <= bytes + PAID_BY_STRUCTURE) {
            each = 0;
        }
        long call = Math.round(few.micros - each * fewValues);
        return new FieldWeight(size, bytes, (int) (many.statements == 0 ? 0 : Math.max(call, STATEMENT)), (int)
                Math.ceil(Math.max(0, each)));
    }

    /** The number of items on a page of 100. */
    private static int page(String selection) {
        String count = selection.replace("first: N", "first: 1").replace("__typename", "totalCount");
        return Math.min(GraphQLClient.query("{ " + count + " }").number("f.totalCount"), 100);
    }

    private static boolean isListWithoutPages(String name, GraphQLFieldDefinition definition) {
        return isComposite(definition)
                && isList(definition)
                && !name.matches(".*Connection\\.(nodes|edges)")
                && !name.equals("Query.nodes");
    }

    private String arguments(String name, GraphQLFieldDefinition definition) {
        if (name.equals("Query.search")) {
            return "(text: \"" + TWENTY_TERMS + "\", first: N)";
        }
        if (definition.getArgument("first") != null) {
            return "(first: N)";
        }
        String given = ARGUMENTS.getOrDefault(name, "");
        return switch (name) {
            case "Query.node" -> given.formatted(ids(1).get(0));
            case "Query.nodes" -> given.formatted("\"" + String.join("\", \"", ids(100)) + "\"");
            default -> given;
        };
    }

    private static List<String> ids(int count) {
        return GraphQLClient.query("{ judgments(first: " + count + ") { nodes { id } } }")
                .all("judgments.nodes.id");
    }

    /**
     * What a field adds to an operation.
     *
     * @param micros the CPU time, the fastest of several
     * @param noise the time that may have other causes
     * @param statements the number of SQL statements
     * @param objects how many objects have the field
     * @param values how many values the field has, the elements of lists counted, without those that are null
     * @param bytes the length of all values as JSON text
     */
    private record Sample(long micros, long noise, long statements, long objects, long values, long bytes) {}

    private Sample sample(String place, String selection, CpuTime time, int runs) {
        String path = place.contains("%s") ? place.formatted(cursor()) : place;
        String without = "{ " + path.replace("@", "__typename") + " }";
        String with = "{ " + path.replace("@", "__typename " + selection) + " }";
        long fastest = Long.MAX_VALUE;
        long fastestWithout = Long.MAX_VALUE;
        long statements = 0;
        for (int i = 0; i < runs; i++) {
            fastestWithout = Math.min(fastestWithout, time.ofThread(() -> execute(without)));
            long before = ReadContext.statementCount();
            execute(without);
            long between = ReadContext.statementCount();
            fastest = Math.min(fastest, time.ofThread(() -> execute(with)));
            statements = ReadContext.statementCount() - between - (between - before);
        }
        List<JsonNode> values = new ArrayList<>();
        collect(GraphQLClient.query(with).data(), values);
        long count = 0;
        long bytes = 0;
        for (JsonNode value : values) {
            if (!value.isNull()) {
                count += selection.endsWith("}") && value.isArray() ? value.size() : 1;
                bytes += value.toString().getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return new Sample(
                fastest - fastestWithout,
                Math.max(NOISE, fastestWithout / NOISE_SHARE),
                statements,
                values.size(),
                count,
                bytes);
    }

    private void execute(String text) {
        operations.execute(
                operations.bind(operations.prepare(text), new GraphQLRequest(text, null, Map.of(), Map.of())),
                Deadline.after(Duration.ofMinutes(1)));
    }

    private static String cursor() {
        return GraphQLClient.query("{ forces(first: 1) { pageInfo { endCursor } } }")
                .at("forces.pageInfo.endCursor");
    }

    private static void collect(JsonNode node, List<JsonNode> values) {
        JsonNode value = node.get("f");
        if (value != null) {
            values.add(value);
            return;
        }
        node.forEach(child -> collect(child, values));
    }

    private static int ceil(long sum, long count) {
        return count == 0 ? 0 : (int) ((sum + count - 1) / count);
    }
}
