package peel.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import peel.error.BadUserInputException;
import peel.error.Quotation;
import peel.query.OrderKey;

/**
 * Opaque cursors: the name of the order and the values of its key, in URL-safe Base64. The name keeps a cursor of one
 * order from being read as one of another.
 */
final class Cursor {

    private static final String SEPARATOR = "\u001f";

    /** No list has keys that make longer cursors. In characters. */
    private static final int LONGEST = 200;

    private Cursor() {}

    static <T> String encode(OrderKey<T> order, T row) {
        return encode(order, order.valuesOf().apply(row));
    }

    private static String encode(OrderKey<?> order, List<Object> values) {
        String text =
                order.name() + SEPARATOR + values.stream().map(Object::toString).collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    static List<Object> decode(String cursor, OrderKey<?> order) {
        try {
            if (cursor.length() > LONGEST) {
                throw new IllegalArgumentException("too long");
            }
            String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            String[] parts = text.split(SEPARATOR, -1);
            // Text in PostgreSQL cannot contain U+0000.
            if (parts[0].equals(order.name()) && parts.length == order.columns().size() + 1 && text.indexOf('\0') < 0) {
                List<Object> values = new ArrayList<>(parts.length - 1);
                for (int i = 1; i < parts.length; i++) {
                    values.add(order.parsers().get(i - 1).apply(parts[i]));
                }
                // Only what the service itself would write: Java also reads other forms of a number or an id.
                if (encode(order, values).equals(cursor)) {
                    return values;
                }
            }
        } catch (RuntimeException unreadable) {
            // Whichever part cannot be parsed, the client gets the same error.
        }
        throw new BadUserInputException(
                "\"%s\" is not a cursor of this list in this order: pass a cursor that this list returned with the same \"orderBy\"."
                        .formatted(Quotation.of(cursor)));
    }
}
