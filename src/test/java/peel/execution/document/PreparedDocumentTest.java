package peel.execution.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import peel.execution.error.RefusedOperationException;

class PreparedDocumentTest {

    @Test
    void quotesAtMostOneHundredCharactersOfAnUnknownOperationsName() {
        PreparedDocument document = new PreparedDocument(
                null,
                true,
                0,
                Map.of("Forces", new PreparedDocument.Operation("Forces", false, null, null)),
                List.of());
        RefusedOperationException refused =
                assertThrows(RefusedOperationException.class, () -> document.operation("x".repeat(1_000)));
        assertEquals(
                "The document has no operation \"" + "x".repeat(100) + "…\". Known: Forces.", refused.getMessage());
    }
}
