package peel.reading.fact.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import peel.reading.evidence.Areas;
import peel.reading.evidence.BundledVocabulary;
import peel.reading.evidence.DocumentSentences;
import peel.reading.evidence.Places;
import peel.reading.evidence.ReadObservation;
import peel.reading.evidence.Sentence;
import peel.reading.evidence.UnderstoodText;
import peel.reading.evidence.Vocabulary;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.layout.Section;
import peel.reading.text.Line;
import peel.reading.text.Lines;
import peel.reading.text.ReportText;
import peel.reading.text.TextFormat;

/** Applies one rule to a few lines, as if they were part of a report on Cumbria Constabulary. */
public final class RuleRun {

    private final MetricRule rule;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Integer> tables = new ArrayList<>();
    private final List<Integer> charts = new ArrayList<>();

    private RuleRun(MetricRule rule) {
        this.rule = rule;
    }

    public static RuleRun of(MetricRule rule) {
        return new RuleRun(rule);
    }

    /** Adds a paragraph on one line. */
    public RuleRun paragraph(String text) {
        return add(PassageKind.PARAGRAPH, text, null);
    }

    /** Adds a footnote to which the caption before it refers. */
    public RuleRun footnote(String text) {
        return add(PassageKind.FOOTNOTE, text, passages.size());
    }

    /** Adds a table with tabs between cells; a line that starts with * is a note. */
    public RuleRun table(String caption, String... lines) {
        tables.add(passages.size());
        add(PassageKind.CAPTION, caption, null);
        for (String line : lines) {
            add(line.startsWith("*") ? PassageKind.NOTE : PassageKind.TABLE_ROW, line, null);
        }
        return this;
    }

    /** Adds the caption of a chart whose values are lost. */
    public RuleRun chart(String caption) {
        charts.add(passages.size());
        return add(PassageKind.CAPTION, caption, null);
    }

    private RuleRun add(PassageKind kind, String text, Integer number) {
        passages.add(new Passage(
                passages.size(),
                0,
                kind,
                text,
                List.of(new Passage.Piece(0, passages.size() + 1)),
                List.of(),
                number,
                1));
        return this;
    }

    /** The observations as "metric area period dimension = value", with the reason in place of a missing value. */
    public List<String> read() {
        return observations().stream().map(RuleRun::print).toList();
    }

    public List<ReadObservation> observations() {
        Document document = new Document(
                new ReportText(
                        "report.txt",
                        "0",
                        TextFormat.TEXT,
                        passages.stream()
                                .map(p -> new Line(p.ordinal() + 1, 1, p.text()))
                                .toList()),
                List.of(new Section(0, 1, null, null, List.of(), new Lines(1, passages.size()))),
                passages,
                List.of(),
                Map.of());
        DocumentSentences sentences = new DocumentSentences(document);
        Vocabulary vocabulary = BundledVocabulary.get();
        Observations observations = new Observations(
                new Areas("cumbria", vocabulary), new Places(document), new UnderstoodText(), vocabulary, 2016);
        tables.forEach(at -> rule.read(table(sentences, at), observations));
        for (Sentence sentence : sentences.all()) {
            if (sentence.hasNumber()) {
                rule.read(sentence, observations);
            }
            rule.assess(sentence, observations);
        }
        charts.forEach(
                at -> rule.read(new Chart("Figure " + at, passages.get(at), footnotes(sentences, at)), observations));
        observations.complete(Set.of());
        return observations.all().stream().map(ObservationDraft::toObservation).toList();
    }

    private Table table(DocumentSentences sentences, int caption) {
        List<Passage> lines = new ArrayList<>();
        List<Sentence> notes = new ArrayList<>();
        for (Passage passage : passages.subList(caption + 1, passages.size())) {
            if (passage.kind() == PassageKind.TABLE_ROW) {
                lines.add(passage);
            } else if (passage.kind() == PassageKind.NOTE) {
                notes.addAll(sentences.of(passage));
            }
        }
        TableRows rows = TableRows.of(lines);
        return new Table(
                "Figure " + caption,
                passages.get(caption),
                rows.rows(),
                rows.heading().isEmpty() ? "Cumbria Constabulary England and Wales" : rows.heading(),
                notes,
                footnotes(sentences, caption));
    }

    private List<Sentence> footnotes(DocumentSentences sentences, int caption) {
        return passages.subList(caption, passages.size()).stream()
                .filter(passage -> passage.kind() == PassageKind.FOOTNOTE)
                .flatMap(footnote -> sentences.of(footnote).stream())
                .toList();
    }

    private static String print(ReadObservation observation) {
        String when = observation.asAt() != null
                ? observation.asAt().toString()
                : observation.from() == null ? null : observation.from() + ".." + observation.to();
        String against = observation.baselineFrom() == null
                ? null
                : "against " + observation.baselineFrom() + ".." + observation.baselineTo();
        String value = observation.value() == null
                ? observation.missing().name()
                : observation.value().toPlainString();
        return String.join(
                        " ",
                        Stream.of(observation.metric(), observation.area(), when, against, observation.dimension())
                                .filter(part -> part != null)
                                .toList())
                + " = "
                + value;
    }
}
