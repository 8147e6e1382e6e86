package peel.search;

import org.eclipse.microprofile.graphql.Description;
import peel.paging.Connection;
import peel.paging.Edge;
import peel.paging.Page;

@Description("A page of search hits.")
public final class SearchConnection extends Connection<SearchHit, SearchConnection.SearchEdge> {

    SearchConnection(Page<SearchHit> page) {
        super(page, SearchEdge::new);
    }

    @Description("A search hit with its cursor.")
    public static final class SearchEdge extends Edge<SearchHit> {

        private SearchEdge(String cursor, SearchHit node) {
            super(cursor, node);
        }
    }
}
