package peel.reading.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/**
 * Checks how large a PDF's streams are when they are decompressed, without keeping the result. A few kilobytes can
 * decompress to gigabytes, and PDFBox decompresses into memory without a limit.
 */
final class PdfSizeCheck {

    /** A stream decompresses to more than the limit. */
    static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLargeException() {
            super("a stream is too large", null, false, false);
        }
    }

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 4096;

    /** Streams that are decompressed when a file is opened, before any page is read; names may be escaped. */
    private static final Pattern OPENED = Pattern.compile("/ObjStm|/XRef|#");

    private static final Pattern OTHER_COMPRESSION = Pattern.compile("/(?:ASCII|AHx|A85|LZW|RunLength|RL\\b)");
    private static final Set<COSName> IMAGES =
            Set.of(COSName.DCT_DECODE, COSName.JPX_DECODE, COSName.JBIG2_DECODE, COSName.CCITTFAX_DECODE);

    private final long limit;
    private final Deadline deadline;

    /**
     * @param limit the accepted number of bytes of one decompressed stream
     */
    PdfSizeCheck(long limit, Deadline deadline) {
        this.limit = limit;
        this.deadline = deadline;
    }

    /**
     * Checks the streams that are decompressed when the file is opened.
     *
     * @throws TooLargeException if a stream decompresses to more than the limit, or cannot be checked
     */
    void checkFile(ByteBuffer file) {
        int end = file.limit() - STREAM.length;
        for (int at = 0; at < end; at++) {
            if (file.get(at) == 's' && isStream(file, at)) {
                int from = Math.max(0, at - DICTIONARY);
                byte[] before = new byte[at - from];
                file.get(from, before);
                String dictionary = new String(before, StandardCharsets.ISO_8859_1);
                dictionary = dictionary.substring(Math.max(0, dictionary.lastIndexOf("obj")));
                if (OPENED.matcher(dictionary).find()) {
                    if (OTHER_COMPRESSION.matcher(dictionary).find()) {
                        throw new TooLargeException();
                    }
                    inflate(file, at + STREAM.length);
                }
            }
            if ((at & 0xFFFF) == 0) {
                deadline.check();
            }
        }
    }

    private static boolean isStream(ByteBuffer file, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (file.get(at + i) != STREAM[i]) {
                return false;
            }
        }
        byte next = file.get(at + STREAM.length);
        return (at < 3 || file.get(at - 1) != 'd') && (next == '\r' || next == '\n' || next == ' ');
    }

    private void inflate(ByteBuffer file, int from) {
        int at = from;
        while (at < file.limit() && (file.get(at) == '\r' || file.get(at) == '\n' || file.get(at) == ' ')) {
            at++;
        }
        if (at + 2 >= file.limit()) {
            return;
        }
        Inflater inflater = new Inflater(true);
        try {
            // Like PDFBox, skip the two bytes of the header, whatever they are.
            inflater.setInput(file.duplicate().position(at + 2));
            byte[] decompressed = new byte[8192];
            while (!inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary()) {
                inflater.inflate(decompressed);
                deadline.check();
                if (inflater.getBytesWritten() > limit) {
                    throw new TooLargeException();
                }
            }
        } catch (DataFormatException e) {
            // The stream is not compressed in this format, or damaged from here on.
        } finally {
            inflater.end();
        }
    }

    /**
     * Checks all other streams except images, which are not needed for the text.
     *
     * @throws TooLargeException if a stream decompresses to more than the limit
     */
    void checkStreams(COSDocument document) {
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            deadline.check();
            if (document.getObjectFromPool(key).getObject() instanceof COSStream stream
                    && !COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                check(stream);
            }
        }
    }

    /**
     * @throws TooLargeException if the stream decompresses to more than the limit
     */
    void check(COSStream stream) {
        List<COSName> filters = filters(stream.getFilters());
        try (InputStream raw = stream.createRawInputStream()) {
            InputStream compressed = raw;
            for (int i = 0; i < filters.size(); i++) {
                if (IMAGES.contains(filters.get(i))) {
                    return;
                }
                Filter filter = FilterFactory.INSTANCE.getFilter(filters.get(i));
                // What the last filter decompresses is only counted.
                ByteArrayOutputStream kept = i == filters.size() - 1 ? null : new ByteArrayOutputStream();
                filter.decode(compressed, new CountingStream(kept), stream, i);
                if (kept != null) {
                    compressed = new ByteArrayInputStream(kept.toByteArray());
                }
            }
        } catch (IOException e) {
            // The stream is damaged, which is reported when it is read.
        }
    }

    /** The filters as PDFBox applies them, each only once. */
    private static List<COSName> filters(@Nullable COSBase filters) {
        if (filters instanceof COSName name) {
            return List.of(name);
        }
        Set<COSName> names = new LinkedHashSet<>();
        if (filters instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSName name) {
                    names.add(name);
                }
            }
        }
        return new ArrayList<>(names);
    }

    private final class CountingStream extends OutputStream {
        private final @Nullable ByteArrayOutputStream kept;
        private long count;

        CountingStream(@Nullable ByteArrayOutputStream kept) {
            this.kept = kept;
        }

        @Override
        public void write(int b) {
            count(1);
            if (kept != null) {
                kept.write(b);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count(length);
            if (kept != null) {
                kept.write(bytes, from, length);
            }
        }

        private void count(int more) {
            long before = count;
            count += more;
            if (count > limit) {
                throw new TooLargeException();
            }
            if (before >> 16 != count >> 16) {
                deadline.check();
            }
        }
    }
}
