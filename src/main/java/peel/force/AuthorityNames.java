package peel.force;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import peel.error.BadUserInputException;
import peel.error.Quotation;
import peel.error.Suggestions;
import peel.query.CachedValue;
import peel.query.Rows;

/** Finds the forces that police a local authority, by any of its names or its ONS code. */
final class AuthorityNames {

    private static final CachedValue<AuthorityNames> ALL = new CachedValue<>(AuthorityNames::read);

    private final Map<String, Set<UUID>> forces = new HashMap<>();

    /** The names to show, by the form in which they are compared. */
    private final Map<String, String> shown = new TreeMap<>();

    /** The names of all councils, and of all districts of December 2016. */
    static AuthorityNames all() {
        return ALL.get();
    }

    private static AuthorityNames read() {
        AuthorityNames names = new AuthorityNames();
        for (Council council : Rows.of(Council.ROWS, "from council c order by c.code", Map.of())) {
            List<String> known = new ArrayList<>(List.of(council.name));
            if (council.officialName != null) {
                known.add(council.officialName);
            }
            known.addAll(council.getOtherNames());
            names.add(council.forceKey, council.code, known);
        }
        Rows.of(LocalAuthority.ROWS, "from local_authority l order by l.code", Map.of())
                .forEach(district -> names.add(district.forceKey, district.code, List.of(district.name)));
        return names;
    }

    /** Adds an authority; the first of its names is the one that suggestions show. */
    void add(UUID force, String code, List<String> names) {
        forces.computeIfAbsent(FoldedName.of(code), key -> new LinkedHashSet<>())
                .add(force);
        for (String name : names) {
            String folded = FoldedName.ofAuthority(name);
            if (folded.isEmpty()) {
                continue;
            }
            forces.computeIfAbsent(folded, key -> new LinkedHashSet<>()).add(force);
            shown.putIfAbsent(folded, name);
        }
    }

    /**
     * The keys of the forces that police an authority.
     *
     * @throws BadUserInputException for an unknown name, with those that come close
     */
    Collection<UUID> require(String name) {
        Set<UUID> found = forces.get(FoldedName.ofAuthority(name));
        if (found == null) {
            throw new BadUserInputException("There is no local authority \"" + Quotation.of(name) + "\"."
                    + Suggestions.sentence(Suggestions.meant(FoldedName.ofAuthority(name), shown.keySet()).stream()
                            .map(shown::get)
                            .toList())
                    + " Accepted: a name or an ONS code of a district or council in England or Wales.");
        }
        return found;
    }
}
