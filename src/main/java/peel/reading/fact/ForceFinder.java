package peel.reading.fact;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peel.reading.evidence.ForceNames;
import peel.reading.evidence.Vocabulary;
import peel.reading.evidence.Vocabulary.KnownForce;
import peel.reading.text.RefusedReportException;

/** Finds the force that a report is about: the one named on the cover, otherwise the one named most often. */
final class ForceFinder {

    private static final Pattern ANY_FORCE = Pattern.compile(
            "((?:[A-Z][\\w’'-]+ (?:(?:and|&|of) )?){0,3}[A-Z][\\w’'-]+) (?:Police|Constabulary)\\b(?! (?:and|crime|Crime|Commissioner|Federation|Complaints|Standards|Foundation|Act))");

    /** Marks a name that is not in the vocabulary. */
    private static final String UNKNOWN = "?";

    private static final int LONGEST_QUOTE = 100;

    /** Times that another force may be named at any rate. */
    private static final int LEAST_NAMED = 3;

    private final Vocabulary vocabulary;
    private final String file;
    private final Map<String, KnownForce> byName = new HashMap<>();
    private final Pattern names;

    /**
     * @param file the file's name, for messages
     */
    ForceFinder(Vocabulary vocabulary, String file) {
        this.vocabulary = vocabulary;
        this.file = file;
        for (KnownForce force : vocabulary.forces()) {
            ForceNames.of(force).forEach(name -> byName.put(name, force));
        }
        this.names = anyOf(byName.keySet());
    }

    private static Pattern anyOf(Set<String> names) {
        TreeSet<String> longestFirst = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        names.forEach(name -> longestFirst.add(Pattern.quote(name)));
        return Pattern.compile("\\b(?:" + String.join("|", longestFirst) + ")\\b");
    }

    /**
     * @param prose all headings and running text
     * @throws RefusedReportException if no force, several forces or an unknown force is named most often
     */
    KnownForce find(ReportCover cover, List<String> prose) {
        for (String text : cover.textsThatNameTheForce()) {
            Matcher matcher = names.matcher(text);
            if (matcher.find()) {
                return agreeing(named(matcher), cover, prose);
            }
        }
        List<Map.Entry<String, Integer>> ranked = countNames(prose).entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
        if (ranked.isEmpty()) {
            throw ambiguous("no force is named");
        }
        if (ranked.size() > 1 && ranked.get(0).getValue() < 2 * ranked.get(1).getValue()) {
            throw ambiguous(quote(ranked.get(0).getKey()) + " and "
                    + quote(ranked.get(1).getKey()) + " are named about equally often");
        }
        String most = ranked.get(0).getKey();
        if (most.startsWith(UNKNOWN)) {
            throw new RefusedReportException(
                    "%s: the report is about %s, which is not a force in the database; check the name"
                            .formatted(file, quote(most)));
        }
        return vocabulary.forces().stream()
                .filter(force -> force.slug().equals(most))
                .findFirst()
                .orElseThrow();
    }

    /** The force of the title, if the text is not about another one. */
    private KnownForce agreeing(KnownForce titled, ReportCover cover, List<String> prose) {
        for (String text : cover.textsThatNameTheForce()) {
            Matcher matcher = names.matcher(text);
            while (matcher.find()) {
                if (!named(matcher).slug().equals(titled.slug())) {
                    throw ambiguous("its titles name %s and %s"
                            .formatted(titled.name(), named(matcher).name()));
                }
            }
        }
        Map<String, Integer> counts = countNames(prose);
        int own = counts.getOrDefault(titled.slug(), 0);
        counts.forEach((other, count) -> {
            if (!other.equals(titled.slug()) && count > LEAST_NAMED && count > 2 * own) {
                throw ambiguous("the title names %s, but the text names %s more often (%d times against %d)"
                        .formatted(titled.name(), quote(other), count, own));
            }
        });
        return titled;
    }

    /** Counts how often each force is named, by slug; forces that are not in the vocabulary count too, by name. */
    private Map<String, Integer> countNames(List<String> prose) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String text : prose) {
            Matcher matcher = names.matcher(text);
            StringBuilder withoutKnown = new StringBuilder();
            while (matcher.find()) {
                counts.merge(named(matcher).slug(), 1, Integer::sum);
                matcher.appendReplacement(withoutKnown, "_");
            }
            Matcher other = ANY_FORCE.matcher(matcher.appendTail(withoutKnown).toString());
            while (other.find()) {
                if (!other.group(1).matches("(?:The|A|All|Each|Every|HM|National|British Transport).*")) {
                    counts.merge(UNKNOWN + other.group(), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    /** The force that a match of {@link #names} names; the pattern consists of the keys of the map. */
    private KnownForce named(Matcher matcher) {
        return Objects.requireNonNull(byName.get(matcher.group()));
    }

    private RefusedReportException ambiguous(String reason) {
        return new RefusedReportException(
                "%s: cannot determine which force the report is about because %s; import a report about one force, with its cover page if possible"
                        .formatted(file, reason));
    }

    private static String quote(String key) {
        String name = key.startsWith(UNKNOWN) ? key.substring(UNKNOWN.length()) : key;
        return name.length() <= LONGEST_QUOTE ? name : name.substring(0, LONGEST_QUOTE) + "…";
    }
}
