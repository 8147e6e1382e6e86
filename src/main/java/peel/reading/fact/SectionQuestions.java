package peel.reading.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import peel.question.Pillar;
import peel.reading.evidence.InspectedQuestion;
import peel.reading.evidence.Vocabulary.KnownQuestion;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.layout.Section;

/** The questions that the sections of a report answer. */
final class SectionQuestions {

    private static final double WORD_FOR_WORD = 0.97;

    private final Map<Integer, InspectedQuestion> questions = new HashMap<>();
    private final Map<InspectedQuestion, List<Section>> chapters = new LinkedHashMap<>();

    /** The ordinals of sections that answer questions of other inspections. */
    private final Set<Integer> others = new HashSet<>();

    /** The sections below what may be the heading of another chapter, which the database does not know. */
    private final Map<Integer, UnknownChapter> unknown = new HashMap<>();

    /**
     * What may be another chapter inside of a known one.
     *
     * @param heading the words that may be its heading
     * @param line the line of the heading
     * @param from the ordinal of its first passage
     */
    record UnknownChapter(String heading, int line, int from) {}

    /**
     * @param wordings the questions of the inspections that the report covers, once for each of their wordings
     */
    SectionQuestions(
            Document document, List<KnownQuestion> wordings, QuestionMatcher matcher, UnknownHeadings headings) {
        InspectedQuestion current = null;
        String opened = null;
        for (Section section : document.sections()) {
            if (section.heading() != null) {
                boolean chapter = section.level() <= 1;
                KnownQuestion question =
                        matcher.find(section.heading(), wordings, chapter ? QuestionMatcher.SAME : WORD_FOR_WORD);
                if (question != null) {
                    // The pillar's name, some figures, and only then its question.
                    boolean named = question.key().equals(current) && isName(question.pillar(), opened);
                    current = question.key();
                    if (!named) {
                        addChapter(document, current, section);
                    }
                    opened = section.heading();
                } else if (chapter) {
                    current = null;
                }
            }
            if (current != null) {
                questions.put(section.ordinal(), current);
            }
        }
        findUnknown(document, headings);
    }

    private SectionQuestions() {}

    private void findUnknown(Document document, UnknownHeadings headings) {
        List<Section> chapter = new ArrayList<>();
        InspectedQuestion question = null;
        for (Section section : document.sections()) {
            InspectedQuestion answered = questions.get(section.ordinal());
            if (question != null && !question.equals(answered)) {
                unknown.putAll(headings.in(chapter, question));
                chapter.clear();
            }
            question = answered;
            if (answered != null) {
                chapter.add(section);
            }
        }
        if (question != null) {
            unknown.putAll(headings.in(chapter, question));
        }
    }

    /** Those of one of the inspections that the report covers. */
    SectionQuestions ofPillar(@Nullable Pillar pillar) {
        SectionQuestions own = new SectionQuestions();
        own.unknown.putAll(unknown);
        questions.forEach((ordinal, question) -> {
            if (question.pillar() == pillar) {
                own.questions.put(ordinal, question);
            } else {
                own.others.add(ordinal);
            }
        });
        chapters.forEach((question, sections) -> {
            if (question.pillar() == pillar) {
                own.chapters.put(question, sections);
            }
        });
        return own;
    }

    private static boolean isName(@Nullable Pillar pillar, @Nullable String heading) {
        return pillar != null && heading != null && heading.trim().equalsIgnoreCase(pillar.name());
    }

    /** Adds a chapter; a heading that is repeated before any text is the same chapter. */
    private void addChapter(Document document, InspectedQuestion question, Section section) {
        List<Section> known = chapters.computeIfAbsent(question, key -> new ArrayList<>());
        Section last = known.isEmpty() ? null : known.get(known.size() - 1);
        boolean same = last != null
                && last.ordinal() == section.ordinal() - 1
                && document.passages().stream()
                        .noneMatch(passage -> passage.section() == last.ordinal()
                                && passage.kind() != PassageKind.PAGE_NUMBER
                                && passage.kind() != PassageKind.LINK);
        if (last != null && known.size() == 1 && isSummaryRow(document, last)) {
            known.clear();
            for (int i = last.ordinal(); question.equals(questions.get(i)); i++) {
                questions.remove(i);
            }
        }
        if (!same) {
            known.add(section);
        }
    }

    /**
     * Whether a section is the last row of a summary, whose titles may be worded otherwise than the chapters: titles and
     * grades by turns stand above it, and its grade directly below its heading.
     */
    private static boolean isSummaryRow(Document document, Section section) {
        List<PassageKind> kinds = new ArrayList<>();
        for (Passage passage : document.passages()) {
            boolean furniture = passage.kind() == PassageKind.PAGE_NUMBER
                    || passage.kind() == PassageKind.LINK
                    || passage.kind() == PassageKind.FOOTNOTE;
            if (!furniture) {
                kinds.add(passage.kind());
                if (passage.section() == section.ordinal()) {
                    break;
                }
            }
        }
        int rows = kinds.size() - 3;
        return rows >= 0
                && kinds.subList(rows, kinds.size())
                        .equals(List.of(PassageKind.TITLE, PassageKind.GRADE, PassageKind.GRADE));
    }

    /** The chapters by question, in the order of print. */
    Map<InspectedQuestion, List<Section>> chapters() {
        return chapters;
    }

    /** The code of the question that a passage answers, if it certainly answers one. */
    @Nullable String of(Passage passage) {
        UnknownChapter other = unknown.get(passage.section());
        return other != null && passage.ordinal() >= other.from() ? null : code(passage.section());
    }

    /** The code of the question that a section answers from its heading on, if it certainly answers one. */
    @Nullable String of(Section section) {
        UnknownChapter other = unknown.get(section.ordinal());
        return other != null && other.line() <= section.lines().from() ? null : code(section.ordinal());
    }

    /** The code of the question in whose chapter a passage stands, even if that may contain another chapter. */
    @Nullable String chapterOf(Passage passage) {
        return code(passage.section());
    }

    /** The code of the question in whose chapter a section stands, even if it may belong to another one. */
    @Nullable String chapterOf(Section section) {
        return code(section.ordinal());
    }

    /** What may be the chapter that a section belongs to instead of that of a question. */
    @Nullable UnknownChapter unknownChapter(Section section) {
        return unknown.get(section.ordinal());
    }

    /** What may be the chapter that a passage belongs to, or to which it does not belong yet. */
    @Nullable UnknownChapter unknownChapter(Passage passage) {
        return unknown.get(passage.section());
    }

    /** Whether a section answers a question of another inspection that the report covers. */
    boolean isOfAnotherPillar(Section section) {
        return others.contains(section.ordinal());
    }

    private @Nullable String code(int section) {
        InspectedQuestion question = questions.get(section);
        return question == null ? null : question.code();
    }

    /** The questions by the ordinals of the sections. */
    Map<Integer, InspectedQuestion> byOrdinal(Document document) {
        Map<Integer, InspectedQuestion> certain = new HashMap<>(questions);
        document.sections().stream()
                .filter(section -> of(section) == null)
                .forEach(section -> certain.remove(section.ordinal()));
        return Map.copyOf(certain);
    }
}
