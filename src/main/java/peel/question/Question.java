package peel.question;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import peel.error.BadUserInput;
import peel.node.Node;
import peel.node.NodeId;
import peel.query.Rows;
import peel.source.SourceReference;

/** What is judged; its natural key is cycle, pillar and code. */
@Entity
@Description(
        "What is judged. Questions of two cycles are comparable only through an explicit link.")
public class Question extends PanacheEntityBase implements Node {

    /** The letter of questions in node ids. */
    public static final char NODE_TYPE = 'Q';

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @Column(name = "cycle")
    @Ignore
    public String cycleCode;

    @Enumerated(EnumType.STRING)
    @Description("The pillar; null from 2021/22 on.")
    public Pillar pillar;

    @NonNull @Description(
            "Short name, unique in cycle and pillar: \"overall\", \"prevent\", \"investigate\", \"vulnerable\", \"soc\" ...")
    public String code;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("What it is to its pillar.")
    public QuestionKind kind;

    @Column(name = "parent_id")
    @Ignore
    public UUID parentKey;

    @Ignore public int position;

    @NonNull @Description("Whether it is answered by a grade.")
    public boolean graded;

    @NonNull @Description("Its wording.")
    public String wording;

    @Column(name = "wording_basis")
    @NonNull @Enumerated(EnumType.STRING)
    @Description("How faithful the wording is.")
    public WordingBasis wordingBasis;

    @Embedded
    @NonNull @Description("Where the wording is from.")
    public SourceReference source;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(
            "Opaque and unique over all types; the same fact keeps its id through every import.")
    public String getId() {
        return new NodeId(NODE_TYPE, key).encoded();
    }

    /** The questions with these keys, in their order. */
    public static List<Question> byKeys(List<UUID> keys) {
        return Rows.byKeys(Question.class, keys);
    }

    /**
     * The questions of a cycle and pillar, in the order of cycles, pillars and print.
     *
     * @param cycle a cycle's code, or null for all
     * @param pillar a pillar, or null for all
     */
    public static List<Question> of(String cycle, Pillar pillar) {
        String sql =
                """
                select q.* from question q join cycle c on c.code = q.cycle
                where (cast(:cycle as text) is null or q.cycle = :cycle)
                  and (cast(:pillar as text) is null or q.pillar = :pillar)
                order by c.position, q.pillar, q.position, q.code
                """;
        return Panache.getSession()
                .createNativeQuery(sql, Question.class)
                .setParameter("cycle", cycle)
                .setParameter("pillar", pillar == null ? null : pillar.name())
                .getResultList();
    }

    /** The questions of each cycle, in the order of pillars and print. */
    public static List<List<Question>> ofCycles(List<String> cycles) {
        String sql =
                """
                select q.* from question q
                where q.cycle = any(:keys)
                order by q.cycle, q.pillar, q.position, q.code
                """;
        return Rows.grouped(
                cycles, Rows.ofAny(Question.class, sql, cycles), question -> question.cycleCode);
    }

    /**
     * Makes sure that all of these are codes of questions in some cycle; null and an empty list are
     * fine.
     *
     * @throws BadUserInput for the first that isn't
     */
    public static void requireCodes(List<String> codes) {
        if (codes == null || codes.isEmpty()) {
            return;
        }
        List<String> known =
                find("select distinct code from Question order by code")
                        .project(String.class)
                        .list();
        for (String code : codes) {
            if (!known.contains(code)) {
                throw BadUserInput.unknown("question", code, known);
            }
        }
    }
}
