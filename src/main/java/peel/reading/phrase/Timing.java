package peel.reading.phrase;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time that a statement is about.
 *
 * @param period the period of a flow
 * @param asAt the day of a stock
 * @param baseline the period with which {@code period} is compared
 * @param doubt why it is unclear what time the statement is about, such as the quoted words; null if it is clear
 */
public record Timing(
        @Nullable Period period,
        @Nullable LocalDate asAt,
        @Nullable Period baseline,
        @Nullable String doubt) {

    /** A time without doubt. */
    public Timing(@Nullable Period period, @Nullable LocalDate asAt, @Nullable Period baseline) {
        this(period, asAt, baseline, null);
    }

    /** The statement gives no time. */
    public static final Timing NONE = new Timing(null, null, null);

    /**
     * A time expression in a text.
     *
     * @param period null unless the kind is {@link Kind#PERIOD}
     * @param asAt null unless the kind is {@link Kind#AS_AT}
     * @param start start index
     * @param end end index, exclusive
     */
    public record Mention(
            Kind kind, @Nullable Period period, @Nullable LocalDate asAt, int start, int end) {}

    public enum Kind {
        /** A period with dates. */
        PERIOD,
        /** The day on which a stock is counted. */
        AS_AT,
        /** A reference to the period mentioned before. */
        SAME,
        /** A reference to the period before the one mentioned. */
        PREVIOUS,
        /** A date, month or year that is not the time of a value. */
        DATE
    }

    /** The regular expression for a month's name, which may be cut: "March", "Mar", "Mar.". */
    public static final String MONTHS =
            "January|February|March|April|May|June|July|August|September|October|November|December"
                    + "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?";

    private static final String YEAR = "((?:19|20)\\d\\d)(?!\\d|/\\d)";

    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)? (" + MONTHS + "),? " + YEAR;

    /** A day in words or figures, or a month. */
    private static final String DAY_OR_MONTH =
            "(?:(?:(\\d{1,2})(?:st|nd|rd|th)? )?(" + MONTHS + "),? |(\\d{1,2})/(\\d{1,2})/)" + YEAR;

    private static final Pattern MONTHS_TO = compile(
            "\\b(\\d{1,2}|three|six|nine|twelve)[- ]months?(?: period)?(?:,)? (?:up )?(?:to|ending|ended)(?: on| in)?(?: the end of)? "
                    + DAY_OR_MONTH);

    private static final Pattern YEAR_TO =
            compile("\\byear (?:up )?(?:to|ending|ended)(?: on| in)?(?: the end of)? " + DAY_OR_MONTH);

    private static final Pattern FROM_TO =
            compile("\\b(?:between|from) " + DAY_OR_MONTH + " (?:and|to|until|[–-]) " + DAY_OR_MONTH);

    private static final Pattern FINANCIAL_YEAR = compile("\\b(?:financial year )?((?:19|20)\\d\\d)[/–-](\\d\\d)\\b");

    private static final Pattern AS_AT = compile("\\bas (?:at|of|on) " + DAY_OR_MONTH);

    private static final Pattern SAME = compile(
            "\\b(?:this|the|that) same (?:time )?(?:period|time|12 months?|year)(?: period)?\\b|\\bover (?:this|that) period\\b");

    private static final Pattern PREVIOUS = compile(
            "\\b(?:previous|preceding) (?:12|twelve)[- ]months?(?: period)?|\\b(?:previous|preceding) (?:year|period)\\b"
                    + "|\\b(?:12|twelve) months (?:before|earlier)\\b|\\byear before\\b");

    private static final Pattern YEARS_TO = compile(
            "\\b(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)[- ]years?(?: period)? (?:to|ending|ended) "
                    + DAY);

    private static final Pattern DATE = compile("\\b(?:"
            + DAY
            + "|(?:(?:"
            + MONTHS
            + ") (?:(?:to|and) (?:"
            + MONTHS
            + ") )?)?(?:19|20)\\d\\d|\\d{1,2}/\\d{1,2}/(?:19|20)\\d\\d)(?![\\w,.]\\d|\\w)");

    /** Times that cannot be told, such as "the 12 months to" before a date that is lost, or "in the last quarter". */
    private static final Pattern UNTOLD =
            compile("\\b(?:(?:months?|years?|quarters?|weeks?|days?|period) (?:up )?(?:to|ending|ended|from|until)\\b"
                    + "|(?:last|past|previous|preceding|next|coming|following|first|second|third|fourth|final|recent|current|this"
                    + "|that|each|every|two|three|four|five|six|nine|ten|twelve|\\d+)(?:[ -]\\w+)?[ -]"
                    + "(?:months?|years?|quarters?|weeks?|days?|decades?|spring|summer|autumn|winter)\\b"
                    + "|(?:months?|years?|weeks?) (?:before|earlier|ago|later)\\b"
                    + "|since\\b|earlier|previously|formerly|historically|originally|initially|recently|lately|used to|by then|back then"
                    + "|before (?:this|that|then)|at the time|at (?:our|the|its) (?:[\\w-]+ ){0,2}inspection|decades?|summer|autumn|winter"
                    + "|(?:the|last) spring|FY ?\\d\\d|^then\\b|as (?:at|of|on)\\b(?! (?:a|an|the|its|their)\\b)|as (?:at|of|on) (?:the|this|that|our) (?:date|day|time|end|inspection|fieldwork)\\b"
                    + "|(?:January|February|April|June|July|August|September|October|November|December)\\b"
                    + "|(?:in|to|by|from|ending|\\d) (?:March|May)\\b|(?:Q|quarter )[1-4]\\b)"
                    + "|\\b\\d{1,4}([/.-])\\d{1,2}\\1\\d{2,4}\\b|['’‘`´]\\d\\d\\b|\\b\\d\\d/\\d\\d\\b"
                    + "|\\b(?:Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b|\\b(?:y/?e|ytd|m(?:on)?ths?|yrs?|H[12])\\b"
                    // A part of a time, whose words are blanked out.
                    + "|\\b(?:most|part|parts|half|much|some|rest) of (?:the )?_");

    /** What goes before the time with which another one is compared. */
    private static final Pattern AGAINST = compile(
            "\\b(?:compar\\w+ (?:with|to)|against|than|versus|vs\\.?|relative to|beside|on|from)(?: (?:in|for|during|that of"
                    + "|those of|those in|that in))?(?: the)?(?: figures? (?:for|of|in))?(?: the)? $");

    private static Pattern compile(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }

    /**
     * Days and months in other forms: 30.06.2015, 2015-06-30, 30-Jun-2015, 30th of June 2015, June 30, 2015, 30/6/15,
     * June ’15. A year of two digits is one of this century, where nothing else can be meant.
     */
    private static final Pattern OTHER_FORM =
            compile("\\b(?:(?<day>\\d{1,2})(?<sign>[./-])(?<month>\\d{1,2})\\k<sign>(?<year>(?:19|20)\\d\\d|\\d\\d)"
                    + "|(?<isoYear>(?:19|20)\\d\\d)-(?<isoMonth>\\d\\d)-(?<isoDay>\\d\\d)"
                    + "|(?<dayBefore>\\d{1,2})(?:st|nd|rd|th)?(?:-| of )(?<named>" + MONTHS
                    + ")[ -](?<namedYear>(?:19|20)\\d\\d)|(?<usMonth>" + MONTHS
                    + ") (?<usDay>\\d{1,2})(?:st|nd|rd|th)?,? (?<usYear>(?:19|20)\\d\\d)"
                    + "|(?:(?<dayOfMonth>\\d{1,2})(?:st|nd|rd|th)?(?:-| of | ))?(?<onlyMonth>" + MONTHS
                    + ")(?: ?['’‘`´]|-)(?<onlyYear>(?:20)?\\d\\d))\\b(?![.,-]\\d)");

    /**
     * A text with days as 30/06/2015, and months as June 2015.
     *
     * @param starts the index in the line of each character, and of the end
     */
    private record Figures(String text, int[] starts) {

        static Figures of(String line) {
            Matcher matcher = OTHER_FORM.matcher(line);
            StringBuilder text = new StringBuilder();
            // A year of two digits gets two more.
            int[] starts = new int[2 * line.length() + 1];
            int at = 0;
            while (matcher.find()) {
                at = copy(line, at, matcher.start(), text, starts);
                String day = inUsualForm(matcher);
                Arrays.fill(starts, text.length(), text.length() + day.length(), at);
                text.append(day);
                at = matcher.end();
            }
            copy(line, at, line.length(), text, starts);
            starts[text.length()] = line.length();
            return new Figures(text.toString(), starts);
        }

        private static int copy(String line, int from, int to, StringBuilder text, int[] starts) {
            for (int i = from; i < to; i++) {
                starts[text.length()] = i;
                text.append(line.charAt(i));
            }
            return to;
        }

        Mention inLine(Mention mention) {
            return new Mention(
                    mention.kind(), mention.period(), mention.asAt(), starts[mention.start()], starts[mention.end()]);
        }
    }

    private static String inUsualForm(Matcher time) {
        if (time.group("day") != null) {
            return inFigures(time);
        }
        if (time.group("isoDay") != null) {
            return "%s/%s/%s".formatted(time.group("isoDay"), time.group("isoMonth"), time.group("isoYear"));
        }
        if (time.group("named") != null) {
            return inFigures(time.group("dayBefore"), time.group("named"), time.group("namedYear"));
        }
        if (time.group("usMonth") != null) {
            return inFigures(time.group("usDay"), time.group("usMonth"), time.group("usYear"));
        }
        String year = time.group("onlyYear").length() == 2 ? "20" + time.group("onlyYear") : time.group("onlyYear");
        String day = time.group("dayOfMonth");
        return day == null ? time.group("onlyMonth") + ' ' + year : inFigures(day, time.group("onlyMonth"), year);
    }

    private static String inFigures(String day, String month, String year) {
        return "%s/%d/%s".formatted(day, month(month).getValue(), year);
    }

    /** A day in figures; one with a year of two digits stays as it is if its day may be a month or a year. */
    private static String inFigures(Matcher time) {
        int day = Integer.parseInt(time.group("day"));
        int month = Integer.parseInt(time.group("month"));
        String year = time.group("year");
        if (year.length() == 2 && (day <= 12 || day > 31 || month < 1 || month > 12)) {
            return time.group();
        }
        return "%s/%s/%s".formatted(time.group("day"), time.group("month"), year.length() == 2 ? "20" + year : year);
    }

    /** Returns all time expressions in a text on one line, in order and without overlaps. */
    public static List<Mention> mentions(String line) {
        Figures figures = Figures.of(line);
        String text = figures.text();
        List<Mention> found = new ArrayList<>();
        find(found, MONTHS_TO, text, m -> period(monthsTo(months(m.group(1)), dayOrMonth(m, 2, true)), m));
        find(found, YEARS_TO, text, m -> new Mention(Kind.DATE, null, null, m.start(), m.end()));
        find(found, YEAR_TO, text, m -> period(monthsTo(12, dayOrMonth(m, 1, true)), m));
        find(found, FROM_TO, text, m -> period(fromTo(dayOrMonth(m, 1, false), dayOrMonth(m, 6, true)), m));
        find(found, FINANCIAL_YEAR, text, Timing::financialYear);
        find(found, AS_AT, text, m -> new Mention(Kind.AS_AT, null, dayOrMonth(m, 1, null), m.start(), m.end()));
        find(found, SAME, text, m -> new Mention(Kind.SAME, null, null, m.start(), m.end()));
        find(found, PREVIOUS, text, m -> new Mention(Kind.PREVIOUS, null, null, m.start(), m.end()));
        find(found, DATE, text, m -> new Mention(Kind.DATE, null, null, m.start(), m.end()));
        found.sort(Comparator.comparingInt(Mention::start));
        return found.stream().map(figures::inLine).toList();
    }

    /**
     * Returns the time of a sentence; what the sentence leaves open is taken from those before it.
     *
     * @param before the time of the previous sentence in the same section
     * @param joined whether the sentence follows the previous one in the same passage, so that a sentence without a
     *     time is about the same time
     */
    public static Timing of(String text, Timing before, boolean joined) {
        List<Mention> mentions = mentions(text);
        List<Period> periods = mentions.stream()
                .filter(mention -> mention.kind() == Kind.PERIOD)
                .map(Mention::period)
                .distinct()
                .toList();
        boolean same = mentions.stream().anyMatch(mention -> mention.kind() == Kind.SAME);
        boolean previous = mentions.stream().anyMatch(mention -> mention.kind() == Kind.PREVIOUS);
        LocalDate asAt = mentions.stream()
                .filter(mention -> mention.kind() == Kind.AS_AT)
                .map(Mention::asAt)
                .findFirst()
                .orElse(null);
        String doubt = doubt(text, mentions);
        if (periods.isEmpty() && asAt == null) {
            Timing open = same || joined ? before : NONE;
            String unclear = doubt == null ? open.doubt() : doubt;
            return previous && open.period() != null
                    ? new Timing(open.period(), open.asAt(), open.period().before(), unclear)
                    : new Timing(open.period(), open.asAt(), open.baseline(), unclear);
        }
        Period latest = periods.stream().max(Comparator.comparing(Period::to)).orElse(null);
        Period earlier = periods.stream()
                .filter(period -> !period.equals(latest))
                .max(Comparator.comparing(Period::to))
                .orElse(null);
        if (earlier == null && previous && latest != null) {
            earlier = latest.before();
        }
        if (earlier == null && same && latest != null && latest.equals(before.period())) {
            earlier = before.baseline();
        }
        return new Timing(latest, asAt, earlier, doubt);
    }

    /** This time with a doubt, unless it has one or is none. */
    public Timing doubted(String why) {
        return doubt != null || equals(NONE) ? this : new Timing(period, asAt, baseline, why);
    }

    /** The words for which it is unclear what time a text is about; null if there are none. */
    private static @Nullable String doubt(String text, List<Mention> mentions) {
        StringBuilder rest = new StringBuilder(text);
        List<Mention> times = new ArrayList<>();
        for (Mention mention : mentions) {
            String words = text.substring(mention.start(), mention.end());
            boolean against =
                    AGAINST.matcher(text.substring(0, mention.start())).find();
            if (mention.kind() == Kind.DATE
                    || mention.kind() == Kind.PREVIOUS
                            && isAgainstAYear(words)
                            && mentions.stream().anyMatch(Timing::isNoYear)
                    || mention.kind() == Kind.PREVIOUS && !against && !text.contains(" than ")) {
                return quoted(words);
            }
            boolean time = mention.kind() == Kind.PERIOD && !against || mention.kind() == Kind.AS_AT;
            if (time && times.stream().noneMatch(other -> isSame(other, mention))) {
                times.add(mention);
                if (times.size() > 1 && times.get(0).kind() == mention.kind()) {
                    return quoted(words);
                }
            }
            for (int i = mention.start(); i < mention.end(); i++) {
                rest.setCharAt(i, '_');
            }
        }
        Matcher untold = UNTOLD.matcher(rest);
        return untold.find() ? quoted(untold.group()) : null;
    }

    private static boolean isAgainstAYear(String previous) {
        return !previous.matches("(?i)(?:previous|preceding) period");
    }

    private static boolean isNoYear(Mention mention) {
        Period period = mention.period();
        return period != null && !period.equals(Period.monthsTo(12, period.to()));
    }

    private static String quoted(String words) {
        return '"' + words + '"';
    }

    private static boolean isSame(Mention one, Mention other) {
        return Objects.equals(one.period(), other.period()) && Objects.equals(one.asAt(), other.asAt());
    }

    /**
     * Returns the years that a chart's caption names by their number and last day ("the five year period to 30 June
     * 2015"), as periods of twelve months, oldest first; empty if it names none.
     */
    public static List<Period> years(String caption) {
        Matcher matcher = YEARS_TO.matcher(caption);
        List<Period> years = new ArrayList<>();
        if (matcher.find()) {
            int count = Numbers.value(matcher.group(1)).intValueExact();
            LocalDate to = day(matcher, 2);
            for (int back = count - 1; back >= 0 && to != null; back--) {
                years.add(Period.monthsTo(12, to.plusDays(1).minusYears(back).minusDays(1)));
            }
        }
        return years;
    }

    private interface MentionReader {
        Mention read(Matcher matcher);
    }

    private static void find(List<Mention> found, Pattern pattern, String text, MentionReader reader) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int start = matcher.start();
            int end = matcher.end();
            boolean overlaps = found.stream().anyMatch(other -> other.start() < end && start < other.end());
            if (!overlaps) {
                Mention mention = reader.read(matcher);
                boolean undated = (mention.kind() == Kind.PERIOD && mention.period() == null)
                        || (mention.kind() == Kind.AS_AT && mention.asAt() == null);
                found.add(undated ? new Mention(Kind.DATE, null, null, start, end) : mention);
            }
        }
    }

    private static Mention period(@Nullable Period period, Matcher matcher) {
        return new Mention(Kind.PERIOD, period, null, matcher.start(), matcher.end());
    }

    private static Mention financialYear(Matcher matcher) {
        int first = Integer.parseInt(matcher.group(1));
        if ((first + 1) % 100 != Integer.parseInt(matcher.group(2))) {
            return new Mention(Kind.DATE, null, null, matcher.start(), matcher.end());
        }
        return period(new Period(LocalDate.of(first, 4, 1), LocalDate.of(first + 1, 3, 31)), matcher);
    }

    private static @Nullable Period monthsTo(int months, @Nullable LocalDate to) {
        return to == null ? null : Period.monthsTo(months, to);
    }

    private static @Nullable Period fromTo(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null || from.isAfter(to) ? null : new Period(from, to);
    }

    private static int months(String number) {
        return Numbers.value(number).intValueExact();
    }

    /**
     * A day of {@link #DAY_OR_MONTH}.
     *
     * @param last whether a month without a day stands for its last day, not its first; null if it stands for none
     */
    private static @Nullable LocalDate dayOrMonth(Matcher matcher, int group, @Nullable Boolean last) {
        String day = matcher.group(group);
        int year = Integer.parseInt(matcher.group(group + 4));
        if (matcher.group(group + 1) == null) {
            int month = Integer.parseInt(matcher.group(group + 3));
            return month >= 1 && month <= 12
                    ? day(Integer.parseInt(matcher.group(group + 2)), Month.of(month), year)
                    : null;
        }
        YearMonth month = YearMonth.of(year, month(matcher.group(group + 1)));
        if (day != null) {
            return day(Integer.parseInt(day), month.getMonth(), year);
        }
        return last == null ? null : last ? month.atEndOfMonth() : month.atDay(1);
    }

    private static @Nullable LocalDate day(Matcher matcher, int group) {
        return day(
                Integer.parseInt(matcher.group(group)),
                month(matcher.group(group + 1)),
                Integer.parseInt(matcher.group(group + 2)));
    }

    /** Returns null if the month has no such day. */
    private static @Nullable LocalDate day(int day, Month month, int year) {
        boolean exists =
                day >= 1 && day <= month.length(LocalDate.of(year, 1, 1).isLeapYear());
        return exists ? LocalDate.of(year, month, day) : null;
    }

    /** Returns a month by its English name, whole or cut, in any case. */
    public static Month month(String name) {
        return Month.of(1
                + "janfebmaraprmayjunjulaugsepoctnovdec"
                                .indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT))
                        / 3);
    }
}
