package peel.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the schema's types are read into. */
final class Model {

    private Model() {}

    record Force(UUID id, String slug, String name) {}

    record Judgment(UUID forceId, String state, String grade, Question question, Source source) {}

    record Cell(UUID forceId, UUID questionId, String state, String grade) {}

    record Question(UUID id, String code, String pillar) {}

    record Source(String url, Integer lineFrom, Publication publication) {}

    record Publication(String title) {}

    record Metric(String code, String unit) {}

    record Area(String name) {}

    record Observation(
            UUID id,
            int metricId,
            int areaId,
            LocalDate endsOn,
            LocalDate from,
            LocalDate to,
            LocalDate asAt,
            BigDecimal value,
            String missing,
            Metric metric,
            Area area,
            Source source,
            // Only a ranking reads these.
            String dimension,
            LocalDate baselineFrom) {}

    record RankedObservation(Integer rank, Observation observation) {}

    record MatrixRow(Force force, List<Cell> cells) {}

    record JudgmentMatrix(List<Question> questions, List<MatrixRow> rows) {}

    record PageInfo(boolean hasNextPage, String endCursor) {}

    record ForceConnection(List<Force> nodes, PageInfo pageInfo) {}

    record ObservationConnection(List<Observation> nodes, PageInfo pageInfo) {}

    record ObservationFilter(List<String> area, LocalDate from) {}

    enum SortDirection {
        ASCENDING,
        DESCENDING
    }
}
