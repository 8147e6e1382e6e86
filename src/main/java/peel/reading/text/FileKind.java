package peel.reading.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that are neither a PDF nor plain text, whatever their names: each with what it is and what to do. They are
 * known by their first bytes, and marked-up text by its marks. Of these only web pages are read.
 */
enum FileKind {
    WORD("a Word document (.docx)", "open it and save it as PDF or as plain text in UTF-8"),
    OPEN_DOCUMENT("an OpenDocument text (.odt)", "open it and save it as PDF or as plain text in UTF-8"),
    OLD_OFFICE("an old Office document, such as .doc", "open it and save it as PDF or as plain text in UTF-8"),
    RTF("rich text (RTF)", "open it in a word processor and save it as PDF or as plain text in UTF-8"),
    ZIP("a zip archive", "unpack it and import the reports in it"),
    GZIP("compressed by gzip", "unpack it (gunzip) and import the report in it"),
    OTHER_ARCHIVE("an archive", "unpack it and import the reports in it"),
    HTML("a web page (HTML)", "save the whole page, or download the report as PDF from it"),
    TAGS("text between HTML tags", "save the whole web page, or download the report as PDF from it"),
    WEB_ARCHIVE("a web page saved with its pictures (MHTML)", "download the report as PDF from the page"),
    TROFF("the source of a troff document", "format it (groff -Tpdf) and import the PDF"),
    LATEX("the source of a LaTeX document", "typeset it (pdflatex) and import the PDF"),
    POSTSCRIPT("PostScript", "convert it (ps2pdf) and import the PDF"),
    XML("XML", "use the report as a PDF or as plain text in UTF-8"),
    IMAGE("a picture", "run text recognition (OCR) on it and import the PDF or text that it makes");

    private static final int START = 4096;
    private static final Pattern HTML_START = Pattern.compile(
            "^\\W{0,8}(?:<!--.{0,2000}?-->\\s{0,200})?<(?:!doctype html|html|head|body|title|meta|div|p|h1|table)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile(
            "</(?:p|div|span|h[1-6]|li|ul|td|tr|table|a|b|strong|em)\\s*>|<br\\s*/?>", Pattern.CASE_INSENSITIVE);

    /** A request or a comment of troff on a line of its own; a sentence never begins with a full stop. */
    private static final Pattern ROFF_LINE =
            Pattern.compile("^\\.(?:\\\\\"|[A-Za-z][A-Za-z0-9]{0,2}(?:[ \\t]|$)).*", Pattern.MULTILINE);

    private static final Pattern LATEX_COMMAND =
            Pattern.compile("\\\\(?:documentclass|begin|end|section|subsection|chapter|item|usepackage)\\b");

    /** Lines and commands from which a text is the source of a document. */
    private static final int MANY_MARKS = 3;

    /** Tags from which a text is marked up, however it begins. */
    private static final int MANY_TAGS = 10;

    private final String name;
    private final String remedy;

    FileKind(String name, String remedy) {
        this.name = name;
        this.remedy = remedy;
    }

    /** The message for a file of this kind. */
    RefusedReportException refused(String file) {
        return new RefusedReportException("%s: the file is %s, not plain text; %s".formatted(file, name, remedy));
    }

    /** The kind of a file by its bytes; null if it may be plain text. */
    static @Nullable FileKind of(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(START, bytes.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return ofZip(new String(bytes, 0, Math.min(64 * START, bytes.length), StandardCharsets.ISO_8859_1));
        }
        if (start.startsWith("\u001F\u008B")) {
            return GZIP;
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return OLD_OFFICE;
        }
        if (start.startsWith("7z\u00BC\u00AF")
                || start.startsWith("Rar!")
                || start.startsWith("BZh")
                || start.startsWith("\u00FD7zXZ")) {
            return OTHER_ARCHIVE;
        }
        if (start.startsWith("\u0089PNG")
                || start.startsWith("\u00FF\u00D8\u00FF")
                || start.startsWith("GIF8")
                || start.startsWith("II*\u0000")
                || start.startsWith("MM\u0000*")) {
            return IMAGE;
        }
        return null;
    }

    private static FileKind ofZip(String start) {
        if (start.contains("word/")) {
            return WORD;
        }
        return start.contains("application/vnd.oasis.opendocument") ? OPEN_DOCUMENT : ZIP;
    }

    /** The kind of a decoded text; null if it is plain. */
    static @Nullable FileKind of(String text) {
        String start = text.substring(0, Math.min(START, text.length())).stripLeading();
        if (start.startsWith("{\\rtf")) {
            return RTF;
        }
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.contains("mime-version:") && lower.contains("content-type: multipart")) {
            return WEB_ARCHIVE;
        }
        if (HTML_START.matcher(start).find() || lower.contains("<html")) {
            return HTML;
        }
        if (has(MANY_TAGS, TAG, text)) {
            return TAGS;
        }
        if (start.startsWith("%!PS")) {
            return POSTSCRIPT;
        }
        if (has(MANY_MARKS, ROFF_LINE, text)) {
            return TROFF;
        }
        if (has(MANY_MARKS, LATEX_COMMAND, text)) {
            return LATEX;
        }
        return start.startsWith("<?xml") ? XML : null;
    }

    private static boolean has(int many, Pattern mark, String text) {
        return mark.matcher(text).results().limit(many).count() == many;
    }
}
