package peel.inspection;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.node.Node;
import peel.node.NodeId;
import peel.query.Parameters;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.SqlArrays;
import peel.question.Pillar;
import peel.source.Publication;

@Entity
@Description("Inspection of one force in one cycle and, up to 2018/19, on one pillar.")
public class Inspection extends PanacheEntityBase implements Node {

    /** The letter of inspections in node IDs. */
    public static final char NODE_TYPE = 'I';

    static final RowType<Inspection> ROWS = RowType.of("inspection i", Inspection::read);

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
    public @Nullable Pillar pillar;

    @Override
    @org.eclipse.microprofile.graphql.Id
    @NonNull @Description(ID_DESCRIPTION)
    public String getId() {
        return new NodeId(NODE_TYPE, key).encoded();
    }

    /** The inspections with these keys, in the order of the keys; null where there is none. */
    public static List<@Nullable Inspection> byKeys(List<UUID> keys) {
        return Rows.byKeys(ROWS, inspection -> inspection.key, keys);
    }

    /**
     * The inspections of each force, by cycle and pillar.
     *
     * @param cycle a cycle's code, or null for all
     */
    public static List<List<Inspection>> ofForces(List<UUID> forces, @Nullable String cycle) {
        String sql = """
                from inspection i join cycle c on c.code = i.cycle
                where i.force_id = any(:keys) and (cast(:cycle as text) is null or i.cycle = :cycle)
                order by c.position, i.pillar
                """;
        List<Inspection> all = Rows.of(ROWS, sql, Parameters.of("keys", SqlArrays.of(forces), "cycle", cycle));
        return Rows.grouped(forces, all, inspection -> inspection.forceKey);
    }

    /** The publications of each inspection: its reports and the sources of its judgments. */
    public static List<List<Publication>> publicationsOf(List<UUID> inspections) {
        List<Reported> reported = Rows.ofAny(Reported.ROWS, """
                from (select p.inspection_id, p.publication_id from inspection_publication p
                      where p.inspection_id = any(:keys)
                      union
                      select j.inspection_id, j.publication_id from judgment j
                      where j.inspection_id = any(:keys)) r
                order by r.inspection_id, r.publication_id
                """, inspections);
        return Rows.linked(
                inspections,
                reported,
                Reported::inspectionKey,
                Publication.byKeys(
                        reported.stream().map(Reported::publicationKey).toList()));
    }

    /** The inspections on which each publication reports, by pillar. */
    public static List<List<Inspection>> ofPublications(List<Integer> publications) {
        List<Reported> reported = Rows.ofAny(Reported.ROWS, """
                from inspection_publication r join inspection i on i.id = r.inspection_id
                where r.publication_id = any(:keys)
                order by i.cycle, i.pillar, i.id
                """, publications);
        return Rows.linked(
                publications,
                reported,
                Reported::publicationKey,
                byKeys(reported.stream().map(Reported::inspectionKey).toList()));
    }

    private record Reported(UUID inspectionKey, Integer publicationKey) {

        static final RowType<Reported> ROWS = RowType.ofExpressions(
                row -> new Reported(row.uuid("r.inspection_id"), row.integer("r.publication_id")));
    }

    private static Inspection read(Row row) throws SQLException {
        Inspection inspection = RowType.unmanaged(new Inspection());
        inspection.key = row.uuid("id");
        inspection.forceKey = row.uuid("force_id");
        inspection.cycleCode = row.text("cycle");
        inspection.pillar = row.enumValue("pillar", Pillar.class);
        return inspection;
    }
}
