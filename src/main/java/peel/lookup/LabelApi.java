package peel.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;

/** Texts for the values of enums. They are taken from the schema, so that none can be missing. */
@GraphQLApi
public class LabelApi {

    private final SchemaEnums schema;

    LabelApi(SchemaEnums schema) {
        this.schema = schema;
    }

    @Query
    @NonNull @Description("English texts for the values of enums, by enum and value: grades, states, units, kinds and others.")
    public List<@NonNull Label> labels(
            @Description(
                            "Enum: `Grade`. Case is ignored; an unknown enum is an error that lists similar ones. Default: all.")
                    @Nullable String type) {
        Map<String, Map<String, String>> enums = schema.descriptions();
        if (type != null && enums.keySet().stream().noneMatch(type::equalsIgnoreCase)) {
            throw BadUserInputException.unknown("enum", type, enums.keySet());
        }
        List<Label> labels = new ArrayList<>();
        enums.forEach((name, values) -> {
            if (name.equalsIgnoreCase(type == null ? name : type)) {
                values.forEach((code, description) -> labels.add(
                        new Label(name, code, Labels.of(name, code), description.isEmpty() ? null : description)));
            }
        });
        return labels;
    }
}
