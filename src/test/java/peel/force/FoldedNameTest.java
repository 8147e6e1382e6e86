package peel.force;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.error.BadUserInputException;

class FoldedNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Avon and Somerset Constabulary | avon  &  somerset CONSTABULARY
            Dyfed-Powys                    | Dyfed – Powys
            avon-and-somerset              | Avon and Somerset
            Ynys Môn                       | ynys mon
            King's Lynn                    | King’s Lynn
            """)
    void isTheSameHoweverItIsWritten(String name, String other) {
        assertEquals(FoldedName.of(name), FoldedName.of(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Camden                       | London Borough of Camden
            Camden                       | Camden London Borough Council
            Kensington and Chelsea       | The Royal Borough of Kensington & Chelsea
            Bristol                      | Bristol, City of
            Bristol                      | Bristol City Council
            County Durham                | Durham County Council
            Swansea                      | City and County of Swansea Council
            Herefordshire                | Herefordshire, County of
            St Helens                    | Saint Helens Metropolitan Borough Council
            St Albans                    | St. Albans City & District
            King's Lynn and West Norfolk | Borough Council of Kings Lynn & West Norfolk
            City of London               | Corporation of London
            City of London               | City of London Corporation
            Ynys Môn                     | Cyngor Sir Ynys Mon
            Sir Gaerfyrddin              | Cyngor Sir Gaerfyrddin
            Abertawe                     | Cyngor Dinas a Sir Abertawe
            Caerffili                    | Cyngor Bwrdeistref Sirol Caerffili
            Vale of Glamorgan            | The Vale of Glamorgan
            """)
    void leavesOutWhatKindOfAuthorityItIs(String name, String other) {
        assertEquals(FoldedName.ofAuthority(name), FoldedName.ofAuthority(other));
    }

    @Test
    void keepsDifferentNamesApart() {
        List<String> names =
                List.of("Isle of Wight", "Forest of Dean", "Dorset", "North Dorset", "County", "City of", "");
        assertEquals(
                names.size(),
                names.stream().map(FoldedName::ofAuthority).distinct().count());
        assertNotEquals(FoldedName.of("Derby"), FoldedName.of("Derbyshire"));
        assertEquals("", FoldedName.of("x".repeat(201)));
    }

    @Test
    void suggestsSimilarNamesAndThoseThatContainTheName() {
        AuthorityNames names = new AuthorityNames();
        for (String name : List.of("Luton", "Bournemouth", "South Bucks", "Bournemouth, Christchurch and Poole")) {
            names.add(UUID.randomUUID(), "E" + name.length(), List.of(name));
        }
        assertTrue(refusal(names, "Lutn").startsWith("There is no local authority \"Lutn\". Did you mean \"Luton\"? "));
        assertTrue(refusal(names, "Christ").contains("Did you mean \"Bournemouth, Christchurch and Poole\"?"));
        assertTrue(refusal(names, "Borough of Lutton").contains("Did you mean \"Luton\"?"));
        for (String unlike : List.of("Atlantis", "", "!", "x".repeat(500))) {
            String refusal = refusal(names, unlike);
            assertTrue(!refusal.contains("Did you mean") && refusal.contains("Accepted:"), refusal);
        }
    }

    private static String refusal(AuthorityNames names, String name) {
        try {
            return names.require(name).toString();
        } catch (BadUserInputException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
