package peel.judgment;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.question.ChangeDirection;

@Description("How many judgments and forces changed in one direction.")
public record ChangeCount(
        @NonNull @Description("Direction of the change.") ChangeDirection direction,

        @NonNull @Description("Number of judgments that changed in this direction.")
        int judgments,

        @NonNull @Description("Number of forces with at least one of them.")
        int forces) {}
