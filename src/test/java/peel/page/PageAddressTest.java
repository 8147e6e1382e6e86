package peel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PageAddressTest {

    private static PageAddress address(String path, PageForm form, Map<String, List<String>> parameters) {
        return new PageAddress(path, path + form.suffix(), form, Map.of(), new TreeMap<>(parameters));
    }

    @Test
    void leadsToOtherPagesByRelativeLinks() {
        assertEquals("./forces/kent", address("/", PageForm.HTML, Map.of()).to("/forces/kent"));
        assertEquals("./", address("/forces", PageForm.HTML, Map.of()).to("/"));
        assertEquals(
                "../figures/a.b",
                address("/forces/kent", PageForm.HTML, Map.of()).to("/figures/a.b"));
        assertEquals(
                "../../forces/kent",
                address("/forces/kent", PageForm.EMBED, Map.of()).to(PageForm.HTML));
    }

    @Test
    void leadsToOtherFormsWithTheSameParameters() {
        PageAddress compare = address("/compare", PageForm.HTML, Map.of("force", List.of("kent", "a&b")));
        assertEquals("./compare.csv?force=kent&force=a%26b", compare.to(PageForm.CSV));
        assertEquals("./national.csv", address("/", PageForm.HTML, Map.of()).to(PageForm.CSV));
    }

    @Test
    void writesCyclesWithoutASlash() {
        for (String code : List.of("2014", "2018/19", "2021/22", "2023-25", "2025-27")) {
            assertEquals(code, PageAddress.cycleCode(PageAddress.cycleSegment(code)));
        }
        assertEquals("2018-19", PageAddress.cycleSegment("2018/19"));
    }

    @Test
    void boundsParameters() {
        PageAddress compare = address("/compare", PageForm.HTML, Map.of("force", List.of("a", "b", "c")));
        assertThrows(BadAddressException.class, () -> compare.parameter("force"));
        assertThrows(BadAddressException.class, () -> compare.parameters("force", 2));
        assertEquals(List.of("a", "b", "c"), compare.parameters("force", 3));
        Map<String, List<String>> longer = Map.of("q", List.of("x".repeat(501)));
        assertThrows(BadAddressException.class, () -> address("/search", PageForm.HTML, longer));
    }
}
