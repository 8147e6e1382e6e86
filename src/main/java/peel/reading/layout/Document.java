package peel.reading.layout;

import java.util.List;
import java.util.Map;
import peel.reading.text.ReportText;

/**
 * A report's text, put in order.
 *
 * @param text the lines it was read from
 * @param sections in the order of print; the first may have no heading (what stands before one)
 * @param passages all passages in the order of print, each of one section
 * @param figures figures and tables with captions, in the order of print
 * @param printedPages the printed page number of a page of the file, where it survived
 */
public record Document(
        ReportText text,
        List<Section> sections,
        List<Passage> passages,
        List<Figure> figures,
        Map<Integer, Integer> printedPages) {}
