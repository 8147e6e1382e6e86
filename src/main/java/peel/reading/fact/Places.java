package peel.reading.fact;

import java.util.Map;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.text.Lines;

/** Says where in a document something stands. */
public final class Places {

    private final Document document;

    /**
     * @param document the document
     */
    public Places(Document document) {
        this.document = document;
    }

    /**
     * The place of a sentence.
     *
     * @param sentence the sentence
     */
    public Place of(Sentence sentence) {
        return of(sentence.lines(), null, sentence.text());
    }

    /**
     * The place of a passage.
     *
     * @param passage the passage
     * @param figure the label of the figure that it belongs to, or null
     */
    public Place of(Passage passage, String figure) {
        return of(
                passage.lines(), figure, passage.text().replaceAll("\\s+", " ").trim());
    }

    private Place of(Lines lines, String figure, String quotation) {
        Map<Integer, Integer> printed = document.printedPages();
        int page = document.text().lines().get(lines.from() - 1).page();
        return new Place(lines, printed.get(page), figure, quotation);
    }
}
