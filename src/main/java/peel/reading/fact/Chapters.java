package peel.reading.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import peel.reading.fact.Vocabulary.KnownQuestion;
import peel.reading.layout.Document;
import peel.reading.layout.Section;

/** Which question each section of a report answers. */
final class Chapters {

    private static final double WORD_FOR_WORD = 0.97;

    private final Map<Integer, String> questions = new HashMap<>();

    Chapters(Document document, List<KnownQuestion> known, Wordings wordings) {
        String current = null;
        for (Section section : document.sections()) {
            if (section.heading() != null) {
                boolean chapter = section.level() <= 1;
                KnownQuestion question =
                        wordings.find(section.heading(), known, chapter ? Wordings.SAME : WORD_FOR_WORD);
                if (question != null) {
                    current = question.code();
                } else if (chapter) {
                    current = null;
                }
            }
            if (current != null) {
                questions.put(section.ordinal(), current);
            }
        }
    }

    /**
     * The code of the question that a section answers, or null.
     *
     * @param section the section's ordinal
     */
    String question(int section) {
        return questions.get(section);
    }

    /** The code of the question of each section that answers one. */
    Map<Integer, String> all() {
        return Map.copyOf(questions);
    }
}
