package peel.importing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import peel.importing.References.CycleRow;
import peel.importing.References.MetricRow;
import peel.importing.References.QuestionRow;
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
 * Imports the rows of one source, all of one format, over one connection and transaction: what each
 * row has to be like, and which tables it goes to. References are resolved against what the tables
 * hold when it begins.
 */
final class FormatImport {

    private static final List<String> SOURCE_COLUMNS = List.of(
            "publication_id", "source_url", "source_figure", "source_page", "source_line_from", "source_line_to");

    private static final List<String> QUOTATION_COLUMNS = List.of("source_file", "source_quotation");

    private final Connection connection;
    private final Format format;
    private final RowSource source;
    private final Origin origin;
    private final LocalDate published;
    private final Changes changes;
    private final Problems problems = new Problems();
    private final References known;

    /** The inspections that rows are from: few, whatever the number of rows. */
    private final Map<UUID, Object[]> inspections = new LinkedHashMap<>();

    /**
     * @param published the day from which new versions of judgments are known
     * @param changes takes what was done
     */
    FormatImport(
            Connection connection, Format format, RowSource source, Origin origin, LocalDate published, Changes changes)
            throws SQLException {
        this.connection = connection;
        this.format = format;
        this.source = source;
        this.origin = origin;
        this.published = published;
        this.changes = changes;
        this.known = new References(connection, format);
    }

    /**
     * Imports all rows.
     *
     * @throws DatasetException if a row is malformed or refers to something that isn't there; the
     *     transaction is then to be rolled back
     */
    void run() throws SQLException, IOException {
        switch (format) {
            case PUBLICATIONS -> publications();
            case FORCES -> forces();
            case FORCE_ALIASES -> aliases();
            case LOCAL_AUTHORITIES -> localAuthorities();
            case MONITORING_EVENTS -> monitoringEvents();
            case GRADE_SCALES -> gradeScales();
            case CYCLES -> cycles();
            case QUESTIONS -> questions();
            case COMPARABLE_QUESTIONS -> comparableQuestions();
            case INSPECTIONS -> inspectionPublications();
            case FIELDWORK -> fieldwork();
            case JUDGMENTS -> judgments();
            case FINDINGS -> findings();
            case FINDING_STATUSES -> findingStatuses();
            case AREAS -> areas();
            case METRICS -> metrics();
            case OBSERVATIONS -> observations();
        }
    }

    private void publications() throws SQLException, IOException {
        load("publication", List.of("code"), List.of("code", "title", "publisher", "published", "url", "kind"), row -> {
            String published = row.optional("published");
            if (published != null && !published.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
                throw row.error("published", "\"" + published + "\" is no date like 2016-02-18, 2015-12 or 2014");
            }
            return values(
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
                "force",
                List.of("id"),
                List.of("id", "slug", "name", "ons_code", "country", "region", "rocu", "rocu_basis"),
                row -> values(
                        NaturalKey.of("force", row.text("slug")),
                        row.text("slug"),
                        row.text("name"),
                        row.text("ons_code"),
                        row.oneOf("country", Country.class),
                        row.text("region"),
                        row.optional("rocu"),
                        row.optionalOneOf("rocu_basis", UnitBasis.class)));
    }

    private void aliases() throws SQLException, IOException {
        load(
                "force_alias",
                List.of("force_id", "alias"),
                List.of("force_id", "alias"),
                row -> values(known.force(row), row.text("alias")));
    }

    private void localAuthorities() throws SQLException, IOException {
        load(
                "local_authority",
                List.of("code"),
                List.of("code", "name", "csp_code", "csp_name", "force_id"),
                row -> values(
                        row.text("code"),
                        row.text("name"),
                        row.text("csp_code"),
                        row.text("csp_name"),
                        known.force(row)));
    }

    private void monitoringEvents() throws SQLException, IOException {
        load(
                "monitoring_event",
                List.of("id"),
                List.of("id", "force_id", "event", "event_date", "date_precision"),
                row -> {
                    DatePrecision precision = row.oneOf("precision", DatePrecision.class);
                    if ((row.optional("on") == null) != (precision == DatePrecision.UNKNOWN)) {
                        throw row.error("on", "is to be empty when, and only when, the precision is UNKNOWN");
                    }
                    return values(
                            NaturalKey.of("monitoring_event", row.text("force"), row.text("event"), row.optional("on")),
                            known.force(row),
                            row.oneOf("event", MonitoringEventKind.class),
                            row.optionalDate("on"),
                            precision);
                });
    }

    private void gradeScales() throws SQLException, IOException {
        Set<String> scales = new LinkedHashSet<>();
        load(
                "grade_definition",
                List.of("scale", "grade"),
                List.of("scale", "rank", "grade", "definition"),
                Map.of(),
                row -> {
                    scales.add(row.text("scale"));
                    return values(
                            row.text("scale"),
                            row.integer("rank"),
                            row.oneOf("grade", Grade.class),
                            row.text("definition"));
                },
                load -> {
                    insertMissing(
                            "insert into grade_scale (code) values (?) on conflict do nothing",
                            "grade_scale",
                            scales.stream().map(scale -> values(scale)).toList());
                    load.merge(changes);
                });
    }

    private void cycles() throws SQLException, IOException {
        load(
                "cycle",
                List.of("code"),
                List.of("code", "position", "grade_scale", "starts", "ends"),
                row -> values(
                        row.text("code"),
                        row.integer("position"),
                        known.scale(row),
                        row.integer("starts"),
                        row.integer("ends")));
    }

    private void questions() throws SQLException, IOException {
        load(
                "question",
                List.of("id"),
                List.of(
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
                Map.of("parent_code", "text"),
                row -> {
                    String cycle = row.text("cycle");
                    known.cycle(row, "cycle");
                    Pillar pillar = row.optionalOneOf("pillar", Pillar.class);
                    String parent = row.optional("parent");
                    return values(
                            question(cycle, row.optional("pillar"), row.text("code")),
                            cycle,
                            pillar,
                            row.text("code"),
                            row.oneOf("kind", QuestionKind.class),
                            parent == null ? null : question(cycle, row.optional("pillar"), parent),
                            row.integer("position"),
                            row.flag("graded"),
                            row.text("wording"),
                            row.oneOf("wording_basis", WordingBasis.class),
                            parent);
                },
                load -> {
                    // A question's parent stands in the same file, before or after it, or is
                    // stored.
                    refuse(
                            load,
                            "select csv_line, 'parent', 'there is no question \"' || parent_code || '\" of this cycle and pillar'"
                                    + " from staging_question s where parent_id is not null"
                                    + " and not exists (select from staging_question p where p.id = s.parent_id)"
                                    + " and not exists (select from question p where p.id = s.parent_id)");
                    load.merge(changes);
                });
    }

    private static UUID question(String cycle, String pillar, String code) {
        return NaturalKey.of("question", cycle, pillar, code);
    }

    private void comparableQuestions() throws SQLException, IOException {
        load(
                "comparable_question",
                List.of("question_id", "earlier_id"),
                List.of("question_id", "earlier_id", "note"),
                row -> values(
                        known.question(row, "cycle", "pillar", "code").key(),
                        known.question(row, "earlier_cycle", "earlier_pillar", "earlier_code")
                                .key(),
                        row.text("note")));
    }

    private void inspectionPublications() throws SQLException, IOException {
        load(
                "inspection_publication",
                List.of("inspection_id", "publication_id"),
                List.of("inspection_id", "publication_id"),
                row -> values(inspection(row), known.publication(row)));
    }

    /** An inspection is stored for everything that was judged, found or done in one. */
    private UUID inspection(Row row) {
        UUID key = inspectionKey(row.text("force"), row.text("cycle"), row.optional("pillar"));
        if (!inspections.containsKey(key)) {
            inspections.put(
                    key,
                    values(
                            key,
                            known.force(row),
                            known.cycle(row, "cycle").code(),
                            row.optionalOneOf("pillar", Pillar.class)));
        }
        return key;
    }

    /** The key of an inspection. */
    static UUID inspectionKey(String force, String cycle, String pillar) {
        return NaturalKey.of("inspection", force, cycle, pillar);
    }

    private void fieldwork() throws SQLException, IOException {
        load("fieldwork", List.of("id"), List.of("id", "inspection_id", "questions", "starts", "ends"), row -> {
            List<String> codes = List.of(row.text("questions").split(";"));
            for (String code : codes) {
                known.question(row, "questions", row.text("cycle"), row.optional("pillar"), code);
            }
            ordered(row, "from", "to");
            return values(
                    NaturalKey.of("fieldwork", inspection(row), row.text("questions")),
                    inspection(row),
                    codes,
                    row.date("from"),
                    row.date("to"));
        });
    }

    private void judgments() throws SQLException, IOException {
        Map<List<Object>, Long> current = new HashMap<>();
        load(
                "judgment",
                List.of("force_id", "question_id", "known_from"),
                JudgmentMerge.COLUMNS,
                JudgmentMerge.MORE,
                row -> {
                    CycleRow cycle = known.cycle(row, "cycle");
                    QuestionRow question = known.question(row, "cycle", "pillar", "question");
                    JudgmentState state = row.oneOf("state", JudgmentState.class);
                    Grade grade = row.optionalOneOf("grade", Grade.class);
                    boolean graded = state == JudgmentState.GRADED || state == JudgmentState.CARRIED_OVER;
                    if (graded != (grade != null)) {
                        throw row.error(
                                "grade",
                                graded ? "is empty, but the state is " + state : "is given, but the state is " + state);
                    }
                    if (grade != null && !known.isGrade(cycle, grade)) {
                        throw row.error(
                                "grade",
                                grade + " is not on the scale " + cycle.scale() + " of the cycle " + cycle.code());
                    }
                    if (row.optional("carried_over_from") != null) {
                        known.cycle(row, "carried_over_from");
                    }
                    if ((state == JudgmentState.CARRIED_OVER) != (row.optional("carried_over_from") != null)) {
                        throw row.error(
                                "carried_over_from", "is to be given when, and only when, the state is CARRIED_OVER");
                    }
                    if (row.optional("known_to") == null) {
                        Long earlier = current.put(List.of(known.force(row), question.key()), row.line());
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
                    ComparisonDirection direction = row.optionalOneOf("stated_direction", ComparisonDirection.class);
                    if (direction == null
                            && (row.optional("stated_year") != null || row.optional("stated_grade") != null)) {
                        throw row.error("stated_direction", "is empty, but a stated year or grade is given");
                    }
                    return values(
                            known.force(row),
                            question.key(),
                            inspection(row),
                            cycle.code(),
                            cycle.position(),
                            row.optionalOneOf("pillar", Pillar.class),
                            row.text("question"),
                            state,
                            grade,
                            cycle.scale(),
                            row.optional("carried_over_from"),
                            row.optional("narrative"),
                            row.optional("note"),
                            row.oneOf("basis", JudgmentBasis.class),
                            row.optionalDate("known_from"),
                            row.optionalDate("known_to"),
                            // Further columns of the staging table.
                            judgment(row, row.optional("known_from")),
                            judgment(row, published),
                            orderKey(row, cycle, question),
                            direction,
                            row.optionalInteger("stated_year"),
                            row.optionalOneOf("stated_grade", Grade.class));
                },
                load -> new JudgmentMerge(load, source, origin, published, changes).run());
    }

    private static UUID judgment(Row row, Object knownFrom) {
        return NaturalKey.of(
                "judgment",
                row.text("force"),
                row.text("cycle"),
                row.optional("pillar"),
                row.text("question"),
                knownFrom);
    }

    /** Sorts by force, cycle, pillar and question in the order of print; what is next is added. */
    private static String orderKey(Row row, CycleRow cycle, QuestionRow question) {
        return "%s %02d %s %03d %s "
                .formatted(
                        row.text("force"),
                        cycle.position(),
                        row.optional("pillar") == null ? "" : row.optional("pillar"),
                        question.position(),
                        row.text("question"));
    }

    private void findings() throws SQLException, IOException {
        load(
                "finding",
                List.of("id"),
                List.of(
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
                row -> {
                    CycleRow cycle = known.cycle(row, "cycle");
                    QuestionRow question = known.question(row, "cycle", "pillar", "question");
                    FindingKind kind = row.oneOf("kind", FindingKind.class);
                    int ordinal = row.integer("ordinal");
                    if (ordinal < 1) {
                        throw row.error("ordinal", "is counted from 1");
                    }
                    return values(
                            finding(row),
                            orderKey(row, cycle, question) + "%d %04d".formatted(kind.ordinal(), ordinal),
                            known.force(row),
                            question.key(),
                            inspection(row),
                            cycle.code(),
                            kind,
                            ordinal,
                            row.text("text"),
                            row.oneOf("wording", Wording.class),
                            row.optional("register_id"),
                            row.optional("deadline"));
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
        load("finding_status", List.of("id"), List.of("id", "finding_id", "status", "status_date", "comment"), row -> {
            UUID finding = finding(row);
            if (!known.isFinding(finding)) {
                throw row.error("ordinal", "there is no such finding");
            }
            return values(
                    NaturalKey.of("finding_status", finding, row.text("on"), row.text("status")),
                    finding,
                    row.oneOf("status", RecommendationStatus.class),
                    row.date("on"),
                    row.optional("comment"));
        });
    }

    private void areas() throws SQLException, IOException {
        load(
                "area",
                List.of("code"),
                List.of("code", "name", "kind", "force_id"),
                Map.of("members", "text[]"),
                row -> {
                    AreaKind kind = row.oneOf("kind", AreaKind.class);
                    if ((kind == AreaKind.FORCE) != (row.optional("force") != null)) {
                        throw row.error("force", "is to be given when, and only when, the kind is FORCE");
                    }
                    List<String> members = row.optional("members") == null
                            ? List.of()
                            : List.of(row.text("members").split(";"));
                    for (String member : members) {
                        if (!known.isForce(member)) {
                            throw row.error("members", "there is no force \"" + member + "\"");
                        }
                    }
                    return values(
                            row.text("code"),
                            row.text("name"),
                            kind,
                            kind == AreaKind.FORCE ? known.force(row) : null,
                            members);
                },
                load -> {
                    load.merge(changes);
                    String members = " from staging_area s cross join unnest(s.members) as member"
                            + " join area a on a.code = s.code join force f on f.slug = member";
                    long[] all = new long[1];
                    load.query("select count(distinct (a.id, f.id))" + members, row -> all[0] = row.getLong(1));
                    long inserted = load.execute("insert into area_member (area_id, force_id) select a.id, f.id"
                            + members
                            + " on conflict do nothing");
                    changes.add("area_member", inserted, 0, all[0] - inserted);
                });
    }

    private void metrics() throws SQLException, IOException {
        load(
                "metric",
                List.of("code"),
                List.of("code", "name", "unit", "basis", "type", "denominator", "definition"),
                Map.of("parent_code", "text"),
                row -> values(
                        row.text("code"),
                        row.text("name"),
                        row.oneOf("unit", Unit.class),
                        row.oneOf("basis", MetricBasis.class),
                        row.oneOf("type", MetricType.class),
                        row.optional("denominator"),
                        row.text("definition"),
                        row.optional("parent")),
                load -> {
                    load.merge(changes);
                    // A metric's parent stands in the same file, before or after it, or is stored.
                    refuse(
                            load,
                            "select csv_line, 'parent', 'there is no metric \"' || parent_code || '\"'"
                                    + " from staging_metric s where parent_code is not null"
                                    + " and not exists (select from metric p where p.code = s.parent_code)");
                    long changed = load.execute("update metric t set parent_id = p.id from staging_metric s"
                            + " left join metric p on p.code = s.parent_code"
                            + " where t.code = s.code and t.parent_id is distinct from p.id");
                    changes.add("metric_parent", 0, changed, 0);
                });
    }

    private void observations() throws SQLException, IOException {
        load(
                "observation",
                List.of("id"),
                List.of(
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
                row -> {
                    MetricRow metric = known.metric(row);
                    ordered(row, "from", "to");
                    ordered(row, "baseline_from", "baseline_to");
                    boolean stock = metric.basis() == MetricBasis.STOCK;
                    if (stock ? row.optional("from") != null : row.optional("as_at") != null) {
                        throw row.error(
                                stock ? "from" : "as_at",
                                "is given, but "
                                        + row.text("metric")
                                        + " is a "
                                        + metric.basis().name().toLowerCase(Locale.ROOT));
                    }
                    String value = row.optionalDecimal("value");
                    if ((value == null) != (row.optional("missing") != null)) {
                        throw row.error("value", "has to be given, or else the reason in missing, and not both");
                    }
                    if (metric.type() == MetricType.OFFENDER_MANAGEMENT) {
                        row.oneOf("dimension", OffenderScheme.class);
                    }
                    if (metric.type() == MetricType.CRIME_RATE || metric.type() == MetricType.CRIME_OUTCOME) {
                        row.text("dimension");
                    }
                    return values(
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
                            metric.type(),
                            metric.key(),
                            known.area(row),
                            row.optionalDate("from"),
                            row.optionalDate("to"),
                            row.optionalDate("as_at"),
                            row.optionalDate("baseline_from"),
                            row.optionalDate("baseline_to"),
                            row.optional("dimension"),
                            row.optional("dimension_group"),
                            value,
                            row.optionalOneOf("missing", MissingReason.class),
                            row.oneOf("qualifier", Qualifier.class),
                            row.optional("comparability"),
                            row.optional("assessment"));
                });
    }

    private static void ordered(Row row, String from, String to) {
        LocalDate first = row.optionalDate(from);
        LocalDate last = row.optionalDate(to);
        if ((first == null) != (last == null)) {
            throw row.error(to, "is to be given when, and only when, " + from + " is");
        }
        if (first != null && last.isBefore(first)) {
            throw row.error(to, "is before " + from);
        }
    }

    // Loading
    // -------------------------------------------------------------------------------------------

    private interface Mapping {
        /** The values of the table's own columns, then those of further ones. */
        Object[] map(Row row);
    }

    private interface Merging {
        void merge(TableLoad load) throws SQLException;
    }

    private static Object[] values(Object... values) {
        return values;
    }

    private void load(String table, List<String> key, List<String> columns, Mapping mapping)
            throws SQLException, IOException {
        load(table, key, columns, Map.of(), mapping, load -> load.merge(changes));
    }

    private void load(
            String table,
            List<String> key,
            List<String> columns,
            Map<String, String> more,
            Mapping mapping,
            Merging merging)
            throws SQLException, IOException {
        List<String> all = new ArrayList<>(columns);
        List<String> absent = new ArrayList<>();
        if (format.isSourced()) {
            all.addAll(SOURCE_COLUMNS);
            addOptional(QUOTATION_COLUMNS, "file", all, absent);
        }
        if (format.isContradictable()) {
            addOptional(List.of(Format.CONTRADICTION), Format.CONTRADICTION, all, absent);
        }
        try (TableLoad load = new TableLoad(connection, source, origin, table, key, all, absent, more)) {
            read(mapping, load, columns.size());
            problems.refuse();
            load.endCopy();
            insertMissing(
                    "insert into inspection (id, force_id, cycle, pillar) values (?, ?, ?, ?) on conflict do nothing",
                    "inspection",
                    inspections.values());
            merging.merge(load);
        }
    }

    /** Reads on behind a bad row, so that all errors of a file are told at once. */
    private void read(Mapping mapping, TableLoad load, int own) throws SQLException, IOException {
        try {
            source.read(problems, row -> {
                try {
                    load.add(row.line(), withSource(row, mapping.map(row), own));
                } catch (DatasetException e) {
                    problems.add(e);
                    load.discard();
                }
            });
        } catch (DatasetException e) {
            problems.add(e);
        } catch (SQLException e) {
            throw load.refused(e);
        }
    }

    private void addOptional(List<String> columns, String cell, List<String> all, List<String> absent) {
        all.addAll(columns);
        if (!source.has(cell)) {
            absent.addAll(columns);
        }
    }

    /** Puts the source's values between those of the table's own columns and the further ones. */
    private Object[] withSource(Row row, Object[] values, int own) {
        if (!format.isSourced()) {
            return values;
        }
        int size = SOURCE_COLUMNS.size() + 2 + (format.isContradictable() ? 1 : 0);
        Object[] all = Arrays.copyOf(values, values.length + size);
        System.arraycopy(values, own, all, own + size, values.length - own);
        int next = own;
        all[next++] = known.publication(row);
        all[next++] = row.optional("url");
        all[next++] = row.optional("figure");
        all[next++] = row.optionalInteger("page");
        all[next++] = row.optionalInteger("line_from");
        all[next++] = row.optionalInteger("line_to");
        all[next++] = row.optional("file");
        all[next++] = row.optional("quotation");
        if (format.isContradictable()) {
            all[next] = row.optional(Format.CONTRADICTION);
        }
        return all;
    }

    private void insertMissing(String sql, String table, Iterable<Object[]> rows) throws SQLException {
        long inserted = 0;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i] instanceof Enum<?> constant ? constant.name() : row[i]);
                }
                inserted += insert.executeUpdate();
            }
        }
        // What was there is no row of the source, only something that its rows refer to.
        changes.add(table, inserted, 0, 0);
    }

    /** Refuses what a query finds: a line, a column and a reason each. */
    private void refuse(TableLoad load, String sql) throws SQLException {
        load.query(
                sql + " order by 1",
                row -> problems.add(
                        DatasetException.at(source.name(), row.getLong(1), row.getString(2), row.getString(3))));
        problems.refuse();
    }
}
