package peel.reading.evidence;

import java.util.LinkedHashSet;
import java.util.Set;

/** The names by which running text may refer to a force. */
public final class ForceNames {

    private ForceNames() {}

    /**
     * Returns the official name, the area's name and the aliases. Slugs and aliases of up to three letters, such as
     * "Met", are left out because they also occur with other meanings.
     */
    public static Set<String> of(Vocabulary.KnownForce force) {
        Set<String> names = new LinkedHashSet<>();
        names.add(force.name());
        names.add(force.area());
        force.aliases().stream()
                .filter(alias -> alias.length() > 3 && Character.isUpperCase(alias.charAt(0)))
                .forEach(names::add);
        return names;
    }
}
