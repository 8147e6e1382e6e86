package peel.observation;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A place in a ranking.
 *
 * @param rank counted from 1, the same for equal values; null when there is no value to compare
 * @param observation what is ranked
 */
@Description("A place in a ranking.")
public record RankedObservation(
        @Description("Counted from 1; equal values share a rank; null when there is no value to compare.")
        Integer rank,

        @NonNull @Description("What is ranked; where rank is null its missing says why.")
        Observation observation) {}
