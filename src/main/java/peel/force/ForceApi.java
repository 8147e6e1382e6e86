package peel.force;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import peel.paging.Page;
import peel.paging.PageRequest;

/** Questions about forces. */
@GraphQLApi
public class ForceApi {

    /** One force. */
    @Query
    @Description("One force by slug, ONS code, name or any alias, whatever the case; null when no force has that name.")
    public Force force(
            @NonNull @Name("name") @Description("\"bedfordshire\", \"E23000026\", \"Bedfordshire Police\", \"GMP\" ...")
                    String name) {
        return Force.named(name).orElse(null);
    }

    /** A page of forces. */
    @Query
    @NonNull @Description("The forces that a filter leaves, in pages.")
    public ForceConnection forces(
            @Name("filter") @Description("Which forces; all unless given.") ForceFilter filter,
            @Name("orderBy") @Description("Their order; by name unless given.") ForceOrder orderBy,
            @Name("first") @Description("So many from the start or after the cursor, 1 to 100; 50 unless given.")
                    Integer first,
            @Name("after") @Description("The cursor after which the page starts.") String after,
            @Name("last") @Description("So many from the end or before the cursor, 1 to 100.") Integer last,
            @Name("before") @Description("The cursor before which the page ends.") String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        ForceOrder order = orderBy == null ? ForceOrder.NAME : orderBy;
        return new ForceConnection(Page.of(Force.matching(filter), order.key(), request));
    }

    /** Other names of each force. */
    @NonNull @Description("Other names by which the force can be asked for.")
    public List<@NonNull List<@NonNull String>> aliases(@Source List<Force> forces) {
        return Force.aliasesOf(keys(forces));
    }

    /** Local authorities of each force. */
    @NonNull @Description("The local authority districts in the force's area (December 2016), by name.")
    public List<@NonNull List<@NonNull LocalAuthority>> localAuthorities(@Source List<Force> forces) {
        return LocalAuthority.ofForces(keys(forces));
    }

    /** Monitoring events of each force. */
    @NonNull @Description("When the force entered or left enhanced monitoring, the oldest first; not a complete list.")
    public List<@NonNull List<@NonNull MonitoringEvent>> monitoring(@Source List<Force> forces) {
        return MonitoringEvent.ofForces(keys(forces));
    }

    private static List<UUID> keys(List<Force> forces) {
        return forces.stream().map(force -> force.key).toList();
    }
}
