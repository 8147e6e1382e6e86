package peel.lookup;

import java.util.Locale;
import java.util.Map;

/** English texts for the values of enums. */
public final class Labels {

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

    private Labels() {}

    /**
     * The text for a value.
     *
     * @param type the name of the enum in the schema
     */
    public static String of(String type, String code) {
        String label = LABELS.get(type + "." + code);
        return label != null
                ? label
                : code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
