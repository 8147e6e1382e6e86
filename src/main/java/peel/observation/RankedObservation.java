package peel.observation;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Observation with its rank.")
public record RankedObservation(
        @Description("Rank, counted from 1; equal values share a rank. Null if the observation has no value.") @Nullable Integer rank,

        @NonNull @Description("Observation that is ranked. If `rank` is null, `observation.missing` says why.")
        Observation observation) {}
