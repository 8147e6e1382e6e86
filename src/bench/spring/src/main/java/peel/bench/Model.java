package peel.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the schema's types are read into. */
final class Model {

    private Model() {}

    record Force(UUID id, String slug, String name) {}

    record Judgment(
            UUID forceId, UUID questionId, String state, String grade, Source source) {}

    record Question(UUID id, String code, String pillar) {}

    record Source(String url, Integer lineFrom, int publicationId) {}

    record Publication(int id, String title) {}

    record Metric(int id, String code, String unit) {}

    record Area(int id, String name) {}

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
            Source source,
            // Only a ranking has read these.
            String dimension,
            LocalDate baselineFrom,
            Area area) {}

    record RankedObservation(Integer rank, Observation observation) {}

    record MatrixRow(Force force, List<Judgment> cells) {}

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
