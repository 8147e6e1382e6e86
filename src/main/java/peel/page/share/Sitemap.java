package peel.page.share;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import peel.page.Page;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PublicAddress;
import peel.page.QuestionName;

/** The list of the addresses of all pages (sitemaps.org), made from the patterns of the pages and from the data. */
@Singleton
class Sitemap {

    static final String OPERATION = """
            query Sitemap {
              dataset {
                updatedAt
              }
              forces(first: 100) {
                nodes {
                  slug
                }
              }
              metrics {
                code
              }
              reports(first: 100) {
                nodes {
                  id
                }
              }
              questions {
                code
                pillar
                cycle {
                  code
                }
              }
            }
            """;

    /** Pages that show nothing before somebody asks for something. */
    private static final Set<String> FORMS = Set.of("/compare", "/place", "/search");

    /** What the segments of a pattern stand for, for patterns whose addresses can be listed. */
    private static final Map<String, Function<PageData, List<String>>> LISTS = Map.of(
            "/forces/:",
            data -> data.object("forces").objects("nodes").stream()
                    .map(force -> "/forces/" + PageAddress.encode(force.text("slug")))
                    .toList(),
            "/figures/:",
            data -> data.objects("metrics").stream()
                    .map(metric -> "/figures/" + PageAddress.encode(metric.text("code")))
                    .toList(),
            "/reports/:",
            data -> data.object("reports").objects("nodes").stream()
                    .map(report -> "/reports/" + PageAddress.encode(report.text("id")))
                    .toList(),
            "/questions/:/:/:",
            data -> data.objects("questions").stream()
                    .filter(question -> !question.isNull("pillar"))
                    .map(question -> QuestionName.of(question).path())
                    .toList(),
            "/questions/:/:",
            data -> data.objects("questions").stream()
                    .filter(question -> question.isNull("pillar"))
                    .map(question -> QuestionName.of(question).path())
                    .toList());

    private final List<String> patterns;

    Sitemap(@All List<Page> pages) {
        this.patterns = pages.stream().map(Page::path).sorted().toList();
    }

    /** The paths of all pages that can be listed. */
    List<String> paths(PageData data) {
        List<String> paths = new ArrayList<>();
        for (String pattern : patterns) {
            if (pattern.indexOf(':') < 0) {
                if (!FORMS.contains(pattern)) {
                    paths.add(pattern);
                }
            } else {
                paths.addAll(LISTS.getOrDefault(pattern.replaceAll(":[^/]+", ":"), none -> List.of())
                        .apply(data));
            }
        }
        return paths;
    }

    /** The file. */
    byte[] xml(URI root, PageData data) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        String modified = data.object("dataset").text("updatedAt");
        for (String path : paths(data)) {
            xml.append("<url><loc>")
                    .append(PublicAddress.of(root, path).replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</loc><lastmod>")
                    .append(modified)
                    .append("</lastmod></url>\n");
        }
        return xml.append("</urlset>\n").toString().getBytes(UTF_8);
    }
}
