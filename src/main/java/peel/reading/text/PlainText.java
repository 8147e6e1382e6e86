package peel.reading.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Decodes text files and splits them into lines on pages. */
final class PlainText {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private PlainText() {}

    /**
     * Decodes a text according to its byte order mark, otherwise as UTF-8, otherwise as Windows-1252.
     *
     * @param file the file's name, for messages
     * @throws RefusedReportException if the bytes are in none of these encodings or not text at all
     */
    static String decode(String file, byte[] bytes) {
        String text;
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            text = strict(file, bytes, 3, StandardCharsets.UTF_8);
        } else if (startsWith(bytes, 0xFF, 0xFE)) {
            text = strict(file, bytes, 2, StandardCharsets.UTF_16LE);
        } else if (startsWith(bytes, 0xFE, 0xFF)) {
            text = strict(file, bytes, 2, StandardCharsets.UTF_16BE);
        } else {
            text = utf8OrWindows(file, bytes);
        }
        refuseBinary(file, text);
        return text;
    }

    /**
     * Returns the lines of a text. Pages are separated by form feeds. If few or none stand between lines with text, also
     * by lines that start with exactly one blank, apart from an indent that all lines have.
     */
    static List<Line> lines(String text) {
        String[] parts = LINE_END.split(text, -1);
        int count = parts.length;
        if (count > 0 && parts[count - 1].isEmpty()) {
            count--; // after the last line end
        }
        boolean formFeeds = text.indexOf('\f') >= 0;
        int indent = commonIndent(parts, count);
        boolean blanks = oneBlankStartsPages(parts, count, indent, innerFeeds(text));
        List<Line> lines = new ArrayList<>(count);
        int page = 1;
        int carried = 0;
        boolean begun = false;
        for (int i = 0; i < count; i++) {
            String line = parts[i];
            int before = page;
            if (formFeeds) {
                int textStart = firstText(line);
                page += carried + feeds(line, 0, textStart);
                carried = feeds(line, textStart, line.length());
            }
            if (blanks && page == before && startsPage(line, indent) && begun) {
                page++;
            }
            begun |= !line.isBlank();
            lines.add(new Line(i + 1, page, line));
        }
        return lines;
    }

    private static int firstText(String line) {
        int at = 0;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int feeds(String line, int from, int to) {
        int feeds = 0;
        for (int i = from; i < to; i++) {
            if (line.charAt(i) == '\f') {
                feeds++;
            }
        }
        return feeds;
    }

    /** The number of form feeds that have text before and behind them. */
    private static int innerFeeds(String text) {
        String stripped = text.strip();
        return feeds(stripped, 0, stripped.length());
    }

    /** The number of blanks and tabs with which all lines begin. */
    private static int commonIndent(String[] lines, int count) {
        String common = null;
        for (int i = 0; i < count; i++) {
            if (!lines[i].isBlank()) {
                int end = firstText(lines[i]);
                int shared = 0;
                while (common != null
                        && shared < Math.min(common.length(), end)
                        && common.charAt(shared) == lines[i].charAt(shared)) {
                    shared++;
                }
                common = lines[i].substring(0, common == null ? end : shared);
            }
        }
        return common == null ? 0 : common.length();
    }

    private static boolean startsPage(String line, int indent) {
        return line.length() > indent + 1
                && line.charAt(indent) == ' '
                && !Character.isWhitespace(line.charAt(indent + 1));
    }

    /** If most lines are indented by one blank, the blanks do not mark pages; nor if form feeds do. */
    private static boolean oneBlankStartsPages(String[] lines, int count, int indent, int feeds) {
        int opening = 0;
        int filled = 0;
        for (int i = 0; i < count; i++) {
            if (!lines[i].isBlank()) {
                filled++;
                if (startsPage(lines[i], indent)) {
                    opening++;
                }
            }
        }
        return opening * 4 <= filled + 4 && opening > 2 * feeds;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String strict(String file, byte[] bytes, int from, Charset charset) {
        try {
            return decoded(bytes, from, charset);
        } catch (CharacterCodingException e) {
            throw new RefusedReportException(
                    "%s: the byte order mark announces %s, but the file contains other bytes; save the file as UTF-8"
                            .formatted(file, charset.name()),
                    e);
        }
    }

    private static String utf8OrWindows(String file, byte[] bytes) {
        try {
            return decoded(bytes, 0, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            try {
                if (!mostlyUtf8(bytes)) {
                    return decoded(bytes, 0, WINDOWS);
                }
            } catch (CharacterCodingException notWindows) {
                notUtf8.addSuppressed(notWindows);
            }
            int at = firstMalformed(bytes);
            throw new RefusedReportException(
                    String.format(
                            "%s: line %d is neither UTF-8 nor Windows-1252 (byte 0x%02X); save the file as UTF-8",
                            file, lineOf(bytes, at), bytes[at] & 0xFF),
                    notUtf8);
        }
    }

    private static String decoded(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    /** Damaged UTF-8 could also be decoded as Windows-1252, but with all quotation marks garbled. */
    private static boolean mostlyUtf8(byte[] bytes) {
        int whole = 0;
        int broken = 0;
        for (int i = 0; i < bytes.length; ) {
            int length = sequence(bytes, i);
            if (length > 1) {
                whole++;
            } else if (length == 0) {
                broken++;
            }
            i += Math.max(1, length);
        }
        return whole > broken;
    }

    private static int firstMalformed(byte[] bytes) {
        for (int i = 0; i < bytes.length; ) {
            int length = sequence(bytes, i);
            if (length == 0) {
                return i;
            }
            i += length;
        }
        return bytes.length - 1;
    }

    /** The length of the UTF-8 sequence at an index, or 0. */
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (first > 0xF4 || at + length > bytes.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static int lineOf(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private static void refuseBinary(String file, String text) {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            }
            if (Character.isISOControl(c) && c >= 0x20 && c != 0x7F && c != 0x85) {
                continue; // C1 control characters are unusual, but occur in converted texts
            }
            if (Character.isISOControl(c) && "\t\n\u000B\f\r\u0085".indexOf(c) < 0) {
                throw new RefusedReportException(String.format(
                        "%s: the file is not text (character U+%04X in line %d); use the report as a PDF or as a text file in UTF-8",
                        file, (int) c, line));
            }
        }
    }
}
