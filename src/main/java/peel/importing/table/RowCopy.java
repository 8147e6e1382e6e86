package peel.importing.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.core.Oid;
import org.postgresql.util.ByteConverter;
import peel.query.Jdbc;

/**
 * Sends rows to a staging table, or to the table itself, by PostgreSQL's COPY in its binary format, which costs PostgreSQL
 * half of what text does. While it is open, the connection can do nothing else.
 */
final class RowCopy {

    private static final int CHUNK = 1 << 16;

    /** The signature of the format, no flags, and no extension of the header. */
    private static final byte[] HEADER = "PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0".getBytes(ISO_8859_1);

    private static final int NULL = -1;

    /** The day that PostgreSQL counts days from. */
    private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private final CopyIn copy;
    private final int[] types;
    private ByteBuffer chunk = ByteBuffer.allocate(2 * CHUNK);

    RowCopy(Connection connection, String table, List<String> columns) throws SQLException {
        Map<String, Integer> stored = new HashMap<>();
        Jdbc.forEach(
                connection,
                "select attname, atttypid::bigint from pg_attribute where attrelid = ?::regclass and attnum > 0",
                row -> stored.put(row.getString(1), row.getInt(2)),
                table);
        this.types = columns.stream().mapToInt(stored::get).toArray();
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)");
        chunk.put(HEADER);
    }

    /** Sends one row: a value for each column. */
    void add(@Nullable Object[] values) throws SQLException {
        appendAll(values);
        sendIfFull();
    }

    /** Sends one row: the values, then its line for the last column. */
    void add(@Nullable Object[] values, long line) throws SQLException {
        appendAll(values);
        chunk.putInt(Long.BYTES).putLong(line);
        sendIfFull();
    }

    private void appendAll(@Nullable Object[] values) {
        // Enough for all values but texts and decimals, which ask for more.
        reserve(Short.BYTES + types.length * (Integer.BYTES + 2 * Long.BYTES));
        chunk.putShort((short) types.length);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                chunk.putInt(NULL);
            } else {
                append(types[i], value);
            }
        }
    }

    private void append(int type, Object value) {
        switch (type) {
            case Oid.UUID -> {
                UUID key = (UUID) value;
                chunk.putInt(2 * Long.BYTES)
                        .putLong(key.getMostSignificantBits())
                        .putLong(key.getLeastSignificantBits());
            }
            case Oid.INT4 -> chunk.putInt(Integer.BYTES).putInt((Integer) value);
            case Oid.DATE ->
                chunk.putInt(Integer.BYTES).putInt(Math.toIntExact(((LocalDate) value).toEpochDay() - FIRST_DAY));
            case Oid.BOOL -> chunk.putInt(1).put((byte) ((Boolean) value ? 1 : 0));
            case Oid.NUMERIC -> append(ByteConverter.numeric(new BigDecimal(value.toString())));
            case Oid.TEXT -> append(value.toString().getBytes(UTF_8));
            case Oid.TEXT_ARRAY -> append(array((Collection<?>) value));
            default -> throw new IllegalStateException("rows have no values of the type " + type);
        }
    }

    private void append(byte[] bytes) {
        reserve(bytes.length + types.length * (Integer.BYTES + 2 * Long.BYTES));
        chunk.putInt(bytes.length).put(bytes);
    }

    /** Dimensions, whether an element is null, the elements' type, their number and the first one's place. */
    private static byte[] array(Collection<?> elements) {
        List<byte[]> texts = elements.stream()
                .map(element -> element.toString().getBytes(UTF_8))
                .toList();
        int length =
                texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(5 * Integer.BYTES + length);
        bytes.putInt(texts.isEmpty() ? 0 : 1).putInt(0).putInt(Oid.TEXT);
        if (!texts.isEmpty()) {
            bytes.putInt(texts.size()).putInt(1);
            texts.forEach(text -> bytes.putInt(text.length).put(text));
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private void reserve(int bytes) {
        if (chunk.remaining() < bytes) {
            chunk = ByteBuffer.allocate(chunk.capacity() + Math.max(chunk.capacity(), bytes))
                    .put(chunk.flip());
        }
    }

    private void sendIfFull() throws SQLException {
        if (chunk.position() >= CHUNK) {
            send();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(chunk.array(), 0, chunk.position());
        chunk.clear();
    }

    boolean isOpen() {
        return copy.isActive();
    }

    void end() throws SQLException {
        chunk.putShort((short) NULL);
        send();
        copy.endCopy();
    }

    void cancel() throws SQLException {
        copy.cancelCopy();
    }
}
