package peel.inspection;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.SQLException;
import java.time.LocalDate;
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
@Description("Period in which inspectors visited a force, and the questions that they inspected.")
public class Fieldwork extends PanacheEntityBase {

    static final RowType<Fieldwork> ROWS = RowType.of("fieldwork f", Fieldwork::read);

    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    @Column(name = "inspection_id")
    @Ignore
    public UUID inspectionKey;

    @Ignore
    public String[] questions;

    @Column(name = "starts")
    @NonNull @Description("First day of the period. Reports name months, so this is the first day of a month.")
    public LocalDate from;

    @Column(name = "ends")
    @NonNull @Description("Last day of the period. Reports name months, so this is the last day of a month.")
    public LocalDate to;

    @Embedded
    @NonNull @Description("Where the fact was published: the publication and the place in it.")
    public SourceReference source;

    @NonNull @Description("Codes of the questions that were inspected in this period.")
    public List<@NonNull String> getQuestionCodes() {
        return List.of(questions);
    }

    /** The fieldwork of each inspection, earliest first. */
    public static List<List<Fieldwork>> ofInspections(List<UUID> inspections) {
        String sql = """
                from fieldwork f
                where f.inspection_id = any(:keys)
                order by f.starts, f.id
                """;
        return Rows.grouped(inspections, Rows.ofAny(ROWS, sql, inspections), f -> f.inspectionKey);
    }

    private static Fieldwork read(Row row) throws SQLException {
        Fieldwork fieldwork = RowType.unmanaged(new Fieldwork());
        fieldwork.key = row.uuid("id");
        fieldwork.inspectionKey = row.uuid("inspection_id");
        fieldwork.questions = row.texts("questions");
        fieldwork.from = row.date("starts");
        fieldwork.to = row.date("ends");
        fieldwork.source = SourceReference.read(row);
        return fieldwork;
    }
}
