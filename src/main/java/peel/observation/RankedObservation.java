package peel.observation;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Observation with its rank.")
public record RankedObservation(
        @Description("Rank, counted from 1; equal values share a rank. Null if the observation has no value.") @Nullable Integer rank,

        @NonNull @Description("Observation that is ranked. If `rank` is null, `observation.missing` says why.")
        Observation observation,

        @NonNull @Description("Number of observations with a rank, so that `rank` is out of `of`.")
        int of,

        @NonNull @Description("Number of other observations that share the rank. 0 without a rank.")
        int tied,

        @Description("Quarter of the ranking, from 1 for the first to 4 for the last. Null without a rank.") @Nullable Integer quarter) {

    /** The rows that are ranked. */
    static List<StoredObservation> rowsOf(List<RankedObservation> ranked) {
        return ranked.stream()
                .map(each -> (StoredObservation) each.observation())
                .toList();
    }
}
