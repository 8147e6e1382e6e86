package peel.lookup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.finding.Finding;
import peel.force.Force;
import peel.inspection.Inspection;
import peel.judgment.Judgment;
import peel.node.Node;
import peel.node.NodeId;
import peel.observation.StoredObservation;
import peel.paging.PageRequest;
import peel.question.Question;
import peel.report.Report;
import peel.report.ReportFigure;
import peel.report.ReportPassage;
import peel.report.ReportSection;

/** Relay's queries that fetch objects again by id. */
@GraphQLApi
public class NodeApi {

    private static final Map<Character, Function<List<UUID>, List<?>>> TYPES = Map.of(
            Force.NODE_TYPE, Force::byKeys,
            Question.NODE_TYPE, Question::byKeys,
            Inspection.NODE_TYPE, Inspection::byKeys,
            Judgment.NODE_TYPE, Judgment::byKeys,
            Finding.NODE_TYPE, Finding::byKeys,
            StoredObservation.NODE_TYPE, StoredObservation::byKeys,
            Report.NODE_TYPE, Report::byKeys,
            ReportSection.NODE_TYPE, ReportSection::byKeys,
            ReportPassage.NODE_TYPE, ReportPassage::byKeys,
            ReportFigure.NODE_TYPE, ReportFigure::byKeys);

    @Query
    @Description("Object with this id; null if it no longer exists.")
    public @Nullable Node node(@NonNull @Id @Description("Id as returned by this service.") String id) {
        return nodes(List.of(id)).get(0);
    }

    @Query
    @NonNull @Description("Objects with these ids, in the order of the ids; null for each object that no longer exists.")
    public List<@Nullable Node> nodes(
            @NonNull @Id @Description("Ids as returned by this service, at most 100.") List<@NonNull String> ids) {
        if (ids.size() > PageRequest.LARGEST) {
            throw new BadUserInputException(
                    "\"ids\" has %d elements; at most %d are accepted.".formatted(ids.size(), PageRequest.LARGEST));
        }
        List<NodeId> requested = ids.stream().map(NodeApi::decode).toList();
        Map<NodeId, @Nullable Node> found = new HashMap<>();
        TYPES.forEach((type, byKeys) -> {
            List<NodeId> ofType =
                    requested.stream().filter(id -> id.type() == type).toList();
            List<?> rows = byKeys.apply(ofType.stream().map(NodeId::key).toList());
            for (int i = 0; i < ofType.size(); i++) {
                found.put(ofType.get(i), (Node) rows.get(i));
            }
        });
        List<@Nullable Node> nodes = new ArrayList<>();
        requested.forEach(id -> nodes.add(found.get(id)));
        return nodes;
    }

    private static NodeId decode(String id) {
        NodeId decoded = NodeId.decode(id);
        if (!TYPES.containsKey(decoded.type())) {
            throw NodeId.unreadable(id);
        }
        return decoded;
    }
}
