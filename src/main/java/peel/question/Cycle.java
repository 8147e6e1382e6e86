package peel.question;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.node.NaturalKey;
import peel.node.Node;
import peel.node.NodeId;
import peel.query.CachedRows;
import peel.query.Row;
import peel.query.RowType;

@Entity
@Description("Round of PEEL inspections (police effectiveness, efficiency and legitimacy).")
public class Cycle extends PanacheEntityBase implements Node {

    /** The letter of cycles in node IDs. */
    public static final char NODE_TYPE = 'C';

    static final RowType<Cycle> ROWS = RowType.of("cycle c", Cycle::read);

    private static final CachedRows<String, Cycle> ALL =
            new CachedRows<>(ROWS, "from cycle c order by c.position", cycle -> cycle.code);

    @Id
    @NonNull @Description(
            "Code of the cycle: \"2014\", \"2015\", \"2016\", \"2017\", \"2018/19\", \"2021/22\", \"2023-25\" or \"2025-27\".")
    public String code;

    @Ignore
    public int position;

    @Column(name = "grade_scale")
    @Ignore
    public String gradeScaleCode;

    @NonNull @Description("Year in which the cycle started.")
    public int starts;

    @NonNull @Description("Year in which the cycle ended or is due to end.")
    public int ends;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(ID_DESCRIPTION)
    public String getId() {
        return new NodeId(NODE_TYPE, nodeKey()).encoded();
    }

    private UUID nodeKey() {
        return NaturalKey.of("cycle", code);
    }

    /** The cycles whose IDs have these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable Cycle> byNodeKeys(List<UUID> keys) {
        return ALL.byValues(Cycle::nodeKey, keys);
    }

    /** All cycles, oldest first. */
    public static List<Cycle> inOrder() {
        return ALL.all();
    }

    /** The cycles with these codes, in the order of the codes; null where there is none. */
    public static List<@Nullable Cycle> byCodes(List<? extends @Nullable String> codes) {
        return ALL.byKeys(codes);
    }

    /**
     * The cycle with this code, in any letter case.
     *
     * @throws BadUserInputException if there is none
     */
    public static Cycle require(String code) {
        Cycle cycle = ALL.byKey(code);
        return cycle != null ? cycle : anyCase(code);
    }

    /**
     * The codes as they are stored, for codes in any letter case; null for null.
     *
     * @throws BadUserInputException for the first code that does not exist
     */
    public static @Nullable List<String> requireAll(@Nullable List<String> codes) {
        return codes == null
                ? null
                : codes.stream().map(code -> require(code).code).toList();
    }

    private static Cycle anyCase(String code) {
        List<Cycle> all = inOrder();
        return all.stream()
                .filter(cycle -> cycle.code.equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> BadUserInputException.unknown(
                        "cycle", code, all.stream().map(cycle -> cycle.code).toList()));
    }

    private static Cycle read(Row row) throws SQLException {
        Cycle cycle = RowType.unmanaged(new Cycle());
        cycle.code = row.text("code");
        cycle.position = row.intValue("position");
        cycle.gradeScaleCode = row.text("grade_scale");
        cycle.starts = row.intValue("starts");
        cycle.ends = row.intValue("ends");
        return cycle;
    }
}
