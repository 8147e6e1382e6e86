package peel.search;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.search.SearchQuery.Term;
import peel.search.SearchWords.Part;
import peel.search.SearchWords.Token;

/** How a text becomes terms: alternatives by "or", "!" before excluded terms, "+" between the words of a compound. */
class SearchQueryTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            crime reduction            | crime reduction
            crime - reduction          | crime reduction
            crime – reduction          | crime reduction
            crime -- reduction         | crime reduction
            crime –reduction           | crime reduction
            crime -reduction           | crime !reduction
            -crime reduction           | !crime reduction
            (-crime) reduction         | !crime reduction
            ‏-crime reduction          | !crime reduction
            crime-reduction            | crime+reduction
            crime -re-offending        | crime !re+offending
            client/supplier            | client+supplier
            A&E                        | a+e
            "serious crime" gangs      | "serious crime" gangs
            “serious crime” gangs      | "serious crime" gangs
            gangs -"serious crime"     | gangs !"serious crime"
            "serious crime             | "serious crime"
            serious crime"             | serious crime
            serious" crime             | serious crime
            ""                         |
            fire OR flood water        | fire or flood water
            or fire or or              | fire
            orchard or order           | orchard or order
            forens*                    | forens*
            * forens *                 | forens
            "risk assess*"             | "risk assess*"
            Force’s forces’            | force forces
            O'Neill                    | o+neill
            £1,250,000 4.5 82·4        | 1250000 4·5 82·4
            oﬃcers naïve               | officers naive
            re­offend zero​width       | reoffend zerowidth
            !?... & ( ) <-> :*         |
            """)
    void takesWordsPhrasesAlternativesExclusionsAndPrefixes(String text, String terms) {
        assertEquals(terms == null ? "" : terms, written(SearchQuery.parse(text)));
    }

    @Test
    void remembersWhereWordsStand() {
        String text = "  crime -“re‐oﬀending risk”";
        Term phrase = SearchQuery.parse(text).alternatives().get(0).get(1);
        Part offending = phrase.parts().get(1);
        assertEquals("oﬀending", text.substring(offending.start(), offending.end()));
        assertEquals("offending", offending.word());
    }

    private static String written(SearchQuery query) {
        return query.alternatives().stream()
                .map(terms -> terms.stream().map(SearchQueryTest::written).collect(joining(" ")))
                .collect(joining(" or "));
    }

    private static String written(Term term) {
        String words = term.tokens().stream()
                .map((Token token) -> token.parts().stream().map(Part::word).collect(joining("+")))
                .collect(joining(" "));
        String prefix = term.prefix() ? "*" : "";
        return (term.excluded() ? "!" : "") + (term.phrase() ? "\"" + words + prefix + "\"" : words + prefix);
    }
}
