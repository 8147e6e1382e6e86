package peel.reading.fact.metric;

import java.util.Set;
import peel.reading.fact.Sentence;

/**
 * Recognises the figures of one metric, or of a few that are printed together. To read a new
 * metric, write a rule, add it to {@link MetricRules}, and test it. A rule keeps no state; a
 * sentence that it takes a figure from is told to {@link Observations}.
 */
public interface MetricRule {

    /**
     * Reads a sentence of the running text or of a footnote that has a number.
     *
     * @param sentence the sentence
     * @param observations takes what was read
     */
    default void read(Sentence sentence, Observations observations) {}

    /**
     * Reads what any sentence says in words of the figures read before it: "higher than most".
     *
     * @param sentence the sentence, with or without a number
     * @param observations has the figures
     */
    default void assess(Sentence sentence, Observations observations) {}

    /**
     * Reads a footnote whose mark stands in a sentence. Called when all sentences were read.
     *
     * @param sentence the sentence with the mark
     * @param footnote a sentence of the footnote
     * @param observations takes what the footnote says of the sentence's figures
     */
    default void readFootnote(Sentence sentence, Sentence footnote, Observations observations) {}

    /**
     * Reads a table.
     *
     * @param table the table
     * @param observations takes what was read
     */
    default void read(Table table, Observations observations) {}

    /**
     * Reads the caption of a chart whose values are lost. Called when all sentences and tables were
     * read.
     *
     * @param chart the chart
     * @param observations takes what is missing
     */
    default void read(Chart chart, Observations observations) {}

    /**
     * The metrics that are always to be compared with England and Wales: where a report gives the
     * force's value only, the other is stored as not printed.
     */
    default Set<String> compared() {
        return Set.of();
    }
}
