package peel.reading.layout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peel.reading.layout.Headings.Kind;
import peel.reading.text.Line;

/** Divides a block of body lines into headings and passages. Each method returns the index of the line that follows. */
final class BlockReader {

    private static final Pattern BULLET = Pattern.compile("[" + Line.BULLETS + "·\\uF0B7\\uF0A7]\\s*(.*)");
    /** Signs that open an item in a box, while elsewhere they open notes or go on with a sentence. */
    private static final Pattern BOX_BULLET = Pattern.compile("(?:[*–-]|o(?= [A-Z]))\\s+(.*)");

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2})[.)]\\s+(\\p{L}.*)");
    private static final Pattern CAPTION = Pattern.compile("(?:Figure|Table)\\s+(\\d{1,3})\\s*[:.–-]\\s*\\p{L}.*");
    /** A caption's line in a narrow column. */
    private static final Pattern CAPTION_GOES_ON =
            Pattern.compile(".*(?:\\b(?:\\d{1,2}|at|by|for|in|of|on|per|the|to|with|and)|,)");

    private static final Pattern GOES_ON = Pattern.compile(
            ".*(?:,|\\b(?:and|or|of|for|to|with|in|on|at|by|from|the|an?|one|this|that|as|no|its|their))");

    /** Characters below which a line does not reach the right margin. */
    private static final int SHORT_LINE = 60;

    /** The number of a page that no other number shows to be one. */
    private static final Pattern LONE_NUMBER = Pattern.compile("\\d{1,3}");

    private static final Pattern SOURCE = Pattern.compile("Sources?\\s*:.*");
    private static final Pattern NOTE = Pattern.compile("(?:[*†‡]|Notes?\\s*:).*");

    private final ReportLines lines;
    private final AskedQuestions questions;
    private final DocumentDraft document;
    private boolean inOverview;
    private boolean inBox;

    BlockReader(ReportLines lines, AskedQuestions questions, DocumentDraft document) {
        this.lines = lines;
        this.questions = questions;
        this.document = document;
    }

    /** Whether a line opens an item of a numbered list. */
    static boolean isNumbered(String line) {
        return NUMBERED.matcher(line).matches();
    }

    void read(int from, int end) {
        int at = from;
        boolean opening = true;
        while (at < end) {
            int next = opening ? readHeading(at, end) : at;
            if (next == at && opening && lines.isGrade(at, end)) {
                next = document.addPassage(PassageKind.GRADE, null, at, end);
            } else if (next == at && opening && lines.isGradeLine(at, end)) {
                next = document.addPassage(PassageKind.GRADE, null, at, at + 1);
            }
            boolean heading = next > at;
            if (!heading) {
                next = readText(at, end, opening);
            }
            // A source ends with its line, so what follows may be a heading.
            opening = heading || document.lastPassage().kind == PassageKind.SOURCE || next < end && opensHeading(next);
            at = next;
        }
    }

    /** Reads a heading; returns the same index if none starts there. */
    private int readHeading(int at, int end) {
        String line = lines.tidy(at);
        Kind named = Headings.named(line);
        if (named != null) {
            return addHeading(named, at, at + 1);
        }
        if (Headings.overview(line)) {
            return addHeading(Kind.CHAPTER, at, questions.questionEnd(at, end, at + 1));
        }
        if (Headings.annex(line)) {
            return addHeading(Kind.CHAPTER, at, end - at == 2 ? end : at + 1);
        }
        int exact = questions.exactEnd(at);
        if (exact > at) {
            return readQuestion(at, exact);
        }
        int asked = questions.startsAt(at) || Headings.asking(line) ? questions.questionEnd(at, end, at) : at;
        if (asked > at) {
            return readQuestion(at, asked);
        }
        if (questions.startsAt(at) && end - at <= 3) {
            return readQuestion(at, end);
        }
        return at;
    }

    private int addHeading(Kind kind, int from, int to) {
        document.addHeading(kind, from, to);
        inBox = kind == Kind.BOX;
        if (kind == Kind.CHAPTER) {
            inOverview = Headings.overview(lines.tidy(from));
        }
        return to;
    }

    private int readQuestion(int at, int to) {
        String text = lines.joined(at, to);
        if (isTitle(at, to, text)) {
            return document.addPassage(PassageKind.TITLE, null, at, to);
        }
        return addHeading(questions.isKnown(text) ? Kind.CHAPTER : Kind.QUESTION, at, to);
    }

    /**
     * Whether a question is a title in the summary. A report prints each question twice: in the summary, whose columns
     * have titles and grades but no sections, and above its chapter. Outside of an overview, a summary is known by its rows:
     * nothing stands between a grade and the next question.
     */
    private boolean isTitle(int at, int to, String text) {
        if (questions.isAskedAgain(text, at)) {
            return true;
        }
        int next = nextBody(to);
        if (next == lines.size()) {
            return false;
        }
        boolean grade = lines.isGrade(next, lines.blockEnd(next));
        if (!inOverview) {
            return grade && questions.startsAt(nextBody(lines.blockEnd(next)));
        }
        return grade || questions.startsAt(next);
    }

    private int nextBody(int from) {
        int next = from;
        while (next < lines.size() && lines.role(next) != LineRole.BODY) {
            next++;
        }
        return next;
    }

    private int readText(int at, int end, boolean opening) {
        String line = lines.tidy(at);
        Matcher bullet = bullet(line);
        if (bullet.matches()) {
            return readItem(document.add(PassageKind.BULLET, null, at, bullet.group(1)), at + 1, end);
        }
        Matcher numbered = NUMBERED.matcher(line);
        if (opening && opensList(numbered, at) || isNextItem(numbered)) {
            Integer number = Integer.valueOf(numbered.group(1));
            return readItem(document.add(PassageKind.BULLET, number, at, numbered.group(2)), at + 1, end);
        }
        Matcher caption = CAPTION.matcher(line);
        if (caption.matches()) {
            Integer number = Integer.valueOf(caption.group(1));
            return document.addPassage(PassageKind.CAPTION, number, at, captionEnd(at, end));
        }
        if (SOURCE.matcher(line).matches()) {
            return document.addPassage(PassageKind.SOURCE, null, at, sourceEnd(at, end));
        }
        if (NOTE.matcher(line).matches()) {
            return document.addPassage(PassageKind.NOTE, null, at, textEnd(at, end));
        }
        return readParagraph(at, textEnd(at, end));
    }

    /** Whether a numbered line opens a list, and is not a sentence that continues with a number. */
    private boolean opensList(Matcher numbered, int at) {
        return numbered.matches() && (numbered.group(1).equals("1") || document.continuedAt(at) == null);
    }

    private boolean isNextItem(Matcher numbered) {
        if (!numbered.matches() || document.isEmpty()) {
            return false;
        }
        PassageDraft last = document.lastPassage();
        return last.kind == PassageKind.BULLET
                && last.number != null
                && last.number + 1 == Integer.parseInt(numbered.group(1));
    }

    private int readItem(PassageDraft draft, int from, int end) {
        int at = from;
        while (at < end
                && !opensText(at)
                && !lines.endsEarly(at - 1)
                && !isNextItem(NUMBERED.matcher(lines.tidy(at)))) {
            draft.add(lines.get(at));
            at++;
        }
        return at;
    }

    private int captionEnd(int at, int end) {
        int next = at + 1;
        while (next < end
                && !opensText(next)
                && (LineText.startsMidSentence(lines.tidy(next))
                        || captionGoesOn(lines.tidy(next - 1))
                        || lines.tidy(next - 1).length() >= 75)) {
            next++;
        }
        return next;
    }

    private static boolean captionGoesOn(String line) {
        return line.lastIndexOf('(') > line.lastIndexOf(')')
                || CAPTION_GOES_ON.matcher(line).matches();
    }

    private int sourceEnd(int at, int end) {
        int next = at + 1;
        while (next < end
                && !opensText(next)
                && (LineText.startsMidSentence(lines.tidy(next))
                        || lines.tidy(next - 1).length() >= 80
                        || lines.tidy(next - 1).endsWith(","))) {
            next++;
        }
        return next;
    }

    private int textEnd(int at, int end) {
        int next = at + 1;
        while (next < end && !opensText(next)) {
            next++;
        }
        return next;
    }

    private Matcher bullet(String line) {
        Matcher usual = BULLET.matcher(line);
        return usual.matches() || !inBox ? usual : BOX_BULLET.matcher(line);
    }

    /** Whether a line cannot continue the text before it. */
    private boolean opensText(int at) {
        String line = lines.tidy(at);
        return bullet(line).matches()
                || LONE_NUMBER.matcher(line).matches() && !LineText.endsMidSentence(lines.tidy(at - 1))
                || CAPTION.matcher(line).matches()
                || SOURCE.matcher(line).matches()
                || NOTE.matcher(line).matches()
                || opensHeading(at);
    }

    /** Whether a line in the middle of a block is a heading by its own words. */
    private boolean opensHeading(int at) {
        return questions.exactEnd(at) > at
                || Headings.annex(lines.tidy(at)) && !LineText.endsMidSentence(lines.tidy(at - 1))
                || Headings.named(lines.tidy(at)) != null
                        && (!LineText.endsMidSentence(lines.tidy(at - 1))
                                || Headings.grade(lines.tidy(at - 1))
                                || headsBoxBelowShortLine(at));
    }

    /** Whether a line heads a box, and the one above may be a heading because it is short and no sentence goes on below. */
    private boolean headsBoxBelowShortLine(int at) {
        String above = lines.tidy(at - 1);
        return Headings.named(lines.tidy(at)) == Kind.BOX
                && !LineText.startsMidSentence(lines.tidy(at))
                && above.length() < SHORT_LINE
                && !GOES_ON.matcher(above).matches()
                && at + 1 < lines.size()
                && !LineText.startsMidSentence(lines.tidy(at + 1));
    }

    private int readParagraph(int from, int to) {
        PassageDraft open = document.continuedAt(from);
        if (open != null
                && to - from == 1
                && LONE_NUMBER.matcher(lines.tidy(from)).matches()) {
            return document.addPassage(PassageKind.PAGE_NUMBER, null, from, to);
        }
        if (open == null) {
            return document.addPassage(PassageKind.PARAGRAPH, null, from, to);
        }
        for (int i = from; i < to; i++) {
            open.add(lines.get(i));
        }
        return to;
    }
}
