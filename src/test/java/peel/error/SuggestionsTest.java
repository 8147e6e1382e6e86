package peel.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

    // From the tests of GraphQL.js: suggestionList-test.ts and didYouMean-test.ts.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''            | a                    | a
            greenish      | green                | green
            green         | greenish             | greenish
            aaaa          | aaab                 | aaab
            aaaa          | aabb                 | aabb
            aaaa          | abbb                 | ''
            ab            | ca                   | ''
            verylongstring| VERYLONGSTRING       | VERYLONGSTRING
            VERYLONGSTRING| VeryLongString       | VeryLongString
            agr           | arg                  | arg
            214365879     | 123456789            | 123456789
            abc           | a,ab,abc             | abc,ab,a
            a             | az,ax,ay             | ax,ay,az
            """)
    void findsSimilarNamesAsGraphqlJsDoes(String unknown, String names, String similar) {
        assertEquals(list(similar), Suggestions.similar(unknown, list(names)));
    }

    private static List<String> list(String names) {
        return names.isEmpty() ? List.of() : Arrays.asList(names.split(","));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            officers     | workforce.officers,crime.rate | workforce.officers
            OFF          | workforce.officers,crime.rate | workforce.officers
            of           | workforce.officers,crime.rate | ''
            force        | workforce.officers            | ''
            north-wales. | north wales,north yorkshire   | north wales
            crime rates  | crime.rate,crime rates of all | crime.rate,crime rates of all
            """)
    void findsNamesOfWhichAWordStartsWithTheUnknownOne(String unknown, String names, String meant) {
        assertEquals(list(meant), Suggestions.meant(unknown, list(names)));
    }

    @Test
    void wordsThemAsGraphqlJsDoes() {
        assertEquals("", Suggestions.sentence("input", List.of()));
        assertEquals(" Did you mean \"aa\"?", Suggestions.sentence("a", List.of("aa")));
        assertEquals(" Did you mean \"aa\" or \"ab\"?", Suggestions.sentence("a", List.of("aa", "ab")));
        assertEquals(" Did you mean \"aa\", \"ab\", or \"ac\"?", Suggestions.sentence("a", List.of("aa", "ab", "ac")));
    }

    @Test
    void areBoundedInNumberAndLength() {
        List<String> many = IntStream.range(0, 9).mapToObj(i -> "name" + i).toList();
        assertEquals(many.subList(0, 5), Suggestions.similar("name", many));
        String longest = String.join("", Collections.nCopies(41, "a"));
        assertEquals(List.of(), Suggestions.similar(longest, List.of(longest)));
    }
}
