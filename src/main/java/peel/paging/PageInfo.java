package peel.paging;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Relay's {@code PageInfo}. */
@Description("Position of a page in its list.")
public record PageInfo(
        @NonNull @Description("Whether more items follow the page.")
        boolean hasNextPage,

        @NonNull @Description("Whether items precede the page.")
        boolean hasPreviousPage,

        @Description("Cursor of the first item; null if the page is empty.") @Nullable String startCursor,

        @Description("Cursor of the last item; null if the page is empty.") @Nullable String endCursor) {}
