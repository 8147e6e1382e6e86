package peel.question;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.node.Node;
import peel.node.NodeId;
import peel.query.CachedRows;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.source.SourceReference;

/** The natural key is cycle, pillar and code. */
@Entity
@Description(
        "Question on which forces are judged. Questions of different cycles are comparable only if `comparableTo` links them.")
public class Question extends PanacheEntityBase implements Node {

    /** The letter of questions in node IDs. */
    public static final char NODE_TYPE = 'Q';

    static final RowType<Question> ROWS = RowType.of("question q", Question::read);

    private static final CachedRows<UUID, Question> ALL = new CachedRows<>(ROWS, """
            from question q join cycle c on c.code = q.cycle
            order by c.position, q.pillar, q.position, q.code
            """, question -> question.key);

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @Column(name = "cycle")
    @Ignore
    public String cycleCode;

    @Enumerated(EnumType.STRING)
    @Description("Pillar. Null for cycles from 2021/22 onwards, which have no pillars.")
    public @Nullable Pillar pillar;

    @NonNull @Description(
            "Code, unique within cycle and pillar: \"overall\", \"prevent\", \"investigate\", \"vulnerable\", \"soc\" ...")
    public String code;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Role of the question in the inspection.")
    public QuestionKind kind;

    @Column(name = "parent_id")
    @Ignore
    public @Nullable UUID parentKey;

    @Ignore
    public int position;

    @NonNull @Description("Whether the question is answered with a grade.")
    public boolean graded;

    @NonNull @Description("Wording of the question.")
    public String wording;

    @Column(name = "wording_basis")
    @NonNull @Enumerated(EnumType.STRING)
    @Description("How closely `wording` follows the printed question.")
    public WordingBasis wordingBasis;

    @Embedded
    @NonNull @Description("Source of the wording.")
    public SourceReference source;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(ID_DESCRIPTION)
    public String getId() {
        return new NodeId(NODE_TYPE, key).encoded();
    }

    /** The questions with these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable Question> byKeys(List<? extends @Nullable UUID> keys) {
        return ALL.byKeys(keys);
    }

    /**
     * The questions of a cycle and pillar, in the order of cycles, pillars and print.
     *
     * @param cycle a cycle's code, or null for all
     * @param pillar a pillar, or null for all
     */
    public static List<Question> of(@Nullable String cycle, @Nullable Pillar pillar) {
        return ALL.all().stream()
                .filter(question -> cycle == null || question.cycleCode.equals(cycle))
                .filter(question -> pillar == null || question.pillar == pillar)
                .toList();
    }

    /** The questions of each cycle, in the order of pillars and print. */
    public static List<List<Question>> ofCycles(List<String> cycles) {
        return Rows.grouped(cycles, ALL.all(), question -> question.cycleCode);
    }

    /**
     * The codes of questions in some cycle as they are stored, for codes in any letter case; null for null.
     *
     * @throws BadUserInputException for the first code that does not exist
     */
    public static @Nullable List<String> requireCodes(@Nullable List<String> codes) {
        if (codes == null) {
            return null;
        }
        List<String> known = ALL.all().stream()
                .map(question -> question.code)
                .distinct()
                .sorted()
                .toList();
        return codes.stream()
                .map(code -> known.stream()
                        .filter(code::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(() -> BadUserInputException.unknown("question", code, known)))
                .toList();
    }

    /**
     * The code of a question in some cycle as it is stored, for a code in any letter case.
     *
     * @throws BadUserInputException if there is none
     */
    public static String requireCode(String code) {
        return Objects.requireNonNull(requireCodes(List.of(code))).get(0);
    }

    private static Question read(Row row) throws SQLException {
        Question question = RowType.unmanaged(new Question());
        question.key = row.uuid("id");
        question.cycleCode = row.text("cycle");
        question.pillar = row.enumValue("pillar", Pillar.class);
        question.code = row.text("code");
        question.kind = row.enumValue("kind", QuestionKind.class);
        question.parentKey = row.uuid("parent_id");
        question.position = row.intValue("position");
        question.graded = row.booleanValue("graded");
        question.wording = row.text("wording");
        question.wordingBasis = row.enumValue("wording_basis", WordingBasis.class);
        question.source = SourceReference.read(row);
        return question;
    }
}
