package peel.page;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import peel.endpoint.RawConnection;
import peel.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class PagesTest {

    private static RequestSpecification given(String acceptEncoding) {
        return RestAssured.given().header("Accept-Encoding", acceptEncoding);
    }

    @Test
    void showsAllForcesWithLinksThatAreRelative() {
        given("identity")
                .get("/forces")
                .then()
                .statusCode(200)
                .contentType("text/html; charset=utf-8")
                .body(containsString("<html lang=\"en-GB\">"))
                .body(containsString("href=\"./forces/avon-and-somerset\""))
                .body(containsString("href=\"./graphiql/?query="));
    }

    @Test
    void confirmsWithoutABodyWhatTheClientHas() {
        for (String encoding : List.of("identity", "gzip")) {
            for (String path : List.of("/forces", "/forces.csv", "/forces.json", "/forces/embed")) {
                HttpResponse<byte[]> first = PageClient.get(path, "Accept-Encoding", encoding);
                assertEquals(200, first.statusCode(), path);
                assertEquals("public, no-cache", PageClient.header(first, "Cache-Control"));
                assertEquals(encoding.equals("gzip") ? "gzip" : "", PageClient.header(first, "Content-Encoding"), path);
                String tag = PageClient.header(first, "ETag");
                HttpResponse<byte[]> second = PageClient.get(path, "Accept-Encoding", encoding, "If-None-Match", tag);
                assertEquals(304, second.statusCode(), path);
                assertEquals(tag, PageClient.header(second, "ETag"));
            }
        }
    }

    @Test
    void mayBeFramedOnlyWhereItIsMadeForThat() {
        given("identity")
                .get("/forces")
                .then()
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("X-Frame-Options", "DENY");
        given("identity")
                .get("/forces/embed")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors *"))
                .header("X-Frame-Options", nullValue())
                .body(not(containsString("<nav")));
    }

    @Test
    void servesTheStyleSheetAtAnAddressThatChangesWithIt() {
        String page = given("identity").get("/forces").asString();
        String style = page.replaceAll("(?s).*<link rel=\"stylesheet\" href=\"\\.(/style/[^\"]+\\.css)\".*", "$1");
        given("identity")
                .get(style)
                .then()
                .statusCode(200)
                .contentType("text/css; charset=utf-8")
                .header("Cache-Control", containsString("immutable"));
    }

    @Test
    void saysWhatIsWrongInAPage() {
        given("identity")
                .get("/nowhere/<script>")
                .then()
                .statusCode(404)
                .contentType("text/html; charset=utf-8")
                .body(containsString("../search"))
                .body(not(containsString("<script")));
        given("identity")
                .body("x")
                .post("/forces")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD")
                .body(containsString("GET or HEAD"));
        assertEquals(400, PageClient.get("/forces/%00").statusCode());
    }

    // RFC 9110, section 15.5.1: what is wrong is said where clients look for it, in every form.
    @Test
    void saysWhatIsAllowed() {
        for (String address : List.of("/?pillar=x", "/?cycle=1999", "/?question=x", "/national.csv?pillar=x")) {
            HttpResponse<byte[]> refused = PageClient.get(address);
            assertEquals(400, refused.statusCode(), address);
        }
        assertTrue(PageClient.text(PageClient.get("/?pillar=x")).contains("legitimacy"));
        assertTrue(PageClient.text(PageClient.get("/?cycle=1999")).contains("2018/19"));
        for (String address : List.of(
                "/forces/knt",
                "/questions/1999/overall",
                "/questions/2015/effectiveness/x",
                "/reports/nobody",
                "/questions/2015/nothing/overall",
                "/reports/AAAAAAAAAAAAAAAAAAAAAAA")) {
            HttpResponse<byte[]> refused = PageClient.get(address);
            assertEquals(404, refused.statusCode(), address);
            assertTrue(PageClient.text(refused).contains("<h1>Not found</h1>"), address);
        }
        String unknown = PageClient.text(PageClient.get("/forces/knt"));
        assertTrue(unknown.contains("There is no force &quot;knt&quot;."), unknown);
        assertTrue(unknown.contains("<a href=\"../forces/kent\">kent</a>"), unknown);
        assertTrue(unknown.contains("<a href=\"../place?q=knt\">"), unknown);
    }

    /** As people type them: browsers send them so. */
    @Test
    void answersAddressesThatAreNoUris() throws IOException {
        assertAnswered("/search?q=100%", "200 OK", "value=\"100%\"");
        assertAnswered("/place?q=Ynys+M\u00c3\u00b4n", "200 OK", "Ynys Môn");
        assertAnswered("/forces/%zz", "404 Not Found", "There is no force &quot;%zz&quot;.");
        assertAnswered("/{nowhere}", "404 Not Found", "<h1>Not found</h1>");
        assertAnswered("/?cycle=%", "400 Bad Request", "2018/19");
        assertAnswered("/graphql?query={cycles{code}}", "200 OK", "{\"data\":{\"cycles\":[{\"code\":\"2014\"}");
        assertAnswered("/graphql?query=%zz", "200 OK", "{\"errors\":[{\"message\":");
        assertAnswered("/data/tables/%zz", "404 Not Found", "Downloads: ");
    }

    private static void assertAnswered(String target, String status, String contains) throws IOException {
        try (RawConnection connection = new RawConnection()) {
            String answer = connection.exchange("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 " + status + "\r\n"), target + ": " + answer);
            assertTrue(answer.contains(contains), target + ": " + answer);
        }
    }

    @Test
    void findsTheForceOfAPlaceAndSuggestsNames() {
        // councils.csv and local_authorities.csv: Luton is Bedfordshire's, Camden the Metropolitan Police's.
        assertTrue(PageClient.page("/place?q=Luton").contains("/forces/bedfordshire\""));
        assertTrue(PageClient.page("/place?q=London%20Borough%20of%20Camden").contains("/forces/metropolitan\""));
        assertTrue(PageClient.page("/place?q=Lutn").contains("Luton (Bedfordshire)"));
        assertTrue(PageClient.page("/place?q=zzzzzz").contains("No council, district or force"));
    }

    @Test
    void saysThatNoReportIsImportedAndHowToImportOne() {
        String page = PageClient.page("/reports");
        assertTrue(page.contains("No report is imported here."));
        assertTrue(page.contains("quarkus-run.jar import"));
    }

    @Test
    void isCountedByPageAndOutcome() {
        PageClient.page("/forces");
        PageClient.get("/forces/nobody");
        String metrics = PageClient.page("/q/metrics");
        assertTrue(metrics.contains("peel_pages_seconds_count{outcome=\"failed\",page=\"force\""), metrics);
        assertTrue(metrics.contains("page=\"forces\""), metrics);
    }

    @Test
    void isSmall() {
        for (String path :
                List.of("/", "/forces", "/forces/kent", "/questions/2018-19/effectiveness/overall", "/api")) {
            int length = PageClient.get(path, "Accept-Encoding", "gzip").body().length;
            assertTrue(length <= 30_000, path + " has " + length + " bytes");
        }
    }

    @Test
    void answersHeadWithTheLengthAndWithoutABody() {
        given("identity").head("/forces").then().statusCode(200).header("Content-Length", notNullValue());
    }

    @Test
    void leadsFromASlashAtTheEndToTheAddressWithoutIt() {
        given("identity")
                .redirects()
                .follow(false)
                .get("/forces/")
                .then()
                .statusCode(301)
                .header("Location", "../forces");
    }
}
