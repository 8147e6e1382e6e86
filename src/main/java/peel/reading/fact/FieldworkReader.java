package peel.reading.fact;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.judgment.JudgmentState;
import peel.question.Pillar;
import peel.question.QuestionKind;
import peel.reading.evidence.Places;
import peel.reading.evidence.ReadFieldwork;
import peel.reading.evidence.ReadJudgment;
import peel.reading.evidence.Sentence;
import peel.reading.evidence.UnderstoodText;
import peel.reading.evidence.Vocabulary.KnownCycle;
import peel.reading.evidence.Vocabulary.KnownQuestion;
import peel.reading.phrase.Timing;

/** Reads the dates of the fieldwork of an inspection. */
final class FieldworkReader {

    /**
     * @param to the last day, inclusive
     */
    record Dates(LocalDate from, LocalDate to) {}

    private static final String WHO =
            "\\b(?<who>inspected (?:all )?forces on questions? (?<on>[\\d, and]+)|questions? (?<about>[\\d, and]+) (?:was|were) inspected"
                    + "|this question was inspected|(?:we|HMIC|HMICFRS) inspected (?!forces on)[^.]{0,60}?|(?:the force|[A-Z][\\w' -]{1,40} (?:Police|Constabulary)) was inspected"
                    + "|(?:our|the) (?:inspection|fieldwork)(?: of [^.,]{0,40})? (?:was carried out|took place|was conducted))";

    private static final Pattern INSPECTED = Pattern.compile(
            WHO
                    + "[, ]*(?:between|from|in|during) (?:(?<fromDay>\\d{1,2}) )?(?<from>"
                    + Timing.MONTHS
                    + ")(?: (?<fromYear>(?:19|20)\\d\\d))?(?: (?:and|to|until|–|-) (?:(?<toDay>\\d{1,2}) )?(?<to>"
                    + Timing.MONTHS
                    + "))?(?: (?<year>(?:19|20)\\d\\d))?",
            Pattern.CASE_INSENSITIVE);

    private final KnownCycle cycle;
    private final @Nullable Pillar pillar;
    private final boolean alone;
    private final Set<String> notInspected;
    private final List<KnownQuestion> core;
    private final Places places;
    private final UnderstoodText understood;

    /**
     * @param pillar the inspection's
     * @param heldBack the questions whose judgments may be those of an earlier inspection
     * @param alone whether it is the only inspection that the report covers, so that numbers of questions are its own
     */
    FieldworkReader(
            KnownCycle cycle,
            @Nullable Pillar pillar,
            boolean alone,
            List<KnownQuestion> questions,
            List<ReadJudgment> judgments,
            Set<String> heldBack,
            Places places,
            UnderstoodText understood) {
        this.cycle = cycle;
        this.pillar = pillar;
        this.alone = alone;
        this.notInspected = new HashSet<>(heldBack);
        judgments.stream()
                .filter(judgment -> judgment.state() == JudgmentState.CARRIED_OVER
                        || judgment.state() == JudgmentState.NOT_INSPECTED)
                .map(ReadJudgment::question)
                .forEach(notInspected::add);
        this.core = questions.stream()
                .filter(question -> question.kind() == QuestionKind.CORE)
                .toList();
        this.places = places;
        this.understood = understood;
    }

    /** Returns all dates of fieldwork in a text on one line. */
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

    /** Reads the fieldwork of this inspection; the first statement about a question counts. */
    List<ReadFieldwork> read(List<Sentence> sentences, SectionQuestions sectionQuestions) {
        List<ReadFieldwork> found = new ArrayList<>();
        for (Sentence sentence : sentences) {
            Matcher matcher = INSPECTED.matcher(sentence.text());
            while (matcher.find()) {
                Dates dates = dates(matcher);
                List<String> questions = questions(matcher, sectionQuestions.of(sentence.passage()));
                if (dates == null || !inCycle(dates) || questions.isEmpty()) {
                    continue;
                }
                understood.add(
                        sentence.passage(), sentence.start() + matcher.start(), sentence.start() + matcher.end());
                List<String> open = questions.stream()
                        .filter(question -> found.stream()
                                .noneMatch(other -> other.questions().contains(question)))
                        .toList();
                if (!open.isEmpty()) {
                    found.add(new ReadFieldwork(pillar, open, dates.from(), dates.to(), places.of(sentence)));
                }
            }
        }
        return found;
    }

    /** Whether the dates belong to this inspection, not to a previous one. */
    private boolean inCycle(Dates dates) {
        return cycle.includes(dates.from().getYear());
    }

    private List<String> questions(Matcher matcher, @Nullable String chapter) {
        String numbers = matcher.group("on") != null ? matcher.group("on") : matcher.group("about");
        if (numbers != null) {
            List<String> codes = new ArrayList<>();
            Matcher number = Pattern.compile("\\d+").matcher(numbers);
            while (alone && number.find()) {
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
        return core.stream()
                .map(KnownQuestion::code)
                .filter(code -> !notInspected.contains(code))
                .toList();
    }

    /** Returns null if the text gives no year or an end before the start. */
    private static @Nullable Dates dates(Matcher matcher) {
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

    private static LocalDate day(YearMonth month, @Nullable String day, LocalDate otherwise) {
        int number = day == null ? 0 : Integer.parseInt(day);
        return number >= 1 && number <= month.lengthOfMonth() ? month.atDay(number) : otherwise;
    }
}
