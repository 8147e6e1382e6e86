package peel.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static peel.reading.layout.PassageKind.BULLET;
import static peel.reading.layout.PassageKind.CAPTION;
import static peel.reading.layout.PassageKind.FOOTNOTE;
import static peel.reading.layout.PassageKind.PARAGRAPH;
import static peel.testing.GraphQLClient.query;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.report.StoredReports;
import peel.report.WrittenReport;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/**
 * Thirty searches with the passage that must be first. The passages and the searches were written before the query
 * language was, so that they say what readers expect and not what it does.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "reports"))
class SearchRankingTest {

    private static final String SEARCH = """
            query ($text: String!) {
              search(text: $text, filter: {force: ["cleveland"]}, first: 3) { nodes { text } }
            }
            """;

    TestDatabase database;

    @BeforeEach
    void store() throws SQLException {
        try (Connection connection = database.connect()) {
            StoredReports.store(connection, report().reading());
        }
    }

    private static WrittenReport report() {
        return new WrittenReport("cleveland")
                .section(1, "Overview", null)
                .passage(
                        PARAGRAPH, "A1 Crime reduction is everybody's task, and the plan for crime reduction is clear.")
                .passage(
                        PARAGRAPH,
                        "A2 The chief officer spoke of crime at length, and later in the day, when the meeting turned to",
                        "budgets and buildings, also of a reduction in the number of vans that wardens drive in winter.")
                .passage(PARAGRAPH, "A3 Prevention – the first aim – comes before enforcement in every neighbourhood.")
                .passage(PARAGRAPH, "A4 A client/supplier agreement covers the laboratory that tests samples.")
                .passage(PARAGRAPH, "A5 The unit against organised-crime meets at noon with its neighbours.")
                .passage(PARAGRAPH, "A6 Those who re-offend are visited; fewer re-offending burglars were seen.")
                .passage(PARAGRAPH, "A7 Reoffending fell after the mentors began their rounds in spring.")
                .passage(PARAGRAPH, "A8 Cyber-crime is taught to recruits in their third week at the college.")
                .passage(PARAGRAPH, "A9 A cybercrime desk answers shops whose tills have been copied.")
                .passage(PARAGRAPH, "B1 Schools invite a speaker on cyber crime each autumn.")
                .section(1, "Victims", "vulnerable")
                .passage(
                        PARAGRAPH,
                        "B2 Call handlers ask about domestic abuse at once, and domestic abuse is flagged on the screen.")
                .passage(
                        PARAGRAPH,
                        "B3 Abuse of the car park was a domestic matter for the landlord, who had put up signs about it",
                        "long before the residents complained to the council and the wardens.")
                .passage(PARAGRAPH, "B4 A missing child is reported to the desk, which opens a log within minutes.")
                .passage(PARAGRAPH, "B5 Children who go missing are spoken to when they come home.")
                .passage(BULLET, "B6 improve how risk assess-", "ments are supervised;")
                .passage(PARAGRAPH, "B7 Officers complete a risk assessment with the victim at the scene.")
                .passage(PARAGRAPH, "B8 Stalking is recorded as harassment too often.")
                .passage(PARAGRAPH, "B9 The safeguarding hub shares what it knows with nurses and teachers.")
                .passage(FOOTNOTE, "C1 A multi-agency risk assessment conference (MARAC) plans the safety of victims.")
                .section(1, "Investigations", "investigate")
                .passage(PARAGRAPH, "C2 Detectives wait eleven weeks for phones to be examined.")
                .passage(PARAGRAPH, "C3 The backlog of digital examinations has been halved.")
                .passage(PARAGRAPH, "C4 House-to-house enquiries are written down, and the sergeant reads them.")
                .passage(PARAGRAPH, "C5 Forensic officers share one van between two counties.")
                .passage(PARAGRAPH, "C6 Body-worn video is switched on at every stop and search.")
                .passage(PARAGRAPH, "C7 We searched for the records of a stop at the depot, which the drivers keep.")
                .passage(CAPTION, "C8 Figure 2: Outcomes of recorded burglary by quarter")
                .passage(PARAGRAPH, "C9 Burglars are charged in one case of nine; a burglary is visited within a day.")
                .section(1, "Serious and organised crime", "soc")
                .passage(PARAGRAPH, "D1 The force maps organised crime groups and scores each of them every month.")
                .passage(PARAGRAPH, "D2 Groups of walkers organised a march against crime on the promenade.")
                .passage(PARAGRAPH, "D3 Lifetime offender managers keep in touch with prisoners until release.")
                .passage(PARAGRAPH, "D4 The strategic policing requirement names five threats.")
                .passage(PARAGRAPH, "D5 Armed response vehicles are shared with the county next door.")
                .passage(PARAGRAPH, "D6 ‘Boss’s rules’ are printed on the wall of the briefing room.")
                .passage(PARAGRAPH, "D7 The budget grew by £1,250,000, or 4.5 percent, in one year.")
                .passage(PARAGRAPH, "D8 Anti-social behaviour is answered by wardens on bicycles.")
                .passage(PARAGRAPH, "D9 Wardens answer whoever complains of antisocial behaviour within two days.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            crime reduction                 | A1
            crime - reduction               | A1
            crime – reduction               | A1
            Prevention – the first aim      | A3
            client                          | A4
            supplier                        | A4
            client/supplier                 | A4
            organised-crime                 | A5
            "organised crime groups"        | D1
            organised crime groups          | D1
            re-offending                    | A6
            reoffending mentors             | A7
            "re-offending fell"             | A7
            cybercrime college              | A8
            cyber-crime desk                | A9
            cybercrime autumn               | B1
            "speaker on cyber-crime"        | B1
            domestic abuse                  | B2
            missing children                | B5
            "missing child"                 | B4
            "risk assessments"              | B6
            risk assessment victim -MARAC   | B7
            stop and search                 | C6
            "body worn video"               | C6
            house to house                  | C4
            burglary outcomes               | C8
            phones or laptops               | C2
            forens*                         | C5
            antisocial bicycles             | D8
            1250000                         | D7
            """)
    void putsTheBestPassageFirst(String text, String passage) {
        List<String> found = query(SEARCH, Map.of("text", text)).each("search.nodes").stream()
                .map((Answer hit) -> hit.at("text"))
                .toList();
        assertFalse(found.isEmpty(), "nothing is found");
        assertEquals(passage, found.get(0).substring(0, 2), found.toString());
    }
}
