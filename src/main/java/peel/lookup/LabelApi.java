package peel.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** Where the words of the code are not what people read. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("AreaKind.ENGLAND_AND_WALES", "England and Wales"),
            Map.entry("FigureStatus.CHART_LOST", "Chart, lost in the text"),
            Map.entry("MetricBasis.FLOW", "Over a period"),
            Map.entry("MetricBasis.STOCK", "On a day"),
            Map.entry("MissingReason.CHART_LOST", "Shown in a chart only"),
            Map.entry("MonitoringEventKind.ENTERED_ENGAGE", "Entered Engage"),
            Map.entry("MonitoringEventKind.LEFT_ENGAGE", "Left Engage"),
            Map.entry("OffenderScheme.IOM", "Integrated offender management (IOM)"),
            Map.entry("OffenderScheme.MAPPA", "Multi-agency public protection arrangements (MAPPA)"),
            Map.entry("OffenderScheme.SHPO", "Sexual harm prevention order (SHPO)"),
            Map.entry("OffenderScheme.SOPO", "Sexual offences prevention order (SOPO)"),
            Map.entry("PeerGroup.REGIONAL_ORGANISED_CRIME_UNIT", "Regional organised crime unit (ROCU)"),
            Map.entry("PublishedPrecision.BY", "By this day"),
            Map.entry("TextFormat.PDF", "PDF"),
            Map.entry("Unit.COUNT", "Number"),
            Map.entry("Unit.FULL_TIME_EQUIVALENT", "Full-time equivalents"),
            Map.entry("Unit.PERCENT", "%"),
            Map.entry("Unit.PERCENT_CHANGE", "Change in %"),
            Map.entry("Unit.PER_1000_HOUSEHOLDS", "Per 1,000 households"),
            Map.entry("Unit.PER_1000_POPULATION", "Per 1,000 people"),
            Map.entry("Unit.PER_MILLION_POPULATION", "Per million people"));

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
                        new Label(name, code, label(name, code), description.isEmpty() ? null : description)));
            }
        });
        return labels;
    }

    private static String label(String type, String code) {
        String label = LABELS.get(type + "." + code);
        return label != null
                ? label
                : code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
