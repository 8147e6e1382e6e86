package peel.reading.fact;

import peel.reading.text.Lines;

/**
 * Where in a report a fact stands.
 *
 * @param lines its lines in the file
 * @param page the printed page number, or null
 * @param figure "Figure 2", or null
 * @param quotation the words that say it: a sentence, a table's row, a grade
 */
public record Place(Lines lines, Integer page, String figure, String quotation) {}
