package peel.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
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
 * A CSV file: UTF-8, with or without a byte order mark; a header line; cells as {@link CsvParser} reads them; an empty
 * cell is null. Empty cells after the last column and lines of empty cells, which spreadsheets add, are skipped. The file
 * is streamed, so that its size does not matter.
 */
public final class CsvFile implements RowSource {

    /** Opens the file, each time from its start. */
    public interface Opener {
        InputStream open() throws IOException;
    }

    private static final int FIRST_BYTES = 8;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

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
        if (header.contains(null) || !format.hasHeader(header) && !format.hasColumns(header)) {
            throw new DatasetException(name
                    + ", line 1: the header is "
                    + shown(header)
                    + " but should be \""
                    + String.join(",", format.requiredHeader())
                    + "\". "
                    + String.join(" ", format.faults(header)));
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
                        + "): see their columns in docs/formats.md"
                        + Formats.nearest(header)
                                .map(near -> ". It is nearest to " + near.name() + ". "
                                        + String.join(" ", near.faults(header)))
                                .orElse("")));
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
            return cells == null ? new ArrayList<>() : withoutEmptyEnd(cells);
        } catch (CharacterCodingException e) {
            throw notUtf8(name, opener, e);
        }
    }

    private static List<String> withoutEmptyEnd(String[] cells) {
        int end = cells.length;
        while (end > 0 && cells[end - 1] == null) {
            end--;
        }
        return Arrays.asList(cells).subList(0, end);
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
            parser.nameColumns(header);
            List<String> codes =
                    format.naturalKey().stream().filter(header::contains).toList();
            for (String[] cells = parser.next(); cells != null; cells = parser.next()) {
                try {
                    if (cells.length != header.size() && !fits(cells, parser.line())) {
                        continue;
                    }
                    String[] values = cells;
                    InputRow row = new InputRow(name, parser.line(), column -> {
                        Integer place = places.get(column);
                        return place == null ? null : values[place];
                    });
                    if (!isEmpty(cells)) {
                        codes.forEach(row::requireVisible);
                        rows.accept(row);
                    }
                } catch (DatasetException e) {
                    problems.add(e);
                }
            }
        } catch (CharacterCodingException e) {
            throw notUtf8(name, opener, e);
        }
    }

    /**
     * Whether a row of another number of cells than the header has only empty ones too many.
     *
     * @return false for a line of empty cells that are too few
     */
    private boolean fits(String[] cells, long line) {
        if (isEmpty(cells)) {
            return cells.length > header.size();
        }
        String place = name + ", line " + line;
        String expected = cells.length + " cells instead of " + header.size();
        for (int i = header.size(); i < cells.length; i++) {
            if (cells[i] != null) {
                throw new DatasetException(
                        "%s, column %d: %s: %s has no column; a cell that contains a separator must be quoted"
                                .formatted(place, i + 1, expected, InputRow.quoted(cells[i])));
            }
        }
        if (cells.length < header.size()) {
            throw new DatasetException("%s, column %s: %s: this cell and those after it are missing"
                    .formatted(place, header.get(cells.length), expected));
        }
        return true;
    }

    private static boolean isEmpty(String[] cells) {
        for (String cell : cells) {
            if (cell != null) {
                return false;
            }
        }
        return true;
    }

    private static CsvParser parser(String name, InputStream in) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
        refuseOtherFiles(name, bytes);
        return new CsvParser(name, new InputStreamReader(bytes, decoder()));
    }

    /** Names what a file is that begins as no CSV file in UTF-8 does. */
    private static void refuseOtherFiles(String name, BufferedInputStream bytes) throws IOException {
        bytes.mark(FIRST_BYTES);
        byte[] first = bytes.readNBytes(FIRST_BYTES);
        bytes.reset();
        String begin = new String(first, StandardCharsets.ISO_8859_1);
        String is = null;
        if (begin.startsWith("\u00FF\u00FE\0\0") || begin.startsWith("\0\0\u00FE\u00FF")) {
            is = "UTF-32";
        } else if (begin.startsWith("\u00FF\u00FE")
                || begin.startsWith("\u00FE\u00FF")
                || first.length > 3 && (first[0] == 0 && first[2] == 0 || first[1] == 0 && first[3] == 0)) {
            is = "UTF-16";
        } else if (begin.startsWith("PK\u0003\u0004")) {
            is = "a zip file, perhaps a workbook of a spreadsheet program";
        } else if (begin.startsWith("\u001F\u008B")) {
            is = "compressed";
        } else if (begin.startsWith("%PDF-")) {
            is = "a PDF file";
        }
        if (is != null) {
            throw new DatasetException(name + ", line 1, column 1: the file is " + is + ": save it as CSV in UTF-8");
        }
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
        long place = 1;
        int wrong = -1;
        CharsetDecoder decoder = decoder();
        CharBuffer ignored = CharBuffer.allocate(1 << 13);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 13);
        try (InputStream in = opener.open()) {
            boolean end = false;
            while (!end && wrong < 0) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                ignored.clear();
                boolean malformed = decoder.decode(bytes, ignored, end).isError();
                for (int i = 0; i < bytes.position(); i++) {
                    place++;
                    if (bytes.get(i) == '\n') {
                        line++;
                        place = 1;
                    }
                }
                if (malformed) {
                    wrong = bytes.get(bytes.position()) & 0xFF;
                }
                bytes.compact();
            }
        }
        String found = wrong < 0 ? "" : " (byte %d of the line is 0x%02X%s)".formatted(place, wrong, windows(wrong));
        return new DatasetException(
                name + ", line " + line + ": is not UTF-8" + found + ": save the file in this encoding", cause);
    }

    /** What a byte is in the encoding of most files that are not UTF-8. */
    private static String windows(int wrong) {
        String sign = new String(new byte[] {(byte) wrong}, WINDOWS);
        return wrong < 0x80 || sign.equals("\uFFFD") ? "" : ", which is \"" + sign + "\" in Windows-1252";
    }
}
