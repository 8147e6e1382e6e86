package peel.importing.format;

import static peel.importing.format.CellType.TEXT;
import static peel.importing.format.CellType.oneOf;
import static peel.importing.format.CellType.optional;
import static peel.importing.format.Reference.METRICS;

import java.sql.SQLException;
import peel.importing.table.ImportChanges;
import peel.importing.table.TableLoad;
import peel.observation.MetricBasis;
import peel.observation.MetricType;
import peel.observation.Unit;

final class MetricFormat extends Format {

    MetricFormat() {
        super("metrics", "metric", "What observations measure.");
        naturalKey("code");
        key("code");
        column("code", TEXT, "The code of the metric, which observations refer to.");
        column("name", TEXT, "The name.");
        column("unit", oneOf(Unit.class), "The unit of its values.");
        column("basis", oneOf(MetricBasis.class), "Whether it measures a period (`FLOW`) or a day (`STOCK`).");
        column("type", oneOf(MetricType.class), "The kind of metric, which decides the GraphQL type.");
        column("denominator", optional(TEXT), "What a rate or share is relative to.");
        column("definition", TEXT, "What it measures.");
        column("parent", optional(TEXT.accepting(CellType.codeFrom(METRICS))), "The metric that this one is a part of.")
                .storedIn("parent_code")
                .staged("text")
                .exportedAs("parent.code");
        // Observations are listed in the order in which their metrics were first imported.
        export("left join metric parent on parent.id = t.parent_id", "t.id");
    }

    /** A parent may come later in the same file, and has a key only when it is stored. */
    @Override
    public void merge(TableLoad load, ImportContext context, ImportChanges changes) throws SQLException {
        load.merge(changes);
        load.refuse("""
                select csv_line, 'parent' as cell, 'there is no metric "' || parent_code || '"' as reason
                from staging_metric s
                where parent_code is not null and not exists (select from metric p where p.code = s.parent_code)
                """);
        long changed = load.execute("""
                update metric t set parent_id = p.id
                from staging_metric s left join metric p on p.code = s.parent_code
                where t.code = s.code and t.parent_id is distinct from p.id
                """);
        changes.add("metric_parent", 0, changed, 0);
    }
}
