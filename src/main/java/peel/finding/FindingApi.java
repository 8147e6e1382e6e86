package peel.finding;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import peel.force.Force;
import peel.paging.Page;
import peel.paging.PageRequest;
import peel.question.Cycle;
import peel.question.Question;

/** Queries for findings, and the fields that lead to and from them. */
@GraphQLApi
public class FindingApi {

    @Query
    @NonNull @Description("Findings matching the filter, paginated.")
    public FindingConnection findings(
            @Description("Which findings to return. Default: all.") @Nullable FindingFilter filter,
            @Description("Sort order. Default: `FORCE`.") @Nullable FindingOrder orderBy,
            @Description(PageRequest.FIRST) @Nullable Integer first,
            @Description(PageRequest.AFTER) @Nullable String after,
            @Description(PageRequest.LAST) @Nullable Integer last,
            @Description(PageRequest.BEFORE) @Nullable String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        FindingOrder order = orderBy == null ? FindingOrder.FORCE : orderBy;
        return new FindingConnection(Page.of(Finding.matching(filter, order), order.key(), request));
    }

    @Query
    @NonNull @Description(
            "How many findings and forces there are in each group: every combination of what is counted by that occurs.")
    public List<@NonNull FindingCount> findingCounts(
            @NonNull @Description("What to count by: `[FORCE, CYCLE]`. Without any, all findings are one group.")
                    List<@NonNull FindingGrouping> by,
            @Description("Which findings to count. Default: all.") @Nullable FindingFilter filter) {
        return FindingCount.of(by, filter);
    }

    @NonNull @Name("findings")
    @Description("Findings about the force, ordered by cycle, question and position in print.")
    public List<@NonNull List<@NonNull Finding>> findingsOfForce(
            @Source List<Force> forces,
            @Description("Only findings of this cycle, given by code, such as `2015`.") @Nullable String cycle,
            @Description("Only findings of this kind.") @Nullable FindingKind kind) {
        return Finding.ofForces(
                forces.stream().map(force -> force.key).toList(),
                cycle == null ? null : Cycle.require(cycle).code,
                kind);
    }

    @NonNull @Name("force")
    @Description("Force that the finding is about.")
    public List<@NonNull Force> forceOfFinding(@Source List<Finding> findings) {
        return Force.byKeys(findings.stream().map(finding -> finding.forceKey).toList());
    }

    @NonNull @Name("question")
    @Description("Question to which the finding belongs.")
    public List<@NonNull Question> questionOfFinding(@Source List<Finding> findings) {
        return Question.byKeys(
                findings.stream().map(finding -> finding.questionKey).toList());
    }

    @NonNull @Description("Statuses of a recommendation, oldest first; empty for other kinds of findings.")
    public List<@NonNull List<@NonNull FindingStatus>> statuses(@Source List<Finding> findings) {
        return FindingStatus.ofFindings(
                findings.stream().map(finding -> finding.key).toList());
    }

    @Description(
            "Number of days for which a recommendation had been open on a date: since its first status, or its first after it was closed. Null unless its latest status on that date is AWAITING_REVIEW or BEING_PROGRESSED. The first status that the dataset has may be later than the recommendation.")
    public List<@Nullable Integer> openFor(
            @Source List<Finding> findings,
            @NonNull @Description("Date on which the age is asked for, such as today's.") LocalDate on) {
        return FindingStatus.openFor(
                findings.stream().map(finding -> finding.key).toList(), on);
    }
}
