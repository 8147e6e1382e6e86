package peel.force;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import peel.paging.Page;
import peel.paging.PageRequest;

/** Queries for forces, and the fields of a force that are read from other tables. */
@GraphQLApi
public class ForceApi {

    private final JudgedCondition judged;
    private final MeasuredCondition measured;

    ForceApi(JudgedCondition judged, MeasuredCondition measured) {
        this.judged = judged;
        this.measured = measured;
    }

    @Query
    @Description(
            "Force with this slug, ONS code, name or alias. Case, accents and punctuation are ignored. Null if there is no such force.")
    public @Nullable Force force(
            @NonNull @Description(
                            "Slug, ONS code, name or alias, such as `bedfordshire`, `E23000026`, `Bedfordshire Police` or `GMP`.")
                    String name) {
        return Force.named(name).orElse(null);
    }

    @Query
    @NonNull @Description("Forces matching the filter, paginated.")
    public ForceConnection forces(
            @Description("Which forces to return. Default: all.") @Nullable ForceFilter filter,
            @Description("Sort order. Default: `NAME`.") @Nullable ForceOrder orderBy,
            @Description(PageRequest.FIRST) @Nullable Integer first,
            @Description(PageRequest.AFTER) @Nullable String after,
            @Description(PageRequest.LAST) @Nullable Integer last,
            @Description(PageRequest.BEFORE) @Nullable String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        ForceOrder order = orderBy == null ? ForceOrder.NAME : orderBy;
        return new ForceConnection(Page.of(Force.matching(filter, judged, measured), order.key(), request));
    }

    @Query
    @NonNull @Description("Regions with their forces, by name.")
    public List<@NonNull ForceGroup> regions() {
        return ForceGroup.regions();
    }

    @Query
    @NonNull @Description("Regional organised crime units (ROCUs) with their forces, by name.")
    public List<@NonNull ForceGroup> regionalOrganisedCrimeUnits() {
        return ForceGroup.regionalOrganisedCrimeUnits();
    }

    @NonNull @Description("Other forces of the same region, regional organised crime unit or country, by name.")
    public List<@NonNull List<@NonNull Force>> peers(
            @Source List<Force> forces, @NonNull @Description("What the forces have in common.") PeerGroup by) {
        return forces.stream().map(force -> force.peers(by)).toList();
    }

    @NonNull @Description("Other names by which the force can be queried.")
    public List<@NonNull List<@NonNull String>> aliases(@Source List<Force> forces) {
        return Force.aliasesOf(keys(forces));
    }

    @NonNull @Description(
            "Official names by language and period, English before Welsh and the oldest first. `name` is the English one of 2015.")
    public List<@NonNull List<@NonNull ForceName>> names(@Source List<Force> forces) {
        return ForceName.ofForces(forces);
    }

    @NonNull @Description("Local authority districts in the force's area as of December 2016, ordered by name.")
    public List<@NonNull List<@NonNull LocalAuthority>> localAuthorities(@Source List<Force> forces) {
        return LocalAuthority.ofForces(keys(forces));
    }

    @NonNull @Description(
            "Councils in the force's area, including those that were abolished since December 2016, ordered by name. `to` is null for those that exist.")
    public List<@NonNull List<@NonNull Council>> councils(@Source List<Force> forces) {
        return Council.ofForces(keys(forces));
    }

    @NonNull @Description(
            "Events in which the force entered or left enhanced monitoring, oldest first. The list is not complete.")
    public List<@NonNull List<@NonNull MonitoringEvent>> monitoring(@Source List<Force> forces) {
        return MonitoringEvent.ofForces(keys(forces));
    }

    private static List<UUID> keys(List<Force> forces) {
        return forces.stream().map(force -> force.key).toList();
    }
}
