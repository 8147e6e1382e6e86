package peel.reading.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.phrase.Sentences;

/** A document's sentences: those of its running text, of its footnotes and of its notes. */
final class Reading {

    private final List<Sentence> running = new ArrayList<>();
    private final Map<Integer, List<Sentence>> ofPassage = new HashMap<>();
    private final Map<Integer, List<Sentence>> ofFootnote = new HashMap<>();

    Reading(Document document) {
        Sentence previous = null;
        for (Passage passage : document.passages()) {
            boolean prose = passage.kind() == PassageKind.PARAGRAPH || passage.kind() == PassageKind.BULLET;
            boolean aside = passage.kind() == PassageKind.FOOTNOTE || passage.kind() == PassageKind.NOTE;
            if (!prose && !aside) {
                continue;
            }
            Sentence before =
                    prose && previous != null && previous.passage().section() == passage.section() ? previous : null;
            List<Sentence> sentences = new ArrayList<>();
            for (Sentences.Span span : Sentences.in(passage.text())) {
                before = new Sentence(passage, span.start(), span.end(), before);
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

    /** The sentences of the running text, in order. */
    List<Sentence> running() {
        return running;
    }

    /** All sentences, in the order of their passages. */
    List<Sentence> all() {
        return ofPassage.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    /** The sentences of a passage of text; empty for a passage of another kind. */
    List<Sentence> of(Passage passage) {
        return ofPassage.getOrDefault(passage.ordinal(), List.of());
    }

    /** The sentences of a footnote, by its number; empty if there is none. */
    List<Sentence> footnote(int number) {
        return ofFootnote.getOrDefault(number, List.of());
    }
}
