package peel.reading.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import peel.reading.evidence.Vocabulary.KnownQuestion;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.layout.Section;

/** The questions that the sections of a report answer. */
final class SectionQuestions {

    private static final double WORD_FOR_WORD = 0.97;

    private final Map<Integer, String> questions = new HashMap<>();
    private final Map<String, List<Section>> chapters = new LinkedHashMap<>();

    /**
     * @param wordings the questions of the inspection, once for each of their wordings
     */
    SectionQuestions(Document document, List<KnownQuestion> wordings, QuestionMatcher matcher) {
        String current = null;
        for (Section section : document.sections()) {
            if (section.heading() != null) {
                boolean chapter = section.level() <= 1;
                KnownQuestion question =
                        matcher.find(section.heading(), wordings, chapter ? QuestionMatcher.SAME : WORD_FOR_WORD);
                if (question != null) {
                    current = question.code();
                    addChapter(document, current, section);
                } else if (chapter) {
                    current = null;
                }
            }
            if (current != null) {
                questions.put(section.ordinal(), current);
            }
        }
    }

    /** Adds a chapter; a heading that is repeated before any text is the same chapter. */
    private void addChapter(Document document, String question, Section section) {
        List<Section> known = chapters.computeIfAbsent(question, key -> new ArrayList<>());
        Section last = known.isEmpty() ? null : known.get(known.size() - 1);
        boolean same = last != null
                && last.ordinal() == section.ordinal() - 1
                && document.passages().stream()
                        .noneMatch(passage -> passage.section() == last.ordinal()
                                && passage.kind() != PassageKind.PAGE_NUMBER
                                && passage.kind() != PassageKind.LINK);
        if (!same) {
            known.add(section);
        }
    }

    /** The chapters by the question's code, in the order of print. */
    Map<String, List<Section>> chapters() {
        return chapters;
    }

    /** The code of the question that a passage's section answers, if it answers one. */
    @Nullable String of(Passage passage) {
        return questions.get(passage.section());
    }

    /** The code of the question that a section answers, if it answers one. */
    @Nullable String of(Section section) {
        return questions.get(section.ordinal());
    }

    /** The codes of the questions by the ordinals of the sections. */
    Map<Integer, String> byOrdinal() {
        return Map.copyOf(questions);
    }
}
