package peel.reading.layout;

import java.util.List;
import java.util.Map;
import peel.reading.text.ReportText;

/**
 * A report's text, divided into sections and passages.
 *
 * @param sections in the order of print; the first has no heading if text precedes the first heading
 * @param passages in the order of print
 * @param figures figures and tables with captions, in the order of print
 * @param printedPages the printed page numbers that are in the text, by the page of the file
 */
public record Document(
        ReportText text,
        List<Section> sections,
        List<Passage> passages,
        List<Figure> figures,
        Map<Integer, Integer> printedPages) {}
