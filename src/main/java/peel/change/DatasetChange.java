package peel.change;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.force.Force;
import peel.node.Node;
import peel.node.NodeId;
import peel.observation.Metric;
import peel.query.OrderKey;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.Selection;
import peel.question.Cycle;
import peel.question.Question;
import peel.source.SourceReference;

/** Its ID is random, because changes have no natural key: the same fact may change twice. */
@Entity
@Table(name = "dataset_change")
@Description("A change that an import made to the data: of one fact, or of many of one kind.")
public class DatasetChange extends PanacheEntityBase implements Node {

    /** The letter of changes in node IDs. */
    public static final char NODE_TYPE = 'H';

    /** The newest first; those of one import in the reverse of the order in which it made them. */
    public static final OrderKey<DatasetChange> NEWEST = new OrderKey<>(
            "change",
            List.of("h.revision", "h.position"),
            true,
            change -> List.of(change.revision, change.position),
            List.of(Integer::valueOf, Long::valueOf));

    private static final OrderKey<DatasetChange> OLDEST =
            new OrderKey<>("oldest-change", NEWEST.columns(), false, NEWEST.valuesOf(), NEWEST.parsers());

    static final RowType<DatasetChange> ROWS = RowType.of("dataset_change h", DatasetChange::read);

    @Id
    @Column(name = "id", insertable = false)
    @Ignore
    public UUID key;

    @Description("Number of the revision that the import made.")
    public int revision;

    @Column(insertable = false)
    @Ignore
    public long position;

    @Column(name = "state")
    @Ignore
    public UUID stateKey;

    @Column(name = "changed_at", insertable = false)
    @NonNull @Description("Date and time of the import.")
    public OffsetDateTime changedAt;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Kind of what changed.")
    public ChangeKind kind;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("What the import did.")
    public ChangeAction action;

    @NonNull @Description("Format of the rows: the name of a CSV format, or \"report\".")
    public String format;

    @NonNull @Description("Name of the file that was imported, or \"bundled dataset\".")
    public String file;

    @Description(
            "Number of facts that changed: 1, or more for an import of many facts of one kind, which are one change together.")
    public int facts;

    @Column(name = "node_id")
    @Ignore
    public @Nullable UUID nodeKey;

    @Column(name = "force_id")
    @Ignore
    public @Nullable UUID forceKey;

    @Column(name = "cycle")
    @Ignore
    public @Nullable String cycleCode;

    @Column(name = "question_id")
    @Ignore
    public @Nullable UUID questionKey;

    @Column(name = "metric_id")
    @Ignore
    public @Nullable Integer metricKey;

    @Description(
            "What the fact is about, in a few words, beside force, question and metric: \"recommendation 3\". Null if there is nothing else.")
    public @Nullable String subject;

    @Column(name = "said_before")
    @Description(
            "What the fact said before, in at most 200 characters: \"requires improvement\". Null if there was none before, if it said the same, or for several facts.")
    public @Nullable String before;

    @Column(name = "said_after")
    @Description(
            "What the fact says since then, in at most 200 characters: \"good\". Null for a withdrawn fact and for several facts.")
    public @Nullable String after;

    @Embedded
    @Description(
            "Source of the fact as it is since then. Null if there is none, or for facts from several publications.")
    public @Nullable SourceReference source;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description("Opaque ID, unique across all types; pass it to `node` to fetch the object again. Never given twice.")
    public String getId() {
        return new NodeId(NODE_TYPE, key).encoded();
    }

    @NonNull @Description("Identity of the state of the data that the import made; see `Dataset.state`.")
    public String getState() {
        return stateKey.toString();
    }

    @NonNull @Name("position")
    @Description("Position in the log. Pass it as `since` to continue with the changes after this one.")
    public String getPositionInLog() {
        return ChangesSince.after(stateKey, position);
    }

    /** The changes with these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable DatasetChange> byKeys(List<? extends @Nullable UUID> keys) {
        return Rows.byKeys(ROWS, change -> change.key, keys);
    }

    /**
     * The changes since a revision or change that match a filter.
     *
     * @throws peel.error.BadUserInputException if the filter names a force, cycle, question or metric that does not exist
     */
    static Selection<DatasetChange> matching(ChangesSince since, @Nullable ChangeFilter filter) {
        Selection<DatasetChange> changes = Selection.of(ROWS);
        if (since.position() != null) {
            changes.where(
                    "(h.revision, h.position) > (:afterRevision, :afterPosition)", "afterRevision", since.revision());
            changes.with("afterPosition", since.position());
        } else if (since.revision() > 0) {
            changes.where("h.revision > :afterRevision", "afterRevision", since.revision());
        }
        if (filter == null) {
            return changes;
        }
        changes.whereAny("h.kind", filter.kind);
        changes.whereAny("h.action", filter.action);
        changes.whereAny("h.force_id", filter.force == null ? null : Force.keysOf(filter.force));
        changes.whereAny("h.cycle", Cycle.requireAll(filter.cycle));
        changes.whereAny("h.question_code", Question.requireCodes(filter.question));
        changes.whereAny(
                "h.metric_id",
                filter.metric == null
                        ? null
                        : Metric.requireAll(filter.metric).stream()
                                .map(metric -> metric.key)
                                .toList());
        return changes;
    }

    /** The first of those changes, the oldest first. */
    static List<DatasetChange> next(ChangesSince since, @Nullable ChangeFilter filter, int limit) {
        return matching(since, filter).list(OLDEST, true, null, null, limit);
    }

    /** Whether the log still has the changes of every revision after one. */
    static boolean areAllKeptAfter(int revision) {
        return Rows.of(MISSING, """
                        from dataset_revision d
                        where d.revision > :revision
                          and not exists (select from dataset_change h where h.revision = d.revision)
                        limit 1
                        """, Map.of("revision", revision)).isEmpty();
    }

    private static final RowType<Integer> MISSING = RowType.ofExpressions(row -> row.intValue("d.revision"));

    private static DatasetChange read(Row row) throws SQLException {
        DatasetChange change = RowType.unmanaged(new DatasetChange());
        change.key = row.uuid("id");
        change.revision = row.intValue("revision");
        change.position = row.longValue("position");
        change.stateKey = row.uuid("state");
        change.changedAt = row.timestamp("changed_at");
        change.kind = row.enumValue("kind", ChangeKind.class);
        change.action = row.enumValue("action", ChangeAction.class);
        change.format = row.text("format");
        change.file = row.text("file");
        change.facts = row.intValue("facts");
        change.nodeKey = row.uuid("node_id");
        change.forceKey = row.uuid("force_id");
        change.cycleCode = row.text("cycle");
        change.questionKey = row.uuid("question_id");
        change.metricKey = row.integer("metric_id");
        change.subject = row.text("subject");
        change.before = row.text("said_before");
        change.after = row.text("said_after");
        SourceReference source = SourceReference.read(row);
        change.source = source.publicationKey == null ? null : source;
        return change;
    }
}
