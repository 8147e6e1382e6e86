package peel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GzipTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            |false
            gzip|true
            GZIP|true
            deflate, gzip;q=0.5|true
            *|true
            gzip;q=0|false
            gzip; q=0.000, deflate|false
            br|false
            ;|false
            gzip;|true
            """)
    void isUsedIfTheClientAcceptsIt(String acceptEncoding, boolean accepted) {
        assertEquals(accepted, Gzip.isAccepted(acceptEncoding));
    }
}
