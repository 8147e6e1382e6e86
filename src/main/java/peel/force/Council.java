package peel.force;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.source.SourceReference;

@Entity
@Table(name = "council")
@Description(
        "Council of a county, district, borough or other local authority, existing or abolished since December 2016.")
public class Council extends PanacheEntityBase {

    static final RowType<Council> ROWS = RowType.of("council c", Council::read);

    @Id
    @NonNull @Description("Code of the council's area, assigned by the Office for National Statistics (ONS): \"E06000065\".")
    public String code;

    @NonNull @Description("Name of the area: \"North Yorkshire\".")
    public String name;

    @Column(name = "official_name")
    @Description("Name of the council: \"North Yorkshire Council\". Null if not known.")
    public @Nullable String officialName;

    @Column(name = "other_names")
    @Ignore
    public String @Nullable [] others;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Kind of council.")
    public CouncilKind kind;

    @Description("Name of the county whose council serves the same area. Null if there is none, or if it is not known.")
    public @Nullable String county;

    @Column(name = "valid_from")
    @Description("First day on which the council existed with this kind and area. Null if not known.")
    public @Nullable LocalDate from;

    @Column(name = "valid_to")
    @Description("Last day on which the council existed. Null if it still exists.")
    public @Nullable LocalDate to;

    @Column(name = "force_id")
    @Ignore
    public UUID forceKey;

    @Embedded
    @NonNull @Description("Where the fact was published: the publication and the place in it.")
    public SourceReference source;

    @NonNull @Description("Other names of the area, such as the Welsh one.")
    public List<@NonNull String> getOtherNames() {
        return others == null ? List.of() : List.of(others);
    }

    /** The councils of each force, by name. */
    public static List<List<Council>> ofForces(List<UUID> forces) {
        String sql = """
                from council c
                where c.force_id = any(:keys)
                order by c.name, c.code
                """;
        return Rows.grouped(forces, Rows.ofAny(ROWS, sql, forces), council -> council.forceKey);
    }

    private static Council read(Row row) throws SQLException {
        Council council = RowType.unmanaged(new Council());
        council.code = row.text("code");
        council.name = row.text("name");
        council.officialName = row.text("official_name");
        council.others = row.texts("other_names");
        council.kind = row.enumValue("kind", CouncilKind.class);
        council.county = row.text("county");
        council.from = row.date("valid_from");
        council.to = row.date("valid_to");
        council.forceKey = row.uuid("force_id");
        council.source = SourceReference.read(row);
        return council;
    }
}
