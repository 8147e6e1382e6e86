package peel.force;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
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
import peel.error.BadUserInput;
import peel.node.Node;
import peel.node.NodeId;
import peel.query.OrderKey;
import peel.query.Rows;
import peel.query.Selection;
import peel.question.Cycle;
import peel.question.Question;
import peel.source.SourceReference;

/** One of the 43 territorial police forces of England and Wales; its natural key is the slug. */
@Entity
@Description("One of the 43 territorial police forces of England and Wales.")
public class Force extends PanacheEntityBase implements Node {

    /** The letter of forces in node ids. */
    public static final char NODE_TYPE = 'F';

    /** By name. */
    public static final OrderKey<Force> BY_NAME =
            OrderKey.ofText("name", "f.name", force -> force.name);

    /** By ONS code: England before Wales. */
    public static final OrderKey<Force> BY_ONS_CODE =
            OrderKey.ofText("ons", "f.ons_code", force -> force.onsCode);

    /** By region, then slug. */
    public static final OrderKey<Force> BY_REGION =
            new OrderKey<>(
                    "region",
                    List.of("f.region", "f.slug"),
                    false,
                    force -> List.of(force.region, force.slug),
                    List.of(text -> text, text -> text));

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @NonNull @Description(
            "The force's id in addresses, the same as the id of data.police.uk: \"bedfordshire\".")
    public String slug;

    @NonNull @Description("The official name in 2015: \"Bedfordshire Police\".")
    public String name;

    @Column(name = "ons_code")
    @NonNull @Description(
            "The code of the police force area by the Office for National Statistics: \"E23000026\".")
    public String onsCode;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("The country it polices in.")
    public Country country;

    @NonNull @Description("The region of the Home Office's statistics: \"Eastern\".")
    public String region;

    @Column(name = "rocu")
    @Description("The regional organised crime unit that it belongs to.")
    public String regionalOrganisedCrimeUnit;

    @Column(name = "rocu_basis")
    @Enumerated(EnumType.STRING)
    @Description(
            "How the unit is known: from a source, or because no other unit is left for the force's region.")
    public UnitBasis regionalOrganisedCrimeUnitBasis;

    @Embedded
    @NonNull @Description("Where name, code and region are from.")
    public SourceReference source;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(
            "Opaque and unique over all types; the same fact keeps its id through every import.")
    public String getId() {
        return new NodeId(NODE_TYPE, key).encoded();
    }

    /** The force with this slug, ONS code, name or alias, whatever the case of its letters. */
    public static Optional<Force> named(String name) {
        return all().named(name);
    }

    /** All forces, for a request that looks up names. */
    public static Names all() {
        return new Names(listAll(), aliases());
    }

    /** The forces with these keys, in their order. */
    public static List<Force> byKeys(List<UUID> keys) {
        return Rows.byKeys(Force.class, keys);
    }

    /** All forces by name. */
    public static List<Force> byName() {
        return list("order by name");
    }

    /**
     * The forces that a filter leaves.
     *
     * @throws BadUserInput if the filter names a force, cycle or question that doesn't exist
     */
    public static Selection<Force> matching(ForceFilter filter) {
        Selection<Force> forces = Selection.of(Force.class, "force f");
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
        forces.where(
                "exists (select from judgment j where j.force_id = f.id and j.known_to is null and "
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
     * @throws BadUserInput for a name that no force has
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
        Panache.getSession()
                .createNativeQuery(
                        "select force_id, alias from force_alias order by alias", Object[].class)
                .getResultList()
                .forEach(
                        row ->
                                byForce.computeIfAbsent((UUID) row[0], key -> new ArrayList<>())
                                        .add((String) row[1]));
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
         * @throws BadUserInput if none has
         */
        public Force require(String name) {
            return named(name)
                    .orElseThrow(
                            () ->
                                    BadUserInput.unknown(
                                            "force",
                                            name,
                                            forces.stream()
                                                    .map(force -> force.slug)
                                                    .sorted()
                                                    .toList()));
        }

        private static String folded(String name) {
            return name.strip().toLowerCase(Locale.ROOT);
        }
    }
}
