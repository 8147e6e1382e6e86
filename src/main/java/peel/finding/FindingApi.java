package peel.finding;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import peel.force.Force;
import peel.paging.Page;
import peel.paging.PageRequest;
import peel.question.Cycle;
import peel.question.Question;

/** Questions about findings. */
@GraphQLApi
public class FindingApi {

    /** A page of findings. */
    @Query
    @NonNull @Description("The findings that a filter leaves, in pages: by force, cycle, question and place in print.")
    public FindingConnection findings(
            @Name("filter") @Description("Which findings; all unless given.") FindingFilter filter,
            @Name("first") @Description("So many from the start or after the cursor, 1 to 100; 50 unless given.")
                    Integer first,
            @Name("after") @Description("The cursor after which the page starts.") String after,
            @Name("last") @Description("So many from the end or before the cursor, 1 to 100.") Integer last,
            @Name("before") @Description("The cursor before which the page ends.") String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        return new FindingConnection(Page.of(Finding.matching(filter), Finding.IN_ORDER, request));
    }

    /** The findings of each force. */
    @NonNull @Name("findings")
    @Description("What was found, by cycle, question and place in print.")
    public List<@NonNull List<@NonNull Finding>> findingsOfForce(
            @Source List<Force> forces,
            @Name("cycle") @Description("Only this cycle: \"2015\".") String cycle,
            @Name("kind") @Description("Only this kind.") FindingKind kind) {
        if (cycle != null) {
            Cycle.require(cycle);
        }
        return Finding.ofForces(forces.stream().map(force -> force.key).toList(), cycle, kind);
    }

    /** The force of each finding. */
    @NonNull @Name("force")
    @Description("The force it is about.")
    public List<@NonNull Force> forceOfFinding(@Source List<Finding> findings) {
        return Force.byKeys(findings.stream().map(finding -> finding.forceKey).toList());
    }

    /** The question of each finding. */
    @NonNull @Name("question")
    @Description("The question it belongs to.")
    public List<@NonNull Question> questionOfFinding(@Source List<Finding> findings) {
        return Question.byKeys(
                findings.stream().map(finding -> finding.questionKey).toList());
    }

    /** The statuses of each finding. */
    @NonNull @Description("What became of a recommendation, the oldest first; empty for other kinds.")
    public List<@NonNull List<@NonNull FindingStatus>> statuses(@Source List<Finding> findings) {
        return FindingStatus.ofFindings(
                findings.stream().map(finding -> finding.key).toList());
    }
}
