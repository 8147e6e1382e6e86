package peel.report;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A report and its place in a list.
 *
 * @param cursor the place, opaque
 * @param node the item
 */
@Description("A report and its place in a list.")
public record ReportEdge(
        @NonNull @Description("The place in the list, opaque.")
        String cursor,

        @NonNull @Description("The item.") Report node) {}
