package peel.dataset;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import peel.finding.FindingKind;
import peel.finding.RecommendationStatus;
import peel.finding.Wording;
import peel.force.Country;
import peel.force.DatePrecision;
import peel.force.MonitoringEventKind;
import peel.force.UnitBasis;
import peel.judgment.ComparisonDirection;
import peel.judgment.JudgmentBasis;
import peel.judgment.JudgmentState;
import peel.node.NaturalKey;
import peel.observation.AreaKind;
import peel.observation.MetricBasis;
import peel.observation.MetricType;
import peel.observation.MissingReason;
import peel.observation.OffenderScheme;
import peel.observation.Qualifier;
import peel.observation.Unit;
import peel.question.Grade;
import peel.question.Pillar;
import peel.question.QuestionKind;
import peel.question.WordingBasis;
import peel.source.PublicationKind;

/**
 * One import of a whole dataset over one connection and transaction: file after file, each after
 * those it refers to. References are resolved here, against what the tables hold once the files
 * before are merged, so that a wrong one is told with its file, line and column.
 */
final class DatasetImport {

    private static final List<String> SOURCE_CELLS =
            List.of("publication", "url", "figure", "page", "line_from", "line_to");
    private static final List<String> SOURCE_COLUMNS =
            List.of(
                    "publication_id",
                    "source_url",
                    "source_figure",
                    "source_page",
                    "source_line_from",
                    "source_line_to");

    private final Connection connection;
    private final DatasetFiles files;
    private int changes;

    private Map<String, Object> publications;
    private Map<String, Object> forces;
    private Map<String, Object> areas;
    private Map<String, CycleRow> cycles;
    private Set<String> grades;
    private Map<QuestionName, QuestionRow> questions;
    private Map<String, MetricRow> metrics;

    DatasetImport(Connection connection, DatasetFiles files) {
        this.connection = connection;
        this.files = files;
    }

    /**
     * Imports all files.
     *
     * @return how many rows were inserted or changed
     * @throws DatasetError if a row is malformed or refers to something that isn't there
     */
    int run() throws SQLException, IOException {
        publications();
        publications = keys("select code, id from publication");
        forces();
        forces = keys("select slug, id from force");
        aliases();
        localAuthorities();
        monitoringEvents();
        gradeScales();
        gradeDefinitions();
        grades = keys("select scale || ' ' || grade, true from grade_definition").keySet();
        cycles();
        cycles = cycleRows();
        questions();
        questions = questionRows();
        comparableQuestions();
        inspections();
        inspectionPublications();
        fieldwork();
        judgments();
        statedComparisons();
        findings();
        findingStatuses();
        areas();
        areas = keys("select code, id from area");
        areaMembers();
        metrics();
        metrics = metricRows();
        metricParents();
        observations();
        return changes;
    }

    private void publications() throws SQLException, IOException {
        load(
                "publications.csv",
                List.of("code", "title", "publisher", "published", "url", "kind"),
                "publication",
                List.of("code"),
                List.of("code", "title", "publisher", "published", "url", "kind"),
                (row, table) -> {
                    String published = row.optional("published");
                    if (published != null && !published.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
                        throw row.error(
                                "published",
                                "\""
                                        + published
                                        + "\" is no date like 2016-02-18, 2015-12 or 2014");
                    }
                    table.add(
                            row.line(),
                            row.text("code"),
                            row.text("title"),
                            row.text("publisher"),
                            published,
                            row.optional("url"),
                            row.oneOf("kind", PublicationKind.class));
                });
    }

    private void forces() throws SQLException, IOException {
        load(
                "forces.csv",
                withSource("slug", "name", "ons_code", "country", "region", "rocu", "rocu_basis"),
                "force",
                List.of("id"),
                withSourceColumns(
                        "id",
                        "slug",
                        "name",
                        "ons_code",
                        "country",
                        "region",
                        "rocu",
                        "rocu_basis"),
                (row, table) ->
                        table.add(
                                row.line(),
                                sourced(
                                        row,
                                        NaturalKey.of("force", row.text("slug")),
                                        row.text("slug"),
                                        row.text("name"),
                                        row.text("ons_code"),
                                        row.oneOf("country", Country.class),
                                        row.text("region"),
                                        row.optional("rocu"),
                                        row.optionalOneOf("rocu_basis", UnitBasis.class))));
    }

    private void aliases() throws SQLException, IOException {
        load(
                "force_aliases.csv",
                List.of("force", "alias"),
                "force_alias",
                List.of("force_id", "alias"),
                List.of("force_id", "alias"),
                (row, table) -> table.add(row.line(), force(row), row.text("alias")));
    }

    private void localAuthorities() throws SQLException, IOException {
        load(
                "local_authorities.csv",
                withSource("code", "name", "csp_code", "csp_name", "force"),
                "local_authority",
                List.of("code"),
                withSourceColumns("code", "name", "csp_code", "csp_name", "force_id"),
                (row, table) ->
                        table.add(
                                row.line(),
                                sourced(
                                        row,
                                        row.text("code"),
                                        row.text("name"),
                                        row.text("csp_code"),
                                        row.text("csp_name"),
                                        force(row))));
    }

    private void monitoringEvents() throws SQLException, IOException {
        load(
                "monitoring_events.csv",
                withSource("force", "event", "on", "precision"),
                "monitoring_event",
                List.of("id"),
                withSourceColumns("id", "force_id", "event", "event_date", "date_precision"),
                (row, table) -> {
                    DatePrecision precision = row.oneOf("precision", DatePrecision.class);
                    if ((row.optional("on") == null) != (precision == DatePrecision.UNKNOWN)) {
                        throw row.error(
                                "on",
                                "is to be empty when, and only when, the precision is UNKNOWN");
                    }
                    table.add(
                            row.line(),
                            sourced(
                                    row,
                                    NaturalKey.of(
                                            "monitoring_event",
                                            row.text("force"),
                                            row.text("event"),
                                            row.optional("on")),
                                    force(row),
                                    row.oneOf("event", MonitoringEventKind.class),
                                    row.optionalDate("on"),
                                    precision));
                });
    }

    private void gradeScales() throws SQLException, IOException {
        Set<String> seen = new HashSet<>();
        load(
                "grade_scales.csv",
                withSource("scale", "rank", "grade", "definition"),
                "grade_scale",
                List.of("code"),
                List.of("code"),
                (row, table) -> {
                    if (seen.add(row.text("scale"))) {
                        table.add(row.line(), row.text("scale"));
                    }
                });
    }

    private void gradeDefinitions() throws SQLException, IOException {
        load(
                "grade_scales.csv",
                withSource("scale", "rank", "grade", "definition"),
                "grade_definition",
                List.of("scale", "grade"),
                withSourceColumns("scale", "rank", "grade", "definition"),
                (row, table) ->
                        table.add(
                                row.line(),
                                sourced(
                                        row,
                                        row.text("scale"),
                                        row.integer("rank"),
                                        row.oneOf("grade", Grade.class),
                                        row.text("definition"))));
    }

    private void cycles() throws SQLException, IOException {
        Map<String, Object> scales = keys("select code, code from grade_scale");
        load(
                "cycles.csv",
                List.of("code", "position", "grade_scale", "starts", "ends"),
                "cycle",
                List.of("code"),
                List.of("code", "position", "grade_scale", "starts", "ends"),
                (row, table) ->
                        table.add(
                                row.line(),
                                row.text("code"),
                                row.integer("position"),
                                known(row, "grade_scale", scales),
                                row.integer("starts"),
                                row.integer("ends")));
    }

    private void questions() throws SQLException, IOException {
        // A question's parent stands in the same file, before or after it.
        Set<UUID> inFile = new HashSet<>();
        files.read(
                "questions.csv",
                questionCells(),
                row ->
                        inFile.add(
                                questionKey(
                                        row.text("cycle"),
                                        row.optional("pillar"),
                                        row.text("code"))));
        load(
                "questions.csv",
                questionCells(),
                "question",
                List.of("id"),
                withSourceColumns(
                        "id",
                        "cycle",
                        "pillar",
                        "code",
                        "kind",
                        "parent_id",
                        "position",
                        "graded",
                        "wording",
                        "wording_basis"),
                (row, table) -> {
                    String cycle = row.text("cycle");
                    cycle(row, "cycle");
                    Pillar pillar = row.optionalOneOf("pillar", Pillar.class);
                    String parentCode = row.optional("parent");
                    UUID parent =
                            parentCode == null
                                    ? null
                                    : questionKey(cycle, row.optional("pillar"), parentCode);
                    if (parent != null && !inFile.contains(parent)) {
                        throw row.error(
                                "parent",
                                "there is no question \""
                                        + parentCode
                                        + "\" of this cycle and pillar");
                    }
                    table.add(
                            row.line(),
                            sourced(
                                    row,
                                    questionKey(cycle, row.optional("pillar"), row.text("code")),
                                    cycle,
                                    pillar,
                                    row.text("code"),
                                    row.oneOf("kind", QuestionKind.class),
                                    parent,
                                    row.integer("position"),
                                    row.flag("graded"),
                                    row.text("wording"),
                                    row.oneOf("wording_basis", WordingBasis.class)));
                });
    }

    private static List<String> questionCells() {
        return withSource(
                "cycle",
                "pillar",
                "code",
                "kind",
                "parent",
                "position",
                "graded",
                "wording",
                "wording_basis");
    }

    private static UUID questionKey(String cycle, String pillar, String code) {
        return NaturalKey.of("question", cycle, pillar, code);
    }

    private void comparableQuestions() throws SQLException, IOException {
        load(
                "comparable_questions.csv",
                List.of(
                        "cycle",
                        "pillar",
                        "code",
                        "earlier_cycle",
                        "earlier_pillar",
                        "earlier_code",
                        "note"),
                "comparable_question",
                List.of("question_id", "earlier_id"),
                List.of("question_id", "earlier_id", "note"),
                (row, table) ->
                        table.add(
                                row.line(),
                                question(row, "cycle", "pillar", "code").key,
                                question(row, "earlier_cycle", "earlier_pillar", "earlier_code")
                                        .key,
                                row.text("note")));
    }

    /** An inspection is stored for everything that was judged, found or done in one. */
    private void inspections() throws SQLException, IOException {
        Set<UUID> seen = new HashSet<>();
        try (TableLoad table =
                new TableLoad(
                        connection,
                        "judgments.csv",
                        "inspection",
                        List.of("id"),
                        List.of("id", "force_id", "cycle", "pillar"))) {
            for (Map.Entry<String, List<String>> file :
                    Map.of(
                                    "judgments.csv", judgmentCells(),
                                    "findings.csv", findingCells(),
                                    "fieldwork.csv", fieldworkCells(),
                                    "inspections.csv", inspectionCells())
                            .entrySet()) {
                files.read(
                        file.getKey(),
                        file.getValue(),
                        row -> {
                            UUID key = inspection(row);
                            if (seen.add(key)) {
                                cycle(row, "cycle");
                                table.add(
                                        row.line(),
                                        key,
                                        force(row),
                                        row.text("cycle"),
                                        row.optionalOneOf("pillar", Pillar.class));
                            }
                        });
            }
            changes += table.merge(null);
        }
    }

    private static UUID inspection(Row row) {
        return NaturalKey.of(
                "inspection", row.text("force"), row.text("cycle"), row.optional("pillar"));
    }

    private static List<String> inspectionCells() {
        return List.of("force", "cycle", "pillar", "publication");
    }

    private void inspectionPublications() throws SQLException, IOException {
        load(
                "inspections.csv",
                inspectionCells(),
                "inspection_publication",
                List.of("inspection_id", "publication_id"),
                List.of("inspection_id", "publication_id"),
                (row, table) ->
                        table.add(
                                row.line(),
                                inspection(row),
                                known(row, "publication", publications)));
    }

    private static List<String> fieldworkCells() {
        return withSource("force", "cycle", "pillar", "questions", "from", "to");
    }

    private void fieldwork() throws SQLException, IOException {
        load(
                "fieldwork.csv",
                fieldworkCells(),
                "fieldwork",
                List.of("id"),
                withSourceColumns("id", "inspection_id", "questions", "starts", "ends"),
                (row, table) -> {
                    List<String> codes = List.of(row.text("questions").split(";"));
                    for (String code : codes) {
                        question(row, "questions", row.text("cycle"), row.optional("pillar"), code);
                    }
                    ordered(row, "from", "to");
                    table.add(
                            row.line(),
                            sourced(
                                    row,
                                    NaturalKey.of(
                                            "fieldwork", inspection(row), row.text("questions")),
                                    inspection(row),
                                    codes,
                                    row.date("from"),
                                    row.date("to")));
                });
    }

    private static List<String> judgmentCells() {
        return withSource(
                "force",
                "cycle",
                "pillar",
                "question",
                "state",
                "grade",
                "carried_over_from",
                "narrative",
                "note",
                "basis",
                "known_from",
                "known_to",
                "stated_direction",
                "stated_year",
                "stated_grade");
    }

    private void judgments() throws SQLException, IOException {
        Map<List<Object>, Long> current = new HashMap<>();
        load(
                "judgments.csv",
                judgmentCells(),
                "judgment",
                List.of("id"),
                withSourceColumns(
                        "id",
                        "order_key",
                        "force_id",
                        "question_id",
                        "inspection_id",
                        "cycle",
                        "cycle_position",
                        "pillar",
                        "question_code",
                        "state",
                        "grade",
                        "grade_scale",
                        "carried_over_from",
                        "narrative",
                        "note",
                        "basis",
                        "known_from",
                        "known_to"),
                (row, table) -> {
                    CycleRow cycle = cycle(row, "cycle");
                    QuestionRow question = question(row, "cycle", "pillar", "question");
                    JudgmentState state = row.oneOf("state", JudgmentState.class);
                    Grade grade = row.optionalOneOf("grade", Grade.class);
                    boolean graded =
                            state == JudgmentState.GRADED || state == JudgmentState.CARRIED_OVER;
                    if (graded != (grade != null)) {
                        throw row.error(
                                "grade",
                                graded
                                        ? "is empty, but the state is " + state
                                        : "is given, but the state is " + state);
                    }
                    if (grade != null && !grades.contains(cycle.scale + " " + grade)) {
                        throw row.error(
                                "grade",
                                grade
                                        + " is not on the scale "
                                        + cycle.scale
                                        + " of the cycle "
                                        + cycle.code);
                    }
                    if (row.optional("carried_over_from") != null) {
                        cycle(row, "carried_over_from");
                    }
                    if ((state == JudgmentState.CARRIED_OVER)
                            != (row.optional("carried_over_from") != null)) {
                        throw row.error(
                                "carried_over_from",
                                "is to be given when, and only when, the state is CARRIED_OVER");
                    }
                    if (row.optional("known_to") == null) {
                        Long earlier = current.put(List.of(force(row), question.key), row.line());
                        if (earlier != null) {
                            throw row.error(
                                    "known_to",
                                    "is empty, and so it is in line "
                                            + earlier
                                            + ": a force has one current judgment for a question");
                        }
                    } else if (row.optional("known_from") != null
                            && !row.date("known_to").isAfter(row.date("known_from"))) {
                        throw row.error("known_to", "is not after known_from");
                    }
                    table.add(
                            row.line(),
                            sourced(
                                    row,
                                    judgment(row),
                                    orderKey(row, cycle, question, row.optional("known_from")),
                                    force(row),
                                    question.key,
                                    inspection(row),
                                    cycle.code,
                                    cycle.position,
                                    row.optionalOneOf("pillar", Pillar.class),
                                    row.text("question"),
                                    state,
                                    grade,
                                    cycle.scale,
                                    row.optional("carried_over_from"),
                                    row.optional("narrative"),
                                    row.optional("note"),
                                    row.oneOf("basis", JudgmentBasis.class),
                                    row.optionalDate("known_from"),
                                    row.optionalDate("known_to")));
                },
                // An old version is closed before the new one comes: only one may be current.
                "known_to nulls last");
    }

    private static UUID judgment(Row row) {
        return NaturalKey.of(
                "judgment",
                row.text("force"),
                row.text("cycle"),
                row.optional("pillar"),
                row.text("question"),
                row.optional("known_from"));
    }

    /** Sorts by force, cycle, pillar, question in the order of print, then by what is given. */
    private static String orderKey(Row row, CycleRow cycle, QuestionRow question, String last) {
        return "%s %02d %s %03d %s %s"
                .formatted(
                        row.text("force"),
                        cycle.position,
                        row.optional("pillar") == null ? "" : row.optional("pillar"),
                        question.position,
                        row.text("question"),
                        last == null ? "" : last);
    }

    private void statedComparisons() throws SQLException, IOException {
        load(
                "judgments.csv",
                judgmentCells(),
                "stated_comparison",
                List.of("judgment_id"),
                List.of("judgment_id", "direction", "year", "grade"),
                (row, table) -> {
                    ComparisonDirection direction =
                            row.optionalOneOf("stated_direction", ComparisonDirection.class);
                    if (direction != null) {
                        table.add(
                                row.line(),
                                judgment(row),
                                direction,
                                row.optionalInteger("stated_year"),
                                row.optionalOneOf("stated_grade", Grade.class));
                    } else if (row.optional("stated_year") != null
                            || row.optional("stated_grade") != null) {
                        throw row.error(
                                "stated_direction",
                                "is empty, but a stated year or grade is given");
                    }
                });
    }

    private static List<String> findingCells() {
        return withSource(
                "force",
                "cycle",
                "pillar",
                "question",
                "kind",
                "ordinal",
                "text",
                "wording",
                "register_id",
                "deadline");
    }

    private void findings() throws SQLException, IOException {
        load(
                "findings.csv",
                findingCells(),
                "finding",
                List.of("id"),
                withSourceColumns(
                        "id",
                        "order_key",
                        "force_id",
                        "question_id",
                        "inspection_id",
                        "cycle",
                        "kind",
                        "ordinal",
                        "text",
                        "wording",
                        "register_id",
                        "deadline"),
                (row, table) -> {
                    CycleRow cycle = cycle(row, "cycle");
                    QuestionRow question = question(row, "cycle", "pillar", "question");
                    FindingKind kind = row.oneOf("kind", FindingKind.class);
                    int ordinal = row.integer("ordinal");
                    if (ordinal < 1) {
                        throw row.error("ordinal", "is counted from 1");
                    }
                    table.add(
                            row.line(),
                            sourced(
                                    row,
                                    finding(row),
                                    orderKey(
                                            row,
                                            cycle,
                                            question,
                                            "%d %04d".formatted(kind.ordinal(), ordinal)),
                                    force(row),
                                    question.key,
                                    inspection(row),
                                    cycle.code,
                                    kind,
                                    ordinal,
                                    row.text("text"),
                                    row.oneOf("wording", Wording.class),
                                    row.optional("register_id"),
                                    row.optional("deadline")));
                });
    }

    private static UUID finding(Row row) {
        return NaturalKey.of(
                "finding",
                row.text("force"),
                row.text("cycle"),
                row.optional("pillar"),
                row.text("question"),
                row.text("kind"),
                row.text("ordinal"));
    }

    private void findingStatuses() throws SQLException, IOException {
        Set<String> known = keys("select cast(id as text), true from finding").keySet();
        load(
                "finding_statuses.csv",
                withSource(
                        "force",
                        "cycle",
                        "pillar",
                        "question",
                        "kind",
                        "ordinal",
                        "status",
                        "on",
                        "comment"),
                "finding_status",
                List.of("id"),
                withSourceColumns("id", "finding_id", "status", "status_date", "comment"),
                (row, table) -> {
                    UUID finding = finding(row);
                    if (!known.contains(finding.toString())) {
                        throw row.error("ordinal", "there is no such finding");
                    }
                    table.add(
                            row.line(),
                            sourced(
                                    row,
                                    NaturalKey.of(
                                            "finding_status",
                                            finding,
                                            row.text("on"),
                                            row.text("status")),
                                    finding,
                                    row.oneOf("status", RecommendationStatus.class),
                                    row.date("on"),
                                    row.optional("comment")));
                });
    }

    private static List<String> areaCells() {
        return List.of("code", "name", "kind", "force", "members");
    }

    private void areas() throws SQLException, IOException {
        load(
                "areas.csv",
                areaCells(),
                "area",
                List.of("code"),
                List.of("code", "name", "kind", "force_id"),
                (row, table) -> {
                    AreaKind kind = row.oneOf("kind", AreaKind.class);
                    if ((kind == AreaKind.FORCE) != (row.optional("force") != null)) {
                        throw row.error(
                                "force", "is to be given when, and only when, the kind is FORCE");
                    }
                    table.add(
                            row.line(),
                            row.text("code"),
                            row.text("name"),
                            kind,
                            kind == AreaKind.FORCE ? force(row) : null);
                });
    }

    private void areaMembers() throws SQLException, IOException {
        load(
                "areas.csv",
                areaCells(),
                "area_member",
                List.of("area_id", "force_id"),
                List.of("area_id", "force_id"),
                (row, table) -> {
                    if (row.optional("members") != null) {
                        for (String member : row.text("members").split(";")) {
                            if (!forces.containsKey(member)) {
                                throw row.error("members", "there is no force \"" + member + "\"");
                            }
                            table.add(row.line(), known(row, "code", areas), forces.get(member));
                        }
                    }
                });
    }

    private static List<String> metricCells() {
        return List.of(
                "code", "name", "unit", "basis", "type", "denominator", "definition", "parent");
    }

    private void metrics() throws SQLException, IOException {
        load(
                "metrics.csv",
                metricCells(),
                "metric",
                List.of("code"),
                List.of("code", "name", "unit", "basis", "type", "denominator", "definition"),
                (row, table) ->
                        table.add(
                                row.line(),
                                row.text("code"),
                                row.text("name"),
                                row.oneOf("unit", Unit.class),
                                row.oneOf("basis", MetricBasis.class),
                                row.oneOf("type", MetricType.class),
                                row.optional("denominator"),
                                row.text("definition")));
    }

    /** Parents come after all metrics are there. */
    private void metricParents() throws SQLException, IOException {
        String sql =
                "update metric set parent_id = ? where code = ? and parent_id is distinct from ?";
        try (var update = connection.prepareStatement(sql)) {
            files.read(
                    "metrics.csv",
                    metricCells(),
                    row -> {
                        MetricRow parent = null;
                        if (row.optional("parent") != null) {
                            parent = metrics.get(row.text("parent"));
                            if (parent == null) {
                                throw row.unknown("parent", metrics.keySet());
                            }
                        }
                        update.setObject(
                                1, parent == null ? null : parent.key, java.sql.Types.INTEGER);
                        update.setString(2, row.text("code"));
                        update.setObject(
                                3, parent == null ? null : parent.key, java.sql.Types.INTEGER);
                        changes += update.executeUpdate();
                    });
        }
    }

    private void observations() throws SQLException, IOException {
        load(
                "observations.csv",
                withSource(
                        "metric",
                        "area",
                        "from",
                        "to",
                        "as_at",
                        "baseline_from",
                        "baseline_to",
                        "dimension",
                        "dimension_group",
                        "value",
                        "missing",
                        "qualifier",
                        "comparability",
                        "assessment"),
                "observation",
                List.of("id"),
                withSourceColumns(
                        "id",
                        "type",
                        "metric_id",
                        "area_id",
                        "period_from",
                        "period_to",
                        "as_at",
                        "baseline_from",
                        "baseline_to",
                        "dimension",
                        "dimension_group",
                        "value",
                        "missing",
                        "qualifier",
                        "comparability",
                        "assessment"),
                (row, table) -> {
                    MetricRow metric = metrics.get(row.text("metric"));
                    if (metric == null) {
                        throw row.unknown("metric", metrics.keySet());
                    }
                    ordered(row, "from", "to");
                    ordered(row, "baseline_from", "baseline_to");
                    boolean stock = metric.basis == MetricBasis.STOCK;
                    if (stock ? row.optional("from") != null : row.optional("as_at") != null) {
                        throw row.error(
                                stock ? "from" : "as_at",
                                "is given, but "
                                        + row.text("metric")
                                        + " is a "
                                        + metric.basis.name().toLowerCase(Locale.ROOT));
                    }
                    if ((row.optionalDecimal("value") == null)
                            != (row.optional("missing") != null)) {
                        throw row.error(
                                "value",
                                "has to be given, or else the reason in missing, and not both");
                    }
                    if (metric.type == MetricType.OFFENDER_MANAGEMENT) {
                        row.oneOf("dimension", OffenderScheme.class);
                    }
                    if (metric.type == MetricType.CRIME_RATE
                            || metric.type == MetricType.CRIME_OUTCOME) {
                        row.text("dimension");
                    }
                    table.add(
                            row.line(),
                            sourced(
                                    row,
                                    NaturalKey.of(
                                            "observation",
                                            row.text("metric"),
                                            row.text("area"),
                                            row.optional("from"),
                                            row.optional("to"),
                                            row.optional("as_at"),
                                            row.optional("baseline_from"),
                                            row.optional("dimension"),
                                            row.text("publication")),
                                    metric.type,
                                    metric.key,
                                    known(row, "area", areas),
                                    row.optionalDate("from"),
                                    row.optionalDate("to"),
                                    row.optionalDate("as_at"),
                                    row.optionalDate("baseline_from"),
                                    row.optionalDate("baseline_to"),
                                    row.optional("dimension"),
                                    row.optional("dimension_group"),
                                    row.optionalDecimal("value"),
                                    row.optionalOneOf("missing", MissingReason.class),
                                    row.oneOf("qualifier", Qualifier.class),
                                    row.optional("comparability"),
                                    row.optional("assessment")));
                });
    }

    // What rows refer to
    // -------------------------------------------------------------------------------------------

    private Object force(Row row) {
        return known(row, "force", forces);
    }

    private CycleRow cycle(Row row, String column) {
        CycleRow cycle = cycles.get(row.text(column));
        if (cycle == null) {
            throw row.unknown(column, cycles.keySet());
        }
        return cycle;
    }

    private QuestionRow question(Row row, String cycle, String pillar, String code) {
        return question(row, code, row.text(cycle), row.optional(pillar), row.text(code));
    }

    private QuestionRow question(Row row, String column, String cycle, String pillar, String code) {
        QuestionRow question = questions.get(new QuestionName(cycle, pillar, code));
        if (question == null) {
            throw row.error(
                    column,
                    "there is no question \""
                            + code
                            + "\" of the cycle "
                            + cycle
                            + (pillar == null ? "" : ", pillar " + pillar));
        }
        return question;
    }

    private static Object known(Row row, String column, Map<String, Object> keys) {
        Object key = keys.get(row.text(column));
        if (key == null) {
            throw row.unknown(column, keys.keySet());
        }
        return key;
    }

    private static void ordered(Row row, String from, String to) {
        if ((row.optionalDate(from) == null) != (row.optionalDate(to) == null)) {
            throw row.error(to, "is to be given when, and only when, " + from + " is");
        }
        if (row.optional(from) != null && row.date(to).isBefore(row.date(from))) {
            throw row.error(to, "is before " + from);
        }
    }

    private Object[] sourced(Row row, Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + SOURCE_COLUMNS.size());
        int next = values.length;
        all[next++] = known(row, "publication", publications);
        all[next++] = row.optional("url");
        all[next++] = row.optional("figure");
        all[next++] = row.optionalInteger("page");
        all[next++] = row.optionalInteger("line_from");
        all[next] = row.optionalInteger("line_to");
        return all;
    }

    private static List<String> withSource(String... cells) {
        return concat(List.of(cells), SOURCE_CELLS);
    }

    private static List<String> withSourceColumns(String... columns) {
        return concat(List.of(columns), SOURCE_COLUMNS);
    }

    private static List<String> concat(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    // Loading
    // ------------------------------------------------------------------------------------------------------

    private interface Mapping {
        void map(Row row, TableLoad table) throws SQLException;
    }

    private void load(
            String file,
            List<String> cells,
            String table,
            List<String> key,
            List<String> columns,
            Mapping mapping)
            throws SQLException, IOException {
        load(file, cells, table, key, columns, mapping, null);
    }

    private void load(
            String file,
            List<String> cells,
            String table,
            List<String> key,
            List<String> columns,
            Mapping mapping,
            String order)
            throws SQLException, IOException {
        try (TableLoad load = new TableLoad(connection, file, table, key, columns)) {
            files.read(file, cells, row -> mapping.map(row, load));
            changes += load.merge(order);
        }
    }

    private Map<String, Object> keys(String sql) throws SQLException {
        Map<String, Object> keys = new HashMap<>();
        query(sql, rows -> keys.put(rows.getString(1), rows.getObject(2)));
        return keys;
    }

    private Map<String, CycleRow> cycleRows() throws SQLException {
        Map<String, CycleRow> found = new HashMap<>();
        query(
                "select code, position, grade_scale from cycle",
                rows ->
                        found.put(
                                rows.getString(1),
                                new CycleRow(
                                        rows.getString(1), rows.getInt(2), rows.getString(3))));
        return found;
    }

    private Map<QuestionName, QuestionRow> questionRows() throws SQLException {
        Map<QuestionName, QuestionRow> found = new HashMap<>();
        query(
                "select cycle, pillar, code, id, position from question",
                rows ->
                        found.put(
                                new QuestionName(
                                        rows.getString(1), rows.getString(2), rows.getString(3)),
                                new QuestionRow((UUID) rows.getObject(4), rows.getInt(5))));
        return found;
    }

    private Map<String, MetricRow> metricRows() throws SQLException {
        Map<String, MetricRow> found = new HashMap<>();
        query(
                "select code, id, type, basis from metric",
                rows ->
                        found.put(
                                rows.getString(1),
                                new MetricRow(
                                        rows.getInt(2),
                                        MetricType.valueOf(rows.getString(3)),
                                        MetricBasis.valueOf(rows.getString(4)))));
        return found;
    }

    private interface RowReader {
        void read(ResultSet rows) throws SQLException;
    }

    private void query(String sql, RowReader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private record CycleRow(String code, int position, String scale) {}

    private record QuestionName(String cycle, String pillar, String code) {}

    private record QuestionRow(UUID key, int position) {}

    private record MetricRow(int key, MetricType type, MetricBasis basis) {}
}
