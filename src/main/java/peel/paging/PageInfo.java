package peel.paging;

import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Relay's {@code PageInfo}. Whether there is more before a cursor is found out only when it is asked for. */
@Description("Position of a page in its list.")
public final class PageInfo {

    private final BooleanSupplier next;
    private final BooleanSupplier previous;
    private final @Nullable String startCursor;
    private final @Nullable String endCursor;

    PageInfo(BooleanSupplier next, BooleanSupplier previous, @Nullable String startCursor, @Nullable String endCursor) {
        this.next = next;
        this.previous = previous;
        this.startCursor = startCursor;
        this.endCursor = endCursor;
    }

    @NonNull @Description("Whether more items follow the page.")
    public boolean getHasNextPage() {
        return next.getAsBoolean();
    }

    @NonNull @Description("Whether items precede the page.")
    public boolean getHasPreviousPage() {
        return previous.getAsBoolean();
    }

    @Description("Cursor of the first item; null if the page is empty.")
    public @Nullable String getStartCursor() {
        return startCursor;
    }

    @Description("Cursor of the last item; null if the page is empty.")
    public @Nullable String getEndCursor() {
        return endCursor;
    }
}
