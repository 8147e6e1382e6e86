package peel.judgment;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.question.Grade;

@Description("How many judgments and forces have one grade.")
public record GradeCount(
        @NonNull @Description("Grade, given or carried over.")
        Grade grade,

        @NonNull @Description("Number of judgments with the grade.")
        int judgments,

        @NonNull @Description("Number of forces with at least one of them.")
        int forces) {}
