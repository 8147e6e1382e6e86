package peel.reading.fact;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peel.question.QuestionKind;
import peel.reading.fact.Vocabulary.KnownCycle;
import peel.reading.fact.Vocabulary.KnownQuestion;
import peel.reading.phrase.Timing;

/** Reads when the parts of an inspection took place. */
final class FieldworkReader {

    /**
     * The first and the last day.
     *
     * @param from the first
     * @param to the last
     */
    record Dates(LocalDate from, LocalDate to) {}

    private static final String MONTHS =
            "(January|February|March|April|May|June|July|August|September|October|November|December)";

    private static final String WHO =
            "\\b(?<who>inspected (?:all )?forces on questions? (?<on>[\\d, and]+)|questions? (?<about>[\\d, and]+) (?:was|were) inspected"
                    + "|this question was inspected|(?:we|HMIC|HMICFRS) inspected (?!forces on)[^.]{0,60}?|(?:the force|[A-Z][\\w' -]{1,40} (?:Police|Constabulary)) was inspected"
                    + "|(?:our|the) (?:inspection|fieldwork)(?: of [^.,]{0,40})? (?:was carried out|took place|was conducted))";

    private static final Pattern INSPECTED = Pattern.compile(
            WHO
                    + "[, ]*(?:between|from|in|during) (?:(?<fromDay>\\d{1,2}) )?(?<from>"
                    + MONTHS.substring(1, MONTHS.length() - 1)
                    + ")(?: (?<fromYear>(?:19|20)\\d\\d))?(?: (?:and|to|until|–|-) (?:(?<toDay>\\d{1,2}) )?(?<to>"
                    + MONTHS.substring(1, MONTHS.length() - 1)
                    + "))?(?: (?<year>(?:19|20)\\d\\d))?",
            Pattern.CASE_INSENSITIVE);

    private final KnownCycle cycle;
    private final List<KnownQuestion> core;
    private final Places places;
    private final Taken taken;

    FieldworkReader(KnownCycle cycle, List<KnownQuestion> questions, Places places, Taken taken) {
        this.cycle = cycle;
        this.core = questions.stream()
                .filter(question -> question.kind() == QuestionKind.CORE)
                .toList();
        this.places = places;
        this.taken = taken;
    }

    /**
     * All dates of fieldwork in a text.
     *
     * @param text a text on one line
     */
    static List<Dates> datesIn(String text) {
        List<Dates> found = new ArrayList<>();
        Matcher matcher = INSPECTED.matcher(text);
        while (matcher.find()) {
            Dates dates = dates(matcher);
            if (dates != null) {
                found.add(dates);
            }
        }
        return found;
    }

    /**
     * @param sentences all sentences, with the question that each one's chapter answers
     */
    List<ReadFieldwork> read(List<Sentence> sentences, Chapters chapters) {
        List<ReadFieldwork> found = new ArrayList<>();
        for (Sentence sentence : sentences) {
            Matcher matcher = INSPECTED.matcher(sentence.text());
            while (matcher.find()) {
                Dates dates = dates(matcher);
                List<String> questions =
                        questions(matcher, chapters.question(sentence.passage().section()));
                if (dates == null || !inCycle(dates) || questions.isEmpty()) {
                    continue;
                }
                taken.take(sentence.passage(), sentence.start() + matcher.start(), sentence.start() + matcher.end());
                List<String> open = questions.stream()
                        .filter(question -> found.stream()
                                .noneMatch(other -> other.questions().contains(question)))
                        .toList();
                if (!open.isEmpty()) {
                    found.add(new ReadFieldwork(open, dates.from(), dates.to(), places.of(sentence)));
                }
            }
        }
        return found;
    }

    /** Whether it is the fieldwork of this inspection, not of one before. */
    private boolean inCycle(Dates dates) {
        int year = dates.from().getYear();
        return cycle.starts() <= year && year <= cycle.ends();
    }

    private List<String> questions(Matcher matcher, String chapter) {
        String numbers = matcher.group("on") != null ? matcher.group("on") : matcher.group("about");
        if (numbers != null) {
            List<String> codes = new ArrayList<>();
            Matcher number = Pattern.compile("\\d+").matcher(numbers);
            while (number.find()) {
                int position = Integer.parseInt(number.group());
                if (position >= 1 && position <= core.size()) {
                    codes.add(core.get(position - 1).code());
                }
            }
            return codes;
        }
        if (matcher.group("who").toLowerCase(Locale.ROOT).startsWith("this question")) {
            return chapter == null ? List.of() : List.of(chapter);
        }
        return core.stream().map(KnownQuestion::code).toList();
    }

    private static Dates dates(Matcher matcher) {
        String yearOfEnd = matcher.group("year");
        String yearOfStart = matcher.group("fromYear");
        if (yearOfEnd == null && yearOfStart == null) {
            return null;
        }
        Month first = Timing.month(matcher.group("from"));
        Month last = matcher.group("to") == null ? first : Timing.month(matcher.group("to"));
        int toYear = Integer.parseInt(yearOfEnd == null ? yearOfStart : yearOfEnd);
        int fromYear =
                yearOfStart != null ? Integer.parseInt(yearOfStart) : first.compareTo(last) > 0 ? toYear - 1 : toYear;
        YearMonth start = YearMonth.of(fromYear, first);
        YearMonth end = YearMonth.of(toYear, last);
        LocalDate from = day(start, matcher.group("fromDay"), start.atDay(1));
        LocalDate to = day(end, matcher.group("toDay"), end.atEndOfMonth());
        return from.isAfter(to) ? null : new Dates(from, to);
    }

    private static LocalDate day(YearMonth month, String day, LocalDate otherwise) {
        int number = day == null ? 0 : Integer.parseInt(day);
        return number >= 1 && number <= month.lengthOfMonth() ? month.atDay(number) : otherwise;
    }
}
