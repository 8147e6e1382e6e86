package peel.paging;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Where a page stands in its list, as the Relay specification has it.
 *
 * @param hasNextPage whether more follows
 * @param hasPreviousPage whether something precedes
 * @param startCursor cursor of the page's first item, null when it is empty
 * @param endCursor cursor of the page's last item, null when it is empty
 */
@Description("Where a page stands in its list.")
public record PageInfo(
        @NonNull @Description("Whether more follows.") boolean hasNextPage,
        @NonNull @Description("Whether something precedes.") boolean hasPreviousPage,

        @Description("The cursor of the first item; null on an empty page.")
        String startCursor,

        @Description("The cursor of the last item; null on an empty page.")
        String endCursor) {}
