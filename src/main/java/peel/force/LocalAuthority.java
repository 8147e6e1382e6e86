package peel.force;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.source.SourceReference;

@Entity
@Table(name = "local_authority")
@Description("Local authority district as of December 2016, with its community safety partnership.")
public class LocalAuthority extends PanacheEntityBase {

    static final RowType<LocalAuthority> ROWS = RowType.of("local_authority l", LocalAuthority::read);

    @Id
    @NonNull @Description("Code assigned by the Office for National Statistics (ONS): \"E06000032\".")
    public String code;

    @NonNull @Description("Name of the district: \"Luton\".")
    public String name;

    @Column(name = "csp_code")
    @NonNull @Description("ONS code of the community safety partnership.")
    public String communitySafetyPartnershipCode;

    @Column(name = "csp_name")
    @NonNull @Description("Name of the community safety partnership.")
    public String communitySafetyPartnership;

    @Column(name = "force_id")
    @Ignore
    public UUID forceKey;

    @Embedded
    @NonNull @Description("Where the fact was published: the publication and the place in it.")
    public SourceReference source;

    /** The local authorities of each force, by name. */
    public static List<List<LocalAuthority>> ofForces(List<UUID> forces) {
        String sql = """
                from local_authority l
                where l.force_id = any(:keys)
                order by l.name, l.code
                """;
        return Rows.grouped(forces, Rows.ofAny(ROWS, sql, forces), authority -> authority.forceKey);
    }

    private static LocalAuthority read(Row row) throws SQLException {
        LocalAuthority authority = RowType.unmanaged(new LocalAuthority());
        authority.code = row.text("code");
        authority.name = row.text("name");
        authority.communitySafetyPartnershipCode = row.text("csp_code");
        authority.communitySafetyPartnership = row.text("csp_name");
        authority.forceKey = row.uuid("force_id");
        authority.source = SourceReference.read(row);
        return authority;
    }
}
