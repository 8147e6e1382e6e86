package peel.reading.fact.metric;

import java.util.Set;
import peel.reading.evidence.Sentence;

/**
 * Recognises the values of one metric, or of a few metrics that are printed together. To read a new metric, write a
 * rule, add it to {@link MetricRules} and test it. Rules are stateless. A rule marks in {@link Observations} which text
 * it understood.
 */
public interface MetricRule {

    /** Reads a sentence of the running text or of a footnote that contains a number. */
    default void read(Sentence sentence, Observations observations) {}

    /**
     * Reads how a sentence, with or without a number, describes the values read before it: "higher than most".
     */
    default void assess(Sentence sentence, Observations observations) {}

    /**
     * Reads a footnote. Called after all sentences have been read.
     *
     * @param sentence the sentence that refers to the footnote
     * @param footnote a sentence of the footnote
     */
    default void readFootnote(Sentence sentence, Sentence footnote, Observations observations) {}

    default void read(Table table, Observations observations) {}

    /** Reads the caption of a chart. Called after all sentences and tables have been read. */
    default void read(Chart chart, Observations observations) {}

    /**
     * The metrics whose values are always compared with England and Wales. Where a report gives only the force's value,
     * the value of England and Wales is stored as not printed.
     */
    default Set<String> comparedNationally() {
        return Set.of();
    }
}
