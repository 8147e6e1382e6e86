package peel.reading.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peel.reading.phrase.Blanks;

/** Finds the area that a number in a sentence describes. */
public final class Areas {

    public static final String ENGLAND_AND_WALES = "england-and-wales";

    /** Code for areas without a code of their own, such as "similar forces" or "the region". */
    public static final String OTHER = "?";

    private static final Pattern NATIONAL = Pattern.compile(
            "\\b(?:all (?:other )?forces|England (?:and|&) Wales|nationally|national(?= (?:average|rate|figure|victim|level"
                    + "|reduction|increase|decrease|rise|fall|total|proportion)))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SOME_FORCES = Pattern.compile(
            "\\b(?:(?:most similar|similar|other|most|many|some|several|few) (?:other )?forces(?: (?:in|across) England and"
                    + " Wales)?|the region|regional(?:ly)?)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OWN = Pattern.compile("\\b[Tt]he force(?:['’]s)?\\b");

    private static final Pattern PLACE = Pattern.compile(
            "\\b(?:in|across|within|around|for) (?:the )?(?:(?:north|south|east|west|centre) of )?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|England|Wales|Home|Government|HMIC|HMICFRS|Figure|Table|Annex|IOM|MAPPA|OCG|Sexual|Her|His|Police|Criminal|Crime|National|Association|PEEL|Operation)[A-Za-z]*\\b)([A-Z][a-z]+)\\b");
    private static final Pattern ALIKE = Pattern.compile(
            "(?:['’]s)?,? ?(?:and|or|&|as|like|including|just as|as well as)\\b[^,;.0-9]{0,30}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENGLAND = Pattern.compile("\\bEngland(?: (?:and|&) Wales)?\\b");
    private static final Pattern FORCE = Pattern.compile("\\bForce\\b");
    private static final Pattern CLAUSE_END =
            Pattern.compile("[,;.]|\\b(?:compared|which|while|whereas|but|against|and)\\b", Pattern.CASE_INSENSITIVE);

    private record Mention(String area, int start, int end) {}

    private final String force;
    private final Map<String, String> areaOfName = new HashMap<>();
    private final Pattern names;

    /**
     * @param force the slug of the force that the report is about
     */
    public Areas(String force, Vocabulary vocabulary) {
        this.force = force;
        TreeSet<String> longestFirst = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (Vocabulary.KnownForce known : vocabulary.forces()) {
            for (String name : ForceNames.of(known)) {
                areaOfName.put(name, known.slug());
                longestFirst.add(Pattern.quote(name));
            }
        }
        this.names = Pattern.compile("\\b(?:" + String.join("|", longestFirst) + ")\\b");
    }

    /** The code of the area of the force that the report is about. */
    public String force() {
        return force;
    }

    /** The codes of the areas named in a text on one line, in order, each once. */
    public List<String> namedIn(String text) {
        return mentions(text).stream()
                .map(Mention::area)
                .filter(area -> !area.equals(OTHER) && !area.equals(ENGLAND_AND_WALES))
                .distinct()
                .toList();
    }

    /**
     * Returns the area that a number describes: the one named after it in the same clause, otherwise the last one named
     * before it, otherwise the report's force. Returns {@link #OTHER} for areas without a code.
     *
     * @param text the sentence
     * @param start start index of the number in the sentence
     * @param end end index of the number, exclusive
     */
    public String of(String text, int start, int end) {
        List<Mention> mentions = mentions(text);
        int clause = clauseEnd(text, end, mentions);
        String area = null;
        for (Mention mention : mentions) {
            if (mention.start() >= end && mention.start() < clause) {
                return mention.area();
            }
            if (mention.end() <= start) {
                area = mention.area();
            }
        }
        return area == null ? force : area;
    }

    /**
     * Whether a number may be that of two areas: "in Kent, as in England and Wales, it fell by 5 percent".
     *
     * @param start start index of the number in the text
     */
    public boolean areTwoAt(String text, int start) {
        Mention last = null;
        for (Mention mention : mentions(text)) {
            if (mention.end() > start) {
                break;
            }
            if (last != null
                    && !last.area().equals(mention.area())
                    && ALIKE.matcher(text.substring(last.end(), mention.start()))
                            .matches()) {
                return true;
            }
            last = mention;
        }
        return false;
    }

    /**
     * The end, exclusive, of the clause of a number.
     *
     * @param end end index of the number, exclusive
     */
    public int clauseEnd(String text, int end) {
        return clauseEnd(text, end, mentions(text));
    }

    private static int clauseEnd(String text, int end, List<Mention> mentions) {
        Matcher stop = CLAUSE_END.matcher(text);
        int from = end;
        while (stop.find(from)) {
            int at = stop.start();
            int past = stop.end();
            Mention around = mentions.stream()
                    .filter(mention -> mention.start() < past && at < mention.end())
                    .findFirst()
                    .orElse(null);
            boolean decimal = text.charAt(at) == '.' && past < text.length() && text.charAt(past) != ' ';
            if (around == null && !decimal) {
                return at;
            }
            from = around == null ? past : Math.max(around.end(), past);
        }
        return text.length();
    }

    /** Whether a word in lower case is a part of a name of the report's force; in narrow columns the words stand apart. */
    public boolean isOfOwnName(String word) {
        return areaOfName.entrySet().stream()
                .filter(name -> name.getValue().equals(force))
                .anyMatch(name -> List.of(name.getKey().toLowerCase(Locale.ROOT).split(" "))
                        .contains(word));
    }

    /** Puts blanks in place of the names of the report's force, and of England and Wales. */
    public void blankOwn(StringBuilder text) {
        for (Mention mention : mentions(text.toString())) {
            if (mention.area().equals(force) || mention.area().equals(ENGLAND_AND_WALES)) {
                Blanks.put(text, mention.start(), mention.end());
            }
        }
    }

    /**
     * Whether a sentence is about a place that is no area of the vocabulary, such as a town: "in Luton", "the Luton area".
     */
    public boolean namesPlaceIn(String text) {
        List<Mention> mentions = mentions(text);
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            int at = place.start(1);
            if (mentions.stream().noneMatch(mention -> mention.start() <= at && at < mention.end())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The codes of the areas that the heading of a table names, in order; {@link #OTHER} for those without a code. An area
     * that is named several times in a row counts once.
     */
    public List<String> columns(String heading) {
        String text = heading.replaceAll("\\s+", " ");
        List<Mention> found = mentions(text);
        if (found.stream().noneMatch(mention -> mention.area().equals(ENGLAND_AND_WALES))) {
            // In narrow columns the words of two headings alternate.
            collect(found, ENGLAND, text, name -> ENGLAND_AND_WALES);
        }
        // The last word of a narrow column may be cut.
        if (!text.contains("Wales") && !text.matches(".*\\bEngland (?:and|&) W[ale]*\\b.*")) {
            found.removeIf(mention -> mention.area().equals(ENGLAND_AND_WALES)
                    && ENGLAND.matcher(text.substring(mention.start(), mention.end()))
                            .matches());
        }
        collect(found, FORCE, text, name -> force);
        found.sort(Comparator.comparingInt(Mention::start));
        List<String> columns = new ArrayList<>();
        for (Mention mention : found) {
            if (columns.isEmpty() || !columns.get(columns.size() - 1).equals(mention.area())) {
                columns.add(mention.area());
            }
        }
        return columns;
    }

    private List<Mention> mentions(String text) {
        List<Mention> found = new ArrayList<>();
        collect(found, SOME_FORCES, text, name -> OTHER);
        collect(found, NATIONAL, text, name -> ENGLAND_AND_WALES);
        collect(found, names, text, areaOfName::get);
        collect(found, OWN, text, name -> force);
        found.sort(Comparator.comparingInt(Mention::start));
        return found;
    }

    private void collect(List<Mention> found, Pattern pattern, String text, UnaryOperator<String> area) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int start = matcher.start();
            int end = matcher.end();
            if (found.stream().noneMatch(o -> o.start() < end && start < o.end())) {
                found.add(new Mention(area.apply(matcher.group()), start, end));
            }
        }
    }
}
