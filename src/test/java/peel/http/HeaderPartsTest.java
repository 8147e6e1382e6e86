package peel.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.endpoint.request.MediaType;
import peel.endpoint.request.RefusedRequestException;
import peel.endpoint.request.RequestReader;

class HeaderPartsTest {

    /** Quadratic time would be minutes for a text of this length. */
    private static final String BLANKS = " ".repeat(1_000_000);

    private static final long LONG = TimeUnit.SECONDS.toNanos(2);

    @Test
    void separatesAValueFromItsParameters() {
        assertArrayEquals(
                new String[] {"text/html", "charset=utf-8", "q=0.5"},
                HeaderParts.of(" Text/HTML ;charset=UTF-8;\tq=0.5 "));
        assertArrayEquals(new String[] {"", ""}, HeaderParts.of(";"));
    }

    // RFC 9110, section 12.4.2: 0 to 1 with at most three decimals.
    @ParameterizedTest
    @CsvSource({
        "a, 1",
        "a;q=0, 0",
        "a;q=0.5, 0.5",
        "a;b=c;q=1.000, 1",
        "a;q=2, 0",
        "a;q=, 0",
        "a;q=0.1234, 0",
        "a;q=1e0, 0"
    })
    void readsTheQuality(String element, double quality) {
        assertEquals(quality, HeaderParts.quality(HeaderParts.of(element)));
    }

    @Test
    void needsTimeLinearInTheLengthOfAHeader() {
        long begin = cpuNanos();
        Gzip.isAccepted("a" + BLANKS + "b");
        Gzip.isAccepted("a;" + BLANKS + ";b");
        assertThrows(RefusedRequestException.class, () -> MediaType.negotiate("a" + BLANKS + "b"));
        assertThrows(RefusedRequestException.class, () -> MediaType.negotiate("a;".repeat(500_000)));
        assertThrows(RefusedRequestException.class, () -> new RequestReader().checkContentType("a" + BLANKS + ";b"));
        long nanos = cpuNanos() - begin;
        assertTrue(nanos < LONG, nanos + " ns of CPU time");
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
