package peel.reading.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.question.Pillar;
import peel.reading.evidence.Areas;
import peel.reading.evidence.DocumentSentences;
import peel.reading.evidence.Places;
import peel.reading.evidence.Plausibility;
import peel.reading.evidence.ReadFieldwork;
import peel.reading.evidence.ReadFinding;
import peel.reading.evidence.ReadJudgment;
import peel.reading.evidence.ReadReport;
import peel.reading.evidence.Remark;
import peel.reading.evidence.ReportIdentity;
import peel.reading.evidence.Sentence;
import peel.reading.evidence.UnderstoodText;
import peel.reading.evidence.Vocabulary;
import peel.reading.evidence.Vocabulary.KnownCycle;
import peel.reading.evidence.Vocabulary.KnownQuestion;
import peel.reading.fact.metric.Chart;
import peel.reading.fact.metric.MetricRule;
import peel.reading.fact.metric.MetricRules;
import peel.reading.fact.metric.ObservationChecks;
import peel.reading.fact.metric.ObservationDraft;
import peel.reading.fact.metric.Observations;
import peel.reading.fact.metric.Table;
import peel.reading.fact.metric.TableRows;
import peel.reading.layout.Document;
import peel.reading.layout.DocumentReader;
import peel.reading.layout.Figure;
import peel.reading.layout.FigureStatus;
import peel.reading.layout.Passage;
import peel.reading.text.RefusedReportException;
import peel.reading.text.ReportText;

/** Reads the facts of a report. */
public final class ReportReader {

    private final Vocabulary vocabulary;
    private final DocumentReader documents;
    private final DocumentReader integratedDocuments;

    public ReportReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        List<String> wordings = vocabulary.questions().stream()
                .map(KnownQuestion::wording)
                .distinct()
                .toList();
        this.documents = new DocumentReader(wordings);
        List<String> headings = new ArrayList<>(wordings);
        headings.addAll(IntegratedReport.titles());
        this.integratedDocuments = new DocumentReader(headings);
    }

    /**
     * @throws RefusedReportException if the text is not that of a PEEL report, or if its force, cycle or pillars are
     *     unknown or cannot be determined
     */
    public ReadReport read(ReportText text) {
        Document document = documents.read(text);
        boolean integrated = new IdentityReader(document, vocabulary, new QuestionMatcher()).isIntegrated();
        return read(integrated ? integratedDocuments.read(text) : document);
    }

    /**
     * @throws RefusedReportException if the document is not a PEEL report, or if its force, cycle or pillar is unknown
     *     or cannot be determined
     */
    private ReadReport read(Document document) {
        QuestionMatcher matcher = new QuestionMatcher();
        ReportIdentity identity = new IdentityReader(document, vocabulary, matcher).read();
        List<KnownQuestion> questions = new ArrayList<>();
        identity.inspections().forEach(pillar -> questions.addAll(vocabulary.questionsOf(identity.cycle(), pillar)));
        List<KnownQuestion> wordings = vocabulary.withWordingsOfOtherCycles(questions);
        if (identity.integrated()) {
            wordings.addAll(IntegratedReport.titled(questions));
        }
        KnownCycle cycle = vocabulary.cycles().stream()
                .filter(candidate -> candidate.code().equals(identity.cycle()))
                .findFirst()
                .orElseThrow();
        SectionQuestions sectionQuestions = new SectionQuestions(
                document, wordings, matcher, new UnknownHeadings(document, vocabulary, cycle, questions));
        DocumentSentences sentences = new DocumentSentences(document);
        Places places = new Places(document);
        UnderstoodText understood = new UnderstoodText();

        Areas areas = new Areas(identity.force(), vocabulary);
        List<ReadJudgment> judgments = new ArrayList<>();
        List<ReadFinding> findings = new ArrayList<>();
        List<ReadFieldwork> fieldwork = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        for (Pillar pillar : identity.inspections()) {
            List<KnownQuestion> own = ofPillar(pillar, questions);
            SectionQuestions chapters = sectionQuestions.ofPillar(pillar);
            JudgmentReader judgmentReader = new JudgmentReader(
                    document,
                    vocabulary,
                    areas,
                    cycle,
                    pillar,
                    own,
                    ofPillar(pillar, wordings),
                    matcher,
                    chapters,
                    places,
                    understood);
            List<ReadJudgment> judged = judgmentReader.read(sentences);
            judgments.addAll(judged);
            remarks.addAll(judgmentReader.remarks());
            FindingReader findingReader =
                    new FindingReader(document, cycle, pillar, areas, chapters, places, understood);
            findings.addAll(findingReader.read(sentences));
            remarks.addAll(findingReader.remarks());
            FieldworkReader fieldworkReader = new FieldworkReader(
                    cycle,
                    pillar,
                    !identity.integrated(),
                    own,
                    judged,
                    judgmentReader.ofAnotherInspection(),
                    places,
                    understood);
            fieldwork.addAll(fieldworkReader.read(sentences.all(), chapters));
        }
        Observations observations = new Observations(areas, places, understood, vocabulary, cycle.ends() + 1);
        readObservations(document, sentences.mended(document), observations);

        Plausibility plausibility = new StructureCheck(
                        document, vocabulary, identity, questions, wordings, sectionQuestions)
                .check(judgments);
        remarks.addAll(observations.remarks());
        remarks.addAll(new MissedStatements(document, sentences, places, understood).remarks());
        remarks.sort(Comparator.comparing((Remark remark) -> !remark.isHeldBack())
                .thenComparing(Remark::kind)
                .thenComparingInt(remark -> remark.place().lines().from()));
        return new ReadReport(
                document,
                sectionQuestions.byOrdinal(document),
                identity,
                List.copyOf(judgments),
                List.copyOf(findings),
                observations.all().stream().map(ObservationDraft::toObservation).toList(),
                List.copyOf(fieldwork),
                // What stands in no chapter is remarked upon once, not for each pillar.
                remarks.stream().distinct().toList(),
                plausibility);
    }

    private static List<KnownQuestion> ofPillar(@Nullable Pillar pillar, List<KnownQuestion> questions) {
        return questions.stream()
                .filter(question -> question.pillar() == pillar)
                .toList();
    }

    private static void readObservations(Document document, DocumentSentences sentences, Observations observations) {
        List<Figure> tables = new ArrayList<>();
        List<Figure> charts = new ArrayList<>();
        for (Figure figure : document.figures()) {
            boolean table =
                    figure.status() == FigureStatus.TABLE && !figure.rows().isEmpty();
            (table ? tables : charts).add(figure);
        }
        for (MetricRule rule : MetricRules.ALL) {
            for (Figure table : tables) {
                rule.read(table(document, sentences, table), observations);
            }
        }
        for (Sentence sentence : sentences.all()) {
            for (MetricRule rule : MetricRules.ALL) {
                if (sentence.hasNumber()) {
                    rule.read(sentence, observations);
                }
                rule.assess(sentence, observations);
            }
        }
        for (Sentence sentence : sentences.running()) {
            for (int number : sentence.footnotes()) {
                for (Sentence footnote : sentences.footnote(number)) {
                    for (MetricRule rule : MetricRules.ALL) {
                        rule.readFootnote(sentence, footnote, observations);
                    }
                }
            }
        }
        for (MetricRule rule : MetricRules.ALL) {
            for (Figure chart : charts) {
                Passage caption = document.passages().get(chart.caption());
                rule.read(new Chart(chart.label(), caption, footnotes(sentences, caption)), observations);
            }
        }
        observations.complete(MetricRules.COMPARED_NATIONALLY);
        new ObservationChecks(observations).run();
    }

    private static Table table(Document document, DocumentSentences sentences, Figure figure) {
        Passage caption = document.passages().get(figure.caption());
        TableRows rows = TableRows.of(figure.rows().stream()
                .map(ordinal -> document.passages().get(ordinal))
                .toList());
        List<Sentence> notes = figure.notes().stream()
                .map(ordinal -> document.passages().get(ordinal))
                .flatMap(note -> sentences.of(note).stream())
                .toList();
        return new Table(figure.label(), caption, rows.rows(), rows.heading(), notes, footnotes(sentences, caption));
    }

    private static List<Sentence> footnotes(DocumentSentences sentences, Passage caption) {
        return caption.marks().stream()
                .flatMap(mark -> sentences.footnote(mark.number()).stream())
                .toList();
    }
}
