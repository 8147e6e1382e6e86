package peel.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static peel.reading.layout.PassageKind.PARAGRAPH;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.refusal;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peel.report.StoredReports;
import peel.report.WrittenReport;
import peel.search.SearchWords.Part;
import peel.search.SearchWords.Token;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/** That words are found however a text or a search writes them, and what is proposed for those that are nowhere. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "reports"))
class SearchIndexTest {

    private static final String SEARCH = """
            query ($text: String!) {
              search(text: $text, filter: {force: ["durham"]}) {
                totalCount didYouMean nodes { text excerpt { text highlighted } }
              }
            }
            """;

    TestDatabase database;

    @BeforeEach
    void store() throws SQLException {
        WrittenReport report = new WrittenReport("durham")
                .section(1, "Overview", null)
                .passage(PARAGRAPH, "One: the client/supplier pact on organised-crime mapping.")
                .passage(PARAGRAPH, "Two: re-offending by quoits players fell; so did trolley re-offences.")
                .passage(PARAGRAPH, "Three: reoffending by bowlers fell.")
                .passage(PARAGRAPH, "Four: cyber-crime falconers.")
                .passage(PARAGRAPH, "Five: cybercrime glaziers.")
                .passage(PARAGRAPH, "Six: cyber crime milliners.")
                .passage(PARAGRAPH, "Seven: the wheelwright’s inspec-tion of spokes, a risk assess- ment.")
                .passage(PARAGRAPH, "Eight: oﬃcers of the café – “wardens” – paid £1,250 or 82·4 percent.")
                .passage(PARAGRAPH, "Nine: anti-social-behaviour orders; state-of-the-art kilns.");
        try (Connection connection = database.connect()) {
            StoredReports.store(connection, report.reading());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            client                          | One
            supplier                        | One
            supplier/client                 | One
            client-supplier                 | One
            organised-crime mapping         | One
            organised crime mapping         | One
            "organised crime mapping"       | One
            "supplier pact"                 | One
            re-offending                    | Two Three
            reoffending                     | Two Three
            "re offending by"               | Two Three
            "reoffending by quoits"         | Two
            "re-offending by bowlers"       | Three
            offending                       | Two
            cyber-crime                     | Four Five Six
            cybercrime                      | Four Five Six
            cyber crime                     | Four Five Six
            "cyber crime"                   | Four Five Six
            "cybercrime milliners"          | Six
            "cyber-crime glaziers"          | Five
            "cyber crime falconers"         | Four
            cyber -crime                    |
            cybercrime -"cyber crime"       |
            cybercrime -glaziers            | Four Six
            inspection                      | Seven
            "inspection of spokes"          | Seven
            "risk assessment"               | Seven
            wheelwright's                   | Seven
            wheelwrights                    | Seven
            officers cafe                   | Eight
            "café wardens"                  | Eight
            1250                            | Eight
            1,250                           | Eight
            82.4                            | Eight
            antisocial kilns                | Nine
            "anti-social behaviour"         | Nine
            antisocial behaviour orders     | Nine
            "state of the art kilns"        | Nine
            wheelwr*                        | Seven
            inspecti* spo*                  | Seven
            "cyber crime mill*"             | Six
            cyber-cr*                       | Four Five Six
            """)
    void findsAWordHoweverItIsWritten(String text, String passages) {
        TreeSet<String> found = new TreeSet<>();
        for (Answer hit : query(SEARCH, Map.of("text", text)).each("search.nodes")) {
            String passage = hit.at("text");
            found.add(passage.substring(0, passage.indexOf(':')));
        }
        assertEquals(passages == null ? new TreeSet<>() : new TreeSet<>(List.of(passages.split(" "))), found);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            wheelright                      | wheelwright
            falconars                       | falconers
            falocnres                       | falconers
            -crime glazeirs                 | -crime glaziers
            "cyber crime" milinners -zzzz   | "cyber crime" milliners -zzzz
            Wheelwrihgt or falcners         | wheelwright or falconers
            """)
    void proposesWordsOfTheTexts(String text, String proposed) {
        assertEquals(proposed, query(SEARCH, Map.of("text", text)).at("search.didYouMean"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"falconers", "inspections", "xqzzyvkw", "falcon*", "12345678", "kilns -falconars"})
    void proposesNothingForWordsThatAreThereOrLikeNothing(String text) {
        assertEquals("null", query(SEARCH, Map.of("text", text)).at("search.didYouMean"));
    }

    @Test
    void refusesAPrefixOfOneLetter() {
        assertEquals(
                "\"kilns s*\" has the prefix \"s*\": at least 2 letters or digits are needed before \"*\".",
                refusal(SEARCH, Map.of("text", "kilns s*")));
    }

    @Test
    void highlightsWhatWasFoundHoweverItIsWritten() {
        assertEquals(List.of("re-offending", "quoits"), highlighted("reoffending quoits"));
        assertEquals(List.of("cyber", "crime", "milliners"), highlighted("cybercrime milliners"));
        assertEquals(List.of("inspec-tion", "spokes"), highlighted("inspecting spokes"));
        assertEquals(List.of("wheelwright"), highlighted("wheelwr*"));
        assertEquals(List.of("oﬃcers", "1,250"), highlighted("officers 1250"));
    }

    private static List<String> highlighted(String text) {
        return query(SEARCH, Map.of("text", text)).each("search.nodes").get(0).each("excerpt").stream()
                .filter(part -> part.at("highlighted").equals("true"))
                .map(part -> part.at("text"))
                .toList();
    }

    @Test
    void followsTextsThatChangeAndGo() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String passage = "(select id from report_passage where text like 'Nine: %')";
            statement.execute("update report_passage set text = 'Nine: potters' where id in " + passage);
            assertEquals(1, count(statement, "words @@ 'potter' and id in " + passage));
            assertEquals(0, count(statement, "words @@ 'kiln' and id in " + passage));
            statement.execute("update report_passage set kind = 'TITLE' where id in " + passage);
            assertEquals(0, count(statement, "id in " + passage));
            statement.execute("delete from report");
            assertEquals(0, count(statement, "not exists (select from finding f where f.id = t.id)"));
            connection.rollback();
        }
    }

    private static int count(Statement statement, String condition) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from search_text t where " + condition)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The force’s 1,250,000 oﬃcers re­offend 82·4 inspec- tion É x¹ y",
                "a--b a-- b -a a- 'a' a'sb a's' and/or A&E me@example.org http://www.example.org/a_b?c=1 v1.2.3",
                "‘quotes’ “double” – en dash—em dash ‐ ‑ − …etc. ½ 10³ ﬁne ﬀ ß ø Łódź 警察 \u200B\u202Ex \uD83D\uDC6E",
                "one-two-three-four one-two-three-four-five ---- ... ·item 1,23 1,2345 12,345.67 5m £5m (a)b- c- d",
                "soft­ hyphen soft­hyphen\u00A0nbsp\u2009thin\ttab O’Neill’s wardens’ 'tis e\u0301te\u0301 İstanbul"
            })
    void hasTheSameWordsInTheDatabaseAndInTheService(String text) throws SQLException {
        StringBuilder words = new StringBuilder();
        int place = 0;
        for (Token token : SearchWords.of(text)) {
            TreeSet<String> sorted =
                    new TreeSet<>(token.parts().stream().map(Part::word).toList());
            int parts = token.parts().size();
            for (int from = 0; from < parts && parts <= SearchWords.MOST_JOINED; from++) {
                for (int to = from + 2; to <= parts; to++) {
                    sorted.add(token.joined(from, to));
                }
            }
            place++;
            for (String word : sorted) {
                words.append(place).append(word).append(' ');
            }
        }
        String sql = """
                select string_agg(place || word || ' ', '' order by place, word collate "C") from search_words(?)
                """;
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, text);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                assertEquals(words.toString(), rows.getString(1));
            }
        }
    }
}
