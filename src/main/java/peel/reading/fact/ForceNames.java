package peel.reading.fact;

import java.util.LinkedHashSet;
import java.util.Set;

/** The names that running text may call a force by. */
final class ForceNames {

    private ForceNames() {}

    /**
     * The official name, the area's and the aliases; no slugs, and no short ones such as "Met",
     * which are words of other things too.
     *
     * @param force a force
     */
    static Set<String> of(Vocabulary.KnownForce force) {
        Set<String> names = new LinkedHashSet<>();
        names.add(force.name());
        names.add(force.area());
        force.aliases().stream()
                .filter(alias -> alias.length() > 3 && Character.isUpperCase(alias.charAt(0)))
                .forEach(names::add);
        return names;
    }
}
