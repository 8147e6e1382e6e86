package peel.reading.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peel.reading.layout.Headings.Kind;
import peel.reading.layout.Passage.FootnoteMark;
import peel.reading.layout.Passage.Piece;
import peel.reading.text.Line;
import peel.reading.text.Lines;
import peel.reading.text.ReportText;

/** Puts a report's lines in order: sections, passages, footnotes, figures. */
public final class DocumentReader {

    private static final Pattern BULLET = Pattern.compile("[•▪●◦‣■□·\\uF0B7\\uF0A7]\\s*(.*)");
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2})[.)]\\s+(\\p{L}.*)");
    private static final Pattern CAPTION = Pattern.compile("(?:Figure|Table)\\s+(\\d{1,3})\\s*[:.–-]\\s*\\p{L}.*");
    private static final Pattern SOURCE = Pattern.compile("Sources?\\s*:.*");
    private static final Pattern NOTE = Pattern.compile("(?:[*†‡]|Notes?\\s*:).*");

    /** How far back a sentence may have been left off, and how far ahead a title is asked again. */
    private static final int NEAR = 60;

    private static final int HEADING_LINES = 8; // in a narrow column

    private final QuestionHeadings questions;

    /**
     * @param questionWordings the wordings of the questions whose titles head chapters
     */
    public DocumentReader(List<String> questionWordings) {
        this.questions = new QuestionHeadings(questionWordings);
    }

    /**
     * @param text a report's lines
     * @return the report in order; each line with a letter or digit belongs to exactly one heading
     *     or passage
     */
    public Document read(ReportText text) {
        return new Reading(text).document();
    }

    /** A section while its passages are gathered. */
    private static final class SectionDraft {
        final Kind kind;
        final PassageDraft heading;
        int level;
        boolean hasText;

        SectionDraft(Kind kind, PassageDraft heading) {
            this.kind = kind;
            this.heading = heading;
        }
    }

    private final class Reading {
        private final ReportText report;
        private final List<Line> lines;
        private final int[] sheets;
        private final LineRoles roles;
        private final List<SectionDraft> sections = new ArrayList<>();
        private final List<PassageDraft> drafts = new ArrayList<>();
        private final List<PassageDraft> passages = new ArrayList<>();
        private final NavigableMap<Integer, Set<String>> askedAt = new TreeMap<>();
        private boolean inOverview;

        Reading(ReportText report) {
            this.report = report;
            this.lines = report.lines();
            this.sheets = Sheets.of(report);
            this.roles = LineRoles.of(lines, sheets);
        }

        Document document() {
            findQuestions();
            for (int i = 0; i < lines.size(); ) {
                i = take(i);
            }
            setLevels();
            FootnoteMarks.find(drafts, sheets);
            List<Passage> done = new ArrayList<>();
            for (PassageDraft draft : passages) {
                done.add(passage(done.size(), draft));
            }
            return new Document(
                    report,
                    finishedSections(),
                    List.copyOf(done),
                    FigureReader.figures(done),
                    Map.copyOf(roles.printedPages()));
        }

        private String tidy(int index) {
            return LineText.tidy(lines.get(index).text());
        }

        private int blockEnd(int from) {
            int to = from;
            while (to < lines.size() && roles.get(to) == LineRole.BODY && sheets[to] == sheets[from]) {
                to++;
            }
            return to;
        }

        /** Takes the line at an index, and those that belong to it; answers the next index. */
        private int take(int index) {
            Line line = lines.get(index);
            switch (roles.get(index)) {
                case BLANK -> {}
                case BODY -> {
                    int end = blockEnd(index);
                    takeBlock(index, end);
                    return end;
                }
                case FOOTNOTE_START ->
                    add(
                            PassageKind.FOOTNOTE,
                            LineRoles.footnoteNumber(line.text()),
                            line,
                            LineText.tidy(LineRoles.footnoteText(line.text())));
                case FOOTNOTE -> lastFootnote().add(line);
                case LINK -> add(PassageKind.LINK, null, line, tidy(index));
                case PAGE_NUMBER -> add(PassageKind.PAGE_NUMBER, null, line, tidy(index));
                case CONTENTS -> add(PassageKind.CONTENTS, null, line, tidy(index));
                case TABLE ->
                    add(
                            PassageKind.TABLE_ROW,
                            null,
                            line,
                            TableLine.of(line.text()).text());
                default -> throw new IllegalStateException(roles.get(index).name());
            }
            return index + 1;
        }

        private PassageDraft lastFootnote() {
            for (int i = passages.size() - 1; ; i--) {
                if (passages.get(i).kind == PassageKind.FOOTNOTE) {
                    return passages.get(i);
                }
            }
        }

        private PassageDraft add(PassageKind kind, Integer number, Line line, String part) {
            if (sections.isEmpty()) {
                sections.add(new SectionDraft(Kind.CHAPTER, null));
            }
            PassageDraft draft = new PassageDraft(kind, sections.size() - 1, number).add(line, part);
            drafts.add(draft);
            passages.add(draft);
            if (heads(kind)) {
                sections.get(sections.size() - 1).hasText = true;
            }
            return draft;
        }

        /** Whether a passage is text that a heading may head. */
        private static boolean heads(PassageKind kind) {
            return switch (kind) {
                case FOOTNOTE, LINK, PAGE_NUMBER, CONTENTS -> false;
                default -> true;
            };
        }

        private int heading(Kind kind, int from, int to) {
            PassageDraft draft = new PassageDraft(null, sections.size(), null);
            for (int i = from; i < to; i++) {
                draft.add(lines.get(i));
            }
            drafts.add(draft);
            sections.add(new SectionDraft(kind, draft));
            if (kind == Kind.CHAPTER) {
                inOverview = Headings.overview(tidy(from));
            }
            return to;
        }

        private void takeBlock(int from, int end) {
            int at = from;
            boolean opening = true;
            while (at < end) {
                int next = opening ? takeHeading(at, end) : at;
                if (next == at && opening && isGrade(at, end)) {
                    next = takeLines(PassageKind.GRADE, null, at, end);
                }
                boolean heading = next > at;
                if (!heading) {
                    next = takeText(at, end, opening);
                }
                // What stands under a figure ends at its line's end.
                opening = heading
                        || passages.get(passages.size() - 1).kind == PassageKind.SOURCE
                        || next < end && Headings.named(tidy(next)) == Kind.BOX;
                at = next;
            }
        }

        private boolean isGrade(int at, int end) {
            return end - at <= 2 && Headings.grade(tidy(at) + (end - at == 2 ? " " + tidy(at + 1) : ""));
        }

        private int takeLines(PassageKind kind, Integer number, int from, int to) {
            PassageDraft draft = add(kind, number, lines.get(from), tidy(from));
            for (int i = from + 1; i < to; i++) {
                draft.add(lines.get(i));
            }
            return to;
        }

        /** Takes a heading if one opens at an index; else answers that index. */
        private int takeHeading(int at, int end) {
            String line = tidy(at);
            Kind named = Headings.named(line);
            if (named != null) {
                return heading(named, at, at + 1);
            }
            if (Headings.overview(line)) {
                return heading(Kind.CHAPTER, at, questionEnd(at, end, at + 1));
            }
            if (Headings.annex(line)) {
                return heading(Kind.CHAPTER, at, end - at == 2 ? end : at + 1);
            }
            int asked = askedAt.containsKey(at) || Headings.asking(line) ? questionEnd(at, end, at) : at;
            if (asked > at) {
                return takeQuestion(at, asked);
            }
            if (askedAt.containsKey(at) && end - at <= 3) {
                return takeQuestion(at, end);
            }
            return at;
        }

        private int takeQuestion(int at, int to) {
            String text = joined(at, to);
            if (isTitle(at, to, text)) {
                return takeLines(PassageKind.TITLE, null, at, to);
            }
            return heading(questions.contains(text) ? Kind.CHAPTER : Kind.QUESTION, at, to);
        }

        /**
         * A question stands twice: in the summary, whose columns have titles and grades but no
         * sections, and over its chapter.
         */
        private boolean isTitle(int at, int to, String text) {
            Set<String> words = QuestionHeadings.words(text);
            if (askedAt.tailMap(at, false).values().stream()
                    .limit(NEAR)
                    .anyMatch(later -> QuestionHeadings.alike(later, words))) {
                return true;
            }
            if (!inOverview) {
                return false;
            }
            int next = to;
            while (next < lines.size() && roles.get(next) != LineRole.BODY) {
                next++;
            }
            return next < lines.size() && (isGrade(next, blockEnd(next)) || askedAt.containsKey(next));
        }

        /** Notes where the questions that head chapters are asked. */
        private void findQuestions() {
            for (int i = 0; i < lines.size(); ) {
                if (roles.get(i) != LineRole.BODY) {
                    i++;
                    continue;
                }
                int end = blockEnd(i);
                int asked = Headings.asking(tidy(i)) ? questionEnd(i, end, i) : i;
                if (asked == i && end - i <= 3 && !NUMBERED.matcher(tidy(i)).matches()) {
                    asked = end;
                }
                if (asked > i && questions.contains(joined(i, asked))) {
                    askedAt.put(i, QuestionHeadings.words(joined(i, asked)));
                }
                i = end;
            }
        }

        /** Behind the line that ends a question; or what is given, if none does. */
        private int questionEnd(int from, int end, int otherwise) {
            for (int i = from; i < Math.min(end, from + HEADING_LINES); i++) {
                if (Headings.asked(tidy(i))) {
                    return i + 1;
                }
            }
            return otherwise;
        }

        private String joined(int from, int to) {
            StringBuilder text = new StringBuilder();
            for (int i = from; i < to; i++) {
                text.append(i > from ? " " : "").append(tidy(i));
            }
            return Headings.bare(text.toString());
        }

        private int takeText(int at, int end, boolean opening) {
            String line = tidy(at);
            Matcher bullet = BULLET.matcher(line);
            if (bullet.matches()) {
                PassageDraft draft = add(PassageKind.BULLET, null, lines.get(at), bullet.group(1));
                return takeItem(draft, at + 1, end);
            }
            Matcher numbered = NUMBERED.matcher(line);
            if (opening && opensList(numbered, at) || follows(numbered)) {
                Integer number = Integer.valueOf(numbered.group(1));
                PassageDraft draft = add(PassageKind.BULLET, number, lines.get(at), numbered.group(2));
                return takeItem(draft, at + 1, end);
            }
            Matcher caption = CAPTION.matcher(line);
            if (caption.matches()) {
                Integer number = Integer.valueOf(caption.group(1));
                return takeLines(PassageKind.CAPTION, number, at, captionEnd(at, end));
            }
            if (SOURCE.matcher(line).matches()) {
                return takeLines(PassageKind.SOURCE, null, at, sourceEnd(at, end));
            }
            if (NOTE.matcher(line).matches()) {
                return takeLines(PassageKind.NOTE, null, at, textEnd(at, end));
            }
            return takeParagraph(at, textEnd(at, end));
        }

        /** Whether a numbered line opens a list, and is no sentence that went on with a number. */
        private boolean opensList(Matcher numbered, int at) {
            return numbered.matches() && (numbered.group(1).equals("1") || continued(at) == null);
        }

        /** Whether a numbered line is the next item of a list. */
        private boolean follows(Matcher numbered) {
            if (!numbered.matches() || passages.isEmpty()) {
                return false;
            }
            PassageDraft last = passages.get(passages.size() - 1);
            return last.kind == PassageKind.BULLET
                    && last.number != null
                    && last.number + 1 == Integer.parseInt(numbered.group(1));
        }

        private int takeItem(PassageDraft draft, int from, int end) {
            int at = from;
            while (at < end && !opensText(at)) {
                Matcher numbered = NUMBERED.matcher(tidy(at));
                if (follows(numbered)) {
                    break;
                }
                draft.add(lines.get(at));
                at++;
            }
            return at;
        }

        private int captionEnd(int at, int end) {
            int next = at + 1;
            while (next < end
                    && !opensText(next)
                    && (LineText.goesOn(tidy(next)) || tidy(next - 1).length() >= 75)) {
                next++;
            }
            return next;
        }

        private int sourceEnd(int at, int end) {
            int next = at + 1;
            while (next < end
                    && !opensText(next)
                    && (LineText.goesOn(tidy(next))
                            || tidy(next - 1).length() >= 80
                            || tidy(next - 1).endsWith(","))) {
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

        /** Whether a line can't go on what stands before it. */
        private boolean opensText(int at) {
            String line = tidy(at);
            return BULLET.matcher(line).matches()
                    || CAPTION.matcher(line).matches()
                    || SOURCE.matcher(line).matches()
                    || NOTE.matcher(line).matches()
                    || Headings.named(line) == Kind.BOX && !LineText.unfinished(tidy(at - 1));
        }

        private int takeParagraph(int from, int to) {
            PassageDraft open = continued(from);
            if (open == null) {
                return takeLines(PassageKind.PARAGRAPH, null, from, to);
            }
            for (int i = from; i < to; i++) {
                open.add(lines.get(i));
            }
            return to;
        }

        /**
         * The paragraph or item that goes on at a line: over a page's end, a blank line inside it,
         * or the other column's text. Of two columns that both go on, the left one is first.
         */
        private PassageDraft continued(int at) {
            boolean goesOn = LineText.goesOn(tidy(at));
            boolean last = true;
            PassageDraft open = null;
            int end = Math.max(0, passages.size() - NEAR);
            for (int i = passages.size() - 1; i >= end; i--) {
                PassageDraft draft = passages.get(i);
                if (draft.section != sections.size() - 1 || draft.kind == PassageKind.GRADE) {
                    break;
                }
                if (draft.kind != PassageKind.PARAGRAPH && draft.kind != PassageKind.BULLET) {
                    continue;
                }
                if (draft.unfinished()) {
                    if (last && !goesOn && runsOn(i, at)) {
                        return draft;
                    }
                    if (goesOn && (open == null || draft.narrow())) {
                        open = draft;
                    }
                }
                last = false;
            }
            return open;
        }

        /** Whether a text goes on with a capital letter. */
        private boolean runsOn(int passage, int at) {
            PassageDraft draft = passages.get(passage);
            boolean overPage = sheets[draft.lastLine().number() - 1] != sheets[at];
            return draft.endsFull()
                    && !draft.narrow()
                    && (overPage || draft.kind == PassageKind.BULLET)
                    && passages.subList(passage + 1, passages.size()).stream()
                            .noneMatch(between -> heads(between.kind));
        }

        private void setLevels() {
            boolean part = false; // a section of level 2 is open
            boolean below = false; // whose questions are of level 3
            for (int i = 0; i < sections.size(); i++) {
                SectionDraft section = sections.get(i);
                switch (section.kind) {
                    case CHAPTER -> {
                        section.level = 1;
                        part = false;
                        below = false;
                    }
                    case PART -> {
                        section.level = 2;
                        part = true;
                        below = false;
                    }
                    case BOX -> section.level = part ? 3 : 2;
                    case QUESTION -> {
                        boolean headsOthers = !section.hasText
                                && i + 1 < sections.size()
                                && sections.get(i + 1).kind == Kind.QUESTION;
                        section.level = below && !headsOthers ? 3 : 2;
                        part = true;
                        below |= headsOthers;
                    }
                    default -> throw new IllegalStateException(section.kind.name());
                }
            }
        }

        private List<Section> finishedSections() {
            List<Section> finished = new ArrayList<>();
            for (int i = 0; i < sections.size(); i++) {
                SectionDraft section = sections.get(i);
                int from = i == 0 ? 1 : section.heading.firstLine().number();
                int to = i + 1 < sections.size()
                        ? sections.get(i + 1).heading.firstLine().number() - 1
                        : lines.size();
                String heading = null;
                Lines headingLines = null;
                List<FootnoteMark> marks = List.of();
                if (section.heading != null) {
                    from = section.heading.firstLine().number();
                    Passage passage = passage(i, section.heading);
                    heading = passage.text();
                    headingLines = passage.lines();
                    marks = passage.marks();
                }
                finished.add(new Section(
                        i, section.level, heading, headingLines, marks, new Lines(from, Math.max(from, to))));
            }
            return List.copyOf(finished);
        }

        /** A draft without its footnote marks. */
        private Passage passage(int ordinal, PassageDraft draft) {
            List<Piece> starts = new ArrayList<>();
            String text = draft.joined(starts);
            StringBuilder kept = new StringBuilder();
            List<FootnoteMark> marks = new ArrayList<>();
            List<PassageDraft.Mark> found = new ArrayList<>(draft.marks);
            found.sort((one, other) -> Integer.compare(one.start(), other.start()));
            int at = 0;
            for (PassageDraft.Mark mark : found) {
                kept.append(text, at, mark.start());
                marks.add(new FootnoteMark(mark.number(), kept.length()));
                at = mark.end();
            }
            kept.append(text, at, text.length());
            List<Piece> pieces = new ArrayList<>();
            for (Piece piece : starts) {
                int removed = 0;
                for (PassageDraft.Mark mark : found) {
                    removed += Math.max(0, Math.min(piece.start(), mark.end()) - mark.start());
                }
                pieces.add(new Piece(piece.start() - removed, piece.line()));
            }
            return new Passage(
                    ordinal,
                    draft.section,
                    draft.kind,
                    kept.toString(),
                    List.copyOf(pieces),
                    List.copyOf(marks),
                    draft.number,
                    draft.firstLine().page());
        }
    }
}
