package peel.reading.fact.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.reading.evidence.Areas;

/** Which columns of a table belong to the force and which to England and Wales, as far as the table proves it. */
enum Columns {
    FORCE_FIRST,
    NATIONAL_FIRST,
    /** The heading does not name the two areas, and nothing but them, once and in order. */
    UNPROVEN,
    /** The heading does not name both areas. */
    UNNAMED;

    static Columns of(Table table, Observations observations) {
        List<String> areas = observations.areas().columns(table.heading());
        if (areas.isEmpty() || areas.size() == 1 && !areas.contains(Areas.OTHER)) {
            return UNNAMED;
        }
        String force = observations.force();
        if (areas.equals(List.of(force, Areas.ENGLAND_AND_WALES))) {
            return FORCE_FIRST;
        }
        return areas.equals(List.of(Areas.ENGLAND_AND_WALES, force)) ? NATIONAL_FIRST : UNPROVEN;
    }

    /** The cells of a row with the force's first. */
    List<@Nullable BigDecimal> forceFirst(List<@Nullable BigDecimal> cells) {
        if (this != NATIONAL_FIRST) {
            return cells;
        }
        int half = cells.size() / 2;
        List<@Nullable BigDecimal> turned = new ArrayList<>(cells.subList(half, cells.size()));
        turned.addAll(cells.subList(0, half));
        return turned;
    }

    /**
     * Whether the counts of some rows are those of a part and of the whole: no part is larger than the whole, and at
     * least three are smaller.
     *
     * @param rows rows of four cells: count and rate of the part, count and rate of the whole
     */
    static boolean isPartOfWhole(List<List<@Nullable BigDecimal>> rows) {
        int smaller = 0;
        for (List<@Nullable BigDecimal> row : rows) {
            BigDecimal part = row.get(0);
            BigDecimal whole = row.get(2);
            if (part != null && whole != null) {
                if (part.compareTo(whole) > 0) {
                    return false;
                }
                smaller += part.compareTo(whole) < 0 ? 1 : 0;
            }
        }
        return smaller >= Math.min(3, rows.size());
    }
}
