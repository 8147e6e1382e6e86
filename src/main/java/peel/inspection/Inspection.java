package peel.inspection;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import peel.node.Node;
import peel.node.NodeId;
import peel.query.Arrays;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.Values;
import peel.question.Pillar;
import peel.source.Publication;

@Entity
@Description("Inspection of one force in one cycle and, up to 2018/19, on one pillar.")
public class Inspection extends PanacheEntityBase implements Node {

    /** The letter of inspections in node ids. */
    public static final char NODE_TYPE = 'I';

    /** How it is read. */
    static final RowType<Inspection> ROWS = RowType.of("inspection i", "id, force_id, cycle, pillar", Inspection::read);

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @Column(name = "force_id")
    @Ignore
    public UUID forceKey;

    @Column(name = "cycle")
    @Ignore
    public String cycleCode;

    @Enumerated(EnumType.STRING)
    @Description("Pillar. Null for cycles from 2021/22 onwards, which have no pillars.")
    public Pillar pillar;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(ID_DESCRIPTION)
    public String getId() {
        return new NodeId(NODE_TYPE, key).encoded();
    }

    /** The inspections with these keys, in their order. */
    public static List<Inspection> byKeys(List<UUID> keys) {
        return Rows.byKeys(ROWS, inspection -> inspection.key, keys);
    }

    /**
     * The inspections of each force, by cycle and pillar.
     *
     * @param cycle a cycle's code, or null for all
     */
    public static List<List<Inspection>> ofForces(List<UUID> forces, String cycle) {
        String sql = """
                from inspection i join cycle c on c.code = i.cycle
                where i.force_id = any(:keys) and (cast(:cycle as text) is null or i.cycle = :cycle)
                order by c.position, i.pillar
                """;
        List<Inspection> all = Rows.of(ROWS, sql, Values.of("keys", Arrays.of(forces), "cycle", cycle));
        return Rows.grouped(forces, all, inspection -> inspection.forceKey);
    }

    /**
     * The publications that report each inspection: its reports, and whatever its judgments were
     * read from.
     */
    public static List<List<Publication>> publicationsOf(List<UUID> inspections) {
        List<Map.Entry<UUID, Integer>> pairs =
                Rows.selected("""
                        select p.inspection_id, p.publication_id from inspection_publication p
                        where p.inspection_id = any(:keys)
                        union
                        select j.inspection_id, j.publication_id from judgment j
                        where j.inspection_id = any(:keys)
                        order by 1, 2
                        """, Map.of("keys", Arrays.of(inspections)), row -> Map.entry(row.uuid(), row.number()));
        List<Publication> publications =
                Publication.byKeys(pairs.stream().map(Map.Entry::getValue).toList());
        Map<UUID, List<Publication>> byInspection = new HashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            byInspection
                    .computeIfAbsent(pairs.get(i).getKey(), key -> new ArrayList<>())
                    .add(publications.get(i));
        }
        return inspections.stream()
                .map(key -> byInspection.getOrDefault(key, List.of()))
                .toList();
    }

    private static Inspection read(Row row) throws SQLException {
        Inspection read = RowType.unmanaged(new Inspection());
        read.key = row.uuid();
        read.forceKey = row.uuid();
        read.cycleCode = row.text();
        read.pillar = row.constant(Pillar.class);
        return read;
    }
}
