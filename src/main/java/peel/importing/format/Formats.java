package peel.importing.format;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All CSV formats. */
public final class Formats {

    public static final Format PUBLICATIONS = new PublicationFormat();
    public static final Format INSPECTIONS = new InspectionFormat();
    public static final Format FIELDWORK = new FieldworkFormat();
    public static final Format JUDGMENTS = new JudgmentFormat();
    public static final Format FINDINGS = new FindingFormat();
    public static final Format OBSERVATIONS = new ObservationFormat();

    /** In the order of import: each format comes after those it refers to. */
    public static final List<Format> ALL = List.of(
            PUBLICATIONS,
            new ForceFormat(),
            new ForceAliasFormat(),
            new LocalAuthorityFormat(),
            new CouncilFormat(),
            new MonitoringEventFormat(),
            new GradeScaleFormat(),
            new CycleFormat(),
            new QuestionFormat(),
            new ComparableQuestionFormat(),
            INSPECTIONS,
            FIELDWORK,
            JUDGMENTS,
            FINDINGS,
            new FindingStatusFormat(),
            new AreaFormat(),
            new MetricFormat(),
            OBSERVATIONS);

    /** Sorts formats in the order of import. */
    public static final Comparator<Format> IMPORT_ORDER = Comparator.comparing(ALL::indexOf);

    private Formats() {}

    /** All names, in the order of import. */
    public static List<String> names() {
        return ALL.stream().map(Format::name).toList();
    }

    /** The format with a name, which may end in {@code .csv}. */
    public static Optional<Format> ofName(String name) {
        String wanted = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
        return ALL.stream().filter(format -> format.name().equals(wanted)).findFirst();
    }

    /** The format that a file with this header has, whose columns may be in another order. */
    public static Optional<Format> ofHeader(List<@Nullable String> header) {
        if (header.contains(null)) {
            return Optional.empty();
        }
        return ALL.stream()
                .filter(format -> format.hasHeader(header))
                .findFirst()
                .or(() ->
                        ALL.stream().filter(format -> format.hasColumns(header)).findFirst());
    }

    /** The format that has the most names of a header, if it has at least half of them. */
    public static Optional<Format> nearest(List<@Nullable String> header) {
        return ALL.stream()
                .max(Comparator.comparing(format -> shared(format, header)))
                .filter(format -> 2 * shared(format, header) >= header.size() && shared(format, header) > 0);
    }

    private static long shared(Format format, List<@Nullable String> header) {
        return format.columns().stream()
                .filter(column -> header.contains(column.name()))
                .count();
    }
}
