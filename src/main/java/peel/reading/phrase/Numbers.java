package peel.reading.phrase;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises numbers in digits ("21,618", "63.0") and in words ("twenty", "one hundred and five"). */
public final class Numbers {

    private static final Map<String, Integer> SMALL = Map.ofEntries(
            Map.entry("none", 0),
            Map.entry("zero", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90));

    private static final Map<String, Integer> LARGE = Map.of("hundred", 100, "thousand", 1_000, "million", 1_000_000);

    private static final String WORD =
            "(?:" + String.join("|", SMALL.keySet()) + "|" + String.join("|", LARGE.keySet()) + ")";

    private static final String WORDS = "\\b" + WORD + "(?:(?:-| | and )" + WORD + ")*\\b";

    private static final String DIGITS =
            "(?<![\\p{L}\\p{N}_.,/'’£·∙⋅-])-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?: million)?(?![\\p{L}\\p{Nd}_/¼-¾⅐-⅞]|[.,·∙⋅]\\d|-\\w)";

    private static final String ABOUT =
            "approximately|approx\\.?|about|around|nearly|almost|roughly|circa|some|just over|just under|over|under"
                    + "|more than|fewer than|less than|at least|at most|up to";

    /** The regular expression for a number, including a preceding word that makes it approximate. */
    static final String EXPRESSION = "(?:\\b(?:" + ABOUT + ") )?(?:" + DIGITS + "|" + WORDS + ")";

    private static final Pattern NUMBER = Pattern.compile(EXPRESSION, Pattern.CASE_INSENSITIVE);

    private static final Pattern APPROXIMATE = Pattern.compile("^(" + ABOUT + ") ", Pattern.CASE_INSENSITIVE);

    private static final Pattern ANY = Pattern.compile("[0-9]|\\b" + WORD + "\\b", Pattern.CASE_INSENSITIVE);

    private Numbers() {}

    public static boolean anyIn(String text) {
        return ANY.matcher(text).find();
    }

    /** Returns all numbers in a text on one line, in order. */
    public static List<Quantity> in(String text) {
        List<Quantity> found = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            found.add(quantity(matcher.group(), matcher.start()));
        }
        return found;
    }

    /**
     * @param printed a number and nothing else, except a preceding word such as "about"
     * @param start start index in the surrounding text
     */
    static Quantity quantity(String printed, int start) {
        Matcher about = APPROXIMATE.matcher(printed);
        boolean approximate = about.find();
        String number = approximate ? printed.substring(about.end()) : printed;
        return new Quantity(value(number), approximate, start, start + printed.length());
    }

    /** The exact decimal of a number in digits or words. */
    public static BigDecimal value(String number) {
        String text = number.toLowerCase(Locale.ROOT).trim();
        if (Character.isLetter(text.charAt(0))) {
            return BigDecimal.valueOf(words(text));
        }
        boolean millions = text.endsWith(" million");
        BigDecimal digits =
                new BigDecimal(text.replace(" million", "").replace(",", "").replace("+", ""));
        return millions ? digits.multiply(BigDecimal.valueOf(1_000_000)) : digits;
    }

    private static long words(String text) {
        long total = 0;
        long group = 0;
        for (String word : text.split("[- ]+(?:and )?")) {
            if (SMALL.containsKey(word)) {
                group += SMALL.get(word);
            } else if (LARGE.containsKey(word)) {
                int factor = LARGE.get(word);
                group = Math.max(group, 1) * factor;
                if (factor >= 1_000) {
                    total += group;
                    group = 0;
                }
            }
        }
        return total + group;
    }
}
