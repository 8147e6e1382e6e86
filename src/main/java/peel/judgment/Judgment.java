package peel.judgment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.force.Force;
import peel.node.Node;
import peel.node.NodeId;
import peel.query.ColumnGroup;
import peel.query.OrderKey;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.Selection;
import peel.query.SqlArrays;
import peel.question.Cycle;
import peel.question.Grade;
import peel.question.Pillar;
import peel.question.Question;
import peel.source.SourceReference;

/**
 * Versioned: a correction closes the old version and keeps it readable.
 *
 * <p>Relations are keys, not proxies: what belongs to many judgments is read in one batch, and
 * nothing is read by accident.
 */
@Entity
@Description("Answer to one question for one force. A corrected judgment has several versions.")
public class Judgment extends PanacheEntityBase implements Node {

    /** The letter of judgments in node IDs. */
    public static final char NODE_TYPE = 'J';

    /** By force, cycle, pillar, question and version. */
    public static final OrderKey<Judgment> BY_FORCE =
            OrderKey.ofText("force", "j.order_key", judgment -> judgment.orderKey);

    /** The newest cycle first, then by force, pillar, question and version. */
    public static final OrderKey<Judgment> BY_CYCLE = new OrderKey<>(
            "cycle",
            List.of("-j.cycle_position", "j.order_key"),
            false,
            judgment -> List.of(-judgment.cyclePosition, judgment.orderKey),
            List.of(Integer::valueOf, text -> text));

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** The earliest published first, then by force, cycle, pillar, question and version. */
    public static final OrderKey<Judgment> BY_PUBLICATION = new OrderKey<>(
            "published",
            List.of("coalesce(j.shown_from, date '9999-12-31')", "j.order_key"),
            false,
            judgment -> List.of(judgment.knownFrom == null ? LAST : judgment.knownFrom, judgment.orderKey),
            List.of(LocalDate::parse, text -> text));

    /** What only the fields of the same names show. */
    private static final ColumnGroup REMARKS = ColumnGroup.forFields(
            "carriedOverFrom",
            "narrative",
            "note",
            "basis",
            "mayBeCarriedOver",
            "confirmedBy",
            "contradiction",
            "knownTo");

    private static final ColumnGroup SOURCE = ColumnGroup.forFields("source");

    /** The place in an order, and what these fields compare or are reached by. */
    private static final ColumnGroup PLACE =
            ColumnGroup.forFields("age", "change", "history", "inspection", "knownFrom", "knownFromPrecision");

    static final RowType<Judgment> ROWS = RowType.of("judgment j", row -> read(row, ColumnGroup.ALWAYS));

    /** For lists that are read as a whole, and so have no cursors. */
    private static final RowType<Judgment> LISTED = RowType.of("judgment j", row -> read(row, PLACE));

    private static final RowType<UUID> FORCES = RowType.of("force f", row -> row.uuid("id"));

    /**
     * Up to this number of forces, a page of each is read by index and merged. With more forces, reading all judgments
     * in order and skipping those of other forces costs less.
     */
    private static final int MOST_PARTS = 8;

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @Column(name = "order_key")
    @Ignore
    public String orderKey;

    @Column(name = "force_id")
    @Ignore
    public UUID forceKey;

    @Column(name = "question_id")
    @Ignore
    public UUID questionKey;

    @Column(name = "inspection_id")
    @Ignore
    public UUID inspectionKey;

    @Column(name = "cycle")
    @Ignore
    public String cycleCode;

    @Column(name = "cycle_position")
    @Ignore
    public int cyclePosition;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Whether a grade was given and, if not, why.")
    public JudgmentState state;

    @Enumerated(EnumType.STRING)
    @Description("Grade given. Null unless `state` is GRADED or CARRIED_OVER.")
    public @Nullable Grade grade;

    @Column(name = "carried_over_from")
    @Ignore
    public @Nullable String carriedOverFromCode;

    @Description("Answer in words, for a question that is not graded: \"most of the practices\". Otherwise null.")
    public @Nullable String narrative;

    @Description(
            "Note on the judgment, such as why no grade was given or why the grade was corrected. Null if there is no note.")
    public @Nullable String note;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("How the source states the judgment.")
    public JudgmentBasis basis;

    @Column(name = "may_be_carried_over")
    @Description(
            "Whether the grade may be that of an earlier cycle: the source does not say in which year the question was inspected.")
    public boolean mayBeCarriedOver;

    @Column(name = "confirmed_by")
    @Ignore
    public String @Nullable [] confirmations;

    @Description(
            "Description of a contradiction within the source about this fact, with the line numbers. Null if none was found.")
    public @Nullable String contradiction;

    @Column(name = "shown_from")
    @Description(
            "Date from which this version counts as published; `knownFromPrecision` says how precise it is. Null if not known.")
    public @Nullable LocalDate knownFrom;

    @Column(name = "published_precision")
    @Enumerated(EnumType.STRING)
    @Ignore
    public @Nullable PublishedPrecision publishedPrecision;

    @Column(name = "known_to")
    @Description("Date on which a correction replaced this version. Null for the current version.")
    public @Nullable LocalDate knownTo;

    @Embedded
    @NonNull @Description("Where the fact was published: the publication and the place in it.")
    public SourceReference source;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(ID_DESCRIPTION)
    public String getId() {
        return new NodeId(NODE_TYPE, key).encoded();
    }

    @Description("How precise `knownFrom` is. Null if `knownFrom` is null.")
    public @Nullable PublishedPrecision getKnownFromPrecision() {
        // The day on which a correction was published is stored without a precision.
        return publishedPrecision == null && knownFrom != null ? PublishedPrecision.DAY : publishedPrecision;
    }

    @NonNull @Description("Addresses (URLs) of other pages that state the same judgment. Empty if none is known.")
    public List<@NonNull String> getConfirmedBy() {
        return confirmations == null ? List.of() : List.of(confirmations);
    }

    /** The judgments with these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable Judgment> byKeys(List<? extends @Nullable UUID> keys) {
        return Rows.byKeys(ROWS, judgment -> judgment.key, keys);
    }

    /**
     * The judgments that match a filter; only current versions unless {@code asOf} is set.
     *
     * @throws BadUserInputException if the filter names a force, cycle or question that does not exist
     */
    public static Selection<Judgment> matching(@Nullable JudgmentFilter filter) {
        JudgmentFilter given = filter == null ? new JudgmentFilter() : filter;
        @Nullable List<UUID> forces = Force.keysIn(given.force, given.country, given.region);
        Selection<Judgment> together = besidesForce(given).whereAny("j.force_id", forces);
        if (given.change != null) {
            String directions = together.any("c.direction", given.change);
            return together.whereAmong(
                    candidates -> JudgmentChange.changedSql(directions, candidates, given.since != null, given.asOf));
        }
        if (forces == null || forces.size() < 2 || forces.size() > MOST_PARTS) {
            return together;
        }
        Selection<?> each = Selection.of(FORCES).where("f.id = any(:forces)", "forces", SqlArrays.of(forces));
        return besidesForce(given).inParts(each, "j.force_id = f.id", List.of()).countedBy(together, "count(*)");
    }

    /** Of all forces, and changed in any direction. */
    private static Selection<Judgment> besidesForce(JudgmentFilter given) {
        Selection<Judgment> judgments = Selection.of(ROWS);
        knownOn(judgments, given.asOf);
        if (given.publishedFrom != null) {
            judgments.where("j.shown_from >= :publishedFrom", "publishedFrom", given.publishedFrom);
        }
        if (given.publishedTo != null) {
            judgments.where("j.shown_from <= :publishedTo", "publishedTo", given.publishedTo);
        }
        if (Boolean.FALSE.equals(given.corrected)) {
            judgments.where("not " + correctionSql(given.asOf, ""));
        }
        if (Boolean.TRUE.equals(given.corrected) || given.correctedFrom != null || given.correctedTo != null) {
            judgments.where(correctionSql(
                    given.asOf,
                    (given.correctedFrom == null ? "" : " and v.known_to >= :correctedFrom")
                            + (given.correctedTo == null ? "" : " and v.known_to <= :correctedTo")));
        }
        if (given.correctedFrom != null) {
            judgments.with("correctedFrom", given.correctedFrom);
        }
        if (given.correctedTo != null) {
            judgments.with("correctedTo", given.correctedTo);
        }
        if (given.disputed != null) {
            judgments.where("j.contradiction is " + (given.disputed ? "not null" : "null"));
        }
        if (Boolean.TRUE.equals(given.latest)) {
            judgments.where(latestSql(given.asOf));
        }
        if (given.since != null) {
            judgments.with("since", Cycle.require(given.since).code);
        }
        return judgments
                .whereAny("j.cycle", Cycle.requireAll(given.cycle))
                .whereAny("j.pillar", given.pillar)
                .whereAny("j.question_code", Question.requireCodes(given.question))
                .whereAny("j.state", given.state)
                .whereAny("j.grade", given.grade)
                .whereAny("j.basis", given.basis);
    }

    /**
     * Judgments whose report states an earlier grade, or a direction, that the stored earlier
     * judgment contradicts.
     */
    public static Selection<Judgment> disagreeing() {
        return Selection.of(ROWS).where("j.known_to is null").where("""
                exists (select from stated_comparison s
                        join judgment_previous p on p.judgment_id = s.judgment_id
                        where s.judgment_id = j.id and p.agreement = 'DISAGREES')
                """);
    }

    /**
     * The judgments of each force, by cycle, pillar and question.
     *
     * @param cycle a cycle's code, or null for all
     * @param pillar a pillar, or null for all
     * @param question a question's code, or null for all
     * @param asOf the day whose published versions are read, or null for the current ones
     */
    public static List<List<Judgment>> ofForces(
            List<UUID> forces,
            @Nullable String cycle,
            @Nullable Pillar pillar,
            @Nullable String question,
            @Nullable LocalDate asOf) {
        Selection<Judgment> judgments = Selection.of(LISTED).whereAny("j.force_id", forces);
        knownOn(judgments, asOf);
        if (cycle != null) {
            judgments.where("j.cycle = :cycle", "cycle", cycle);
        }
        if (pillar != null) {
            judgments.where("j.pillar = :pillar", "pillar", pillar.name());
        }
        if (question != null) {
            judgments.where("j.question_code = :question", "question", question);
        }
        return Rows.grouped(forces, judgments.all(BY_FORCE), judgment -> judgment.forceKey);
    }

    /** The current judgments of each inspection, by question. */
    public static List<List<Judgment>> ofInspections(List<UUID> inspections) {
        String sql = """
                from judgment j
                where j.inspection_id = any(:keys) and j.known_to is null
                order by j.order_key
                """;
        return Rows.grouped(inspections, Rows.ofAny(ROWS, sql, inspections), j -> j.inspectionKey);
    }

    /**
     * All judgments of a cycle, grouped by force.
     *
     * @param pillar a pillar, or null for all
     * @param asOf the day whose published versions are read, or null for the current ones
     */
    public static List<Judgment> ofCycle(String cycle, @Nullable Pillar pillar, @Nullable LocalDate asOf) {
        Selection<Judgment> judgments = Selection.of(LISTED).where("j.cycle = :cycle", "cycle", cycle);
        knownOn(judgments, asOf);
        if (pillar != null) {
            judgments.where("j.pillar = :pillar", "pillar", pillar.name());
        }
        return judgments.all(BY_FORCE);
    }

    /**
     * For each judgment the current judgment on the comparable question of the previous cycle; null where there is
     * none.
     */
    public static List<@Nullable Judgment> previousOf(List<UUID> judgments) {
        Map<UUID, UUID> previous = new HashMap<>();
        comparisons(judgments).forEach((key, comparison) -> previous.put(key, comparison.previousKey));
        return byKeys(judgments.stream().map(previous::get).toList());
    }

    /** For each judgment whether the comparison that its report states agrees with the stored previous judgment. */
    public static List<Agreement> agreementOf(List<UUID> judgments) {
        Map<UUID, Comparison> comparisons = comparisons(judgments);
        return judgments.stream()
                .map(key -> comparisons.containsKey(key) ? comparisons.get(key).agreement : Agreement.UNKNOWN)
                .toList();
    }

    private record Comparison(UUID judgmentKey, UUID previousKey, Agreement agreement) {

        static final RowType<Comparison> ROWS = RowType.of(
                "judgment_previous p",
                row -> new Comparison(
                        row.uuid("judgment_id"), row.uuid("previous_id"), row.enumValue("agreement", Agreement.class)));
    }

    private static Map<UUID, Comparison> comparisons(List<UUID> judgments) {
        Map<UUID, Comparison> byJudgment = new HashMap<>();
        Rows.ofAny(Comparison.ROWS, "from judgment_previous p where p.judgment_id = any(:keys)", judgments)
                .forEach(comparison -> byJudgment.put(comparison.judgmentKey, comparison));
        return byJudgment;
    }

    /** All versions of each judgment, including itself, oldest first. */
    public static List<List<Judgment>> revisionsOf(List<Judgment> judgments) {
        List<Judgment> versions = Rows.ofAny(
                ROWS, """
                        from judgment j
                        where (j.question_id, j.force_id) in
                              (select v.question_id, v.force_id from judgment v where v.id = any(:keys))
                        order by j.order_key
                        """, judgments.stream().map(judgment -> judgment.key).toList());
        return Rows.grouped(judgments.stream().map(Judgment::subject).toList(), versions, Judgment::subject);
    }

    private List<UUID> subject() {
        return List.of(forceKey, questionKey);
    }

    /** The condition that no later grade replaced a judgment {@code j}. */
    static String latestSql(@Nullable LocalDate asOf) {
        return """
                not exists (
                    select from question_ancestor a
                    join judgment n on n.question_id = a.question_id and n.force_id = j.force_id
                    where a.ancestor_id = j.question_id and n.grade is not null and %s)""".formatted(knownOn("n", asOf));
    }

    /** The condition that a judgment {@code j} replaced an earlier version of itself. */
    private static String correctionSql(@Nullable LocalDate asOf, String condition) {
        return """
                exists (select from judgment v
                        where v.question_id = j.question_id and v.force_id = j.force_id and v.id <> j.id
                          and v.known_to is not null%s%s)
                """.formatted(asOf == null ? "" : " and v.known_to <= :asOf", condition);
    }

    private static void knownOn(Selection<Judgment> judgments, @Nullable LocalDate asOf) {
        judgments.where(knownOn("j", asOf));
        if (asOf != null) {
            judgments.with("asOf", asOf);
        }
    }

    /** The condition on versions: the current ones, or those that were published and not yet corrected on {@code :asOf}. */
    static String knownOn(String alias, @Nullable LocalDate asOf) {
        return asOf == null
                ? alias + ".known_to is null"
                : "(%1$s.shown_from is null or %1$s.shown_from <= :asOf) and (%1$s.known_to is null or %1$s.known_to > :asOf)"
                        .formatted(alias);
    }

    private static Judgment read(Row row, ColumnGroup place) throws SQLException {
        Judgment judgment = RowType.unmanaged(new Judgment());
        judgment.key = row.uuid("id");
        judgment.forceKey = row.uuid("force_id");
        judgment.questionKey = row.uuid("question_id");
        judgment.state = row.enumValue("state", JudgmentState.class);
        judgment.grade = row.enumValue("grade", Grade.class);
        if (row.reads(place)) {
            judgment.orderKey = row.text("order_key");
            judgment.inspectionKey = row.uuid("inspection_id");
            judgment.cycleCode = row.text("cycle");
            judgment.cyclePosition = row.intValue("cycle_position");
            judgment.knownFrom = row.date("shown_from");
            judgment.publishedPrecision = row.enumValue("published_precision", PublishedPrecision.class);
        }
        if (row.reads(REMARKS)) {
            judgment.carriedOverFromCode = row.text("carried_over_from");
            judgment.narrative = row.text("narrative");
            judgment.note = row.text("note");
            judgment.basis = row.enumValue("basis", JudgmentBasis.class);
            judgment.mayBeCarriedOver = row.booleanValue("may_be_carried_over");
            judgment.confirmations = row.texts("confirmed_by");
            judgment.contradiction = row.text("contradiction");
            judgment.knownTo = row.date("known_to");
        }
        if (row.reads(SOURCE)) {
            judgment.source = SourceReference.read(row);
        }
        return judgment;
    }
}
