package peel.judgment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.query.Row;
import peel.query.RowType;
import peel.query.Rows;
import peel.question.Grade;

/** Stored apart from the previous judgment, because the two can disagree. */
@Entity
@Table(name = "stated_comparison")
@Description("Comparison with an earlier judgment, as stated in the report itself.")
public class StatedComparison extends PanacheEntityBase {

    static final RowType<StatedComparison> ROWS = RowType.of("stated_comparison s", StatedComparison::read);

    @Id
    @Column(name = "judgment_id")
    @Ignore
    public UUID judgmentKey;

    @NonNull @Enumerated(EnumType.STRING)
    @Description("Change since the earlier judgment, as stated in the report.")
    public ComparisonDirection direction;

    @Description("Year of the earlier judgment, as stated in the report. Null if the report names no year.")
    public @Nullable Integer year;

    @Enumerated(EnumType.STRING)
    @Description("Grade of the earlier judgment, as stated in the report. Null if the report names no grade.")
    public @Nullable Grade grade;

    /** The comparison stated with each judgment; null where there is none. */
    public static List<@Nullable StatedComparison> ofJudgments(List<UUID> judgments) {
        return Rows.byKeys(ROWS, comparison -> comparison.judgmentKey, judgments);
    }

    private static StatedComparison read(Row row) throws SQLException {
        StatedComparison comparison = RowType.unmanaged(new StatedComparison());
        comparison.judgmentKey = row.uuid("judgment_id");
        comparison.direction = row.enumValue("direction", ComparisonDirection.class);
        comparison.year = row.integer("year");
        comparison.grade = row.enumValue("grade", Grade.class);
        return comparison;
    }
}
