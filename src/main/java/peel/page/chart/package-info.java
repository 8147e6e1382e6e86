/** Charts as SVG, from values alone: they know neither pages nor data, and their colours are in {@code page/charts.css}. */
@NullMarked
package peel.page.chart;

import org.jspecify.annotations.NullMarked;
