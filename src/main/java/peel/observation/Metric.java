package peel.observation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
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
import peel.query.Rows;

@Entity
@Description("Metric: what is measured, and in which unit.")
public class Metric extends PanacheEntityBase implements Node {

    /** The letter of metrics in node IDs. */
    public static final char NODE_TYPE = 'M';

    static final RowType<Metric> ROWS = RowType.of("metric m", Metric::read);

    private static final CachedRows<Integer, Metric> ALL =
            new CachedRows<>(ROWS, "from metric m order by m.code", metric -> metric.key);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Ignore
    public Integer key;

    @NonNull @Description("Unique code: \"crime.rate\", \"ocg.count\" ...")
    public String code;

    @NonNull @Description("Name of the metric.")
    public String name;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Unit of the values.")
    public Unit unit;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Whether the values cover a period or refer to one day.")
    public MetricBasis basis;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Kind of metric, which determines the GraphQL type of the observations.")
    public MetricType type;

    @Description("What a rate, share or change is relative to: \"1,000 people living in the area\". Null for a count.")
    public @Nullable String denominator;

    @NonNull @Description("Definition of what exactly is counted.")
    public String definition;

    @Column(name = "parent_id")
    @Ignore
    public @Nullable Integer parentKey;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(ID_DESCRIPTION)
    public String getId() {
        return new NodeId(NODE_TYPE, nodeKey()).encoded();
    }

    private UUID nodeKey() {
        return NaturalKey.of("metric", code);
    }

    /** The metrics whose IDs have these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable Metric> byNodeKeys(List<UUID> keys) {
        return ALL.byValues(Metric::nodeKey, keys);
    }

    /** The metrics with these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable Metric> byKeys(List<? extends @Nullable Integer> keys) {
        return ALL.byKeys(keys);
    }

    /**
     * The metrics whose text contains a phrase, by code.
     *
     * @param search only metrics whose code, name or definition contains this text, whatever its case; null for all
     */
    public static List<Metric> search(@Nullable String search) {
        if (search == null) {
            return ALL.all();
        }
        return Rows.of(ROWS, """
                from metric m
                where strpos(lower(m.code || ' ' || m.name || ' ' || m.definition), lower(:search)) > 0
                order by m.code
                """, Map.of("search", search));
    }

    /**
     * The metric with this code, in any letter case.
     *
     * @throws BadUserInputException if there is none
     */
    public static Metric require(String code) {
        return requireAll(List.of(code)).get(0);
    }

    /**
     * The metrics with these codes, in any letter case.
     *
     * @throws BadUserInputException for the first that does not exist
     */
    public static List<Metric> requireAll(List<String> codes) {
        List<Metric> all = ALL.all();
        return codes.stream()
                .map(code -> all.stream()
                        .filter(metric -> metric.code.equalsIgnoreCase(code))
                        .findFirst()
                        .orElseThrow(() -> BadUserInputException.unknown(
                                "metric",
                                code,
                                all.stream().map(metric -> metric.code).toList())))
                .toList();
    }

    /**
     * The keys of metrics.
     *
     * @param codes only these; null does not restrict
     * @param types only these kinds; null does not restrict
     * @throws BadUserInputException for the first code that does not exist
     */
    static List<Integer> keysOf(@Nullable List<String> codes, @Nullable List<MetricType> types) {
        List<Metric> metrics = codes == null ? ALL.all() : requireAll(codes);
        return metrics.stream()
                .filter(metric -> types == null || types.contains(metric.type))
                .map(metric -> metric.key)
                .distinct()
                .toList();
    }

    private static Metric read(Row row) throws SQLException {
        Metric metric = RowType.unmanaged(new Metric());
        metric.key = row.integer("id");
        metric.code = row.text("code");
        metric.name = row.text("name");
        metric.unit = row.enumValue("unit", Unit.class);
        metric.basis = row.enumValue("basis", MetricBasis.class);
        metric.type = row.enumValue("type", MetricType.class);
        metric.denominator = row.text("denominator");
        metric.definition = row.text("definition");
        metric.parentKey = row.integer("parent_id");
        return metric;
    }
}
