package peel.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuotationTest {

    @Test
    void quotesOneHundredCharactersInFull() {
        assertEquals("kent", Quotation.of("kent"));
        assertEquals("x".repeat(100), Quotation.of("x".repeat(100)));
    }

    @Test
    void marksWhereALongerTextWasCut() {
        assertEquals("x".repeat(100) + "…", Quotation.of("x".repeat(101)));
    }

    @Test
    void doesNotCutACharacterOutsideTheBasicPlaneInTwo() {
        String magnifier = "\uD83D\uDD0D";
        assertEquals("x".repeat(99) + "…", Quotation.of("x".repeat(99) + magnifier));
        assertEquals("x".repeat(98) + magnifier + "…", Quotation.of("x".repeat(98) + magnifier + "x"));
    }
}
