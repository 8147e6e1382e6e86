package peel.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of the style sheet, by the formulas of WCAG 2.2 (relative luminance, contrast ratio). */
class ChartStyleTest {

    private static final double TEXT = 4.5;
    private static final double GRAPHIC = 3.0;
    private static final List<String> GRADES =
            List.of("outstanding", "good", "adequate", "requires-improvement", "inadequate");
    private static final List<String> QUARTERS = List.of("quarter-1", "quarter-2", "quarter-3", "quarter-4");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textCanBeReadOnEveryColour(boolean dark) {
        Map<String, String> colours = ChartStyle.colours(dark);
        for (String text : List.of("ink", "muted", "link", "focus")) {
            for (String ground : List.of("paper", "soft")) {
                assertContrast(colours, text, ground, TEXT);
            }
        }
        GRADES.forEach(grade -> assertContrast(colours, "on-" + grade, grade, TEXT));
        QUARTERS.forEach(quarter -> assertContrast(colours, "on-" + quarter, quarter, TEXT));
        // The band of the middle half lies under names and values.
        assertContrast(colours, "ink", "quarter-1", TEXT);
        assertContrast(colours, "muted", "quarter-1", TEXT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void linesAndOutlinesCanBeSeen(boolean dark) {
        Map<String, String> colours = ChartStyle.colours(dark);
        for (String line : List.of("edge", "link", "focus", "ink")) {
            assertContrast(colours, line, "paper", GRAPHIC);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void gradesAndQuartersDifferInLightness(boolean dark) {
        Map<String, String> colours = ChartStyle.colours(dark);
        for (List<String> scale : List.of(GRADES, QUARTERS)) {
            List<Double> lightness = new ArrayList<>();
            scale.forEach(name -> lightness.add(lightness(colours.get(name))));
            Collections.sort(lightness);
            for (int i = 1; i < lightness.size(); i++) {
                assertTrue(lightness.get(i) - lightness.get(i - 1) >= 10, scale + " " + lightness);
            }
        }
    }

    @Test
    void bothSchemesHaveTheSameColours() {
        assertEquals(
                ChartStyle.colours(false).keySet(), ChartStyle.colours(true).keySet());
    }

    @Test
    void everyColourThatIsUsedIsDefined() {
        Matcher use = Pattern.compile("var\\(--([a-z0-9-]+)\\)").matcher(ChartStyle.sheet());
        while (use.find()) {
            assertTrue(ChartStyle.colours(false).containsKey(use.group(1)), use.group(1));
        }
    }

    @Test
    void aFileHasNoVariablesAndNoRulesForPages() {
        String style = ChartStyle.forFiles();
        assertFalse(style.contains("var("), style);
        assertFalse(style.contains("@media"), style);
        assertTrue(
                style.contains(
                        ".chart .good { fill: " + ChartStyle.colours(false).get("good") + "; }"),
                style);
    }

    private static void assertContrast(Map<String, String> colours, String text, String ground, double least) {
        double lighter = Math.max(luminance(colours.get(text)), luminance(colours.get(ground)));
        double darker = Math.min(luminance(colours.get(text)), luminance(colours.get(ground)));
        double contrast = (lighter + 0.05) / (darker + 0.05);
        assertTrue(contrast >= least, text + " on " + ground + ": " + contrast);
    }

    /** Of CIE L*a*b*: what is left of a colour in greyscale. */
    private static double lightness(String colour) {
        return 116 * Math.cbrt(luminance(colour)) - 16;
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
