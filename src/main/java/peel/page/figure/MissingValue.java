package peel.page.figure;

import org.jspecify.annotations.Nullable;
import peel.page.Missing;
import peel.page.PageTable.Cell;
import peel.page.Words;

/** Values that are not there, with the reason in words. */
public final class MissingValue {

    private MissingValue() {}

    /** @param reason as in the schema's enums {@code MissingReason} and {@code RatioMissingReason}; null if unknown */
    public static String words(@Nullable String reason) {
        if (reason == null) {
            return Missing.NOT_IN_DATA.text();
        }
        return switch (reason) {
            case "CHART_LOST" -> "shown only in a chart of the source";
            case "NOT_PRINTED" -> "not printed in the source";
            case "EXCLUDED" -> "left out by the source";
            case "NOT_COMPARABLE" -> Missing.NOT_COMPARABLE.text();
            case "FEW_RESIDENTS" -> "few people live here, so that a number per resident would mislead";
            default -> Words.of(reason);
        };
    }

    public static Cell cell(@Nullable String reason) {
        return reason == null
                ? Cell.missing(Missing.NOT_IN_DATA)
                : Cell.missing(reason, words(reason), Missing.NOT_COMPARABLE);
    }
}
