package peel.page.figure;

import peel.page.Words;

/** Units as a reader says them. */
public final class UnitWords {

    private UnitWords() {}

    /** @param unit as in the schema's enum {@code Unit} */
    public static String of(String unit) {
        return switch (unit) {
            case "COUNT" -> "number";
            case "FULL_TIME_EQUIVALENT" -> "full-time equivalents";
            case "PERCENT" -> "per cent";
            case "PERCENT_CHANGE" -> "change in per cent";
            case "PER_1000_HOUSEHOLDS" -> "per 1,000 households";
            case "PER_1000_POPULATION" -> "per 1,000 people";
            case "PER_MILLION_POPULATION" -> "per million people";
            case "SCORE" -> "score";
            default -> Words.of(unit);
        };
    }

    /** Whether values are totals, so that those of a force cannot be compared with those of all forces together. */
    public static boolean isTotal(String unit) {
        return unit.equals("COUNT") || unit.equals("FULL_TIME_EQUIVALENT");
    }
}
