package peel.reading.layout;

import java.util.List;
import peel.reading.text.Line;
import peel.reading.text.ReportText;

/** Divides a report's lines into sections, passages, footnotes and figures. */
public final class DocumentReader {

    private final QuestionHeadings questions;

    /**
     * @param questionWordings the wordings of the questions that head chapters
     */
    public DocumentReader(List<String> questionWordings) {
        this.questions = new QuestionHeadings(questionWordings);
    }

    /** Reads a document, in which each line with a letter or digit belongs to exactly one heading or passage. */
    public Document read(ReportText text) {
        ReportLines lines = new ReportLines(text, questions);
        DocumentDraft document = new DocumentDraft(lines);
        BlockReader blocks = new BlockReader(lines, new AskedQuestions(lines, questions), document);
        for (int i = 0; i < lines.size(); ) {
            if (lines.role(i) == LineRole.BODY) {
                int end = lines.blockEnd(i);
                blocks.read(i, end);
                i = end;
            } else {
                addLine(lines, i, document);
                i++;
            }
        }
        return document.finish();
    }

    private static void addLine(ReportLines lines, int index, DocumentDraft document) {
        Line line = lines.get(index);
        switch (lines.role(index)) {
            case BLANK -> {}
            case FOOTNOTE_START ->
                document.add(
                        PassageKind.FOOTNOTE,
                        LineRoles.footnoteNumber(line.text()),
                        index,
                        LineText.tidy(LineRoles.footnoteText(line.text())));
            case FOOTNOTE -> document.lastFootnote().add(line);
            case LINK -> document.add(PassageKind.LINK, null, index, lines.tidy(index));
            case PAGE_NUMBER -> document.add(PassageKind.PAGE_NUMBER, null, index, lines.tidy(index));
            case CONTENTS -> document.add(PassageKind.CONTENTS, null, index, lines.tidy(index));
            case TABLE ->
                document.add(
                        PassageKind.TABLE_ROW,
                        null,
                        index,
                        TableLine.of(line.text()).text());
            default -> throw new IllegalStateException(lines.role(index).name());
        }
    }
}
