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

/** When inspectors were with a force, and on which questions. */
@Entity
@Description("When inspectors were with a force, and on which questions.")
public class Fieldwork extends PanacheEntityBase {

    /** How it is read. */
    static final RowType<Fieldwork> ROWS = RowType.of(
            "fieldwork f", "id, inspection_id, questions, starts, ends, " + SourceReference.COLUMNS, Fieldwork::read);

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
    @NonNull @Description("The first day; reports name months, so it is the first of one.")
    public LocalDate from;

    @Column(name = "ends")
    @NonNull @Description("The last day; the last of a month.")
    public LocalDate to;

    @Embedded
    @NonNull @Description("Where it was published.")
    public SourceReference source;

    /** The codes of the questions. */
    @NonNull @Description("The codes of the questions that were inspected then.")
    public List<@NonNull String> getQuestionCodes() {
        return List.of(questions);
    }

    /** The fieldwork of each inspection, the earliest first. */
    public static List<List<Fieldwork>> ofInspections(List<UUID> inspections) {
        String sql = """
                from fieldwork f
                where f.inspection_id = any(:keys)
                order by f.starts, f.id
                """;
        return Rows.grouped(inspections, Rows.ofAny(ROWS, sql, inspections), f -> f.inspectionKey);
    }

    private static Fieldwork read(Row row) throws SQLException {
        Fieldwork read = RowType.unmanaged(new Fieldwork());
        read.key = row.uuid();
        read.inspectionKey = row.uuid();
        read.questions = row.texts();
        read.from = row.date();
        read.to = row.date();
        read.source = SourceReference.read(row);
        return read;
    }
}
