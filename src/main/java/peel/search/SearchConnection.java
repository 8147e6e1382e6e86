package peel.search;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;
import peel.paging.Connection;
import peel.paging.Edge;
import peel.paging.Page;

@Description("A page of search hits.")
public final class SearchConnection extends Connection<SearchHit, SearchConnection.SearchEdge> {

    private final SearchText text;

    SearchConnection(Page<SearchHit> page, SearchText text) {
        super(page, SearchEdge::new);
        this.text = text;
    }

    @Description(
            "The search text with words that no text has replaced by similar words of the texts, for example `burglary` for `burglery`. Null if all words occur or nothing similar does. Computed only when selected.")
    public @Nullable String getDidYouMean() {
        return text.corrected();
    }

    @Description("A search hit with its cursor.")
    public static final class SearchEdge extends Edge<SearchHit> {

        private SearchEdge(String cursor, SearchHit node) {
            super(cursor, node);
        }
    }
}
