package peel.reading.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import peel.reading.layout.Headings.Kind;
import peel.reading.layout.Passage.FootnoteMark;
import peel.reading.text.Lines;

/** A document under construction: sections and passages to which lines are still added. */
final class DocumentDraft {

    /** The number of passages across which a sentence may continue. */
    private static final int NEAR = 60;

    private static final class SectionDraft {
        final Kind kind;
        final @Nullable PassageDraft heading;
        int level;
        boolean hasText;

        SectionDraft(Kind kind, @Nullable PassageDraft heading) {
            this.kind = kind;
            this.heading = heading;
        }

        /** The number of the first line; only the text before the first heading has no heading. */
        int firstLine() {
            return heading == null ? 1 : heading.firstLine().number();
        }
    }

    private final ReportLines lines;
    private final List<SectionDraft> sections = new ArrayList<>();
    private final List<PassageDraft> headingsAndPassages = new ArrayList<>();
    private final List<PassageDraft> passages = new ArrayList<>();

    DocumentDraft(ReportLines lines) {
        this.lines = lines;
    }

    boolean isEmpty() {
        return passages.isEmpty();
    }

    PassageDraft lastPassage() {
        return passages.get(passages.size() - 1);
    }

    PassageDraft lastFootnote() {
        for (int i = passages.size() - 1; ; i--) {
            if (passages.get(i).kind == PassageKind.FOOTNOTE) {
                return passages.get(i);
            }
        }
    }

    /**
     * Adds a passage of one line.
     *
     * @param text the line's part of the passage's text
     */
    PassageDraft add(PassageKind kind, @Nullable Integer number, int index, String text) {
        if (sections.isEmpty()) {
            sections.add(new SectionDraft(Kind.CHAPTER, null));
        }
        PassageDraft draft =
                new PassageDraft(kind, sections.size() - 1, number, lines.hyphenation()).add(lines.get(index), text);
        headingsAndPassages.add(draft);
        passages.add(draft);
        if (isText(kind)) {
            sections.get(sections.size() - 1).hasText = true;
        }
        return draft;
    }

    /** Whether passages of a kind are text below a heading. */
    private static boolean isText(PassageKind kind) {
        return switch (kind) {
            case FOOTNOTE, LINK, PAGE_NUMBER, CONTENTS -> false;
            default -> true;
        };
    }

    /** Adds a passage of several lines; returns the index of the line that follows. */
    int addPassage(PassageKind kind, @Nullable Integer number, int from, int to) {
        PassageDraft draft = add(kind, number, from, lines.tidy(from));
        for (int i = from + 1; i < to; i++) {
            draft.add(lines.get(i));
        }
        return to;
    }

    void addHeading(Kind kind, int from, int to) {
        // Read like a title, but not one of the passages.
        PassageDraft draft = new PassageDraft(PassageKind.TITLE, sections.size(), null, lines.hyphenation());
        for (int i = from; i < to; i++) {
            draft.add(lines.get(i));
        }
        headingsAndPassages.add(draft);
        sections.add(new SectionDraft(kind, draft));
    }

    /**
     * Returns the paragraph, item or note that continues at a line, across a page break, a blank line or the text of the
     * other column, if there is one. If both columns continue, the left one comes first.
     */
    @Nullable PassageDraft continuedAt(int index) {
        boolean startsMidSentence = LineText.startsMidSentence(lines.tidy(index));
        boolean last = true;
        PassageDraft open = null;
        int end = Math.max(0, passages.size() - NEAR);
        for (int i = passages.size() - 1; i >= end; i--) {
            PassageDraft draft = passages.get(i);
            if (draft.section != sections.size() - 1 || draft.kind == PassageKind.GRADE) {
                break;
            }
            if (draft.kind == PassageKind.NOTE && last && startsMidSentence && draft.endsMidSentence()) {
                return draft;
            }
            if (draft.kind != PassageKind.PARAGRAPH && draft.kind != PassageKind.BULLET) {
                continue;
            }
            if (draft.endsMidSentence()) {
                if (last && !startsMidSentence && continuesWithCapital(i, index)) {
                    return draft;
                }
                if (startsMidSentence && (open == null || draft.isNarrow())) {
                    open = draft;
                }
            }
            last = false;
        }
        return open;
    }

    /** Whether a passage continues at a line that starts with a capital letter. */
    private boolean continuesWithCapital(int passage, int index) {
        PassageDraft draft = passages.get(passage);
        boolean acrossPages = lines.sheetOf(draft.lastLine()) != lines.sheet(index);
        return draft.reachesRightMargin()
                && !draft.isNarrow()
                && (acrossPages || draft.kind == PassageKind.BULLET)
                && passages.subList(passage + 1, passages.size()).stream().noneMatch(between -> isText(between.kind));
    }

    Document finish() {
        setLevels();
        FootnoteMarks.find(headingsAndPassages, lines::sheetOfNumber);
        List<Passage> finished = new ArrayList<>();
        for (PassageDraft draft : passages) {
            finished.add(draft.finish(finished.size()));
        }
        return new Document(
                lines.report(),
                finishedSections(),
                List.copyOf(finished),
                FigureReader.figures(finished),
                Map.copyOf(lines.roles().printedPages()));
    }

    private void setLevels() {
        boolean inPart = false; // a section of level 2 is open
        boolean questionsBelow = false; // and its questions are of level 3
        for (int i = 0; i < sections.size(); i++) {
            SectionDraft section = sections.get(i);
            switch (section.kind) {
                case CHAPTER -> {
                    section.level = 1;
                    inPart = false;
                    questionsBelow = false;
                }
                case PART -> {
                    section.level = 2;
                    inPart = true;
                    questionsBelow = false;
                }
                case BOX -> section.level = inPart ? 3 : 2;
                case QUESTION -> {
                    boolean headsOthers =
                            !section.hasText && i + 1 < sections.size() && sections.get(i + 1).kind == Kind.QUESTION;
                    section.level = questionsBelow && !headsOthers ? 3 : 2;
                    inPart = true;
                    questionsBelow |= headsOthers;
                }
                default -> throw new IllegalStateException(section.kind.name());
            }
        }
    }

    private List<Section> finishedSections() {
        List<Section> finished = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            SectionDraft section = sections.get(i);
            int from = section.firstLine();
            int to = i + 1 < sections.size() ? sections.get(i + 1).firstLine() - 1 : lines.lastNumber();
            String heading = null;
            Lines headingLines = null;
            List<FootnoteMark> marks = List.of();
            if (section.heading != null) {
                Passage passage = section.heading.finish(i);
                heading = passage.text();
                headingLines = passage.lines();
                marks = passage.marks();
            }
            finished.add(
                    new Section(i, section.level, heading, headingLines, marks, new Lines(from, Math.max(from, to))));
        }
        return List.copyOf(finished);
    }
}
