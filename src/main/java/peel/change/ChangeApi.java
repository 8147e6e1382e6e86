package peel.change;

import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import peel.dataset.DatasetRevision;
import peel.force.Force;
import peel.observation.Metric;
import peel.paging.Page;
import peel.paging.PageRequest;
import peel.question.Cycle;
import peel.question.Question;

/** Queries for what imports changed. */
@GraphQLApi
public class ChangeApi {

    @Query
    @NonNull @Description("Changes that imports made to the data, newest first, paginated.")
    public DatasetChangeConnection changes(
            @Description(
                            "Only changes after this state of the data, as returned by `Dataset.state`, after this change, as returned by `DatasetChange.position`, or from this time or date (UTC) on. A state or position is an error if the log does not have all changes since then. Default: all that are kept.")
                    @Nullable String since,
            @Description("Which changes to return. Default: all.") @Nullable ChangeFilter filter,
            @Description(PageRequest.FIRST) @Nullable Integer first,
            @Description(PageRequest.AFTER) @Nullable String after,
            @Description(PageRequest.LAST) @Nullable Integer last,
            @Description(PageRequest.BEFORE) @Nullable String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        ChangesSince start = since == null ? ChangesSince.START : ChangesSince.of(since);
        return new DatasetChangeConnection(
                Page.of(DatasetChange.matching(start, filter), DatasetChange.NEWEST, request));
    }

    /** Returns the next {@link PageRequest#LARGEST} changes; fewer if there are no more. */
    @Subscription("changes")
    @NonNull @Description("Each change that imports make to the data from now on, the oldest first.")
    public Multi<@NonNull DatasetChange> changesFromNowOn(
            @Description(
                            "Begin after this state of the data, as returned by `Dataset.state`, after this change, as returned by `DatasetChange.position`, or at this time or date (UTC). A state or position is an error if the log does not have all changes since then. Default: the current state.")
                    @Nullable String since,
            @Description("Which changes to return. Default: all.") @Nullable ChangeFilter filter) {
        if (since == null) {
            return Multi.createFrom().empty();
        }
        return Multi.createFrom().iterable(DatasetChange.next(ChangesSince.of(since), filter, PageRequest.LARGEST));
    }

    @NonNull @Name("changes")
    @Description(
            "What the import changed, by kind, action and file. Empty if the log does not keep it, or if an earlier release imported it.")
    public List<@NonNull List<@NonNull RevisionChange>> changesOfRevision(@Source List<DatasetRevision> revisions) {
        return RevisionChange.ofRevisions(
                revisions.stream().map(revision -> revision.revision).toList());
    }

    @Name("force")
    @Description("Force that the changed fact is about. Null if it is about none, or for facts about several forces.")
    public List<@Nullable Force> forceOfChange(@Source List<DatasetChange> changes) {
        return Force.byKeys(changes.stream().map(change -> change.forceKey).toList());
    }

    @Name("cycle")
    @Description("Cycle of the changed fact. Null if it belongs to none.")
    public List<@Nullable Cycle> cycleOfChange(@Source List<DatasetChange> changes) {
        return Cycle.byCodes(changes.stream().map(change -> change.cycleCode).toList());
    }

    @Name("question")
    @Description("Question of a changed judgment, finding or status. Null for others.")
    public List<@Nullable Question> questionOfChange(@Source List<DatasetChange> changes) {
        return Question.byKeys(
                changes.stream().map(change -> change.questionKey).toList());
    }

    @Name("metric")
    @Description("Metric of changed observations. Null for other changes.")
    public List<@Nullable Metric> metricOfChange(@Source List<DatasetChange> changes) {
        return Metric.byKeys(changes.stream().map(change -> change.metricKey).toList());
    }
}
