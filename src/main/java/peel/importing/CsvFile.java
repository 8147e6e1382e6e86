package peel.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import peel.importing.format.Format;
import peel.importing.format.Formats;
import peel.importing.input.CsvParser;
import peel.importing.input.DatasetException;
import peel.importing.input.InputRow;
import peel.importing.input.Problems;
import peel.importing.input.RowSource;

/**
 * A CSV file: UTF-8, with or without a byte order mark; a header line; cells as defined by RFC 4180; an empty
 * cell is null. It is streamed, so that its size does not matter.
 */
public final class CsvFile implements RowSource {

    /** Opens the file, each time from its start. */
    public interface Opener {
        InputStream open() throws IOException;
    }

    private final String name;
    private final Format format;
    private final Opener opener;
    private final List<String> header;

    private CsvFile(String name, Format format, Opener opener, List<String> header) {
        this.name = name;
        this.format = format;
        this.opener = opener;
        this.header = header;
    }

    /**
     * Reads the header of a file that must be of one format.
     *
     * @throws DatasetException if the header is not that format's
     */
    static CsvFile of(String name, Format format, Opener opener) throws IOException {
        List<String> header = header(name, opener);
        if (!format.hasHeader(header)) {
            throw new DatasetException(name
                    + ", line 1: the header is "
                    + shown(header)
                    + " but should be \""
                    + String.join(",", format.requiredHeader())
                    + "\"");
        }
        return new CsvFile(name, format, opener, header);
    }

    /**
     * Reads the header of a file and finds its format.
     *
     * @throws DatasetException if it is the header of no format
     */
    public static CsvFile recognise(String name, Opener opener) throws IOException {
        List<String> header = header(name, opener);
        Format format = Formats.ofHeader(header)
                .orElseThrow(() -> new DatasetException(name
                        + ", line 1: the header is "
                        + shown(header)
                        + ", which is not that of any format ("
                        + String.join(", ", Formats.names())
                        + "): see their columns in docs/formats.md"));
        return new CsvFile(name, format, opener, header);
    }

    private static String shown(List<String> header) {
        if (header.isEmpty() || header.contains(null)) {
            return "not a list of names";
        }
        String names = String.join(",", header);
        return "\"" + (names.length() > 300 ? names.substring(0, 300) + "..." : names) + "\"";
    }

    private static List<String> header(String name, Opener opener) throws IOException {
        try (InputStream in = opener.open()) {
            String[] cells = parser(name, in).next();
            return cells == null ? List.of() : Arrays.asList(cells);
        } catch (CharacterCodingException e) {
            throw notUtf8(name, opener, e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    public Format format() {
        return format;
    }

    @Override
    public boolean has(String optionalColumn) {
        return header.contains(optionalColumn);
    }

    @Override
    public void read(Problems problems, RowConsumer rows) throws IOException, SQLException {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            // Interned, as the names in the formats are, so that finding a cell compares no characters.
            places.put(header.get(i).intern(), i);
        }
        try (InputStream in = opener.open()) {
            CsvParser parser = parser(name, in);
            parser.next();
            for (String[] cells = parser.next(); cells != null; cells = parser.next()) {
                try {
                    if (cells.length != header.size()) {
                        throw new DatasetException(name
                                + ", line "
                                + parser.line()
                                + ": "
                                + cells.length
                                + " cells instead of "
                                + header.size());
                    }
                    String[] values = cells;
                    rows.accept(new InputRow(name, parser.line(), column -> {
                        Integer place = places.get(column);
                        return place == null ? null : values[place];
                    }));
                } catch (DatasetException e) {
                    problems.add(e);
                }
            }
        } catch (CharacterCodingException e) {
            throw notUtf8(name, opener, e);
        }
    }

    private static CsvParser parser(String name, InputStream in) {
        Reader reader = new InputStreamReader(new BufferedInputStream(in, 1 << 16), decoder());
        return new CsvParser(name, reader);
    }

    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The decoder reads ahead of the rows, so that the line must be searched for afterwards. */
    private static DatasetException notUtf8(String name, Opener opener, CharacterCodingException cause)
            throws IOException {
        long line = 1;
        CharsetDecoder decoder = decoder();
        CharBuffer ignored = CharBuffer.allocate(1 << 13);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 13);
        try (InputStream in = opener.open()) {
            boolean end = false;
            boolean malformed = false;
            while (!end && !malformed) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                ignored.clear();
                malformed = decoder.decode(bytes, ignored, end).isError();
                for (int i = 0; i < bytes.position(); i++) {
                    if (bytes.get(i) == '\n') {
                        line++;
                    }
                }
                bytes.compact();
            }
        }
        return new DatasetException(name + ", line " + line + ": is not UTF-8: save the file in this encoding", cause);
    }
}
