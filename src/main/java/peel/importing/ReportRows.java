package peel.importing;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import peel.importing.input.InputRow;
import peel.importing.input.Problems;
import peel.importing.input.RowSource;
import peel.judgment.JudgmentBasis;
import peel.question.Pillar;
import peel.reading.evidence.Place;
import peel.reading.evidence.ReadFieldwork;
import peel.reading.evidence.ReadFinding;
import peel.reading.evidence.ReadJudgment;
import peel.reading.evidence.ReadObservation;
import peel.reading.evidence.ReadReport;
import peel.reading.evidence.ReportIdentity;
import peel.source.PublicationKind;

/**
 * What was read in a report, as rows of the CSV formats. Cells keep their types, so that values are not
 * written and parsed again, but pass the same checks as a CSV file's.
 */
final class ReportRows {

    private final ReadReport reading;
    private final ReportIdentity identity;
    private final String publication;
    private final String file;

    /**
     * @param file the name that the facts' sources give the file
     */
    ReportRows(ReadReport reading, String file) {
        this.reading = reading;
        this.identity = reading.identity();
        this.publication = publicationCode(identity);
        this.file = file;
    }

    /**
     * The code of a force's report: {@code peel-effectiveness-2015-bedfordshire}, {@code peel-2018-19-bedfordshire} if it
     * covers several pillars.
     */
    static String publicationCode(ReportIdentity identity) {
        List<String> parts = new ArrayList<>(List.of("peel"));
        if (identity.pillar() != null) {
            parts.add(identity.pillar().name());
        }
        parts.add(identity.cycle());
        if (identity.part() != null) {
            parts.add(identity.part());
        }
        parts.add(identity.force());
        return String.join("-", parts).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    RowSource publications() {
        Cells cells = new Cells(null)
                .put("code", publication)
                .put("title", identity.title())
                .put("publisher", identity.publisher())
                .put("published", identity.published())
                .put("kind", PublicationKind.FORCE_REPORT);
        return new Facts(List.of(cells));
    }

    RowSource inspections() {
        return new Facts(identity.inspections().stream()
                .map(pillar -> inspected(pillar, null))
                .toList());
    }

    RowSource fieldwork() {
        List<Cells> rows = new ArrayList<>();
        for (ReadFieldwork fieldwork : reading.fieldwork()) {
            rows.add(inspected(fieldwork.pillar(), fieldwork.place())
                    .put("questions", fieldwork.questions())
                    .put("from", fieldwork.from())
                    .put("to", fieldwork.to()));
        }
        return new Facts(rows);
    }

    /**
     * @param knownFrom the day on which the report was published, if it is given
     */
    RowSource judgments(@Nullable LocalDate knownFrom) {
        List<Cells> rows = new ArrayList<>();
        for (ReadJudgment judgment : reading.judgments()) {
            rows.add(inspected(judgment.pillar(), judgment.place())
                    .put("question", judgment.question())
                    .put("state", judgment.state())
                    .put("grade", judgment.grade())
                    .put("carried_over_from", judgment.carriedOverFrom())
                    .put("note", judgment.note())
                    .put("basis", JudgmentBasis.GRADE_STATED)
                    .put("known_from", knownFrom)
                    .put("stated_direction", judgment.direction())
                    .put("stated_year", judgment.statedYear())
                    .put("stated_grade", judgment.statedGrade())
                    .put("contradiction", judgment.contradiction()));
        }
        return new Facts(rows);
    }

    RowSource findings() {
        List<Cells> rows = new ArrayList<>();
        for (ReadFinding finding : reading.findings()) {
            rows.add(inspected(finding.pillar(), finding.place())
                    .put("question", finding.question())
                    .put("kind", finding.kind())
                    .put("ordinal", finding.ordinal())
                    .put("text", finding.text())
                    .put("wording", finding.wording()));
        }
        return new Facts(rows);
    }

    RowSource observations() {
        List<Cells> rows = new ArrayList<>();
        for (ReadObservation observation : reading.observations()) {
            rows.add(new Cells(observation.place())
                    .put("metric", observation.metric())
                    .put("area", observation.area())
                    .put("from", observation.from())
                    .put("to", observation.to())
                    .put("as_at", observation.asAt())
                    .put("baseline_from", observation.baselineFrom())
                    .put("baseline_to", observation.baselineTo())
                    .put("dimension", observation.dimension())
                    .put("dimension_group", observation.dimensionGroup())
                    .put("value", observation.value())
                    .put("missing", observation.missing())
                    .put("qualifier", observation.qualifier())
                    .put("comparability", observation.comparability())
                    .put("assessment", observation.assessment())
                    .put("contradiction", observation.contradiction()));
        }
        return new Facts(rows);
    }

    private Cells inspected(@Nullable Pillar pillar, @Nullable Place place) {
        return new Cells(place)
                .put("force", identity.force())
                .put("cycle", identity.cycle())
                .put("pillar", pillar);
    }

    private final class Cells implements InputRow.Cells {

        private final Map<String, @Nullable Object> values = new HashMap<>();
        private final int line;

        Cells(@Nullable Place place) {
            put("publication", publication);
            line = place == null ? 1 : place.lines().from();
            if (place != null) {
                put("figure", place.figure());
                put("page", place.page());
                put("line_from", place.lines().from());
                put("line_to", place.lines().to());
                put("file", file);
                put("quotation", place.quotation());
            }
        }

        Cells put(String column, @Nullable Object value) {
            values.put(column, value);
            return this;
        }

        @Override
        public @Nullable Object get(String column) {
            return values.get(column);
        }
    }

    /** Facts of one format. Their columns include all optional ones. */
    private final class Facts implements RowSource {

        private final List<Cells> rows;

        Facts(List<Cells> rows) {
            this.rows = rows;
        }

        @Override
        public String name() {
            return file;
        }

        @Override
        public boolean has(String optionalColumn) {
            return true;
        }

        @Override
        public void read(Problems problems, RowConsumer consumer) throws SQLException {
            for (Cells cells : rows) {
                consumer.accept(new InputRow(file, cells.line, cells));
            }
        }
    }
}
