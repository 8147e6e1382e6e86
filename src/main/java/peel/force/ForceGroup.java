package peel.force;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Forces of one region or of one regional organised crime unit.")
public record ForceGroup(
        @NonNull @Description("Name, as filters accept it.") String name,

        @NonNull @Description("Forces of the group, by name.")
        List<@NonNull Force> forces) {

    /** The regions by name. */
    static List<ForceGroup> regions() {
        return by(force -> force.region);
    }

    /** The regional organised crime units by name; forces without a known unit are in none. */
    static List<ForceGroup> regionalOrganisedCrimeUnits() {
        return by(force -> force.regionalOrganisedCrimeUnit);
    }

    private static List<ForceGroup> by(Function<Force, @Nullable String> name) {
        Map<String, List<Force>> groups = new TreeMap<>();
        for (Force force : Force.byName()) {
            String group = name.apply(force);
            if (group != null) {
                groups.computeIfAbsent(group, key -> new ArrayList<>()).add(force);
            }
        }
        List<ForceGroup> found = new ArrayList<>();
        groups.forEach((group, forces) -> found.add(new ForceGroup(group, forces)));
        return found;
    }
}
