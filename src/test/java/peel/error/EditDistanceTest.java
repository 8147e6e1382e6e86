package peel.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "crime, crime, 0",
        "crime, crimes, 1",
        "crime, rime, 1",
        "crime, prime, 1",
        "crime, cirme, 1",
        "burglary, burglery, 1",
        "neighbourhood, nieghborhood, 2",
        "abc, xyz, 3"
    })
    void countsLettersAddedDroppedReplacedOrSwapped(String one, String other, int distance) {
        assertEquals(distance, Suggestions.distance(one, other));
        assertEquals(distance, Suggestions.distance(other, one));
    }
}
