package peel.reading.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
import peel.reading.layout.Figure;
import peel.reading.layout.FigureStatus;
import peel.reading.layout.Passage;
import peel.reading.text.RefusedReportException;

/** Reads the facts of a report. */
public final class ReportReader {

    private final Vocabulary vocabulary;

    public ReportReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * @throws RefusedReportException if the document is not a PEEL report, or if its force, cycle or pillar is unknown
     *     or cannot be determined
     */
    public ReadReport read(Document document) {
        QuestionMatcher matcher = new QuestionMatcher();
        ReportIdentity identity = new IdentityReader(document, vocabulary, matcher).read();
        List<KnownQuestion> questions = vocabulary.questionsOf(identity.cycle(), identity.pillar());
        List<KnownQuestion> wordings = vocabulary.withWordingsOfOtherCycles(questions);
        KnownCycle cycle = vocabulary.cycles().stream()
                .filter(candidate -> candidate.code().equals(identity.cycle()))
                .findFirst()
                .orElseThrow();
        SectionQuestions sectionQuestions = new SectionQuestions(document, wordings, matcher);
        DocumentSentences sentences = new DocumentSentences(document);
        Places places = new Places(document);
        UnderstoodText understood = new UnderstoodText();

        Areas areas = new Areas(identity.force(), vocabulary);
        JudgmentReader judgmentReader = new JudgmentReader(
                document, vocabulary, areas, cycle, questions, wordings, matcher, sectionQuestions, places, understood);
        List<ReadJudgment> judgments = judgmentReader.read(sentences);
        FindingReader findingReader = new FindingReader(document, cycle, sectionQuestions, places, understood);
        List<ReadFinding> findings = findingReader.read(sentences);
        List<ReadFieldwork> fieldwork =
                new FieldworkReader(cycle, questions, places, understood).read(sentences.all(), sectionQuestions);
        Observations observations = new Observations(areas, places, understood, vocabulary);
        readObservations(document, sentences, observations);

        Plausibility plausibility = new StructureCheck(
                        document, vocabulary, identity, questions, wordings, sectionQuestions)
                .check(judgments);
        List<Remark> remarks = new ArrayList<>(judgmentReader.remarks());
        remarks.addAll(findingReader.remarks());
        remarks.addAll(observations.remarks());
        remarks.addAll(new MissedStatements(document, sentences, places, understood).remarks());
        remarks.sort(Comparator.comparing((Remark remark) -> !remark.isHeldBack())
                .thenComparing(Remark::kind)
                .thenComparingInt(remark -> remark.place().lines().from()));
        return new ReadReport(
                document,
                sectionQuestions.byOrdinal(),
                identity,
                judgments,
                findings,
                observations.all().stream().map(ObservationDraft::toObservation).toList(),
                fieldwork,
                List.copyOf(remarks),
                plausibility);
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
