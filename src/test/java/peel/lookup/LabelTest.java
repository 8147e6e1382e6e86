package peel.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.refusal;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import peel.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class LabelTest {

    @DisplayName("Grades are labelled as the inspectorate prints them")
    @Test
    void labelsGrades() {
        assertEquals(
                List.of("Adequate", "Good", "Inadequate", "Outstanding", "Requires improvement"),
                query("{ labels(type: \"Grade\") { label } }").all("labels.label").stream()
                        .sorted()
                        .toList());
    }

    @DisplayName("Every value of every enum has a label without underscores")
    @Test
    void labelsEverything() {
        List<String> labels =
                query("{ labels { type code label description } }").all("labels.label");
        assertTrue(labels.size() > 100, labels.size() + " labels");
        assertTrue(labels.stream().noneMatch(label -> label.contains("_")), labels.toString());
        assertTrue(labels.contains("England and Wales"));
        assertTrue(refusal("{ labels(type: \"Grad\") { label } }").contains("Grade"));
    }
}
