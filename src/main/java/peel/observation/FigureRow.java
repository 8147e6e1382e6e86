package peel.observation;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.force.Force;

@Description("Row of a table of figures: the figures of one force.")
public record FigureRow(
        @NonNull @Description("Force of this row.") Force force,

        @NonNull @Description(
                "One ranked observation for each column, in their order. An element is null if the dataset has no observation.")
        List<@Nullable RankedObservation> cells) {}
