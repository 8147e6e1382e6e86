package peel.observation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import peel.error.BadUserInput;
import peel.query.Rows;

/** What is measured. */
@Entity
@Description("What is measured.")
public class Metric extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Ignore
    public Integer key;

    @NonNull @Description("Its short name: \"crime.rate\", \"ocg.count\" ...")
    public String code;

    @NonNull @Description("Its name.")
    public String name;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("The unit of its values.")
    public Unit unit;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Whether it speaks of a period or of a day.")
    public MetricBasis basis;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Its kind, which decides the type of its observations.")
    public MetricType type;

    @Description(
            "What a rate or share is of: \"1,000 people living in the area\"; null for a plain count.")
    public String denominator;

    @NonNull @Description("What exactly is counted.")
    public String definition;

    @Column(name = "parent_id")
    @Ignore
    public Integer parentKey;

    /** The metrics with these keys, in their order. */
    public static List<Metric> byKeys(List<Integer> keys) {
        return Rows.byKeys(Metric.class, keys);
    }

    /**
     * Metrics by code.
     *
     * @param search only those whose code, name or definition holds this text, whatever its case;
     *     null for all
     */
    public static List<Metric> search(String search) {
        if (search == null) {
            return list("order by code");
        }
        return list(
                "locate(lower(?1), lower(code || ' ' || name || ' ' || definition)) > 0 order by code",
                search);
    }

    /**
     * The metric with this code.
     *
     * @throws BadUserInput if there is none
     */
    public static Metric require(String code) {
        return requireAll(List.of(code)).get(0);
    }

    /**
     * The metrics with these codes.
     *
     * @throws BadUserInput for the first that doesn't exist
     */
    public static List<Metric> requireAll(List<String> codes) {
        List<Metric> all = list("order by code");
        return codes.stream()
                .map(
                        code ->
                                all.stream()
                                        .filter(metric -> metric.code.equals(code))
                                        .findFirst()
                                        .orElseThrow(
                                                () ->
                                                        BadUserInput.unknown(
                                                                "metric",
                                                                code,
                                                                all.stream()
                                                                        .map(metric -> metric.code)
                                                                        .toList())))
                .toList();
    }
}
