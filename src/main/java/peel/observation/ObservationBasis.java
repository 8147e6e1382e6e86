package peel.observation;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether the value of an observation is printed or computed.")
public enum ObservationBasis {
    @Description("The source prints the value.")
    PRINTED,
    @Description(
            "The value was computed from figures of the source: by this service, and then `parts` lists them, or before, from rows that are not in the dataset.")
    COMPUTED
}
