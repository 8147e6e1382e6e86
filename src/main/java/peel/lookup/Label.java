package peel.lookup;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("What to show people for a value of an enum.")
public record Label(
        @NonNull @Description("Enum: \"Grade\".") String type,

        @NonNull @Description("Value of the enum, as answers have it: \"REQUIRES_IMPROVEMENT\".")
        String code,

        @NonNull @Description("English text for the value: \"Requires improvement\".")
        String label,

        @Description("Description of the value in the schema. Null if it has none.") @Nullable String description) {}
