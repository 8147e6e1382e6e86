package peel.reading.evidence;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.text.Lines;

/** Locates sentences and passages of one document. */
public final class Places {

    private final Document document;

    public Places(Document document) {
        this.document = document;
    }

    public Place of(Sentence sentence) {
        return of(sentence.lines(), null, sentence.printed());
    }

    /**
     * @param figure the label of the figure or table that the passage belongs to
     */
    public Place of(Passage passage, @Nullable String figure) {
        return of(
                passage.lines(), figure, passage.text().replaceAll("\\s+", " ").trim());
    }

    private Place of(Lines lines, @Nullable String figure, String quotation) {
        Map<Integer, Integer> printed = document.printedPages();
        int page = document.text().lines().get(lines.from() - 1).page();
        return new Place(lines, printed.get(page), figure, quotation);
    }
}
