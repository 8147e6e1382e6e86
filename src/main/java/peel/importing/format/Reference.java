package peel.importing.format;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import peel.observation.MetricBasis;
import peel.observation.MetricType;
import peel.observation.Unit;
import peel.query.Jdbc;
import peel.query.Jdbc.RowMapper;

/**
 * Stored rows that the rows of a file may refer to, so that a wrong reference is reported with its line and
 * column. All of them are read before the rows are: none of the tables is large.
 *
 * @param format the format that they are imported with
 * @param sql selects them
 * @param key what rows of a file refer to them by
 * @param value what is needed of them
 */
record Reference<T>(String format, String sql, RowMapper<?> key, RowMapper<T> value) {

    /** A cycle with its place in the order of cycles and its grade scale. */
    record Cycle(String code, int position, String scale) {}

    /** What identifies a question. The pillar is null in cycles without pillars. */
    record QuestionName(String cycle, @Nullable String pillar, String code) {}

    /** A question's key and its place in the order of print. */
    record Question(UUID key, int position) {}

    record Metric(int key, MetricType type, MetricBasis basis, Unit unit) {}

    /** A grade on a scale. */
    record ScaleGrade(String scale, String grade) {}

    static final Reference<Integer> PUBLICATIONS =
            byCode("publications", "select code, id from publication", row -> row.getInt("id"));

    static final Reference<UUID> FORCES =
            byCode("forces", "select slug as code, id from force", row -> row.getObject("id", UUID.class));

    static final Reference<String> SCALES =
            byCode("grade_scales", "select code from grade_scale", row -> row.getString("code"));

    static final Reference<Cycle> CYCLES = byCode(
            "cycles",
            "select code, position, grade_scale from cycle",
            row -> new Cycle(row.getString("code"), row.getInt("position"), row.getString("grade_scale")));

    static final Reference<Question> QUESTIONS = new Reference<>(
            "questions",
            "select cycle, pillar, code, id, position from question",
            row -> new QuestionName(row.getString("cycle"), row.getString("pillar"), row.getString("code")),
            row -> new Question(row.getObject("id", UUID.class), row.getInt("position")));

    static final Reference<Integer> AREAS = byCode("areas", "select code, id from area", row -> row.getInt("id"));

    static final Reference<Metric> METRICS = byCode(
            "metrics",
            "select code, id, type, basis, unit from metric",
            row -> new Metric(
                    row.getInt("id"),
                    MetricType.valueOf(row.getString("type")),
                    MetricBasis.valueOf(row.getString("basis")),
                    Unit.valueOf(row.getString("unit"))));

    static final Reference<Boolean> GRADES = new Reference<>(
            "grade_scales",
            "select scale, grade from grade_definition",
            row -> new ScaleGrade(row.getString("scale"), row.getString("grade")),
            row -> true);

    static final Reference<Boolean> FINDINGS =
            new Reference<>("findings", "select id from finding", row -> row.getObject("id", UUID.class), row -> true);

    private static <T> Reference<T> byCode(String format, String sql, RowMapper<T> value) {
        return new Reference<>(format, sql, row -> row.getString("code"), value);
    }

    Map<Object, T> read(Connection connection) throws SQLException {
        Map<Object, T> rows = new HashMap<>();
        Jdbc.forEach(connection, sql, row -> rows.put(key.map(row), value.map(row)));
        return rows;
    }
}
