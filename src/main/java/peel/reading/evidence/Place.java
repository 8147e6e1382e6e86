package peel.reading.evidence;

import peel.reading.text.Lines;

/**
 * The place in a report where a fact is printed.
 *
 * @param lines the lines in the file
 * @param page the printed page number, or null
 * @param figure the label of the figure or table, such as "Figure 2", or null
 * @param quotation the words that state the fact: a sentence, a row of a table or a grade
 */
public record Place(Lines lines, Integer page, String figure, String quotation) {}
