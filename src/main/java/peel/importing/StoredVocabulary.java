package peel.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import peel.query.Jdbc;
import peel.question.Pillar;
import peel.question.QuestionKind;
import peel.reading.evidence.Vocabulary;
import peel.reading.evidence.Vocabulary.KnownCycle;
import peel.reading.evidence.Vocabulary.KnownForce;
import peel.reading.evidence.Vocabulary.KnownQuestion;

/** Reads the names and codes in the database that a report may use. */
final class StoredVocabulary {

    private final Connection connection;

    private StoredVocabulary(Connection connection) {
        this.connection = connection;
    }

    static Vocabulary read(Connection connection) throws SQLException {
        return new StoredVocabulary(connection).read();
    }

    private Vocabulary read() throws SQLException {
        return new Vocabulary(
                forces(),
                cycles(),
                questions(),
                codes("select code from metric order by code"),
                codes("select code from area order by code"));
    }

    private List<KnownForce> forces() throws SQLException {
        String sql = """
                select f.slug, f.name, coalesce(a.name, f.name) as area,
                       array(select l.alias from force_alias l where l.force_id = f.id order by l.alias) as aliases
                from force f left join area a on a.force_id = f.id order by f.slug
                """;
        return Jdbc.list(
                connection,
                sql,
                row -> new KnownForce(
                        row.getString("slug"), row.getString("name"), row.getString("area"), List.of((String[])
                                row.getArray("aliases").getArray())));
    }

    private List<KnownCycle> cycles() throws SQLException {
        return Jdbc.list(
                connection,
                "select code, grade_scale, starts, ends from cycle order by position",
                row -> new KnownCycle(
                        row.getString("code"), row.getString("grade_scale"), row.getInt("starts"), row.getInt("ends")));
    }

    private List<KnownQuestion> questions() throws SQLException {
        String sql = """
                select q.cycle, q.pillar, q.code, q.kind, q.graded, q.wording
                from question q join cycle c on c.code = q.cycle order by c.position, q.pillar, q.position
                """;
        return Jdbc.list(connection, sql, row -> {
            String pillar = row.getString("pillar");
            return new KnownQuestion(
                    row.getString("cycle"),
                    pillar == null ? null : Pillar.valueOf(pillar),
                    row.getString("code"),
                    QuestionKind.valueOf(row.getString("kind")),
                    row.getBoolean("graded"),
                    row.getString("wording"));
        });
    }

    private List<String> codes(String sql) throws SQLException {
        return Jdbc.list(connection, sql, row -> row.getString("code"));
    }
}
