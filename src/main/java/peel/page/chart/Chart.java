package peel.page.chart;

import java.util.List;
import java.util.function.Consumer;

/**
 * A drawing that stands in a page or in a file of its own. In a page its colours come from the page's style sheet; a
 * file brings the style with it, in the light colours, with a title and where the figures are from.
 */
public final class Chart {

    private static final double MARGIN = 12;
    private static final double LINE = 16;

    private final String label;
    private final String kind;
    private final double width;
    private final double height;
    private final Consumer<Svg> content;

    /**
     * @param label what the chart shows, in a sentence or two: the chart's name for those who cannot see it
     * @param kind a class of the style sheet, such as {@code chart-tiles}
     */
    Chart(String label, String kind, double width, double height, Consumer<Svg> content) {
        this.label = label;
        this.kind = kind;
        this.width = width;
        this.height = height;
        this.content = content;
    }

    public String label() {
        return label;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** The {@code svg} element for a page. */
    public String inPage() {
        Svg svg = new Svg(true);
        open(svg, "", height);
        content.accept(svg);
        return svg.raw("</svg>").toString();
    }

    /**
     * The chart as an SVG file.
     *
     * @param title above the chart
     * @param note below the chart: source and licence
     */
    public String file(String title, String note) {
        List<String> titleLines = Svg.wrapped(title, width, 16);
        List<String> noteLines = Svg.wrapped(note, width, 11);
        double above = titleLines.size() * 20 + MARGIN;
        double below = noteLines.size() * LINE + MARGIN;
        double fullWidth = width + 2 * MARGIN;
        double fullHeight = above + height + below + MARGIN;
        Svg svg = new Svg(false);
        svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + Svg.number(fullWidth * 2) + "\" height=\""
                + Svg.number(fullHeight * 2) + "\"");
        attributes(svg, 0, 0, fullWidth, fullHeight);
        svg.raw("<style>").raw(ChartStyle.forFiles()).raw("</style>");
        svg.box(0, 0, fullWidth, fullHeight, "backdrop");
        for (int i = 0; i < titleLines.size(); i++) {
            svg.text(MARGIN, MARGIN + 14 + i * 20, titleLines.get(i), "title");
        }
        svg.raw("<g transform=\"translate(" + Svg.number(MARGIN) + " " + Svg.number(above + MARGIN / 2) + ")\">");
        content.accept(svg);
        svg.raw("</g>");
        for (int i = 0; i < noteLines.size(); i++) {
            svg.text(MARGIN, above + height + MARGIN + (i + 1) * LINE, noteLines.get(i), "small muted");
        }
        return svg.raw("</svg>\n").toString();
    }

    private void open(Svg svg, String more, double wholeHeight) {
        svg.raw("<svg" + more);
        attributes(svg, 0, 0, width, wholeHeight);
    }

    /** A group, not an image: an image has no links inside for those who hear it. */
    private void attributes(Svg svg, double x, double y, double wholeWidth, double wholeHeight) {
        svg.raw(" viewBox=\"" + Svg.number(x) + " " + Svg.number(y) + " " + Svg.number(wholeWidth) + " "
                + Svg.number(wholeHeight) + "\" class=\"chart " + kind + "\" role=\"group\" aria-label=\""
                + Svg.escaped(label) + "\">");
    }
}
