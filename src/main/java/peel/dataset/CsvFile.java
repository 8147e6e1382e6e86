package peel.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One tidy CSV file: UTF-8, a header line, empty cells for null. It is read by streaming. */
final class CsvFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setNullString("")
                    .setTrailingData(false)
                    .get();

    /** Takes rows as they are read. */
    interface RowSink {
        void accept(Row row) throws SQLException;
    }

    private final String name;

    CsvFile(String name) {
        this.name = name;
    }

    /**
     * Hands over each row.
     *
     * @param columns the columns that the header must name, in this order
     * @throws DatasetError if the header or a line is malformed
     * @throws java.nio.charset.CharacterCodingException if the file isn't UTF-8
     */
    void read(InputStream in, List<String> columns, RowSink rows) throws IOException, SQLException {
        Reader reader =
                new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
        long line = 1;
        try (CSVParser parser = parse(reader, columns)) {
            line = parser.getCurrentLineNumber() + 1;
            for (CSVRecord record : parser) {
                if (!record.isConsistent()) {
                    throw new DatasetError(
                            "%s, line %d: %d cells instead of %d"
                                    .formatted(name, line, record.size(), columns.size()));
                }
                rows.accept(new Row(name, line, record));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            // What the parser's iterator makes of what reading threw.
            if (e.getCause() instanceof CharacterCodingException notUtf8) {
                throw notUtf8;
            }
            throw new DatasetError(
                    "%s, line %d: %s".formatted(name, line, e.getCause().getMessage()), e);
        }
    }

    private CSVParser parse(Reader reader, List<String> columns) throws IOException {
        String header;
        try {
            CSVParser parser = FORMAT.parse(reader);
            if (parser.getHeaderNames().equals(columns)) {
                return parser;
            }
            header = "\"" + String.join(",", parser.getHeaderNames()) + "\"";
        } catch (IllegalArgumentException unnamed) {
            header = "not a list of names";
        }
        throw new DatasetError(
                "%s, line 1: the header is %s but should be \"%s\""
                        .formatted(name, header, String.join(",", columns)));
    }
}
