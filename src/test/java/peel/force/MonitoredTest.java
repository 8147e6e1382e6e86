package peel.force;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.refusal;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.testing.PostgresResource;

/** Forces in Engage, by the dates in the bundled {@code monitoring_events.csv}, and the peers of a force. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class MonitoredTest {

    private static List<String> forces(String filter) {
        return query("{ forces(first: 50, filter: {" + filter + "}) { nodes { slug } } }")
                .all("forces.nodes.slug")
                .stream()
                .sorted()
                .toList();
    }

    @DisplayName("A force is in Engage from the day on which it enters to the day before it leaves")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // Entered on 28 June 2022 and left on 23 January 2025.
        "2022-06-27, metropolitan, false, false",
        "2022-06-28, metropolitan, true, true",
        "2025-01-22, metropolitan, true, true",
        "2025-01-23, metropolitan, false, false",
        // Entered in June 2022 and left in May 2024.
        "2022-05-31, wiltshire, false, false",
        "2022-06-15, wiltshire, false, true",
        "2022-06-30, wiltshire, true, true",
        "2024-04-30, wiltshire, true, true",
        "2024-05-15, wiltshire, false, true",
        "2024-05-31, wiltshire, false, false",
        // Entered in 2019.
        "2018-12-31, cleveland, false, false",
        "2019-06-30, cleveland, false, true",
        "2019-12-31, cleveland, true, true",
        // Entered on 6 December 2024 and did not leave.
        "2026-01-01, lincolnshire, true, true"
    })
    void knowsWhoIsInEngage(String on, String force, boolean certainly, boolean possibly) {
        assertEquals(certainly, forces("monitored: {on: \"" + on + "\"}").contains(force));
        assertEquals(
                possibly,
                forces("monitored: {on: \"" + on + "\", possibly: true}").contains(force));
    }

    @DisplayName("Monitoring combines with other conditions")
    @Test
    void combines() {
        assertEquals(
                List.of(
                        "cleveland",
                        "gloucestershire",
                        "greater-manchester",
                        "metropolitan",
                        "staffordshire",
                        "wiltshire"),
                forces("monitored: {on: \"2022-07-15\"}"));
        assertEquals(
                List.of("gloucestershire", "wiltshire"),
                forces("monitored: {on: \"2022-07-15\"}, region: [\"South West\"]"));
        assertEquals(
                List.of("greater-manchester", "metropolitan"),
                forces(
                        "monitored: {on: \"2022-07-15\"}, measured: [{metric: \"workforce.officers\", at: \"2022-03-31\", above: 5000}]"));
    }

    @DisplayName("The peers of a force are listed with the force")
    @Test
    void listsPeers() {
        assertEquals(
                Arrays.asList("dyfed-powys", "gwent", "north-wales", "south-wales"),
                forces("peersOf: {force: \"Heddlu Gwent\", by: COUNTRY}"));
        Assertions.assertTrue(refusal("{ forces(filter: {peersOf: {force: \"Gotham\", by: REGION}}) { totalCount } }")
                .contains("Gotham"));
    }
}
