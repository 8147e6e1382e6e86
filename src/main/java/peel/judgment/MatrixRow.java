package peel.judgment;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.force.Force;

@Description("Row of a judgment matrix: the judgments of one force.")
public record MatrixRow(
        @NonNull @Description("Force of this row.") Force force,

        @NonNull @Description(
                "One judgment for each question, in the order of `JudgmentMatrix.questions`. An element is null if no judgment is known.")
        List<@Nullable Judgment> cells) {}
