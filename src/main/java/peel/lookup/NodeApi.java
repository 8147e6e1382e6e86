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
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
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

/** Relay's refetching. */
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

    /** One thing by id. */
    @Query
    @Description("Anything by its id; null when it isn't there any more.")
    public Node node(@NonNull @Id @Name("id") @Description("An id as it was given.") String id) {
        return nodes(List.of(id)).get(0);
    }

    /** Several things by id. */
    @Query
    @NonNull @Description("Anything by its id, in the order of the ids; null for what isn't there any more. At most 100.")
    public List<Node> nodes(
            @NonNull @Id @Name("ids") @Description("Ids as they were given.") List<@NonNull String> ids) {
        if (ids.size() > PageRequest.LARGEST) {
            throw new BadUserInputException(
                    ids.size() + " ids were given: at most " + PageRequest.LARGEST + " at a time.");
        }
        List<NodeId> wanted = ids.stream().map(NodeApi::known).toList();
        Map<NodeId, Node> found = new HashMap<>();
        TYPES.forEach((type, byKeys) -> {
            List<NodeId> ofType =
                    wanted.stream().filter(id -> id.type() == type).toList();
            List<?> rows = byKeys.apply(ofType.stream().map(NodeId::key).toList());
            for (int i = 0; i < ofType.size(); i++) {
                found.put(ofType.get(i), (Node) rows.get(i));
            }
        });
        List<Node> nodes = new ArrayList<>();
        wanted.forEach(id -> nodes.add(found.get(id)));
        return nodes;
    }

    private static NodeId known(String id) {
        NodeId decoded = NodeId.decode(id);
        if (!TYPES.containsKey(decoded.type())) {
            throw NodeId.unreadable(id);
        }
        return decoded;
    }
}
