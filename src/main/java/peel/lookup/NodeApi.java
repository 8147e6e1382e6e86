package peel.lookup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import peel.change.DatasetChange;
import peel.error.BadUserInputException;
import peel.finding.Finding;
import peel.force.Force;
import peel.inspection.Inspection;
import peel.judgment.Judgment;
import peel.node.Node;
import peel.node.NodeId;
import peel.node.WithdrawnRow;
import peel.observation.Area;
import peel.observation.Metric;
import peel.observation.StoredObservation;
import peel.paging.PageRequest;
import peel.question.Cycle;
import peel.question.Question;
import peel.report.Report;
import peel.report.ReportFigure;
import peel.report.ReportPassage;
import peel.report.ReportSection;
import peel.source.Publication;

/** Relay's queries that fetch objects again by id. */
@GraphQLApi
public class NodeApi {

    private static final Map<Character, Function<List<UUID>, List<?>>> TYPES = Map.ofEntries(
            Map.entry(Force.NODE_TYPE, Force::byKeys),
            Map.entry(Question.NODE_TYPE, Question::byKeys),
            Map.entry(Inspection.NODE_TYPE, Inspection::byKeys),
            Map.entry(Judgment.NODE_TYPE, Judgment::byKeys),
            Map.entry(Finding.NODE_TYPE, Finding::byKeys),
            Map.entry(StoredObservation.NODE_TYPE, StoredObservation::byKeys),
            Map.entry(Report.NODE_TYPE, Report::byKeys),
            Map.entry(ReportSection.NODE_TYPE, ReportSection::byKeys),
            Map.entry(ReportPassage.NODE_TYPE, ReportPassage::byKeys),
            Map.entry(ReportFigure.NODE_TYPE, ReportFigure::byKeys),
            Map.entry(Cycle.NODE_TYPE, Cycle::byNodeKeys),
            Map.entry(Metric.NODE_TYPE, Metric::byNodeKeys),
            Map.entry(Area.NODE_TYPE, Area::byNodeKeys),
            Map.entry(DatasetChange.NODE_TYPE, DatasetChange::byKeys),
            Map.entry(Publication.NODE_TYPE, Publication::byNodeKeys));

    @Query
    @Description("Object with this id; null if it no longer exists.")
    public @Nullable Node node(@NonNull @Id @Description("Id as returned by this service.") String id) {
        NodeId decoded = decode(id);
        return find(List.of(decoded)).get(decoded);
    }

    @Query
    @NonNull @Description("Objects with these ids, in the order of the ids; null for each object that no longer exists.")
    public List<@Nullable Node> nodes(
            @NonNull @Id @Description("Ids as returned by this service, at most 100.") List<@NonNull String> ids) {
        if (ids.size() > PageRequest.LARGEST) {
            throw new BadUserInputException(
                    "\"ids\" has %d elements; at most %d are accepted.".formatted(ids.size(), PageRequest.LARGEST));
        }
        List<@Nullable Object> nodes = new ArrayList<>(ids.size());
        List<NodeId> requested = new ArrayList<>(ids.size());
        for (String id : ids) {
            try {
                NodeId decoded = decode(id);
                requested.add(decoded);
                nodes.add(decoded);
            } catch (BadUserInputException failure) {
                // An error of this element only (peel.execution.level.Fetcher).
                nodes.add(failure);
            }
        }
        Map<NodeId, @Nullable Node> found = find(requested);
        nodes.replaceAll(node -> node instanceof NodeId id ? found.get(id) : node);
        return asDeclared(nodes);
    }

    // The schema is made from the declared type, which has no place for failures.
    @SuppressWarnings("unchecked")
    private static List<@Nullable Node> asDeclared(List<?> nodes) {
        return (List<@Nullable Node>) nodes;
    }

    private static Map<NodeId, @Nullable Node> find(List<NodeId> requested) {
        Map<NodeId, @Nullable Node> found = new HashMap<>();
        TYPES.forEach((type, byKeys) -> {
            List<NodeId> ofType =
                    requested.stream().filter(id -> id.type() == type).toList();
            put(found, ofType, byKeys.apply(ofType.stream().map(NodeId::key).toList()));
        });
        findReplacements(requested, found);
        return found;
    }

    private static void put(Map<NodeId, @Nullable Node> found, List<NodeId> ids, List<?> rows) {
        for (int i = 0; i < ids.size(); i++) {
            found.put(ids.get(i), (Node) rows.get(i));
        }
    }

    /** An observation that turned out to be wrong has another ID now. */
    private static void findReplacements(List<NodeId> requested, Map<NodeId, @Nullable Node> found) {
        List<NodeId> missing = requested.stream()
                .filter(id -> id.type() == StoredObservation.NODE_TYPE && found.get(id) == null)
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Map<UUID, UUID> replacements =
                WithdrawnRow.replacements(missing.stream().map(NodeId::key).toList());
        List<NodeId> replaced = missing.stream()
                .filter(id -> replacements.containsKey(id.key()))
                .toList();
        List<UUID> keys = new ArrayList<>();
        for (NodeId id : replaced) {
            keys.add(replacements.get(id.key()));
        }
        put(found, replaced, StoredObservation.byKeys(keys));
    }

    @Name("nodeId")
    @Id
    @Description(
            "ID of the judgment, finding, observation or report that changed; of a finding for its status, and of the force for its monitoring. Null for several facts and for other kinds.")
    public List<@Nullable String> nodeIdOfChange(@Source List<DatasetChange> changes) {
        List<@Nullable String> ids = new ArrayList<>(changes.size());
        for (DatasetChange change : changes) {
            NodeId id = nodeOf(change);
            ids.add(id == null ? null : id.encoded());
        }
        return ids;
    }

    @Name("node")
    @Description("Object with `nodeId` as it is now, or what replaced it. Null if there is none any more.")
    public List<@Nullable Node> nodeOfChange(@Source List<DatasetChange> changes) {
        List<@Nullable NodeId> ids = new ArrayList<>(changes.size());
        changes.forEach(change -> ids.add(nodeOf(change)));
        Map<NodeId, @Nullable Node> found =
                find(ids.stream().filter(Objects::nonNull).distinct().toList());
        List<@Nullable Node> nodes = new ArrayList<>(ids.size());
        ids.forEach(id -> nodes.add(id == null ? null : found.get(id)));
        return nodes;
    }

    private static @Nullable NodeId nodeOf(DatasetChange change) {
        return change.nodeKey == null
                ? null
                : switch (change.kind) {
                    case JUDGMENT -> new NodeId(Judgment.NODE_TYPE, change.nodeKey);
                    case FINDING, FINDING_STATUS -> new NodeId(Finding.NODE_TYPE, change.nodeKey);
                    case OBSERVATION -> new NodeId(StoredObservation.NODE_TYPE, change.nodeKey);
                    case REPORT -> new NodeId(Report.NODE_TYPE, change.nodeKey);
                    case MONITORING_EVENT -> new NodeId(Force.NODE_TYPE, change.nodeKey);
                    case REFERENCE -> null;
                };
    }

    private static NodeId decode(String id) {
        NodeId decoded = NodeId.decode(id);
        if (!TYPES.containsKey(decoded.type())) {
            throw NodeId.unreadable(id);
        }
        return decoded;
    }
}
