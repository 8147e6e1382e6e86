package peel.reading.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.judgment.JudgmentState;
import peel.question.QuestionKind;
import peel.reading.evidence.Areas;
import peel.reading.evidence.InspectedQuestion;
import peel.reading.evidence.Plausibility;
import peel.reading.evidence.ReadJudgment;
import peel.reading.evidence.ReportIdentity;
import peel.reading.evidence.Vocabulary;
import peel.reading.evidence.Vocabulary.KnownQuestion;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.layout.Section;
import peel.reading.text.RefusedReportException;

/**
 * Checks that a report's chapters are those of its inspection: each question that the report asks has exactly one
 * chapter, in order, and no chapter contains another one whose heading was lost. An integrated report must ask all
 * questions that are graded.
 */
final class StructureCheck {

    private static final Set<String> SUMMARIES = Set.of("summaryoffindings", "mainfindings");

    /** What may be any force, so that it does not tell which one a text is about. */
    private static final Pattern THE_FORCE =
            Pattern.compile("\\b(?:the|this) (?:force|constabulary|service)\\b", Pattern.CASE_INSENSITIVE);

    private final Document document;
    private final Vocabulary vocabulary;
    private final ReportIdentity identity;
    private final List<KnownQuestion> questions;
    private final List<KnownQuestion> wordings;
    private final SectionQuestions sectionQuestions;
    private final List<String> doubts = new ArrayList<>();

    /**
     * @param questions the questions of the inspections that the report covers, in the order of print
     * @param wordings the same questions, once for each of their wordings
     */
    StructureCheck(
            Document document,
            Vocabulary vocabulary,
            ReportIdentity identity,
            List<KnownQuestion> questions,
            List<KnownQuestion> wordings,
            SectionQuestions sectionQuestions) {
        this.document = document;
        this.vocabulary = vocabulary;
        this.identity = identity;
        this.questions = questions;
        this.wordings = wordings;
        this.sectionQuestions = sectionQuestions;
    }

    /**
     * @throws RefusedReportException if the file contains several reports
     */
    Plausibility check(List<ReadJudgment> judgments) {
        Map<InspectedQuestion, List<Section>> chapters = sectionQuestions.chapters();
        Map<InspectedQuestion, String> stated = judgments.stream()
                .collect(Collectors.toMap(
                        judgment -> new InspectedQuestion(judgment.pillar(), judgment.question()),
                        judgment -> judgment.state().name()));
        Set<InspectedQuestion> asked = asked();
        Set<InspectedQuestion> withGrade = withGrade();
        if (chapters.isEmpty()) {
            doubts.add("no chapter on a question of the inspection was found");
        }
        Set<InspectedQuestion> covered = new LinkedHashSet<>();
        for (KnownQuestion question : questions) {
            List<Section> found = chapters.getOrDefault(question.key(), List.of());
            if (found.size() > 1) {
                throw new RefusedReportException(
                        "%s: the chapter on %s was found %d times (%s); the file seems to contain several reports: import each in a file of its own"
                                .formatted(document.text().file(), label(question), found.size(), lines(found)));
            }
            boolean elsewhere = identity.part() != null
                    || JudgmentState.NOT_INSPECTED.name().equals(stated.get(question.key()))
                    || JudgmentState.CARRIED_OVER.name().equals(stated.get(question.key()));
            if (found.isEmpty()
                    && (question.kind() == QuestionKind.CORE || identity.integrated())
                    && asked.contains(question.key())
                    && !elsewhere) {
                doubts.add("the report asks \"%s\", but no chapter on %s was found"
                        .formatted(question.wording(), label(question)));
            }
            if (!question.graded() && !identity.pillars().isEmpty() && withGrade.contains(question.key())) {
                doubts.add("the chapter on %s (%s) has a grade, but that question is not graded; a heading may be lost"
                        .formatted(label(question), lines(found)));
            }
            boolean counts = !found.isEmpty() || asked.contains(question.key()) && identity.part() == null;
            if (question.graded() && counts || stated.containsKey(question.key())) {
                covered.add(question.key());
            }
        }
        checkOrder(chapters);
        checkSummaries();
        checkTitles();
        checkGrades();
        checkForeignQuestions();
        checkForces();
        if (identity.integrated()) {
            checkRepeatedTitles();
        }
        return new Plausibility(List.copyOf(doubts), judgments.size(), Math.max(covered.size(), judgments.size()));
    }

    /** The questions in whose chapters a grade stands. */
    private Set<InspectedQuestion> withGrade() {
        Map<Integer, InspectedQuestion> ofSections = sectionQuestions.byOrdinal(document);
        Set<InspectedQuestion> withGrade = new HashSet<>();
        for (Passage passage : document.passages()) {
            PrintedGrade grade = PrintedGrade.of(passage);
            if (grade != null && grade.grade() != null && ofSections.containsKey(passage.section())) {
                withGrade.add(ofSections.get(passage.section()));
            }
        }
        return withGrade;
    }

    private String label(KnownQuestion question) {
        return question.pillar() != null && identity.integrated()
                ? ReportCover.inWords(List.of(question.pillar())) + " " + question.code()
                : question.code();
    }

    private static String lines(List<Section> sections) {
        return sections.stream().map(section -> section.lines().label()).collect(Collectors.joining("; "));
    }

    /** The questions that the report asks anywhere: in its introduction, summary, contents or headings. */
    private Set<InspectedQuestion> asked() {
        StringBuilder running = new StringBuilder();
        Set<String> alone = new HashSet<>();
        for (Passage passage : document.passages()) {
            if (passage.kind() != PassageKind.PAGE_NUMBER && passage.kind() != PassageKind.LINK) {
                running.append(letters(passage.text()));
                alone.add(letters(passage.text()));
            }
        }
        String text = running.toString();
        Set<InspectedQuestion> asked = new HashSet<>(sectionQuestions.chapters().keySet());
        for (KnownQuestion question : wordings) {
            String letters = letters(question.wording());
            if (question.wording().endsWith("?") ? text.contains(letters) : alone.contains(letters)) {
                asked.add(question.key());
            }
        }
        if (identity.integrated()) {
            questions.stream().filter(KnownQuestion::graded).forEach(question -> asked.add(question.key()));
        }
        return asked;
    }

    private void checkOrder(Map<InspectedQuestion, List<Section>> chapters) {
        int last = -1;
        String before = "";
        for (KnownQuestion question : questions) {
            List<Section> found = chapters.getOrDefault(question.key(), List.of());
            // The overall question of each pillar opens its part of an integrated report.
            if (question.kind() != QuestionKind.CORE && !identity.integrated() || found.isEmpty()) {
                continue;
            }
            int ordinal = found.get(0).ordinal();
            if (ordinal < last && !identity.pillars().isEmpty()) {
                doubts.add("the chapter on %s (%s) stands before the one on %s"
                        .formatted(label(question), found.get(0).lines().label(), before));
            }
            last = Math.max(last, ordinal);
            before = label(question);
        }
    }

    /**
     * A chapter has one summary of findings; a second one belongs to a chapter whose heading was not found. Several in no
     * chapter are those of another report, whose questions were taken for titles before the chapters.
     */
    private void checkSummaries() {
        Map<Integer, Section> first = new HashMap<>();
        List<Section> inNoChapter = new ArrayList<>();
        int chapter = -1;
        for (Section section : document.sections()) {
            if (section.level() <= 1) {
                chapter = section.ordinal();
            }
            if (section.heading() != null && SUMMARIES.contains(letters(section.heading()))) {
                Section other = first.putIfAbsent(chapter, section);
                String question = sectionQuestions.chapterOf(section);
                if (question == null) {
                    inNoChapter.add(section);
                } else if (other != null) {
                    doubts.add("the chapter on %s has two summaries of findings (%s and %s); a heading may be lost"
                            .formatted(question, lineOf(other), lineOf(section)));
                }
            }
        }
        if (inNoChapter.size() > 1) {
            doubts.add(
                    "%d summaries of findings stand in no chapter (%s and others); the file may contain several reports"
                            .formatted(inNoChapter.size(), lineOf(inNoChapter.get(0))));
        }
    }

    /** A title inside of another question's chapter is the heading of a chapter, or a mere mention that hides one. */
    private void checkTitles() {
        Set<String> core = questions.stream()
                .filter(question -> question.kind() == QuestionKind.CORE)
                .map(KnownQuestion::code)
                .collect(Collectors.toSet());
        for (Passage passage : document.passages()) {
            String chapter = sectionQuestions.chapterOf(passage);
            if (passage.kind() == PassageKind.TITLE && chapter != null && core.contains(chapter)) {
                doubts.add("line %d, \"%s\", stands in the chapter on %s and may be the heading of another one"
                        .formatted(passage.lines().from(), passage.text(), chapter));
            }
        }
    }

    /** With five grades, a chapter has one grade below its heading; a second one belongs to a chapter whose heading is lost. */
    private void checkGrades() {
        if (!identity.pillars().isEmpty()) {
            return;
        }
        Map<String, Passage> first = new HashMap<>();
        for (Passage passage : document.passages()) {
            String chapter = sectionQuestions.chapterOf(passage);
            if (passage.kind() == PassageKind.GRADE && chapter != null) {
                Passage other = first.putIfAbsent(chapter, passage);
                if (other != null) {
                    doubts.add("the chapter on %s has two grades (%s and %s); a heading may be lost"
                            .formatted(
                                    chapter,
                                    other.lines().label(),
                                    passage.lines().label()));
                }
            }
        }
    }

    private static String lineOf(Section section) {
        return "line " + section.lines().from();
    }

    /** The summary of all pillars has each title once, and that of the pillar may repeat it. */
    private void checkRepeatedTitles() {
        Map<InspectedQuestion, Integer> titles = new HashMap<>();
        for (Passage passage : document.passages()) {
            if (passage.kind() == PassageKind.TITLE) {
                String letters = letters(passage.text());
                wordings.stream()
                        .filter(question -> question.kind() == QuestionKind.CORE)
                        .filter(question -> letters(question.wording()).equals(letters))
                        .findFirst()
                        .ifPresent(question -> titles.merge(question.key(), 1, Integer::sum));
            }
        }
        for (KnownQuestion question : questions) {
            if (titles.getOrDefault(question.key(), 0) > 2) {
                doubts.add("%s is asked %d times before its chapter; the file may contain several reports"
                        .formatted(label(question), titles.get(question.key())));
            }
        }
    }

    /** Headings that ask the questions of another inspection. */
    private void checkForeignQuestions() {
        Set<String> own =
                wordings.stream().map(question -> letters(question.wording())).collect(Collectors.toSet());
        Map<String, KnownQuestion> foreign = new HashMap<>();
        for (KnownQuestion question : vocabulary.questions()) {
            String letters = letters(question.wording());
            if (question.wording().endsWith("?") && !own.contains(letters)) {
                foreign.put(letters, question);
            }
        }
        for (Section section : document.sections()) {
            doubtForeign(foreign, section.heading(), section.lines().from());
        }
        for (Passage passage : document.passages()) {
            if (passage.kind() == PassageKind.TITLE) {
                doubtForeign(foreign, passage.text(), passage.lines().from());
            }
        }
    }

    /** Chapters that name another force and never the report's own come from another report. */
    private void checkForces() {
        Areas areas = new Areas(identity.force(), vocabulary);
        Map<String, Set<String>> named = new LinkedHashMap<>();
        for (Passage passage : document.passages()) {
            String chapter = sectionQuestions.chapterOf(passage);
            if (chapter != null) {
                named.computeIfAbsent(chapter, key -> new HashSet<>())
                        .addAll(areas.namedIn(THE_FORCE.matcher(passage.text()).replaceAll("it")));
            }
        }
        Map<String, List<String>> foreign = new LinkedHashMap<>();
        named.forEach((chapter, forces) -> {
            if (forces.size() == 1 && !forces.contains(identity.force())) {
                foreign.computeIfAbsent(forces.iterator().next(), key -> new ArrayList<>())
                        .add(chapter);
            }
        });
        foreign.forEach((force, about) -> {
            if (about.size() > 1) {
                doubts.add("the chapters on %s name %s, and not %s; the file may contain several reports"
                        .formatted(String.join(" and ", about), force, identity.force()));
            }
        });
    }

    private void doubtForeign(Map<String, KnownQuestion> foreign, @Nullable String heading, int line) {
        KnownQuestion question = heading == null ? null : foreign.get(letters(heading));
        if (question != null) {
            String pillar =
                    question.pillar() == null ? "" : question.pillar().name().toLowerCase(Locale.ROOT) + " ";
            doubts.add("line %d asks a question of another inspection (%s%s): \"%s\""
                    .formatted(line, pillar, question.cycle(), question.wording()));
        }
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                letters.append(Character.toLowerCase(text.charAt(i)));
            }
        }
        return letters.toString();
    }
}
