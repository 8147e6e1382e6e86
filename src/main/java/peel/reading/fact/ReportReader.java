package peel.reading.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import peel.reading.fact.Vocabulary.KnownCycle;
import peel.reading.fact.Vocabulary.KnownQuestion;
import peel.reading.fact.metric.Chart;
import peel.reading.fact.metric.Draft;
import peel.reading.fact.metric.FigureChecks;
import peel.reading.fact.metric.MetricRule;
import peel.reading.fact.metric.MetricRules;
import peel.reading.fact.metric.Observations;
import peel.reading.fact.metric.Table;
import peel.reading.fact.metric.TableRows;
import peel.reading.layout.Document;
import peel.reading.layout.Figure;
import peel.reading.layout.FigureStatus;
import peel.reading.layout.Passage;
import peel.reading.text.RefusedReportException;

/** Reads a report's facts: which inspection it is about, judgments, findings, figures. */
public final class ReportReader {

    private final Vocabulary vocabulary;

    /**
     * @param vocabulary what the database knows that a report may name
     */
    public ReportReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * @param document a report's text in order
     * @return everything that was read in it, and what was not understood
     * @throws RefusedReportException if it is no PEEL report, or if its force, cycle or pillar can't be told
     *     or aren't in the vocabulary
     */
    public ReportReading read(Document document) {
        Wordings wordings = new Wordings();
        Identity identity = new IdentityReader(document, vocabulary, wordings).read();
        List<KnownQuestion> questions = IdentityReader.questions(vocabulary, identity.cycle(), identity.pillar());
        List<KnownQuestion> known = IdentityReader.wordings(vocabulary, questions);
        KnownCycle cycle = vocabulary.cycles().stream()
                .filter(candidate -> candidate.code().equals(identity.cycle()))
                .findFirst()
                .orElseThrow();
        Chapters chapters = new Chapters(document, known, wordings);
        Reading reading = new Reading(document);
        Places places = new Places(document);
        Taken taken = new Taken();

        JudgmentReader judgmentReader =
                new JudgmentReader(document, vocabulary, cycle, questions, known, wordings, chapters, places, taken);
        List<ReadJudgment> judgments = judgmentReader.read(reading);
        List<ReadFinding> findings = new FindingReader(document, chapters, places, taken).read(reading);
        List<ReadFieldwork> fieldwork =
                new FieldworkReader(cycle, questions, places, taken).read(reading.all(), chapters);
        Observations observations =
                new Observations(new Areas(identity.force(), vocabulary), places, taken, vocabulary);
        readFigures(document, reading, observations);

        List<Remark> remarks = new ArrayList<>(judgmentReader.remarks());
        remarks.addAll(observations.remarks());
        remarks.addAll(new Unread(document, reading, places, taken).remarks());
        remarks.sort(Comparator.comparing(Remark::kind)
                .thenComparingInt(remark -> remark.place().lines().from()));
        return new ReportReading(
                document,
                chapters.all(),
                identity,
                judgments,
                findings,
                observations.all().stream().map(Draft::read).toList(),
                fieldwork,
                List.copyOf(remarks));
    }

    private static void readFigures(Document document, Reading reading, Observations observations) {
        List<Figure> tables = new ArrayList<>();
        List<Figure> charts = new ArrayList<>();
        for (Figure figure : document.figures()) {
            boolean table =
                    figure.status() == FigureStatus.TABLE && !figure.rows().isEmpty();
            (table ? tables : charts).add(figure);
        }
        for (MetricRule rule : MetricRules.ALL) {
            for (Figure table : tables) {
                rule.read(table(document, reading, table), observations);
            }
        }
        for (Sentence sentence : reading.all()) {
            for (MetricRule rule : MetricRules.ALL) {
                if (sentence.numbered()) {
                    rule.read(sentence, observations);
                }
                rule.assess(sentence, observations);
            }
        }
        for (Sentence sentence : reading.running()) {
            for (int number : sentence.footnotes()) {
                for (Sentence footnote : reading.footnote(number)) {
                    for (MetricRule rule : MetricRules.ALL) {
                        rule.readFootnote(sentence, footnote, observations);
                    }
                }
            }
        }
        for (MetricRule rule : MetricRules.ALL) {
            for (Figure chart : charts) {
                Passage caption = document.passages().get(chart.caption());
                rule.read(new Chart(chart.label(), caption, footnotes(reading, caption)), observations);
            }
        }
        observations.complete(MetricRules.COMPARED);
        new FigureChecks(observations).run();
    }

    private static Table table(Document document, Reading reading, Figure figure) {
        Passage caption = document.passages().get(figure.caption());
        List<Table.Row> rows = new ArrayList<>();
        StringBuilder heading = new StringBuilder();
        for (int ordinal : figure.rows()) {
            Passage passage = document.passages().get(ordinal);
            Table.Row row = TableRows.of(passage);
            if (row == null) {
                heading.append(passage.text()).append(' ');
            } else {
                rows.add(row);
            }
        }
        List<Sentence> notes = figure.notes().stream()
                .map(ordinal -> document.passages().get(ordinal))
                .flatMap(note -> reading.of(note).stream())
                .toList();
        return new Table(
                figure.label(), caption, List.copyOf(rows), heading.toString(), notes, footnotes(reading, caption));
    }

    private static List<Sentence> footnotes(Reading reading, Passage caption) {
        return caption.marks().stream()
                .flatMap(mark -> reading.footnote(mark.number()).stream())
                .toList();
    }
}
