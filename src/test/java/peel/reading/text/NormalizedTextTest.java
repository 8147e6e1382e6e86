package peel.reading.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizedTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            o\uFB03cer, \uFB01ve, tra\uFB03c, \uFB02ow | officer, five, traffic, flow
            58.1\u00A063.0 | 58.1 63.0
            1,000\u2009people\u202Fhere | 1,000 people here
            pre\u00ADvention | prevention
            preven\u00AD | preven-
            82\u00B74 percent | 82.4 percent
            82\u22C54 percent | 82.4 percent
            a \u00B7 b | a \u00B7 b
            re\u2010offending re\u2011offending \u22125 | re-offending re-offending -5
            2014\u201315 \u2014 x | 2014\u201315 \u2014 x
            z\u200Bero\uFEFF | zero
            cafe\u0301 | caf\u00E9
            \uFF11\uFF12 \uFF45 | 12 e
            fraud\u00B2 but 2015\u00B2 | fraud2 but 2015\u00B2
            63\u00BD percent \u2460 1\u2026 | 63\u00BD percent \u2460 1\u2026
            """)
    void givesOneFormToEachSpelling(String original, String normalized) {
        assertEquals(normalized, NormalizedText.normalize(original));
    }

    @Test
    void mapsPlacesBack() {
        String original = "the o\uFB03cer\u00AD\u00A0\u200Bsays\nso";
        NormalizedText text = NormalizedText.of(original);
        assertEquals("the officer says\nso", text.text());
        int officer = text.text().indexOf("officer");
        assertEquals(
                "o\uFB03cer", original.substring(text.originalStart(officer), text.originalStart(officer + 7) - 1));
        assertEquals(original.indexOf("cer"), text.originalEnd(officer + 2));
        assertEquals(original.indexOf("says"), text.originalStart(text.text().indexOf("says")));
        assertEquals(original.length(), text.originalStart(text.text().length()));
        assertEquals(original.length(), text.originalEnd(text.text().length()));
    }

    @Test
    void normalizesWhatIsNormalizedToItself() {
        for (int c = 1; c < 0xFFFE; c++) {
            if (!Character.isSurrogate((char) c)) {
                String once = NormalizedText.normalize("5" + (char) c + "a");
                assertEquals(once, NormalizedText.normalize(once), Integer.toHexString(c));
            }
        }
    }
}
