package peel.execution.document;

/**
 * What a field of the schema costs, as {@code weights.csv} declares it.
 *
 * @param size the expected number of elements, for a list without pages; otherwise 0
 * @param bytes the length of the value as JSON text, for a field without subfields; otherwise 0
 * @param call the microseconds of CPU time for all objects of a level together, the service and PostgreSQL added: the
 *     statement of a batched field
 * @param each the microseconds for each value: each element of a list, each item of a page, or the only value
 */
public record FieldWeight(int size, int bytes, int call, int each) {

    /** The units of cost that pay for a microsecond. One unit pays for a byte or for an eighth of a microsecond. */
    static final int UNITS_PER_MICROSECOND = 8;

    long callCost() {
        return (long) call * UNITS_PER_MICROSECOND;
    }

    /** The cost of a value, structure and response name excluded: a byte that is written pays for its own time. */
    long valueCost() {
        return Math.max(bytes, (long) each * UNITS_PER_MICROSECOND);
    }
}
