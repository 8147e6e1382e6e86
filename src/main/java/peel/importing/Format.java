package peel.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tidy CSV formats, each after those it refers to. A file is of a format if its header names
 * the format's columns in their order; those that may be left out come last.
 */
public enum Format {
    PUBLICATIONS(Source.NONE, "code", "title", "publisher", "published", "url", "kind"),
    FORCES(Source.PLACE, "slug", "name", "ons_code", "country", "region", "rocu", "rocu_basis"),
    FORCE_ALIASES(Source.NONE, "force", "alias"),
    LOCAL_AUTHORITIES(Source.PLACE, "code", "name", "csp_code", "csp_name", "force"),
    MONITORING_EVENTS(Source.PLACE, "force", "event", "on", "precision"),
    GRADE_SCALES(Source.PLACE, "scale", "rank", "grade", "definition"),
    CYCLES(Source.NONE, "code", "position", "grade_scale", "starts", "ends"),
    QUESTIONS(
            Source.PLACE,
            "cycle",
            "pillar",
            "code",
            "kind",
            "parent",
            "position",
            "graded",
            "wording",
            "wording_basis"),
    COMPARABLE_QUESTIONS(
            Source.NONE, "cycle", "pillar", "code", "earlier_cycle", "earlier_pillar", "earlier_code", "note"),
    INSPECTIONS(Source.NONE, "force", "cycle", "pillar", "publication"),
    FIELDWORK(Source.PLACE, "force", "cycle", "pillar", "questions", "from", "to"),
    JUDGMENTS(
            Source.PLACE_AND_CONTRADICTION,
            "force",
            "cycle",
            "pillar",
            "question",
            "state",
            "grade",
            "carried_over_from",
            "narrative",
            "note",
            "basis",
            "known_from",
            "known_to",
            "stated_direction",
            "stated_year",
            "stated_grade"),
    FINDINGS(
            Source.PLACE,
            "force",
            "cycle",
            "pillar",
            "question",
            "kind",
            "ordinal",
            "text",
            "wording",
            "register_id",
            "deadline"),
    FINDING_STATUSES(
            Source.PLACE, "force", "cycle", "pillar", "question", "kind", "ordinal", "status", "on", "comment"),
    AREAS(Source.NONE, "code", "name", "kind", "force", "members"),
    METRICS(Source.NONE, "code", "name", "unit", "basis", "type", "denominator", "definition", "parent"),
    OBSERVATIONS(
            Source.PLACE_AND_CONTRADICTION,
            "metric",
            "area",
            "from",
            "to",
            "as_at",
            "baseline_from",
            "baseline_to",
            "dimension",
            "dimension_group",
            "value",
            "missing",
            "qualifier",
            "comparability",
            "assessment");

    /** What a format tells of where its facts come from. */
    private enum Source {
        NONE,
        PLACE,
        PLACE_AND_CONTRADICTION;

        private List<String> cells() {
            return this == NONE ? List.of() : List.of("publication", "url", "figure", "page", "line_from", "line_to");
        }
    }

    private static final List<String> QUOTATION = List.of("file", "quotation");

    /** The column for what a source says against itself. */
    static final String CONTRADICTION = "contradiction";

    private final Source source;
    private final List<String> cells;

    Format(Source source, String... own) {
        this.source = source;
        List<String> all = new ArrayList<>(Arrays.asList(own));
        all.addAll(source.cells());
        this.cells = List.copyOf(all);
    }

    /** The columns that a header has to name. */
    List<String> cells() {
        return cells;
    }

    /** Whether its facts have a source. */
    boolean isSourced() {
        return source != Source.NONE;
    }

    /** Whether its facts may contradict their own source elsewhere. */
    boolean isContradictable() {
        return source == Source.PLACE_AND_CONTRADICTION;
    }

    /** Its name, as {@code export} takes it: {@code force_aliases}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names, in the order of import. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Format::label).toList();
    }

    /** The format of a name, with or without {@code .csv}. */
    public static Optional<Format> ofName(String name) {
        String label = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
        return Arrays.stream(values())
                .filter(format -> format.label().equals(label))
                .findFirst();
    }

    static Optional<Format> ofHeader(List<String> header) {
        return Arrays.stream(values())
                .filter(format -> format.hasHeader(header))
                .findFirst();
    }

    boolean hasHeader(List<String> header) {
        if (header.size() < cells.size() || !header.subList(0, cells.size()).equals(cells)) {
            return false;
        }
        List<String> more = header.subList(cells.size(), header.size());
        if (source != Source.NONE && more.size() >= 2 && more.subList(0, 2).equals(QUOTATION)) {
            more = more.subList(2, more.size());
        }
        return more.isEmpty() || source == Source.PLACE_AND_CONTRADICTION && more.equals(List.of(CONTRADICTION));
    }
}
