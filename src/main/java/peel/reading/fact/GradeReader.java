package peel.reading.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import peel.judgment.JudgmentState;
import peel.question.Grade;
import peel.reading.evidence.Places;
import peel.reading.evidence.UnderstoodText;
import peel.reading.evidence.Vocabulary.KnownCycle;
import peel.reading.evidence.Vocabulary.KnownQuestion;
import peel.reading.fact.JudgmentEvidence.FoundGrade;
import peel.reading.fact.SectionQuestions.UnknownChapter;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;

/** Reads the grades that stand alone, below the titles of the summary and in the chapters. */
final class GradeReader {

    private final Document document;
    private final KnownCycle cycle;
    private final List<KnownQuestion> wordings;
    private final QuestionMatcher matcher;
    private final SectionQuestions sectionQuestions;
    private final Places places;
    private final UnderstoodText understood;

    /** Grades with a note, by the question in whose chapter they stand. */
    private final Map<String, Passage> noted = new HashMap<>();

    /**
     * @param wordings the questions of the inspection, once for each of their wordings
     */
    GradeReader(
            Document document,
            KnownCycle cycle,
            List<KnownQuestion> wordings,
            QuestionMatcher matcher,
            SectionQuestions sectionQuestions,
            Places places,
            UnderstoodText understood) {
        this.document = document;
        this.cycle = cycle;
        this.wordings = wordings;
        this.matcher = matcher;
        this.sectionQuestions = sectionQuestions;
        this.places = places;
        this.understood = understood;
    }

    /** Adds the grades to the evidence, which is given by the question's code. */
    void read(Map<String, JudgmentEvidence> evidence) {
        List<Passage> titles = new ArrayList<>();
        List<FoundGrade> grades = new ArrayList<>();
        List<FoundGrade> withNotes = new ArrayList<>();
        int section = -1;
        boolean paired = paired();
        Passage before = null;
        for (Passage passage : document.passages()) {
            if (passage.kind() == PassageKind.TITLE) {
                if (titles.isEmpty() && before != null && grade(before) != null) {
                    // Grades stand above their titles, so that the one below belongs to another title.
                    paired = false;
                }
                before = passage;
                if (!paired) {
                    continue;
                }
                if (!grades.isEmpty() || !withNotes.isEmpty()) {
                    addSummaryRow(titles, grades, withNotes, evidence);
                }
                titles.add(passage);
                section = passage.section();
                continue;
            }
            before = isFurniture(passage) ? before : passage;
            PrintedGrade grade = grade(passage);
            if (passage.section() != section && !titles.isEmpty()) {
                addSummaryRow(titles, grades, withNotes, evidence);
            }
            if (grade == null) {
                readNoted(passage, titles.isEmpty() ? null : withNotes);
                continue;
            }
            FoundGrade found = new FoundGrade(grade, passage);
            if (titles.isEmpty()) {
                addChapterGrade(evidence, found);
            } else if (!isMoreOfTheLast(grades, grade)) {
                grades.add(found);
            }
        }
        addSummaryRow(titles, grades, withNotes, evidence);
        noted.forEach((question, passage) -> {
            JudgmentEvidence about = evidence.get(question);
            if (about != null && about.chapterGrade == null) {
                holdBackNoted(about, passage);
            }
        });
    }

    /** Adds a grade with a note to the row of a summary, or keeps it in case that its chapter has no other one. */
    private void readNoted(Passage passage, @Nullable List<FoundGrade> row) {
        if (passage.kind() != PassageKind.PARAGRAPH || !PrintedGrade.isNoted(passage.text())) {
            return;
        }
        String question = sectionQuestions.chapterOf(passage);
        if (row != null) {
            row.add(new FoundGrade(new PrintedGrade(JudgmentState.GRADED, null, null), passage));
        } else if (question != null) {
            noted.putIfAbsent(question, passage);
        }
    }

    private void holdBackNoted(JudgmentEvidence about, Passage passage) {
        understood.add(passage);
        about.holdBack(
                "the judgment on %s: \"%s\" may be the grade of an earlier inspection"
                        .formatted(about.question, passage.text()),
                places.of(passage, null),
                null);
    }

    /** Whether words stand below a grade that say where it comes from; the grade of the row then comes from there. */
    private static boolean isMoreOfTheLast(List<FoundGrade> grades, PrintedGrade more) {
        if (grades.isEmpty() || more.state() != JudgmentState.CARRIED_OVER || more.grade() != null) {
            return false;
        }
        FoundGrade last = grades.remove(grades.size() - 1);
        grades.add(new FoundGrade(
                new PrintedGrade(more.state(), last.grade().grade(), more.carriedFrom()), last.passage()));
        return true;
    }

    private static boolean isFurniture(Passage passage) {
        return passage.kind() == PassageKind.PAGE_NUMBER
                || passage.kind() == PassageKind.LINK
                || passage.kind() == PassageKind.FOOTNOTE;
    }

    private @Nullable PrintedGrade grade(Passage passage) {
        PrintedGrade grade = PrintedGrade.of(passage);
        boolean onScale = grade == null
                || grade.grade() != Grade.ADEQUATE
                || !cycle.gradeScale().equals("PEEL4");
        return onScale ? grade : null;
    }

    /** Pairs the titles and the grades of a row of the summary, which are printed in the same order. */
    private void addSummaryRow(
            List<Passage> titles,
            List<FoundGrade> grades,
            List<FoundGrade> withNotes,
            Map<String, JudgmentEvidence> evidence) {
        if (!withNotes.isEmpty() && titles.size() == grades.size() + withNotes.size()) {
            grades.addAll(withNotes);
            grades.sort(Comparator.comparingInt(grade -> grade.passage().ordinal()));
        }
        if (titles.size() != grades.size()) {
            doubtCarried(titles, grades, evidence);
        }
        // If a grade is missing, it is unknown to which title; the grades of the chapters are used instead.
        for (int i = 0; titles.size() == grades.size() && i < titles.size(); i++) {
            KnownQuestion question = matcher.find(titles.get(i).text(), wordings, QuestionMatcher.SAME);
            JudgmentEvidence about = question == null ? null : evidence.get(question.code());
            if (about != null && withNotes.contains(grades.get(i))) {
                holdBackNoted(about, grades.get(i).passage());
            } else if (about != null) {
                understood.add(grades.get(i).passage());
                if (about.summaryGrade == null) {
                    about.summaryGrade = grades.get(i);
                } else {
                    compare(about, about.summaryGrade, grades.get(i), "summary");
                }
            }
        }
        titles.clear();
        grades.clear();
        withNotes.clear();
    }

    /** Words such as "carried forward" on a line of their own may belong to the grade above them. */
    private void doubtCarried(List<Passage> titles, List<FoundGrade> grades, Map<String, JudgmentEvidence> evidence) {
        for (FoundGrade found : grades) {
            for (Passage title : titles) {
                KnownQuestion question = matcher.find(title.text(), wordings, QuestionMatcher.SAME);
                JudgmentEvidence about = question == null ? null : evidence.get(question.code());
                if (about != null && found.grade().state() == JudgmentState.CARRIED_OVER) {
                    about.holdBack(
                            "the judgment on %s: the summary prints \"%s\" beside a grade"
                                    .formatted(about.question, found.passage().text()),
                            places.of(found.passage(), null),
                            null);
                }
            }
        }
    }

    private void addChapterGrade(Map<String, JudgmentEvidence> evidence, FoundGrade found) {
        Passage passage = found.passage();
        JudgmentEvidence about = evidence.get(sectionQuestions.of(passage));
        JudgmentEvidence doubtful = evidence.get(sectionQuestions.chapterOf(passage));
        if (about != null) {
            understood.add(passage);
            if (about.chapterGrade == null) {
                about.chapterGrade = found;
                doubtQuestion(about, found);
            } else {
                compare(about, about.chapterGrade, found, "chapter");
            }
        } else if (doubtful != null) {
            understood.add(passage);
            UnknownChapter other = sectionQuestions.unknownChapter(passage);
            boolean alone = other != null && other.from() == passage.ordinal();
            if (doubtful.chapterGrade != null && alone) {
                compare(doubtful, doubtful.chapterGrade, found, "chapter");
            } else if (doubtful.chapterGrade == null && doubtful.otherGrade == null) {
                doubtful.otherGrade = found;
            }
        }
    }

    /** With five grades, an area that is not graded may end where the heading of another one is lost. */
    private void doubtQuestion(JudgmentEvidence about, FoundGrade found) {
        boolean graded =
                wordings.stream().anyMatch(question -> question.code().equals(about.question) && question.graded());
        if (!paired() && found.grade().grade() != null && !graded) {
            about.holdBack(
                    "the judgment on %s: the grade %s may be that of another area (this one is not graded in the inspection)"
                            .formatted(about.question, found.grade().inWords()),
                    places.of(found.passage(), null),
                    null);
        }
    }

    /** Whether the summary pairs titles and grades; with five grades it is a table of areas below grades, whose order means nothing. */
    private boolean paired() {
        return !cycle.hasFiveGrades();
    }

    private void compare(JudgmentEvidence about, FoundGrade first, FoundGrade second, String where) {
        if (!first.grade().equals(second.grade())) {
            about.holdBack(
                    "the judgment on %s: the %s prints both %s (%s) and %s (%s)"
                            .formatted(
                                    about.question,
                                    where,
                                    first.grade().inWords(),
                                    first.passage().lines().label(),
                                    second.grade().inWords(),
                                    second.passage().lines().label()),
                    places.of(first.passage(), null),
                    places.of(second.passage(), null));
        }
    }
}
