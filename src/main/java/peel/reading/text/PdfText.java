package peel.reading.text;

import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** Extracts the text of a PDF within limits of time, pages, characters and memory. */
final class PdfText {

    /** Bytes of decompressed page for each character of text; drawings take more than text. */
    private static final long BYTES_A_CHARACTER = 32;

    private static final long LEAST_SIZE_LIMIT = 16L << 20;
    private static final long SCRATCH_MEMORY = 8L << 20;
    private static final long SCRATCH_STORAGE = 512L << 20;

    /** Degrees by which the lines of a page that was scanned may be skewed. */
    private static final double MOST_SKEWED = 10;

    /** A file with fewer letters contains images of text. */
    private static final int LEAST_LETTERS = 20;

    static {
        FontMappers.set(new BundledFont());
    }

    private final String name;
    private final Path path;
    private final ReportLimits limits;
    private final Deadline deadline;

    private PdfText(String name, Path path, ReportLimits limits) {
        this.name = name;
        this.path = path;
        this.limits = limits;
        this.deadline = new Deadline(limits.time());
    }

    /**
     * Returns the lines in the order of print.
     *
     * @param name the file's name, for messages
     * @param bytes the whole file
     * @throws RefusedReportException if the file is encrypted, damaged, without text, or beyond a limit
     */
    static List<Line> lines(String name, Path path, ByteBuffer bytes, ReportLimits limits) {
        PdfText text = new PdfText(name, path, limits);
        // A separate thread, because a malformed file can keep the parser busy in code that checks no deadline.
        FutureTask<List<Line>> task = new FutureTask<>(() -> text.read(bytes));
        Thread reader = new Thread(task, "pdf " + name);
        reader.setDaemon(true);
        reader.start();
        try {
            return task.get(limits.time().toMillis() + 1000, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reader.interrupt();
            throw text.tooLong(e);
        } catch (InterruptedException e) {
            reader.interrupt();
            Thread.currentThread().interrupt();
            throw new RefusedReportException(name + ": reading was interrupted; import the file again", e);
        } catch (ExecutionException e) {
            throw text.refused(Objects.requireNonNull(e.getCause())); // what the task threw
        }
    }

    private List<Line> read(ByteBuffer bytes) throws IOException {
        PdfSizeCheck sizeCheck =
                new PdfSizeCheck(Math.max(LEAST_SIZE_LIMIT, BYTES_A_CHARACTER * limits.characters()), deadline);
        sizeCheck.checkFile(bytes);
        try (PDDocument document = Loader.loadPDF(
                new TimedFile(path, deadline),
                MemoryUsageSetting.setupMixed(SCRATCH_MEMORY, SCRATCH_STORAGE).streamCache)) {
            if (!document.getCurrentAccessPermission().canExtractContent()) {
                throw new RefusedReportException(
                        name + ": the PDF does not permit text extraction; use a copy without protection");
            }
            int pages = document.getNumberOfPages();
            if (pages == 0) {
                throw new IOException("no page");
            }
            if (pages > limits.pages()) {
                throw new RefusedReportException(String.format(
                        "%s: the PDF has %,d pages, but at most %,d are accepted; check the file or raise peel.report.max-pages",
                        name, pages, limits.pages()));
            }
            sizeCheck.checkStreams(document.getDocument());
            Stripper stripper = new Stripper(sizeCheck);
            stripper.writeText(document, Writer.nullWriter());
            if (stripper.pages.stream().mapToInt(PdfPage::letters).sum() < LEAST_LETTERS) {
                throw new RefusedReportException(
                        name + ": the PDF contains images but no text; run text recognition (OCR) on it first");
            }
            for (int page = 0; page < pages; page++) {
                if (stripper.pages.get(page).isOutOfOrder()) {
                    throw new RefusedReportException(String.format(
                            "%s: on page %d of the PDF, text that stands beside other text is out of order; use the report as plain text",
                            name, page + 1));
                }
            }
            return PdfPage.lines(stripper.pages);
        }
    }

    private RefusedReportException refused(Throwable failure) {
        if (failure instanceof RefusedReportException refused) {
            return refused;
        }
        if (failure instanceof Deadline.PassedException) {
            return tooLong(failure);
        }
        if (failure instanceof InvalidPasswordException) {
            return new RefusedReportException(
                    name + ": the PDF is encrypted; save it without a password first", failure);
        }
        if (failure instanceof PdfSizeCheck.TooLargeException || failure instanceof OutOfMemoryError) {
            return new RefusedReportException(
                    name
                            + ": the PDF decompresses to more than is accepted; check the file or raise peel.report.max-characters",
                    failure);
        }
        return new RefusedReportException(
                name + ": the PDF is damaged (" + reason(failure) + "); download it again", failure);
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.strip().replaceAll("\\s+", " ");
    }

    private RefusedReportException tooLong(Throwable cause) {
        return new RefusedReportException(
                String.format(
                        "%s: the PDF was not read within %d s; check the file or raise peel.report.max-time",
                        name, limits.time().toSeconds()),
                cause);
    }

    /** A file that checks the deadline on each access. */
    private static final class TimedFile extends RandomAccessReadBufferedFile {
        private final Deadline deadline;

        TimedFile(Path path, Deadline deadline) throws IOException {
            super(path);
            this.deadline = deadline;
        }

        @Override
        public void seek(long position) throws IOException {
            if (deadline != null) { // the constructor above seeks
                deadline.check();
            }
            super.seek(position);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            deadline.check();
            return super.read(bytes, from, length);
        }
    }

    /** Collects the pages and checks the limits while doing so. */
    private final class Stripper extends PDFTextStripper {
        private final PdfSizeCheck sizeCheck;
        private final List<PdfPage> pages = new ArrayList<>();
        private final int[] directions = new int[4];
        private int characters;

        /** The last blank, until the next letter shows whether it is one. */
        private @Nullable TextPosition blank;

        Stripper(PdfSizeCheck sizeCheck) {
            this.sizeCheck = sizeCheck;
        }

        @Override
        protected void startPage(PDPage page) {
            deadline.check();
            blank = null;
            pages.add(new PdfPage(new PdfBullets(page.getCropBox())));
        }

        @Override
        public void processPage(PDPage page) throws IOException {
            // The content streams of a page are decompressed even if they claim to be images.
            for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
                COSStream stream = streams.next().getCOSObject();
                sizeCheck.check(stream);
            }
            Arrays.fill(directions, 0);
            int before = characters;
            super.processPage(page);
            int direction = mostCommonDirection();
            if (direction != Math.floorMod(page.getRotation(), 360) && letters() > 0) {
                // The stripper finds lines only if the page is turned so that its text is upright.
                pages.remove(pages.size() - 1);
                characters = before;
                page.setRotation(direction);
                super.processPage(page);
            }
        }

        private int letters() {
            return Arrays.stream(directions).sum();
        }

        private int mostCommonDirection() {
            int most = 0;
            for (int i = 1; i < directions.length; i++) {
                most = directions[i] > directions[most] ? i : most;
            }
            return most * 90;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            deadline.check();
            if (!pages.isEmpty()) {
                pages.get(pages.size() - 1)
                        .bullets()
                        .process(
                                operator.getName(), operands, getGraphicsState().getCurrentTransformationMatrix());
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition letter) {
            characters += letter.getUnicode() == null ? 1 : letter.getUnicode().length();
            if (characters > limits.characters()) {
                throw ReportFile.tooMuchText(name, limits);
            }
            if (isSlanted(letter)) {
                return;
            }
            directions[Math.floorMod(Math.round(letter.getDir() / 90), 4)]++;
            if (blank != null && isPrintedOver(blank, letter)) {
                blank = null;
            }
            addBlank();
            if (" ".equals(letter.getUnicode())) {
                blank = letter;
            } else {
                super.processTextPosition(letter);
            }
        }

        /** Whether a letter is neither upright nor turned by a right angle, as those of a watermark are. */
        private static boolean isSlanted(TextPosition letter) {
            Matrix matrix = letter.getTextMatrix();
            double angle = Math.abs(Math.toDegrees(Math.atan2(matrix.getShearY(), matrix.getScaleX()))) % 90;
            return angle > MOST_SKEWED && angle < 90 - MOST_SKEWED;
        }

        // What a producer says that some letters stand for replaces those between the two.
        @Override
        public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
            addBlank();
            super.beginMarkedContentSequence(tag, properties);
        }

        @Override
        public void endMarkedContentSequence() {
            addBlank();
            super.endMarkedContentSequence();
        }

        private void addBlank() {
            if (blank != null) {
                super.processTextPosition(blank);
                blank = null;
            }
        }

        /** Whether a letter is printed where a blank is, as cairo does with soft hyphens inside a word. */
        private static boolean isPrintedOver(TextPosition blank, TextPosition letter) {
            return letter.getDir() == blank.getDir()
                    && Math.abs(letter.getYDirAdj() - blank.getYDirAdj()) < 0.1f * blank.getHeightDir() + 0.1f
                    && Math.abs(letter.getXDirAdj() - blank.getXDirAdj()) < 0.2f * blank.getWidthDirAdj();
        }

        @Override
        protected void writeString(String text, List<TextPosition> letters) {
            if (!letters.isEmpty()) {
                pages.get(pages.size() - 1).addWord(text, letters);
            }
        }

        @Override
        protected void writeWordSeparator() {
            // The number of blanks follows from the distance between two words.
        }

        @Override
        protected void writeLineSeparator() {
            pages.get(pages.size() - 1).endLine();
        }

        @Override
        protected void writeParagraphEnd() throws IOException {
            super.writeParagraphEnd();
            pages.get(pages.size() - 1).endLine();
        }

        @Override
        protected void endPage(PDPage page) {
            pages.get(pages.size() - 1).endLine();
        }
    }
}
