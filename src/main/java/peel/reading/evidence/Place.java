package peel.reading.evidence;

import org.jspecify.annotations.Nullable;
import peel.reading.text.Lines;

/**
 * The place in a report where a fact is printed.
 *
 * @param lines the lines in the file
 * @param page the printed page number, if there is one
 * @param figure the label of the figure or table, such as "Figure 2", if the fact is in one
 * @param quotation the words that state the fact: a sentence, a row of a table or a grade
 */
public record Place(
        Lines lines, @Nullable Integer page, @Nullable String figure, String quotation) {}
