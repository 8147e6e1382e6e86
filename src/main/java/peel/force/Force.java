package peel.force;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import peel.error.BadUserInputException;
import peel.node.Node;
import peel.node.NodeId;
import peel.query.Kept;
import peel.query.KeptRows;
import peel.query.OrderKey;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.Selection;
import peel.question.Cycle;
import peel.question.Question;
import peel.source.SourceReference;

/** Natural key: the slug. */
@Entity
@Description("One of the 43 territorial police forces of England and Wales.")
public class Force extends PanacheEntityBase implements Node {

    /** The letter of forces in node ids. */
    public static final char NODE_TYPE = 'F';

    /** By name. */
    public static final OrderKey<Force> BY_NAME = OrderKey.ofText("name", "f.name", force -> force.name);

    /** By ONS code: England before Wales. */
    public static final OrderKey<Force> BY_ONS_CODE = OrderKey.ofText("ons", "f.ons_code", force -> force.onsCode);

    /** By region, then slug. */
    public static final OrderKey<Force> BY_REGION = new OrderKey<>(
            "region",
            List.of("f.region", "f.slug"),
            false,
            force -> List.of(force.region, force.slug),
            List.of(text -> text, text -> text));

    /** How it is read. */
    static final RowType<Force> ROWS = RowType.of(
            "force f",
            "id, slug, name, ons_code, country, region, rocu, rocu_basis, " + SourceReference.COLUMNS,
            Force::read);

    private static final KeptRows<UUID, Force> ALL =
            new KeptRows<>(ROWS, "from force f order by f.name", force -> force.key);

    private static final Kept<Names> NAMES = new Kept<>(() -> new Names(byName(), aliases()));

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @NonNull @Description("Short name used in URLs, the same as the force's id on data.police.uk: \"bedfordshire\".")
    public String slug;

    @NonNull @Description("Official name in 2015: \"Bedfordshire Police\".")
    public String name;

    @Column(name = "ons_code")
    @NonNull @Description("Code of the police force area, assigned by the Office for National Statistics (ONS): \"E23000026\".")
    public String onsCode;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Country that the force polices.")
    public Country country;

    @NonNull @Description("Region used in Home Office statistics: \"Eastern\".")
    public String region;

    @Column(name = "rocu")
    @Description("Regional organised crime unit (ROCU) that the force belongs to: \"ERSOU\". Null if not known.")
    public String regionalOrganisedCrimeUnit;

    @Column(name = "rocu_basis")
    @Enumerated(EnumType.STRING)
    @Description("How the regional organised crime unit of the force was determined. Null if the unit is not known.")
    public UnitBasis regionalOrganisedCrimeUnitBasis;

    @Embedded
    @NonNull @Description("Source of the force's name, ONS code and region.")
    public SourceReference source;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(ID_DESCRIPTION)
    public String getId() {
        return new NodeId(NODE_TYPE, key).encoded();
    }

    /** The force with this slug, ONS code, name or alias, whatever the case of its letters. */
    public static Optional<Force> named(String name) {
        return all().named(name);
    }

    /** All forces by their names. */
    public static Names all() {
        return NAMES.get();
    }

    /** The forces with these keys, in their order. */
    public static List<Force> byKeys(List<UUID> keys) {
        return ALL.byKeys(keys);
    }

    /** All forces by name. */
    public static List<Force> byName() {
        return ALL.all();
    }

    /**
     * The forces that a filter leaves.
     *
     * @throws BadUserInputException if the filter names a force, cycle or question that doesn't exist
     */
    public static Selection<Force> matching(ForceFilter filter) {
        Selection<Force> forces = Selection.of(ROWS);
        if (filter == null) {
            return forces;
        }
        if (filter.name != null && !filter.name.isEmpty()) {
            forces.whereAny("f.id", keysOf(filter.name));
        }
        forces.whereAny("f.country", filter.country);
        forces.whereAny("f.region", filter.region);
        forces.whereAny("f.rocu", filter.regionalOrganisedCrimeUnit);
        if (filter.localAuthority != null) {
            forces.where(
                    "f.id in (select l.force_id from local_authority l where lower(l.name) = lower(:authority) or l.code = :authority)",
                    "authority",
                    filter.localAuthority);
        }
        if (filter.judged != null) {
            judged(forces, filter.judged);
        }
        return forces;
    }

    private static void judged(Selection<Force> forces, JudgedFilter judged) {
        Cycle.requireAll(judged.cycle);
        Question.requireCodes(judged.question);
        forces.where("exists (select from judgment j where j.force_id = f.id and j.known_to is null and "
                + String.join(
                        " and ",
                        forces.any("j.cycle", judged.cycle),
                        forces.any("j.pillar", judged.pillar),
                        forces.any("j.question_code", judged.question),
                        forces.any("j.grade", judged.grade))
                + ")");
    }

    /**
     * The keys of forces by any of their names.
     *
     * @throws BadUserInputException for a name that no force has
     */
    public static List<UUID> keysOf(List<String> names) {
        Names all = all();
        return names.stream().map(name -> all.require(name).key).toList();
    }

    /** The aliases of each force, in alphabetical order. */
    public static List<List<String>> aliasesOf(List<UUID> keys) {
        Map<UUID, List<String>> byForce = aliases();
        return keys.stream().map(key -> byForce.getOrDefault(key, List.of())).toList();
    }

    private static Map<UUID, List<String>> aliases() {
        Map<UUID, List<String>> byForce = new HashMap<>();
        Rows.selected(
                        "select force_id, alias from force_alias order by alias",
                        Map.of(),
                        row -> Map.entry(row.uuid(), row.text()))
                .forEach(pair -> byForce.computeIfAbsent(pair.getKey(), key -> new ArrayList<>())
                        .add(pair.getValue()));
        return byForce;
    }

    /** All forces by all of their names. */
    public static final class Names {

        private final List<Force> forces;
        private final Map<String, Force> byName = new HashMap<>();

        private Names(List<Force> forces, Map<UUID, List<String>> aliases) {
            this.forces = forces;
            for (Force force : forces) {
                for (String alias : aliases.getOrDefault(force.key, List.of())) {
                    byName.put(folded(alias), force);
                }
            }
            for (Force force : forces) {
                byName.put(folded(force.slug), force);
                byName.put(folded(force.name), force);
                byName.put(folded(force.onsCode), force);
            }
        }

        /** The force that has this name. */
        public Optional<Force> named(String name) {
            return Optional.ofNullable(byName.get(folded(name)));
        }

        /**
         * The force that has this name.
         *
         * @throws BadUserInputException if none has
         */
        public Force require(String name) {
            return named(name)
                    .orElseThrow(() -> BadUserInputException.unknown(
                            "force",
                            name,
                            forces.stream().map(force -> force.slug).sorted().toList()));
        }

        private static String folded(String name) {
            return name.strip().toLowerCase(Locale.ROOT);
        }
    }

    private static Force read(Row row) throws SQLException {
        Force read = RowType.unmanaged(new Force());
        read.key = row.uuid();
        read.slug = row.text();
        read.name = row.text();
        read.onsCode = row.text();
        read.country = row.constant(Country.class);
        read.region = row.text();
        read.regionalOrganisedCrimeUnit = row.text();
        read.regionalOrganisedCrimeUnitBasis = row.constant(UnitBasis.class);
        read.source = SourceReference.read(row);
        return read;
    }
}
