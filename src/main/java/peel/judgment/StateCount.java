package peel.judgment;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("How many judgments and forces have one state.")
public record StateCount(
        @NonNull @Description("State.") JudgmentState state,

        @NonNull @Description("Number of judgments with the state.")
        int judgments,

        @NonNull @Description("Number of forces with at least one of them.")
        int forces) {}
