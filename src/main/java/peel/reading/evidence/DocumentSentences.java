package peel.reading.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.phrase.MendedNumbers;
import peel.reading.phrase.Sentences;

/** The sentences of a document's running text, footnotes and notes. */
public final class DocumentSentences {

    private final List<Sentence> running = new ArrayList<>();
    private final Map<Integer, List<Sentence>> ofPassage = new HashMap<>();
    private final Map<Integer, List<Sentence>> ofFootnote = new HashMap<>();
    private final List<Sentence> sources = new ArrayList<>();

    public DocumentSentences(Document document) {
        this(document, false);
    }

    /** The sentences with damaged numbers mended, so that it is known which figures to hold back. */
    public DocumentSentences mended(Document document) {
        return document.passages().stream().anyMatch(passage -> MendedNumbers.first(passage.text()) != null)
                ? new DocumentSentences(document, true)
                : this;
    }

    private DocumentSentences(Document document, boolean mended) {
        Sentence previous = null;
        for (Passage passage : document.passages()) {
            boolean prose = passage.kind() == PassageKind.PARAGRAPH || passage.kind() == PassageKind.BULLET;
            if (passage.kind() == PassageKind.SOURCE) {
                sources.add(new Sentence(passage, 0, passage.text().length(), mended, null));
            }
            boolean aside = passage.kind() == PassageKind.FOOTNOTE || passage.kind() == PassageKind.NOTE;
            if (!prose && !aside) {
                continue;
            }
            Sentence before =
                    prose && previous != null && previous.passage().section() == passage.section() ? previous : null;
            List<Sentence> sentences = new ArrayList<>();
            for (Sentences.Span span : Sentences.in(passage.text())) {
                before = new Sentence(passage, span.start(), span.end(), mended, before);
                sentences.add(before);
            }
            ofPassage.put(passage.ordinal(), List.copyOf(sentences));
            if (prose) {
                running.addAll(sentences);
                previous = before == null ? previous : before;
            } else if (passage.kind() == PassageKind.FOOTNOTE && passage.number() != null) {
                ofFootnote.put(passage.number(), List.copyOf(sentences));
            }
        }
    }

    /** The sentences of the running text in the order of print. */
    public List<Sentence> running() {
        return running;
    }

    /** All sentences in the order of their passages. */
    public List<Sentence> all() {
        return ofPassage.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    /** The lines that name sources, each as one sentence. */
    public List<Sentence> sources() {
        return sources;
    }

    /** The sentences of a passage; empty if the passage is not text. */
    public List<Sentence> of(Passage passage) {
        return ofPassage.getOrDefault(passage.ordinal(), List.of());
    }

    /** The sentences of a footnote; empty if no footnote has the number. */
    public List<Sentence> footnote(int number) {
        return ofFootnote.getOrDefault(number, List.of());
    }
}
