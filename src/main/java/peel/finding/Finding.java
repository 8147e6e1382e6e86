package peel.finding;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.force.Force;
import peel.node.Node;
import peel.node.NodeId;
import peel.query.OrderKey;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.Selection;
import peel.question.Cycle;
import peel.question.Question;
import peel.source.SourceReference;

@Entity
@Description(
        "Area for improvement, cause of concern, recommendation or practice that the inspectorate reports about a force.")
public class Finding extends PanacheEntityBase implements Node {

    /** The letter of findings in node IDs. */
    public static final char NODE_TYPE = 'N';

    /** By force, cycle, pillar, question, kind and place in print. */
    public static final OrderKey<Finding> IN_ORDER =
            OrderKey.ofText("printed", "f.order_key", finding -> finding.orderKey);

    /** The last day of a finding's deadline, which may be a year, a month or a day; null for a deadline in words. */
    private static final String DEADLINE = """
            case
                when f.deadline ~ '^[1-9][0-9]{3}$' then make_date(cast(f.deadline as integer), 12, 31)
                when f.deadline ~ '^[1-9][0-9]{3}-(0[1-9]|1[0-2])$'
                then cast(to_date(f.deadline, 'YYYY-MM') + interval '1 month' - interval '1 day' as date)
                when f.deadline ~ '^[1-9][0-9]{3}-(0[1-9]|1[0-2])-[0-9]{2}$'
                then to_date(left(f.deadline, 7), 'YYYY-MM') + cast(right(f.deadline, 2) as integer) - 1
            end""";

    static final RowType<Finding> ROWS = RowType.of("finding f", Finding::read);

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

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Kind of finding.")
    public FindingKind kind;

    @NonNull @Description("Position among the findings of the same force, question and kind, counted from 1.")
    public int ordinal;

    @NonNull @Description("Text of the finding; `wording` says whether the text is quoted as printed.")
    public String text;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Whether the text is quoted as printed or was written for this dataset.")
    public Wording wording;

    @Column(name = "register_id")
    @Description(
            "Number of a recommendation in the inspectorate's public register. Null if not known, and for other kinds of finding.")
    public @Nullable String registerId;

    @Description(
            "Deadline of a recommendation, as precisely as it is known: \"2017-09\". Null if no deadline is known.")
    public @Nullable String deadline;

    @Description(
            "Note on the finding, such as that the list it is from is cut in the source and that there are more. Null if there is no note.")
    public @Nullable String note;

    @Embedded
    @NonNull @Description("Where the fact was published: the publication and the place in it.")
    public SourceReference source;

    /** Null unless the list that the finding was read for is ordered by one of them. */
    @Transient
    @Nullable FindingDates dates;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(ID_DESCRIPTION)
    public String getId() {
        return new NodeId(NODE_TYPE, key).encoded();
    }

    /** The findings with these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable Finding> byKeys(List<? extends @Nullable UUID> keys) {
        return Rows.byKeys(ROWS, finding -> finding.key, keys);
    }

    /**
     * The findings that match a filter.
     *
     * @throws peel.error.BadUserInputException if the filter names a force, cycle or question that does not
     *     exist
     */
    public static Selection<Finding> matching(@Nullable FindingFilter filter) {
        return matching(filter, ROWS);
    }

    /** The findings that match a filter, to be read in one order. */
    static Selection<Finding> matching(@Nullable FindingFilter filter, FindingOrder order) {
        return matching(filter, order == FindingOrder.FORCE ? ROWS : FindingDates.ROWS);
    }

    private static Selection<Finding> matching(@Nullable FindingFilter filter, RowType<Finding> rows) {
        Selection<Finding> findings = Selection.of(rows);
        if (filter == null) {
            return findings;
        }
        findings.whereAny("f.force_id", Force.keysIn(filter.force, filter.country, filter.region));
        findings.whereAny("f.cycle", Cycle.requireAll(filter.cycle));
        findings.whereAny("f.kind", filter.kind);
        findings.whereAny("f.register_id", filter.registerId);
        if (filter.deadlineFrom != null) {
            findings.where(DEADLINE + " >= :deadlineFrom", "deadlineFrom", filter.deadlineFrom);
        }
        if (filter.deadlineTo != null) {
            findings.where(DEADLINE + " <= :deadlineTo", "deadlineTo", filter.deadlineTo);
        }
        if (filter.question != null || filter.pillar != null) {
            findings.where("""
                    exists (select from question q where q.id = f.question_id and %s and %s)
                    """.formatted(
                            findings.any("q.code", Question.requireCodes(filter.question)),
                            findings.any("q.pillar", filter.pillar)));
        }
        if (filter.status != null) {
            findings.where("""
                    (select s.status from finding_status s
                     where s.finding_id = f.id
                     order by s.status_date desc, s.status
                     limit 1) in (select unnest(cast(:status as text[])))
                    """, "status", filter.status.stream().map(Enum::name).toArray(String[]::new));
        }
        return findings;
    }

    /**
     * The findings of each force, in order.
     *
     * @param cycle a cycle's code, or null for all
     * @param kind a kind, or null for all
     */
    public static List<List<Finding>> ofForces(List<UUID> forces, @Nullable String cycle, @Nullable FindingKind kind) {
        Selection<Finding> findings = Selection.of(ROWS).whereAny("f.force_id", forces);
        if (cycle != null) {
            findings.where("f.cycle = :cycle", "cycle", cycle);
        }
        if (kind != null) {
            findings.where("f.kind = :kind", "kind", kind.name());
        }
        return Rows.grouped(forces, findings.all(IN_ORDER), finding -> finding.forceKey);
    }

    /** The findings of each inspection, in order. */
    public static List<List<Finding>> ofInspections(List<UUID> inspections) {
        Selection<Finding> findings = Selection.of(ROWS).whereAny("f.inspection_id", inspections);
        return Rows.grouped(inspections, findings.all(IN_ORDER), finding -> finding.inspectionKey);
    }

    static Finding read(Row row) throws SQLException {
        Finding finding = RowType.unmanaged(new Finding());
        finding.key = row.uuid("id");
        finding.orderKey = row.text("order_key");
        finding.forceKey = row.uuid("force_id");
        finding.questionKey = row.uuid("question_id");
        finding.inspectionKey = row.uuid("inspection_id");
        finding.kind = row.enumValue("kind", FindingKind.class);
        finding.ordinal = row.intValue("ordinal");
        finding.text = row.text("text");
        finding.wording = row.enumValue("wording", Wording.class);
        finding.registerId = row.text("register_id");
        finding.deadline = row.text("deadline");
        finding.note = row.text("note");
        finding.source = SourceReference.read(row);
        return finding;
    }
}
