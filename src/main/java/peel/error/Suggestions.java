package peel.error;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that an unknown name may have been meant to be, chosen and worded as GraphQL.js does, the reference implementation:
 * at most five, the nearest first.
 */
public final class Suggestions {

    private static final int MOST = 5;

    /** In characters; shorter texts start too many names. */
    private static final int SHORTEST_START = 3;

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** In characters; the schema's own names are shorter. Bounds the time, which grows with the square of the length. */
    private static final int LONGEST = 40;

    /** How many letters of a name may be wrong. */
    private static final double WRONG_SHARE = 0.4;

    private record Candidate(String name, int distance) {}

    private Suggestions() {}

    /** Returns the end of a message, " Did you mean ...?", or nothing if no name is similar. */
    public static String sentence(String unknown, Collection<String> names) {
        return sentence(similar(unknown, names));
    }

    /** Returns the end of a message that asks whether one of these names was meant, or nothing if there are none. */
    public static String sentence(List<String> meant) {
        List<String> quoted = meant.stream().map(name -> '"' + name + '"').toList();
        int last = quoted.size() - 1;
        return switch (quoted.size()) {
            case 0 -> "";
            case 1 -> " Did you mean " + quoted.get(0) + "?";
            case 2 -> " Did you mean " + quoted.get(0) + " or " + quoted.get(1) + "?";
            default -> " Did you mean " + String.join(", ", quoted.subList(0, last)) + ", or " + quoted.get(last) + "?";
        };
    }

    /** The names that an unknown one may have been meant to be: similar ones, then ones of which a word starts with it. */
    public static List<String> meant(String unknown, Collection<String> names) {
        Set<String> meant = new LinkedHashSet<>(similar(unknown, names));
        String start = words(unknown);
        if (unknown.length() <= LONGEST && start.length() > SHORTEST_START) {
            names.stream()
                    .filter(name -> words(name).contains(start))
                    .limit(MOST)
                    .forEach(meant::add);
        }
        return meant.stream().limit(MOST).toList();
    }

    /** The words of a name in lower case, each with a space before it. */
    private static String words(String name) {
        return " "
                + SEPARATORS
                        .matcher(name.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip();
    }

    /** The names that are similar to an unknown one, the nearest first. */
    public static List<String> similar(String unknown, Collection<String> names) {
        if (unknown.length() > LONGEST) {
            return List.of();
        }
        int threshold = (int) (unknown.length() * WRONG_SHARE) + 1;
        List<Candidate> candidates = new ArrayList<>();
        for (String name : names) {
            if (Math.abs(name.length() - unknown.length()) <= threshold) {
                int distance = distance(unknown, name);
                if (distance <= threshold) {
                    candidates.add(new Candidate(name, distance));
                }
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    /**
     * The number of letters that must be inserted, deleted, replaced or exchanged with their neighbour. Names that differ
     * in the case of letters only have distance 1.
     */
    public static int distance(String unknown, String name) {
        if (unknown.equals(name)) {
            return 0;
        }
        String a = unknown.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        if (a.equals(b)) {
            return 1;
        }
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforePrevious[j - 2] + 1);
                }
            }
            int[] free = beforePrevious;
            beforePrevious = previous;
            previous = row;
            row = free;
        }
        return previous[b.length()];
    }
}
