package peel.reading.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.question.Pillar;
import peel.reading.evidence.ForceNames;
import peel.reading.evidence.Vocabulary;
import peel.reading.evidence.Vocabulary.KnownCycle;
import peel.reading.evidence.Vocabulary.KnownForce;
import peel.reading.evidence.Vocabulary.KnownQuestion;
import peel.reading.fact.ReportCover.TitledInspection;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.phrase.Sentences;
import peel.reading.text.RefusedReportException;

/**
 * Finds the inspection that a report is about. The title decides if there is one. Otherwise each inspection gets a
 * score from the questions in the headings, the dates of the fieldwork, and references to reports on the same force.
 */
final class InspectionFinder {

    /**
     * An inspection of the vocabulary, or several that one report covers.
     *
     * @param pillars none in a cycle without pillars
     */
    record Inspection(KnownCycle cycle, List<Pillar> pillars, List<KnownQuestion> questions) {

        @Override
        public String toString() {
            return (pillars.isEmpty() ? "" : ReportCover.inWords(pillars) + " ") + cycle.code();
        }
    }

    private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d\\d)\\b");

    /** Years after a cycle in which its reports are still published. */
    private static final int LATEST_PUBLICATION = 2;

    private final Document document;
    private final Vocabulary vocabulary;
    private final QuestionMatcher matcher;
    private final String file;

    InspectionFinder(Document document, Vocabulary vocabulary, QuestionMatcher matcher) {
        this.document = document;
        this.vocabulary = vocabulary;
        this.matcher = matcher;
        this.file = document.text().file();
    }

    /**
     * @throws RefusedReportException if no inspection matches, if two match equally well, or if the cycle is unknown
     */
    Inspection find(ReportCover cover, List<String> headings, KnownForce force) {
        TitledInspection title = cover.titledInspection();
        List<KnownCycle> titledCycles = title.cycle() == null ? List.of() : knownCycles(title.cycle());
        KnownCycle titledCycle = titledCycles.size() == 1 ? titledCycles.get(0) : null;
        if (title.cycle() != null && titledCycles.isEmpty()) {
            throw refused("the title names the cycle %s, which is not in the database (%s); import its questions first"
                    .formatted(title.cycle(), cycleCodes()));
        }
        List<Integer> fieldwork = fieldworkYears();
        checkTitles(cover, titledCycle, fieldwork);
        List<Pillar> titledPillars = pillars(title);
        List<Inspection> candidates = candidates(titledPillars);
        Set<String> references = references(force);
        Inspection best = null;
        double bestScore = 0;
        Inspection second = null;
        double secondScore = 0;
        for (Inspection candidate : candidates) {
            double fit = fit(candidate, headings);
            boolean cycleMatches = titledCycle != null && titledCycle.equals(candidate.cycle());
            boolean pillarMatches = !titledPillars.isEmpty() && titledPillars.equals(candidate.pillars());
            if (!titledCycles.isEmpty() && !titledCycles.contains(candidate.cycle())
                    || !titledPillars.isEmpty() && !pillarMatches
                    || fit == 0 && !(cycleMatches && pillarMatches)) {
                continue;
            }
            double score = fit;
            for (int year : fieldwork) {
                if (candidate.cycle().includes(year)) {
                    score += 3.0 / fieldwork.size();
                }
            }
            for (String reference : references) {
                if (candidate.cycle().equals(knownCycle(reference))) {
                    score += 0.5;
                }
            }
            if (score > bestScore) {
                second = best;
                secondScore = bestScore;
                best = candidate;
                bestScore = score;
            } else if (score > secondScore) {
                second = candidate;
                secondScore = score;
            }
        }
        if (best == null) {
            throw refused(
                    "cannot determine which inspection the report is about because its questions match no cycle in the database (%s)"
                            .formatted(cycleCodes()));
        }
        if (titledCycle == null
                && !fieldwork.isEmpty()
                && fieldwork.stream().noneMatch(year -> cycleOf(year) != null)) {
            throw refused(
                    "the fieldwork took place in %s, which is in no cycle in the database (%s); import the cycle and its questions first"
                            .formatted(fieldwork.get(0), cycleCodes()));
        }
        if (titledCycle == null) {
            checkFieldwork(best, candidates, fieldwork, headings);
        }
        double titledFit = fit(best, headings);
        for (Inspection other : candidates) {
            if (!other.pillars().equals(best.pillars()) && fit(other, headings) > 2 * titledFit + 0.5) {
                throw refused("the title names %s, but the headings ask the questions of %s; check the file"
                        .formatted(best, other));
            }
        }
        checkPublication(cover, best, fieldwork);
        checkYears(best);
        if (fieldwork.stream().noneMatch(best.cycle()::includes)) {
            checkWordings(best, candidates, headings);
        }
        if (second != null && bestScore - secondScore < 0.01) {
            throw refused(
                    "cannot determine which inspection the report is about because %s and %s match equally well; import the report with its cover page"
                            .formatted(best, second));
        }
        return best;
    }

    /** Without a title that names one cycle, the dates of the fieldwork must do so. */
    private void checkFieldwork(
            Inspection inspection, List<Inspection> candidates, List<Integer> fieldwork, List<String> headings) {
        if (fieldwork.isEmpty()) {
            return;
        }
        if (fieldwork.stream().noneMatch(inspection.cycle()::includes)) {
            throw refused("its questions are those of %s, but the fieldwork took place in %s; check the file"
                    .formatted(inspection, fieldwork.get(0)));
        }
        for (Inspection other : candidates) {
            if (!other.cycle().equals(inspection.cycle())
                    && other.pillars().equals(inspection.pillars())
                    && fit(other, headings) > 0
                    && fieldwork.stream().allMatch(other.cycle()::includes)) {
                throw refused(
                        "cannot determine which inspection the report is about because the fieldwork took place in %s, which is in %s and in %s; import the report with its cover page"
                                .formatted(fieldwork.get(0), inspection, other));
            }
        }
    }

    /** Titles must agree with each other and with the dates of the fieldwork. */
    private void checkTitles(ReportCover cover, @Nullable KnownCycle titledCycle, List<Integer> fieldwork) {
        TitledInspection first = cover.titledInspection();
        for (TitledInspection other : cover.titledInspections()) {
            boolean sameCycle = Objects.equals(knownCycle(String.valueOf(other.cycle())), titledCycle);
            boolean samePillars = other.pillars().isEmpty()
                    || first.pillars().isEmpty()
                    || other.pillars().equals(first.pillars());
            if (!sameCycle || !samePillars) {
                throw refused("its titles contradict each other: %s and %s; import one report at a time"
                        .formatted(inWords(first), inWords(other)));
            }
            for (Pillar pillar : other.pillars()) {
                if (titledCycle != null
                        && hasPillars(titledCycle)
                        && vocabulary.questionsOf(titledCycle.code(), pillar).isEmpty()) {
                    throw refused("the title names %s, but the database has no questions on %s in %s; import them first"
                            .formatted(inWords(other), ReportCover.inWords(List.of(pillar)), titledCycle.code()));
                }
            }
        }
        if (titledCycle != null && !fieldwork.isEmpty() && fieldwork.stream().noneMatch(titledCycle::includes)) {
            throw refused("the title names %s, but the fieldwork took place in %s; check the file"
                    .formatted(titledCycle.code(), fieldwork.get(0)));
        }
    }

    /** A report names a year of its inspection outside of its title. */
    private void checkYears(Inspection inspection) {
        Set<Integer> years = new TreeSet<>();
        for (Passage passage : document.passages()) {
            if (passage.kind() != PassageKind.LINK
                    && !ReportCover.TITLE.matcher(passage.text()).find()) {
                YEAR.matcher(passage.text()).results().forEach(year -> years.add(Integer.valueOf(year.group(1))));
            }
        }
        if (!years.isEmpty()
                && years.stream()
                        .noneMatch(year -> year >= inspection.cycle().starts()
                                && year <= inspection.cycle().ends() + LATEST_PUBLICATION)) {
            throw refused("it seems to be a report of %s, but the text names only the years %s; check the file"
                    .formatted(inspection.cycle().code(), years));
        }
    }

    /** Questions that were reworded between two cycles tell them apart. */
    private void checkWordings(Inspection inspection, List<Inspection> candidates, List<String> headings) {
        long own = exact(inspection, headings);
        for (Inspection other : candidates) {
            if (other.pillars().equals(inspection.pillars())
                    && !other.cycle().equals(inspection.cycle())
                    && exact(other, headings) > own + 1) {
                throw refused("it seems to be a report of %s, but its questions are those of %s; check the file"
                        .formatted(inspection.cycle().code(), other.cycle().code()));
            }
        }
    }

    /** The number of an inspection's questions that are headings word for word. */
    private long exact(Inspection inspection, List<String> headings) {
        return inspection.questions().stream()
                .filter(question ->
                        headings.stream().anyMatch(heading -> matcher.similarity(heading, question.wording()) > 1))
                .count();
    }

    /** The pillars that a title names; none if it names several in a cycle without pillars. */
    List<Pillar> pillars(TitledInspection title) {
        KnownCycle cycle = title.cycle() == null ? null : knownCycle(title.cycle());
        return title.pillars().size() > 1 && (cycle == null || !hasPillars(cycle))
                ? List.of()
                : List.copyOf(title.pillars());
    }

    private boolean hasPillars(KnownCycle cycle) {
        return vocabulary.questions().stream()
                .anyMatch(question -> question.cycle().equals(cycle.code()) && question.pillar() != null);
    }

    private static String inWords(TitledInspection title) {
        return title.pillars().isEmpty()
                ? String.valueOf(title.cycle())
                : title.cycle() + " " + ReportCover.inWords(title.pillars());
    }

    /** A report is published during its cycle or within two years after it, and not before its fieldwork. */
    private void checkPublication(ReportCover cover, Inspection inspection, List<Integer> fieldwork) {
        String published = cover.published();
        if (published == null) {
            return;
        }
        int year = Integer.parseInt(published.substring(0, 4));
        if (year < inspection.cycle().starts() || year > inspection.cycle().ends() + LATEST_PUBLICATION) {
            throw refused("the cover is dated %s, which does not fit an inspection of %s; check the file"
                    .formatted(published, inspection.cycle().code()));
        }
        if (!fieldwork.isEmpty() && fieldwork.stream().allMatch(inspected -> inspected > year)) {
            throw refused("the cover is dated %s, but the fieldwork took place in %s; check the file"
                    .formatted(published, fieldwork.get(0)));
        }
    }

    private RefusedReportException refused(String reason) {
        return new RefusedReportException(file + ": " + reason);
    }

    /**
     * Each inspection alone, and in each cycle those that one report covers if it names several pillars.
     *
     * @param titled the pillars that the title names
     */
    private List<Inspection> candidates(List<Pillar> titled) {
        List<Inspection> candidates = new ArrayList<>();
        for (KnownCycle cycle : vocabulary.cycles()) {
            vocabulary.questions().stream()
                    .filter(question -> question.cycle().equals(cycle.code()))
                    .map(KnownQuestion::pillar)
                    .distinct()
                    .forEach(pillar -> candidates.add(new Inspection(
                            cycle,
                            pillar == null ? List.of() : List.of(pillar),
                            vocabulary.questionsOf(cycle.code(), pillar))));
            if (titled.size() > 1) {
                List<KnownQuestion> questions = new ArrayList<>();
                titled.forEach(pillar -> questions.addAll(vocabulary.questionsOf(cycle.code(), pillar)));
                candidates.add(new Inspection(cycle, titled, questions));
            }
        }
        return candidates;
    }

    /** The number of the inspection's questions found in the headings, weighted by similarity. */
    private double fit(Inspection candidate, List<String> headings) {
        double fit = 0;
        for (KnownQuestion question : candidate.questions()) {
            fit += headings.stream()
                    .mapToDouble(heading -> matcher.similarity(heading, question.wording()))
                    .filter(similarity -> similarity >= QuestionMatcher.SAME)
                    .max()
                    .orElse(0);
        }
        return fit;
    }

    private List<Integer> fieldworkYears() {
        List<Integer> years = new ArrayList<>();
        for (Passage passage : document.passages()) {
            if (passage.kind() == PassageKind.LINK) {
                continue;
            }
            for (Sentences.Span span : Sentences.in(passage.text())) {
                String sentence = passage.text().substring(span.start(), span.end());
                for (FieldworkReader.Dates dates : FieldworkReader.datesIn(sentence)) {
                    years.add(dates.from().getYear());
                }
            }
        }
        return years;
    }

    /** The cycles, as printed, of the reports on this force to which the report refers. */
    private Set<String> references(KnownForce force) {
        Set<String> references = new HashSet<>();
        for (Passage passage : document.passages()) {
            Matcher title = ReportCover.TITLE.matcher(passage.text());
            while (passage.kind() != PassageKind.LINK && title.find()) {
                boolean sameForce = ForceNames.of(force).stream()
                        .anyMatch(name -> passage.text().contains(name));
                if (sameForce) {
                    references.add(title.group(2));
                }
            }
        }
        return references;
    }

    /** The only cycle that a printed one can be. */
    private @Nullable KnownCycle knownCycle(String printed) {
        List<KnownCycle> known = knownCycles(printed);
        return known.size() == 1 ? known.get(0) : null;
    }

    /** The cycle that is printed or, if that is a year, the cycles that include it. */
    private List<KnownCycle> knownCycles(String printed) {
        String code = printed.replace('–', '-').replaceFirst("^(\\d{4})[/-]\\d\\d(\\d\\d)$", "$1-$2");
        List<KnownCycle> named = vocabulary.cycles().stream()
                .filter(cycle -> cycle.code().equals(code)
                        || cycle.code().equals(code.replace('-', '/'))
                        || cycle.code().equals(code.replace('/', '-')))
                .toList();
        if (!named.isEmpty() || code.length() != 4) {
            return named;
        }
        return vocabulary.cycles().stream()
                .filter(cycle -> cycle.includes(Integer.parseInt(code)))
                .toList();
    }

    private @Nullable KnownCycle cycleOf(int year) {
        return vocabulary.cycles().stream()
                .filter(cycle -> cycle.includes(year))
                .findFirst()
                .orElse(null);
    }

    private String cycleCodes() {
        return String.join(
                ", ", vocabulary.cycles().stream().map(KnownCycle::code).toList());
    }
}
