package peel.importing;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import peel.question.Pillar;
import peel.question.QuestionKind;
import peel.reading.evidence.Vocabulary;
import peel.reading.evidence.Vocabulary.KnownCycle;
import peel.reading.evidence.Vocabulary.KnownForce;
import peel.reading.evidence.Vocabulary.KnownQuestion;

/** Reads what the database knows that a report may name. */
final class StoredVocabulary {

    private StoredVocabulary() {}

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static Vocabulary read(Connection connection) throws SQLException {
        return new Vocabulary(
                rows(
                        connection,
                        """
                        select f.slug, f.name, coalesce(a.name, f.name),
                               array(select l.alias from force_alias l where l.force_id = f.id order by l.alias)
                        from force f left join area a on a.force_id = f.id order by f.slug
                        """,
                        row -> new KnownForce(
                                row.getString(1), row.getString(2), row.getString(3), texts(row.getArray(4)))),
                rows(
                        connection,
                        "select code, grade_scale, starts, ends from cycle order by position",
                        row -> new KnownCycle(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4))),
                rows(
                        connection,
                        """
                        select q.cycle, q.pillar, q.code, q.kind, q.wording
                        from question q join cycle c on c.code = q.cycle order by c.position, q.pillar, q.position
                        """,
                        row -> new KnownQuestion(
                                row.getString(1),
                                row.getString(2) == null ? null : Pillar.valueOf(row.getString(2)),
                                row.getString(3),
                                QuestionKind.valueOf(row.getString(4)),
                                row.getString(5))),
                rows(connection, "select code from metric order by code", row -> row.getString(1)),
                rows(connection, "select code from area order by code", row -> row.getString(1)));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static <T> List<T> rows(Connection connection, String sql, RowReader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }
}
