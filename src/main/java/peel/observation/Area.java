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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.force.Force;
import peel.node.NaturalKey;
import peel.node.Node;
import peel.node.NodeId;
import peel.query.CachedRows;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;

@Entity
@Description(
        "Area that an observation is about: one force, a region, a country, England and Wales, or a published combination of forces.")
public class Area extends PanacheEntityBase implements Node {

    /** The letter of areas in node IDs. */
    public static final char NODE_TYPE = 'A';

    static final RowType<Area> ROWS = RowType.of("area a", Area::read);

    private static final CachedRows<Integer, Area> ALL =
            new CachedRows<>(ROWS, "from area a order by a.code", area -> area.key);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Ignore
    public Integer key;

    @NonNull @Description("Unique code: the slug of a force, \"england-and-wales\", \"warwickshire-and-west-mercia\" ...")
    public String code;

    @NonNull @Description("Name of the area.")
    public String name;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Kind of area.")
    public AreaKind kind;

    @Column(name = "force_id")
    @Ignore
    public @Nullable UUID forceKey;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(ID_DESCRIPTION)
    public String getId() {
        return new NodeId(NODE_TYPE, nodeKey()).encoded();
    }

    private UUID nodeKey() {
        return NaturalKey.of("area", code);
    }

    /** The areas whose IDs have these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable Area> byNodeKeys(List<UUID> keys) {
        return ALL.byValues(Area::nodeKey, keys);
    }

    /** The areas with these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable Area> byKeys(List<Integer> keys) {
        return ALL.byKeys(keys);
    }

    /** The key of the force of each observation's area; null where the area is not that of one force. */
    static List<@Nullable UUID> forceKeysOf(List<StoredObservation> observations) {
        List<@Nullable UUID> keys = new ArrayList<>(observations.size());
        for (Area area : byKeys(observations.stream().map(row -> row.areaKey).toList())) {
            keys.add(area == null ? null : area.forceKey);
        }
        return keys;
    }

    /** The areas of some forces, in no order. */
    static List<Area> ofForces(List<UUID> forces) {
        Set<UUID> wanted = Set.copyOf(forces);
        return ALL.all().stream()
                .filter(area -> area.forceKey != null && wanted.contains(area.forceKey))
                .toList();
    }

    /**
     * The keys of areas by code, in any letter case, or, for forces, by any of their names.
     *
     * @throws BadUserInputException for the first that does not exist
     */
    public static List<Integer> keysOf(List<String> names) {
        List<Area> all = ALL.all();
        Map<String, Area> byCode = new HashMap<>();
        Map<@Nullable UUID, Area> byForce = new HashMap<>();
        all.forEach(area -> {
            byCode.put(area.code.toLowerCase(Locale.ROOT), area);
            byForce.put(area.forceKey, area);
        });
        Force.Names forces = null;
        List<Integer> keys = new ArrayList<>();
        for (String name : names) {
            Area area = byCode.get(name.toLowerCase(Locale.ROOT));
            if (area == null) {
                forces = forces == null ? Force.all() : forces;
                area = forces.named(name).map(force -> byForce.get(force.key)).orElse(null);
            }
            if (area == null) {
                throw BadUserInputException.unknown(
                        "area", name, all.stream().map(known -> known.code).toList());
            }
            keys.add(area.key);
        }
        return keys;
    }

    /**
     * The area with this code, or of the force that has this name.
     *
     * @throws BadUserInputException if there is none
     */
    static Area require(String name) {
        return Objects.requireNonNull(ALL.byKey(keysOf(List.of(name)).get(0)));
    }

    /** All areas, by code. */
    static List<Area> inOrder() {
        return ALL.all();
    }

    /** The forces that make up each area: the force itself for the area of a force, and none for England and Wales. */
    public static List<List<Force>> membersOf(List<Area> areas) {
        List<Member> members = Rows.ofAny(
                Member.ROWS, """
                        from area_member m join force f on f.id = m.force_id
                        where m.area_id = any(:keys)
                        order by f.name
                        """, areas.stream().map(area -> area.key).toList());
        List<UUID> wanted =
                new ArrayList<>(members.stream().map(Member::forceKey).toList());
        areas.stream().filter(area -> area.forceKey != null).forEach(area -> wanted.add(area.forceKey));
        List<Force> forces = Force.byKeys(wanted);
        Map<UUID, Force> byKey = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            byKey.put(wanted.get(i), forces.get(i));
        }
        return areas.stream()
                .map(area -> area.forceKey != null
                        ? List.of(byKey.get(area.forceKey))
                        : members.stream()
                                .filter(member -> member.areaKey == area.key)
                                .map(member -> byKey.get(member.forceKey))
                                .toList())
                .toList();
    }

    private record Member(int areaKey, UUID forceKey) {

        static final RowType<Member> ROWS =
                RowType.of("area_member m", row -> new Member(row.intValue("area_id"), row.uuid("force_id")));
    }

    private static Area read(Row row) throws SQLException {
        Area area = RowType.unmanaged(new Area());
        area.key = row.integer("id");
        area.code = row.text("code");
        area.name = row.text("name");
        area.kind = row.enumValue("kind", AreaKind.class);
        area.forceKey = row.uuid("force_id");
        return area;
    }
}
