package peel.page.site;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import peel.execution.document.DocumentConfig;
import peel.page.Page;
import peel.page.PageAddress;
import peel.page.PageData;
import peel.page.PageRead;
import peel.page.PageView;

/** The ways to the GraphQL API: {@code /api}. */
@Singleton
class ApiPage implements Page {

    private static final String EXAMPLE = """
            curl -G http://localhost:8080/graphql --data-urlencode 'query={
              force(name: "Bedfordshire") { judgments(cycle: "2015") { grade question { wording } } }
            }'
            """;

    private final boolean graphiql;
    private final DocumentConfig documents;

    ApiPage(
            DocumentConfig documents,
            @ConfigProperty(name = "peel.graphiql.enabled", defaultValue = "true") boolean graphiql) {
        this.documents = documents;
        this.graphiql = graphiql;
    }

    @Override
    public String name() {
        return "api";
    }

    @Override
    public String path() {
        return "/api";
    }

    @Override
    public PageRead read(PageAddress address) {
        return PageRead.NOTHING;
    }

    @Override
    public PageView view(PageAddress address, PageData data) {
        return PageView.of(
                "API",
                "The GraphQL API behind these pages.",
                ApiTemplates.api(new ApiView(address.to("/"), graphiql, documents.introspection(), EXAMPLE.strip())));
    }
}
