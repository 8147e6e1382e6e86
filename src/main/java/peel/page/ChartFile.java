package peel.page;

import peel.page.chart.Chart;

/**
 * A chart of a page, and what its file says above and below it.
 *
 * @param note where the figures are from
 */
public record ChartFile(Chart chart, String title, String note) implements PageChart {

    private static final String LICENCE =
            " Contains public sector information licensed under the Open Government Licence v3.0.";

    @Override
    public String element() {
        return chart.inPage();
    }

    @Override
    public String file() {
        return chart.file(title, note + LICENCE);
    }
}
