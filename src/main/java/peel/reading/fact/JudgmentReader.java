package peel.reading.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.judgment.JudgmentState;
import peel.question.Grade;
import peel.question.Pillar;
import peel.reading.evidence.Areas;
import peel.reading.evidence.DocumentSentences;
import peel.reading.evidence.Place;
import peel.reading.evidence.Places;
import peel.reading.evidence.ReadJudgment;
import peel.reading.evidence.Remark;
import peel.reading.evidence.Sentence;
import peel.reading.evidence.UnderstoodText;
import peel.reading.evidence.Vocabulary;
import peel.reading.evidence.Vocabulary.KnownCycle;
import peel.reading.evidence.Vocabulary.KnownQuestion;
import peel.reading.fact.JudgmentEvidence.FoundComparison;
import peel.reading.fact.JudgmentEvidence.FoundGrade;
import peel.reading.fact.JudgmentEvidence.FoundOrigin;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;

/**
 * Reads the judgments of a report. A report prints each grade twice, in its summary and in the question's chapter;
 * grades are read where they stand alone, never from prose. Comparisons with previous judgments are read from prose.
 */
final class JudgmentReader {

    /** "Our judgment from the 2016 inspection has been carried over", "the 2016 judgment stands". */
    private static final Pattern CARRIED = Pattern.compile(
            "\\b(?:judge?ments?|grades?|gradings?|findings)\\b[^.;]{0,200}?\\b(?:carr(?:y|ies|ied) (?:over|forward)|(?:still )?stands?|still (?:appl(?:y|ies)|valid|current|holds?)|continues? to (?:apply|stand|be valid)|remains? (?:in place|valid|current|in force|as it was|the same as in our (?:previous|last)))\\b|\\bcarr(?:y|ies|ied) (?:over|forward)\\b[^.;]{0,200}?\\b(?:judge?ments?|grades?|inspection)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LAST_YEAR =
            Pattern.compile("\\b(?:last|previous) year['’]?s?\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_INSPECTED = Pattern.compile(
            "\\b(?:this (?:question|area|aspect) was not (?:inspected|assessed|re-?inspected)|we (?:did not|have not|didn['’]t|haven['’]t) (?:re-?)?(?:inspect(?:ed)?|assess(?:ed)?|look(?:ed)? at) (?:this (?:question|area|aspect)|how (?:effective|well)))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern JUDGMENT_HEADING =
            Pattern.compile("^(?:summary|overall judge?ment)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d\\d(?:[/–-](?:20)?\\d\\d)?)\\b");

    private static final Pattern GRADE = Pattern.compile(JudgmentComparison.GRADE, Pattern.CASE_INSENSITIVE);

    private final Document document;
    private final Vocabulary vocabulary;
    private final KnownCycle cycle;
    private final SectionQuestions sectionQuestions;
    private final Places places;
    private final UnderstoodText understood;
    private final Areas areas;
    private final GradeReader gradeReader;
    private final QuestionTopics topics;
    private final RestatedGrades restatedGrades;
    private final ComparisonWords comparisonWords;
    private final GradeOrigin gradeOrigin;
    private final Map<String, JudgmentEvidence> evidence = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final @Nullable Pillar pillar;

    /**
     * @param pillar the inspection's
     * @param questions the questions of the inspection
     * @param wordings the same questions, once for each of their wordings
     */
    JudgmentReader(
            Document document,
            Vocabulary vocabulary,
            Areas areas,
            KnownCycle cycle,
            @Nullable Pillar pillar,
            List<KnownQuestion> questions,
            List<KnownQuestion> wordings,
            QuestionMatcher matcher,
            SectionQuestions sectionQuestions,
            Places places,
            UnderstoodText understood) {
        this.document = document;
        this.vocabulary = vocabulary;
        this.areas = areas;
        this.pillar = pillar;
        this.cycle = cycle;
        this.sectionQuestions = sectionQuestions;
        this.places = places;
        this.understood = understood;
        this.gradeReader = new GradeReader(document, cycle, wordings, matcher, sectionQuestions, places, understood);
        this.topics = new QuestionTopics(document, questions, sectionQuestions);
        this.restatedGrades = new RestatedGrades(topics, sectionQuestions, places, understood, remarks);
        this.comparisonWords = new ComparisonWords(wordings, areas);
        this.gradeOrigin = new GradeOrigin(document, cycle.starts());
        questions.forEach(question -> evidence.put(question.code(), new JudgmentEvidence(question.code(), remarks)));
    }

    /** The contradictions found by {@link #read}. */
    List<Remark> remarks() {
        return remarks;
    }

    /** The questions whose judgments {@link #read} held back because they may be those of an earlier inspection. */
    Set<String> ofAnotherInspection() {
        return evidence.values().stream()
                .filter(about -> about.isHeldBack() && (about.origin != null || about.notInspected != null))
                .map(about -> about.question)
                .collect(Collectors.toSet());
    }

    List<ReadJudgment> read(DocumentSentences sentences) {
        gradeReader.read(evidence);
        sentences.running().forEach(this::readSentence);
        sentences.all().forEach(this::readOrigin);
        sentences.sources().forEach(this::readOrigin);
        List<ReadJudgment> judgments = new ArrayList<>();
        for (JudgmentEvidence about : evidence.values()) {
            ReadJudgment judgment = judgment(about);
            if (judgment != null) {
                judgments.add(judgment);
            }
        }
        for (Sentence sentence : sentences.running()) {
            restatedGrades.check(sentence, judgments);
        }
        return judgments;
    }

    private void readSentence(Sentence sentence) {
        String chapterQuestion = sectionQuestions.of(sentence.passage());
        if (chapterQuestion == null) {
            return;
        }
        boolean inSummary = topics.inSummary(sentence);
        JudgmentComparison comparison =
                isAboutJudgment(sentence.passage().section()) && namesNoOtherForce(sentence.text())
                        ? JudgmentComparison.of(sentence.text(), cycle.starts())
                        : null;
        if (comparison == null) {
            if (!inSummary) {
                readCarriedOver(sentence, evidenceOn(chapterQuestion));
            }
            return;
        }
        String question = topics.of(sentence);
        if (question == null) {
            return;
        }
        JudgmentEvidence about = evidenceOn(question);
        String doubt = comparisonWords.doubt(sentence, comparison, cycle.starts());
        if (doubt != null) {
            understood.add(sentence);
            remarks.add(Remark.heldBack(
                    "the comparison of the judgment on %s with the previous one".formatted(question),
                    doubt,
                    places.of(sentence)));
            return;
        }
        FoundComparison found = new FoundComparison(comparison, sentence);
        understood.add(sentence);
        if (inSummary && about.summaryComparison == null) {
            about.summaryComparison = found;
        } else if (!inSummary && about.chapterComparison == null) {
            about.chapterComparison = found;
        }
    }

    /** Records that a grade may be that of an earlier inspection or of another body. */
    private void readOrigin(Sentence sentence) {
        String whose = "of another body";
        boolean otherForce = !namesNoOtherForce(sentence.text());
        String words = gradeOrigin.ofOthers(sentence, otherForce);
        if (words == null && !otherForce) {
            whose = "of an earlier inspection";
            words = JudgmentComparison.of(sentence.text(), cycle.starts()) == null
                    ? gradeOrigin.earlier(sentence)
                    : gradeOrigin.keeps(sentence);
            boolean carried = topics.inSummary(sentence)
                    && CARRIED.matcher(sentence.text()).find();
            words = words == null && (carried || topics.inSummary(sentence) && gradeOrigin.isOfAnEarlierGrade(sentence))
                    ? sentence.text()
                    : words;
        }
        if (words == null) {
            return;
        }
        String doubt = "the text may say that it is that %s: \"%s\"".formatted(whose, words);
        for (JudgmentEvidence about : gradesBeside(sentence)) {
            if (about.origin == null) {
                about.origin = new FoundOrigin(doubt, sentence);
            }
        }
    }

    /** The judgments that a sentence may be about: that of its topic, or those of the summary's row above it. */
    private List<JudgmentEvidence> gradesBeside(Sentence sentence) {
        // A short sentence may have been taken for the heading of another chapter.
        String topic =
                topics.inSummary(sentence) ? topics.of(sentence) : sectionQuestions.chapterOf(sentence.passage());
        if (topic != null) {
            return List.of(evidenceOn(topic));
        }
        int at = sentence.passage().ordinal();
        List<JudgmentEvidence> beside = new ArrayList<>();
        for (int above = at - 1; above >= 0; above--) {
            Passage passage = document.passages().get(above);
            for (JudgmentEvidence about : evidence.values()) {
                if (about.summaryGrade != null && about.summaryGrade.passage().equals(passage)) {
                    beside.add(about);
                }
            }
            boolean text = passage.kind() == PassageKind.PARAGRAPH || passage.kind() == PassageKind.BULLET;
            boolean rowWithoutGrade = passage.kind() == PassageKind.TITLE && beside.isEmpty();
            if (passage.section() != sentence.passage().section() || text && !beside.isEmpty() || rowWithoutGrade) {
                break;
            }
        }
        return beside;
    }

    /** A comparison with another force's judgment is not one with the previous judgment. */
    private boolean namesNoOtherForce(String sentence) {
        return areas.namedIn(sentence).stream().allMatch(areas.force()::equals);
    }

    /** Sections and topics have the questions of the inspection, for each of which there is evidence. */
    private JudgmentEvidence evidenceOn(String question) {
        return Objects.requireNonNull(evidence.get(question));
    }

    /**
     * Whether a section states what was judged. Elsewhere an improvement may be one of some part of the work, not of
     * the judgment.
     */
    private boolean isAboutJudgment(int section) {
        String heading = document.sections().get(section).heading();
        return heading != null && JUDGMENT_HEADING.matcher(heading).find()
                || document.passages().stream()
                        .anyMatch(passage -> passage.section() == section && passage.kind() == PassageKind.GRADE);
    }

    private void readCarriedOver(Sentence sentence, JudgmentEvidence about) {
        Matcher carried = CARRIED.matcher(sentence.text());
        boolean found = carried.find();
        String doubt = found
                ? comparisonWords.unknownInClause(sentence.text(), carried.start(), carried.end())
                : gradeOrigin.isOfAnEarlierGrade(sentence) ? "kept" : null;
        if (doubt != null && namesNoOtherForce(sentence.text())) {
            understood.add(sentence);
            about.origin = new FoundOrigin(doubt, sentence);
            FoundGrade printed = about.chapterGrade == null ? about.summaryGrade : about.chapterGrade;
            about.holdBack(
                    "the judgment on %s: the text may say that it is that of an earlier inspection; it is unclear what \"%s\" means for it"
                            .formatted(about.question, doubt),
                    places.of(sentence),
                    printed == null ? null : places.of(printed.passage(), null));
            return;
        }
        if (doubt != null) {
            return;
        }
        if (!found) {
            if (NOT_INSPECTED.matcher(sentence.text()).find()) {
                about.notInspected = sentence;
                if (about.chapterGrade == null && about.summaryGrade == null) {
                    about.chapterGrade = new FoundGrade(
                            new PrintedGrade(JudgmentState.NOT_INSPECTED, null, null), sentence.passage());
                    understood.add(sentence);
                }
            }
            return;
        }
        Matcher year = YEAR.matcher(sentence.text());
        String from = null;
        while (year.find()) {
            KnownCycle earlier = cycleOf(year.group(1));
            from = earlier == null || earlier.equals(cycle) ? from : year.group(1);
        }
        if (from == null && LAST_YEAR.matcher(sentence.text()).find()) {
            KnownCycle earlier = cycleOf(String.valueOf(cycle.starts() - 1));
            from = earlier == null ? null : String.valueOf(cycle.starts() - 1);
        }
        if (from == null) {
            understood.add(sentence);
            about.origin = new FoundOrigin("carried over", sentence);
            FoundGrade printed = about.chapterGrade == null ? about.summaryGrade : about.chapterGrade;
            about.holdBack(
                    "the judgment on %s: the text says that it is carried over, but not from which year"
                            .formatted(about.question),
                    places.of(sentence),
                    printed == null ? null : places.of(printed.passage(), null));
            return;
        }
        Matcher grade = GRADE.matcher(sentence.text());
        Grade inSentence = grade.find() ? PrintedGrade.parseGrade(grade.group(1)) : null;
        understood.add(sentence);
        if (about.notInspected != null) {
            understood.add(about.notInspected);
        }
        about.chapterGrade = carriedOver(about.chapterGrade, sentence, from, inSentence);
        about.summaryGrade = about.summaryGrade == null ? null : carriedOver(about.summaryGrade, sentence, from, null);
    }

    private static FoundGrade carriedOver(
            @Nullable FoundGrade found, Sentence sentence, String from, @Nullable Grade inSentence) {
        Grade grade = found == null ? inSentence : found.grade().grade();
        return new FoundGrade(
                new PrintedGrade(JudgmentState.CARRIED_OVER, grade == null ? inSentence : grade, from),
                found == null ? sentence.passage() : found.passage());
    }

    private @Nullable KnownCycle cycleOf(String printed) {
        String code = printed.replace('–', '-');
        return vocabulary.cycles().stream()
                .filter(known -> known.code().equals(code)
                        || known.code().replace('/', '-').equals(code)
                        || code.length() == 4 && known.includes(Integer.parseInt(code)))
                .findFirst()
                .orElse(null);
    }

    private @Nullable ReadJudgment judgment(JudgmentEvidence about) {
        FoundGrade found = about.chapterGrade == null ? about.summaryGrade : about.chapterGrade;
        if (found == null) {
            if (about.otherGrade != null) {
                about.holdBack(
                        "the judgment on %s: the grade %s does not stand below the chapter's heading and may be that of another chapter"
                                .formatted(
                                        about.question, about.otherGrade.grade().inWords()),
                        places.of(about.otherGrade.passage(), null),
                        null);
            }
            return null;
        }
        Passage passage = found.passage();
        String note = null;
        if (about.chapterGrade != null && about.summaryGrade != null) {
            PrintedGrade chapter = about.chapterGrade.grade();
            PrintedGrade summary = about.summaryGrade.grade();
            if (agree(chapter, summary)) {
                passage = about.summaryGrade.passage();
                note = "the same %sstands in the question's chapter, %s"
                        .formatted(
                                chapter.grade() == null ? "" : "grade ",
                                about.chapterGrade.passage().lines().label());
            } else {
                about.holdBack(
                        "the judgment on %s: the summary prints %s (%s), but the question's chapter prints %s (%s)"
                                .formatted(
                                        about.question,
                                        summary.inWords(),
                                        about.summaryGrade.passage().lines().label(),
                                        chapter.inWords(),
                                        about.chapterGrade.passage().lines().label()),
                        places.of(about.summaryGrade.passage(), null),
                        places.of(about.chapterGrade.passage(), null));
            }
        }
        if (about.notInspected != null && found.grade().state() == JudgmentState.GRADED) {
            about.holdBack(
                    "the judgment on %s: a grade is printed, but the text says that it was not inspected"
                            .formatted(about.question),
                    places.of(about.notInspected),
                    places.of(found.passage(), null));
        }
        if (about.origin != null && found.grade().state() == JudgmentState.GRADED && !about.isHeldBack()) {
            understood.add(about.origin.sentence());
            about.holdBack(
                    "the judgment on %s: %s".formatted(about.question, about.origin.doubt()),
                    places.of(about.origin.sentence()),
                    places.of(found.passage(), null));
        }
        checkComparisons(about);
        if (about.isHeldBack()) {
            return null;
        }
        PrintedGrade grade = found.grade();
        if (grade.state() != JudgmentState.CARRIED_OVER) {
            return judgment(about, grade.state(), grade.grade(), null, note, passage);
        }
        KnownCycle earlier = grade.carriedFrom() == null ? null : cycleOf(grade.carriedFrom());
        if (earlier == null || grade.grade() == null) {
            String unknown = grade.grade() == null
                    ? "; the report does not say which grade"
                    : "; the report does not say from which inspection that is known";
            return judgment(about, JudgmentState.NOT_INSPECTED, null, null, grade.inWords() + unknown, passage);
        }
        return judgment(about, grade.state(), grade.grade(), earlier.code(), note, passage);
    }

    private ReadJudgment judgment(
            JudgmentEvidence about,
            JudgmentState state,
            @Nullable Grade grade,
            @Nullable String carriedOverFrom,
            @Nullable String note,
            Passage passage) {
        FoundComparison found = about.chapterComparison == null ? about.summaryComparison : about.chapterComparison;
        JudgmentComparison comparison = found == null ? null : found.comparison();
        return new ReadJudgment(
                pillar,
                about.question,
                state,
                grade,
                carriedOverFrom,
                comparison == null ? null : comparison.direction(),
                comparison == null ? null : comparison.year(),
                comparison == null ? null : comparison.grade(),
                note,
                about.contradiction(),
                places.of(passage, null));
    }

    private static boolean agree(PrintedGrade chapter, PrintedGrade summary) {
        // A summary may show the grade alone, of which the chapter says that it is carried over.
        return chapter.grade() == summary.grade()
                && (chapter.state() == summary.state()
                        || chapter.grade() != null && chapter.state() == JudgmentState.CARRIED_OVER);
    }

    private void checkComparisons(JudgmentEvidence about) {
        if (about.chapterComparison == null
                || about.summaryComparison == null
                || about.chapterComparison.comparison().equals(about.summaryComparison.comparison())) {
            return;
        }
        Place summary = places.of(about.summaryComparison.sentence());
        Place chapter = places.of(about.chapterComparison.sentence());
        about.addContradiction(
                "%s: compared with the previous judgment, the summary says \"%s\" (%s), but the question's chapter says \"%s\" (%s); the chapter's comparison is kept"
                        .formatted(
                                about.question,
                                inWords(about.summaryComparison.comparison()),
                                summary.lines().label(),
                                inWords(about.chapterComparison.comparison()),
                                chapter.lines().label()),
                summary,
                chapter);
    }

    private static String inWords(JudgmentComparison comparison) {
        return comparison.direction().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (comparison.year() == null ? "" : ", " + comparison.year())
                + (comparison.grade() == null ? "" : ", " + PrintedGrade.inWords(comparison.grade()));
    }
}
