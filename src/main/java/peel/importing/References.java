package peel.importing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import peel.observation.MetricBasis;
import peel.observation.MetricType;
import peel.question.Pillar;

/**
 * What rows may refer to, read from the database when a row first does. A wrong reference is so
 * told with its file, line and column. None of the tables is large.
 */
final class References {

    /** A cycle's place in the order and its grade scale. */
    record CycleRow(String code, int position, String scale) {}

    /** A question's key and its place in the order of print. */
    record QuestionRow(UUID key, int position) {}

    /** A metric's key, type and basis. */
    record MetricRow(int key, MetricType type, MetricBasis basis) {}

    private record QuestionName(String cycle, String pillar, String code) {}

    private final Connection connection;
    private final Map<String, Object> publications = new HashMap<>();
    private final Map<String, Object> forces = new HashMap<>();
    private final Map<String, Object> areas = new HashMap<>();
    private final Map<String, Object> scales = new HashMap<>();
    private final Map<String, CycleRow> cycles = new HashMap<>();
    private final Map<QuestionName, QuestionRow> questions = new HashMap<>();
    private final Map<String, MetricRow> metrics = new HashMap<>();
    private final Set<String> grades = new HashSet<>();
    private final Set<UUID> findings = new HashSet<>();

    References(Connection connection, Format format) throws SQLException {
        this.connection = connection;
        // Before the copy begins: during one a connection answers no queries.
        keys("select code, id from publication", publications);
        keys("select slug, id from force", forces);
        keys("select code, code from grade_scale", scales);
        query(
                "select code, position, grade_scale from cycle",
                row -> cycles.put(row.getString(1), new CycleRow(row.getString(1), row.getInt(2), row.getString(3))));
        query(
                "select cycle, pillar, code, id, position from question",
                row -> questions.put(
                        new QuestionName(row.getString(1), row.getString(2), row.getString(3)),
                        new QuestionRow(row.getObject(4, UUID.class), row.getInt(5))));
        switch (format) {
            case JUDGMENTS ->
                query("select scale || ' ' || grade from grade_definition", row -> grades.add(row.getString(1)));
            case FINDING_STATUSES -> query("select id from finding", row -> findings.add(row.getObject(1, UUID.class)));
            case OBSERVATIONS -> {
                keys("select code, id from area", areas);
                query(
                        "select code, id, type, basis from metric",
                        row -> metrics.put(
                                row.getString(1),
                                new MetricRow(
                                        row.getInt(2),
                                        MetricType.valueOf(row.getString(3)),
                                        MetricBasis.valueOf(row.getString(4)))));
            }
            default -> {
                // Refers to nothing more.
            }
        }
    }

    Object publication(Row row) {
        return known(row, "publication", publications);
    }

    Object force(Row row) {
        return known(row, "force", forces);
    }

    boolean isForce(String slug) {
        return forces.containsKey(slug);
    }

    Object area(Row row) {
        return known(row, "area", areas);
    }

    Object scale(Row row) {
        return known(row, "grade_scale", scales);
    }

    CycleRow cycle(Row row, String column) {
        return known(row, column, cycles);
    }

    MetricRow metric(Row row) {
        return known(row, "metric", metrics);
    }

    boolean isGrade(CycleRow cycle, Enum<?> grade) {
        return grades.contains(cycle.scale + " " + grade.name());
    }

    boolean isFinding(UUID key) {
        return findings.contains(key);
    }

    QuestionRow question(Row row, String cycle, String pillar, String code) {
        row.optionalOneOf(pillar, Pillar.class);
        return question(row, code, cycle(row, cycle).code(), row.optional(pillar), row.text(code));
    }

    QuestionRow question(Row row, String column, String cycle, String pillar, String code) {
        QuestionRow question = questions.get(new QuestionName(cycle, pillar, code));
        if (question == null) {
            throw row.error(
                    column,
                    "there is no question \""
                            + code
                            + "\" of the cycle "
                            + cycle
                            + (pillar == null ? "" : ", pillar " + pillar));
        }
        return question;
    }

    private static <T> T known(Row row, String column, Map<String, T> rows) {
        T found = rows.get(row.text(column));
        if (found == null) {
            throw row.unknown(column, rows.keySet().stream().sorted().toList());
        }
        return found;
    }

    private void keys(String sql, Map<String, Object> keys) throws SQLException {
        query(sql, row -> keys.put(row.getString(1), row.getObject(2)));
    }

    private void query(String sql, TableLoad.ResultRow reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }
}
