package peel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peel.reading.layout.PassageKind;
import peel.report.KentReport;
import peel.report.StoredReports;
import peel.report.WrittenReport;
import peel.testing.Eventually;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/** Pages of what users import: reports, and texts that are not harmless. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "pages"))
class ImportedPagesTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    TestDatabase database;

    @BeforeEach
    void store() throws Exception {
        try (Connection connection = database.connect()) {
            StoredReports.store(connection, KentReport.first().reading());
        }
    }

    private void change(String... statements) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
            statement.execute("insert into dataset_revision (revision, origin) select max(revision) + 1, 'test'"
                    + " from dataset_revision");
        }
    }

    private static String report() {
        Matcher link = Pattern.compile("href=\"\\./(reports/[A-Za-z0-9_-]{23})\"")
                .matcher(PageClient.page("/reports?force=kent"));
        assertTrue(link.find());
        return "/" + link.group(1);
    }

    @Test
    void readsAReportLineByLine() {
        String page = PageClient.page(report());
        String[] lines = KentReport.first().text().split("\n");
        for (int i = 0; i < lines.length; i++) {
            assertTrue(page.contains("<li id=\"L%1$d\"><a href=\"#L%1$d\"".formatted(i + 1)), "line " + (i + 1));
            assertTrue(page.contains(lines[i].strip()), lines[i]);
        }
        assertTrue(page.contains("A household is one person or more who share a kitchen."));
        assertTrue(page.contains("4,120 burglaries, but 4,210 in the text"));
    }

    @Test
    void leadsFromAHitToItsLine() {
        String page = PageClient.page("/search?q=patrol");
        assertTrue(page.contains("<mark>patrol</mark>"), page);
        // The sentence is on the second line, below the heading.
        assertTrue(page.contains("href=\"." + report() + "?line=2#L2\""), page);
    }

    @Test
    void leadsFromAFindingToItsLine() {
        String line = Pattern.compile("<li id=\"L(\\d+)\"[^\n]*The force should tell wardens at once")
                .matcher(PageClient.page(report()))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertTrue(PageClient.page("/forces/kent")
                .contains("href=\".." + report() + "?line=" + line + "#L" + line + "\""));
    }

    /** Each part has a link to the next one; together they have all lines, each once and in order. */
    @Test
    void showsALongReportInParts() throws Exception {
        WrittenReport written = new WrittenReport("essex").section(1, "Overview", null);
        for (int line = 2; line <= 1000; line++) {
            written.passage(PassageKind.PARAGRAPH, "Officers patrol street number " + line + ".");
        }
        try (Connection connection = database.connect()) {
            StoredReports.store(connection, written.reading());
        }
        Pattern reports = Pattern.compile("href=\"\\./(reports/[A-Za-z0-9_-]{23})\"");
        Eventually.holdsWithin(
                10,
                () -> reports.matcher(PageClient.page("/reports?force=essex")).find());
        Matcher link = reports.matcher(PageClient.page("/reports?force=essex"));
        assertTrue(link.find());
        String report = "/" + link.group(1);
        List<String> lines = new ArrayList<>();
        String next = report;
        while (next != null) {
            String page = PageClient.page(next);
            Pattern.compile("<li id=\"L(\\d+)\">").matcher(page).results().forEach(found -> lines.add(found.group(1)));
            Matcher later = Pattern.compile("href=\"\\.\\.([^\"#]+)[^\"]*\" rel=\"next\"")
                    .matcher(page);
            next = later.find() ? later.group(1) : null;
        }
        assertEquals(IntStream.rangeClosed(1, 1000).mapToObj(Integer::toString).toList(), lines);
        String part = PageClient.page(report + "?line=737");
        assertTrue(part.contains("street number 737."));
        assertFalse(part.contains("street number 2."));
        assertEquals(400, PageClient.get(report + "?line=1001").statusCode());
        assertEquals(400, PageClient.get(report + "?line=first").statusCode());
    }

    @Test
    void textsOfOthersStayTexts() throws Exception {
        change(
                "update report set title = '" + SCRIPT + "'",
                "insert into force_alias (force_id, alias) select id, '" + SCRIPT + "' from force where slug = 'kent'"
                        + " on conflict do nothing");
        Eventually.holdsWithin(10, () -> PageClient.page("/forces/kent").contains("alert(1)"));
        for (String path : List.of(
                "/forces/kent",
                "/reports",
                report(),
                "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
                "/search?q=patrol",
                "/place?q=%3Cscript%3Ealert(1)%3C/script%3E")) {
            String page = PageClient.page(path);
            assertFalse(page.contains("<script"), path);
            assertTrue(page.contains("&lt;script&gt;"), path);
        }
        assertEquals(404, PageClient.get("/forces/%3Cscript%3E").statusCode());
        assertFalse(PageClient.text(PageClient.get("/forces/%3Cscript%3E")).contains("<script"));
    }

    @Test
    void isNewAfterAnImport() throws Exception {
        HttpResponse<byte[]> before = PageClient.get("/forces/kent");
        String tag = PageClient.header(before, "ETag");
        assertEquals(304, PageClient.get("/forces/kent", "If-None-Match", tag).statusCode());
        assertFalse(PageClient.header(before, "Cache-Control").contains("immutable"));
        change("update force set region = 'Elsewhere' where slug = 'kent'");
        Eventually.holdsWithin(
                10, () -> PageClient.get("/forces/kent", "If-None-Match", tag).statusCode() == 200);
        HttpResponse<byte[]> after = PageClient.get("/forces/kent", "If-None-Match", tag);
        assertNotEquals(tag, PageClient.header(after, "ETag"));
        assertTrue(PageClient.text(after).contains("Region Elsewhere"));
        change("update force set region = 'South East' where slug = 'kent'");
    }
}
