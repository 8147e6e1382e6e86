package peel.reading.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.reading.text.Line;

/**
 * Finds what is printed on the edges of pages and is no text: running heads, running feet and page numbers in any form.
 * They are known by being repeated from page to page; where a text has lost its pages, by being repeated with numbers
 * that count up.
 */
final class Furniture {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern ROMAN = Pattern.compile("(?=[ivxlc])(?:c{0,3})(?:x[lc]|l?x{0,3})(?:i[xv]|v?i{0,3})");
    private static final Pattern TEXT = Pattern.compile(
            "[" + Line.BULLETS + "*†‡].*|(?:figure|table)\\s+\\d+\\s*[:.–-].*|(?:sources?|notes?)\\s*:.*");

    /** Lines from a page's edge among which its furniture stands. */
    private static final int DEEP = 3;

    private static final int LONGEST = 120;

    /** Characters from which a line may reach the margin. */
    private static final int LONG = 60;

    /** Pages from which a line that is repeated counts as furniture. */
    private static final int LEAST = 3;

    /** The share of the pages, one in so many, on which it must stand. */
    private static final int SHARE = 5;

    /** Lines that are repeated in a text without pages. */
    private static final int LEAST_UNPAGED = 5;

    private static final int PAGE_LINES = 12;

    private record Place(int index, List<Integer> numbers) {}

    private final List<Line> lines;
    private final int[] sheets;
    private final LineRole[] roles;
    private final QuestionHeadings questions;

    /**
     * @param sheets the sheet of each line
     * @param roles the role of each line; those of furniture are changed
     */
    Furniture(List<Line> lines, int[] sheets, LineRole[] roles, QuestionHeadings questions) {
        this.lines = lines;
        this.sheets = sheets;
        this.roles = roles;
        this.questions = questions;
    }

    /** Marks the furniture; adds printed page numbers, by the page of the file, to the map. */
    void mark(Map<Integer, Integer> printedPages) {
        Set<Integer> pages = new HashSet<>();
        Map<String, List<Place>> edges = new LinkedHashMap<>();
        Map<String, List<Place>> all = new LinkedHashMap<>();
        for (int from = 0; from < lines.size(); ) {
            int to = from;
            List<Integer> filled = new ArrayList<>();
            while (to < lines.size() && sheets[to] == sheets[from]) {
                if (roles[to] != LineRole.BLANK) {
                    filled.add(to);
                }
                to++;
            }
            if (!filled.isEmpty()) {
                pages.add(sheets[from]);
            }
            for (int i = 0; i < filled.size(); i++) {
                boolean edge = i < DEEP || i >= filled.size() - DEEP;
                collect(filled.get(i), edge ? edges : null, all);
            }
            from = to;
        }
        if (pages.size() < LEAST) {
            all.forEach((key, places) -> markUnpaged(key, places));
        } else {
            edges.forEach((key, places) -> markPaged(key, places, pages.size(), printedPages));
            markRepeatedQuestions();
        }
    }

    private void collect(int index, @Nullable Map<String, List<Place>> edges, Map<String, List<Place>> all) {
        String text = LineText.tidy(lines.get(index).text());
        if (text.length() > LONGEST
                || isText(text)
                || isProse(index, text)
                || questions.exactEnd(lines, index, roles) > index) {
            return;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        List<Integer> numbers = new ArrayList<>();
        String key;
        if (ROMAN.matcher(lower).matches()) {
            numbers.add(roman(lower));
            key = "roman";
        } else {
            Matcher number = NUMBER.matcher(lower);
            while (number.find()) {
                numbers.add(number.group().length() > 4 ? -1 : Integer.parseInt(number.group()));
            }
            key = number.replaceAll("#");
        }
        Place place = new Place(index, numbers);
        if (edges != null) {
            edges.computeIfAbsent(key, each -> new ArrayList<>()).add(place);
        }
        all.computeIfAbsent(key, each -> new ArrayList<>()).add(place);
    }

    /** Whether a line is part of a sentence that goes on, or comes, from the line beside it. */
    private boolean isProse(int index, String text) {
        if (text.length() >= LONG && index + 1 < lines.size() && roles[index + 1] != LineRole.BLANK) {
            return LineText.startsMidSentence(LineText.tidy(lines.get(index + 1).text()));
        }
        return Character.isLowerCase(text.charAt(0)) && text.length() >= LONG;
    }

    /** Whether a line must not be taken for furniture, however often it is repeated. */
    private boolean isText(String text) {
        return Headings.named(text) != null
                || Headings.grade(text)
                || TEXT.matcher(text.toLowerCase(Locale.ROOT)).matches()
                || questions.contains(text);
    }

    private void markPaged(String key, List<Place> places, int pages, Map<Integer, Integer> printedPages) {
        Set<Integer> on = new HashSet<>();
        Map<Integer, Integer> distances = new HashMap<>();
        for (Place place : places) {
            on.add(sheets[place.index()]);
            for (int number : new HashSet<>(place.numbers())) {
                distances.merge(number - sheets[place.index()], 1, Integer::sum);
            }
        }
        int distance = distances.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
        int counting = distances.getOrDefault(distance, 0);
        boolean counts = counting >= LEAST && counting * 2 >= places.size();
        boolean words = key.chars().anyMatch(Character::isLetter) && !key.equals("roman");
        boolean often = on.size() >= LEAST && on.size() * SHARE >= pages;
        if (!counts && !(words && often && !endsSentence(key))) {
            return;
        }
        for (Place place : places) {
            int page = sheets[place.index()] + distance;
            boolean counted = counts && place.numbers().contains(page);
            if (words && often || counted) {
                roles[place.index()] = LineRole.PAGE_NUMBER;
                if (counted && page > 0) {
                    printedPages.put(lines.get(place.index()).page(), page);
                }
            }
        }
    }

    private static boolean endsSentence(String key) {
        return key.endsWith(".") && key.indexOf(' ') > 0;
    }

    /** In a text without pages, what counts up is a page number, and what stands far apart a running head. */
    private void markUnpaged(String key, List<Place> places) {
        boolean words = key.chars().filter(Character::isLetter).count() >= 4 && !key.equals("roman");
        if (places.size() < LEAST + 1 || !farApart(places)) {
            return;
        }
        int columns =
                places.stream().mapToInt(place -> place.numbers().size()).min().orElse(0);
        boolean counts = false;
        for (int column = 0; column < columns; column++) {
            int steps = 0;
            for (int i = 1; i < places.size(); i++) {
                int step = places.get(i).numbers().get(column)
                        - places.get(i - 1).numbers().get(column);
                steps += step == 1 || step == 2 ? 1 : 0;
            }
            counts |= steps * 5 >= (places.size() - 1) * 4;
        }
        if (counts || words && places.size() >= LEAST_UNPAGED && !endsSentence(key) && !key.endsWith(":")) {
            places.forEach(place -> roles[place.index()] = LineRole.PAGE_NUMBER);
        }
    }

    private static boolean farApart(List<Place> places) {
        int near = 0;
        for (int i = 1; i < places.size(); i++) {
            near += places.get(i).index() - places.get(i - 1).index() < PAGE_LINES ? 1 : 0;
        }
        return near * 5 <= places.size();
    }

    /** A chapter's title may be repeated at the top of each of its pages; no other question stands in between. */
    private void markRepeatedQuestions() {
        String question = "";
        int lastSheet = -1;
        int sheet = -1;
        int filled = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (sheets[i] != sheet) {
                sheet = sheets[i];
                filled = 0;
            }
            if (roles[i] == LineRole.BLANK) {
                continue;
            }
            boolean top = filled++ < DEEP;
            int end = questions.exactEnd(lines, i, roles);
            if (end == i || isSummaryRow(end)) {
                continue;
            }
            String asked = questions.key(lines, i, end);
            if (top && asked.equals(question) && lastSheet == sheet - 1) {
                Arrays.fill(roles, i, end, LineRole.PAGE_NUMBER);
            }
            if (top || !asked.equals(question)) {
                question = asked;
                lastSheet = top ? sheet : -1;
            }
            i = end - 1;
        }
    }

    /** Whether a grade and the next question follow. */
    private boolean isSummaryRow(int from) {
        int grade = nextFilled(from);
        if (grade == lines.size()
                || !Headings.grade(LineText.tidy(lines.get(grade).text()))) {
            return false;
        }
        int next = nextFilled(grade + 1);
        return next < lines.size() && questions.exactEnd(lines, next, roles) > next;
    }

    private int nextFilled(int from) {
        int index = from;
        while (index < lines.size() && roles[index] == LineRole.BLANK) {
            index++;
        }
        return index;
    }

    private static int roman(String text) {
        int total = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = value(text.charAt(i));
            total += i + 1 < text.length() && value < value(text.charAt(i + 1)) ? -value : value;
        }
        return total;
    }

    private static int value(char letter) {
        return switch (letter) {
            case 'i' -> 1;
            case 'v' -> 5;
            case 'x' -> 10;
            case 'l' -> 50;
            default -> 100;
        };
    }
}
