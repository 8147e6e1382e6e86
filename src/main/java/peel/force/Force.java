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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.error.Suggestions;
import peel.node.Node;
import peel.node.NodeId;
import peel.query.CachedRows;
import peel.query.CachedValue;
import peel.query.OrderKey;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.Selection;
import peel.source.SourceReference;

/** The natural key is the slug. */
@Entity
@Description("One of the 43 territorial police forces of England and Wales.")
public class Force extends PanacheEntityBase implements Node {

    /** The letter of forces in node IDs. */
    public static final char NODE_TYPE = 'F';

    /** By name. */
    public static final OrderKey<Force> BY_NAME = OrderKey.ofText("name", "f.name", force -> force.name);

    /** England before Wales. */
    public static final OrderKey<Force> BY_ONS_CODE = OrderKey.ofText("ons", "f.ons_code", force -> force.onsCode);

    /** By region, then slug. */
    public static final OrderKey<Force> BY_REGION = new OrderKey<>(
            "region",
            List.of("f.region", "f.slug"),
            false,
            force -> List.of(force.region, force.slug),
            List.of(text -> text, text -> text));

    static final RowType<Force> ROWS = RowType.of("force f", Force::read);

    private static final CachedRows<UUID, Force> ALL =
            new CachedRows<>(ROWS, "from force f order by f.name", force -> force.key);

    /** Each is a search of its own. */
    private static final int MOST_CONDITIONS = 10;

    /** By the form in which they are compared. */
    private static final CachedValue<Map<String, String>> REGIONS =
            new CachedValue<>(() -> folded(force -> force.region));

    private static final CachedValue<Map<String, String>> UNITS =
            new CachedValue<>(() -> folded(force -> force.regionalOrganisedCrimeUnit));

    private static final CachedValue<Names> NAMES = new CachedValue<>(() -> new Names(byName(), aliases()));

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
    public @Nullable String regionalOrganisedCrimeUnit;

    @Column(name = "rocu_basis")
    @Enumerated(EnumType.STRING)
    @Description("How the regional organised crime unit of the force was determined. Null if the unit is not known.")
    public @Nullable UnitBasis regionalOrganisedCrimeUnitBasis;

    @Embedded
    @NonNull @Description("Source of the force's name, ONS code and region.")
    public SourceReference source;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(ID_DESCRIPTION)
    public String getId() {
        return new NodeId(NODE_TYPE, key).encoded();
    }

    /** The force with this slug, ONS code, name or alias, whatever its letter case, accents and punctuation. */
    public static Optional<Force> named(String name) {
        return all().named(name);
    }

    /** Looks up forces by any of their names. */
    public static Names all() {
        return NAMES.get();
    }

    /** The forces with these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable Force> byKeys(List<? extends @Nullable UUID> keys) {
        return ALL.byKeys(keys);
    }

    /** All forces by name. */
    public static List<Force> byName() {
        return ALL.all();
    }

    /**
     * The forces that match a filter.
     *
     * @throws BadUserInputException if the filter names a force, cycle or question that does not exist
     */
    public static Selection<Force> matching(
            @Nullable ForceFilter filter, JudgedCondition judged, MeasuredCondition measured) {
        Selection<Force> forces = Selection.of(ROWS);
        if (filter == null) {
            return forces;
        }
        forces.whereAny("f.id", keysIn(filter.name, filter.country, filter.region));
        if (filter.search != null) {
            forces.whereAny("f.id", all().startingWith(filter.search));
        }
        if (filter.peersOf != null) {
            forces.whereAny(
                    "f.id",
                    group(filter.peersOf).stream().map(force -> force.key).toList());
        }
        if (filter.monitored != null) {
            forces.where(MonitoringEvent.monitoredSql(filter.monitored), "monitoredOn", filter.monitored.on);
        }
        forces.whereAny("f.rocu", known("regional organised crime unit", filter.regionalOrganisedCrimeUnit, UNITS));
        if (filter.localAuthority != null) {
            forces.whereAny("f.id", List.copyOf(AuthorityNames.all().require(filter.localAuthority)));
        }
        if (filter.judged != null) {
            forces.where(judged.of(forces, "f.id", filter.judged));
        }
        for (JudgedFilter each : bounded("judgedAll", filter.judgedAll)) {
            forces.where(judged.of(forces, "f.id", each));
        }
        if (filter.judgedAny != null) {
            forces.where("(false"
                    + bounded("judgedAny", filter.judgedAny).stream()
                            .map(each -> " or " + judged.of(forces, "f.id", each))
                            .collect(Collectors.joining())
                    + ")");
        }
        for (JudgedFilter each : bounded("judgedNone", filter.judgedNone)) {
            forces.where("not " + judged.of(forces, "f.id", each));
        }
        for (MeasuredFilter each : bounded("measured", filter.measured)) {
            forces.whereAny("f.id", measured.matching(each));
        }
        return forces;
    }

    private static <T> List<T> bounded(String field, @Nullable List<T> conditions) {
        if (conditions == null) {
            return List.of();
        }
        if (conditions.size() > MOST_CONDITIONS) {
            throw new BadUserInputException("The filter \"%s\" has %d conditions; at most %d are allowed."
                    .formatted(field, conditions.size(), MOST_CONDITIONS));
        }
        return conditions;
    }

    private static Map<String, String> folded(Function<Force, @Nullable String> value) {
        Map<String, String> stored = new TreeMap<>();
        for (Force force : byName()) {
            String known = value.apply(force);
            if (known != null) {
                stored.put(FoldedName.of(known), known);
            }
        }
        return stored;
    }

    /**
     * Values of forces as they are stored, for values in any letter case.
     *
     * @throws BadUserInputException for a value that no force has
     */
    private static @Nullable List<String> known(
            String kind, @Nullable List<String> given, CachedValue<Map<String, String>> values) {
        if (given == null) {
            return null;
        }
        Map<String, String> stored = values.get();
        return given.stream()
                .map(name -> {
                    String known = stored.get(FoldedName.of(name));
                    if (known == null) {
                        throw BadUserInputException.unknown(kind, name, stored.values());
                    }
                    return known;
                })
                .toList();
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

    /**
     * The keys of forces that match all of these, each once; null if none of them restricts.
     *
     * @param names any of a force's names, or null
     * @param countries null does not restrict
     * @param regions in any letter case, or null
     * @throws BadUserInputException for a name or region that no force has
     */
    public static @Nullable List<UUID> keysIn(
            @Nullable List<String> names, @Nullable List<Country> countries, @Nullable List<String> regions) {
        if (names == null && countries == null && regions == null) {
            return null;
        }
        List<UUID> named = names == null ? null : keysOf(names);
        List<String> known = known("region", regions, REGIONS);
        return byName().stream()
                .filter(force -> named == null || named.contains(force.key))
                .filter(force -> countries == null || countries.contains(force.country))
                .filter(force -> known == null || known.contains(force.region))
                .map(force -> force.key)
                .toList();
    }

    /** The other forces that have the same region, unit or country, by name; none without a known one. */
    List<Force> peers(PeerGroup by) {
        Function<Force, @Nullable Object> group = switch (by) {
            case REGION -> force -> force.region;
            case REGIONAL_ORGANISED_CRIME_UNIT -> force -> force.regionalOrganisedCrimeUnit;
            case COUNTRY -> force -> force.country;
        };
        Object own = group.apply(this);
        return byName().stream()
                .filter(force -> !force.key.equals(key) && own != null && own.equals(group.apply(force)))
                .toList();
    }

    /**
     * A force, followed by its peers by name.
     *
     * @throws BadUserInputException if there is no such force
     */
    public static List<Force> group(PeersFilter filter) {
        Force force = all().require(filter.force);
        List<Force> group = new ArrayList<>(List.of(force));
        group.addAll(force.peers(filter.by));
        return group;
    }

    /** The aliases of each force, in alphabetical order. */
    public static List<List<String>> aliasesOf(List<UUID> keys) {
        Map<UUID, List<String>> byForce = aliases();
        return keys.stream().map(key -> byForce.getOrDefault(key, List.of())).toList();
    }

    private static Map<UUID, List<String>> aliases() {
        Map<UUID, List<String>> byForce = new HashMap<>();
        Rows.of(Alias.ROWS, "from force_alias a order by a.alias", Map.of())
                .forEach(alias -> byForce.computeIfAbsent(alias.forceKey, key -> new ArrayList<>())
                        .add(alias.name));
        return byForce;
    }

    private record Alias(UUID forceKey, String name) {

        static final RowType<Alias> ROWS =
                RowType.of("force_alias a", row -> new Alias(row.uuid("force_id"), row.text("alias")));
    }

    /** Finds forces by slug, ONS code, name or alias, ignoring case, accents and punctuation. */
    public static final class Names {

        private final List<Force> forces;
        private final Map<String, Force> byName = new HashMap<>();

        private Names(List<Force> forces, Map<UUID, List<String>> aliases) {
            this.forces = forces;
            for (Force force : forces) {
                for (String alias : aliases.getOrDefault(force.key, List.of())) {
                    byName.put(FoldedName.of(alias), force);
                }
            }
            for (Force force : forces) {
                byName.put(FoldedName.of(force.slug), force);
                byName.put(FoldedName.of(force.name), force);
                byName.put(FoldedName.of(force.onsCode), force);
            }
            // Of aliases without a letter, and of texts that are too long to be a name.
            byName.remove("");
        }

        /**
         * The keys of the forces with a name of which a word starts with a text; all for a text without a letter, none
         * for one that is too long to be a name.
         */
        List<UUID> startingWith(String text) {
            if (text.length() > FoldedName.LONGEST) {
                return List.of();
            }
            String start = " " + FoldedName.of(text);
            Set<UUID> found = new LinkedHashSet<>();
            byName.forEach((name, force) -> {
                if ((" " + name).contains(start)) {
                    found.add(force.key);
                }
            });
            return List.copyOf(found);
        }

        public Optional<Force> named(String name) {
            return Optional.ofNullable(byName.get(FoldedName.of(name)));
        }

        /**
         * @throws BadUserInputException if none has
         */
        public Force require(String name) {
            return named(name)
                    .orElseThrow(() -> BadUserInputException.unknown(
                            "force",
                            name,
                            forces.stream().map(force -> force.slug).sorted().toList(),
                            meant(FoldedName.of(name))));
        }

        private List<String> meant(String folded) {
            return Suggestions.meant(folded, byName.keySet()).stream()
                    .map(known -> Objects.requireNonNull(byName.get(known)).slug)
                    .distinct()
                    .toList();
        }
    }

    private static Force read(Row row) throws SQLException {
        Force force = RowType.unmanaged(new Force());
        force.key = row.uuid("id");
        force.slug = row.text("slug");
        force.name = row.text("name");
        force.onsCode = row.text("ons_code");
        force.country = row.enumValue("country", Country.class);
        force.region = row.text("region");
        force.regionalOrganisedCrimeUnit = row.text("rocu");
        force.regionalOrganisedCrimeUnitBasis = row.enumValue("rocu_basis", UnitBasis.class);
        force.source = SourceReference.read(row);
        return force;
    }
}
