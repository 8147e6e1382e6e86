package peel.reading.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import peel.finding.FindingKind;
import peel.question.QuestionKind;
import peel.reading.evidence.InspectedQuestion;
import peel.reading.evidence.Vocabulary;
import peel.reading.evidence.Vocabulary.KnownCycle;
import peel.reading.evidence.Vocabulary.KnownQuestion;
import peel.reading.fact.SectionQuestions.UnknownChapter;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.layout.Section;
import peel.reading.phrase.Sentences;
import peel.reading.text.Line;
import peel.reading.text.TextFormat;

/**
 * Finds what may be the heading of a part that the database does not know: what is set as a heading, by a page's tags or a
 * PDF's type, and short lines without the end of a sentence.
 */
final class UnknownHeadings {

    /** Titles that open a part of their own in reports of all cycles. */
    private static final Pattern PART_OF_ITS_OWN = Pattern.compile(
            "(?:(?:disclosure and )?vetting(?: and counter[- ]corruption)?|counter[- ]corruption(?: and vetting)?"
                    + "|(?:police )?custody|strategic policing(?: requirement)?|crime data integrity"
                    + "|serious and organised crime|specialist capabilities|about the data"
                    + "|definitions(?: and interpretation)?|our other inspections)\\b");

    private static final Pattern SUMMARY =
            Pattern.compile("summary|main findings|overall judge?ment", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:[#*_>|–—\\s-]+|(?:chapter|part|section|area|question)\\s+(?:\\d{1,2}|[ivx]{1,4}|[a-z])\\b[\\s.:)–-]*"
                    + "|\\(?(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}|[ivx]{1,4}|[a-z])[.):]\\s*|\\d{1,2}(?:\\.\\d{1,2}){0,3}\\s+|(?-i:o (?=\\p{Lu})))+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}(?:\\.\\d{1,2}){0,3}[.)]?\\s+\\p{Lu}");

    private static final Pattern NUMBER_AT_END =
            Pattern.compile("[\\s.:…*_#|–—-]+(?:page )?\\d{0,3}$", Pattern.CASE_INSENSITIVE);

    /** Such as "**Custody**" and "– Custody –", of which the first sign may be taken for that of an item. */
    private static final Pattern DECORATED = Pattern.compile(".*[*_#|–—-]");

    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?:;,…][)\\]’”'\"*]*\\d*$");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}’'-]+");

    private static final Pattern QUESTION = Pattern.compile(
            "(?:how|what|which|who|where|when|why|to what extent|does|do|did|is|are|was|were|has|have|had|can|could|should|will|would) .*");

    /** Words after which a heading does not end. */
    private static final Pattern GOES_ON = Pattern.compile(
            ".*\\b(?:and|or|of|for|to|with|in|on|at|by|from|the|an?|its|their|as|than|that|into|about)$");

    private static final Pattern FIGURES = Pattern.compile(
            "(?:figure|table|source|note|annex|appendix)s?\\b.*|.*\\b(?:per|percent|percentage|number of|rate|total)\\b.*"
                    + "|(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b.*");

    private static final Pattern FIGURE =
            Pattern.compile("(?:figure|table|chart|source|note|annex|appendix)s?\\b.*", Pattern.DOTALL);

    private static final Pattern GRADE = Pattern.compile(
            "\\b(?:outstanding|good|adequate|requires? improvement|inadequate)\\b", Pattern.CASE_INSENSITIVE);

    /** A heading in Markdown. */
    private static final Pattern MARKED = Pattern.compile("\\s{0,3}(#{1,6})\\s+\\S.*");

    /** Characters from which a line may be one of running text. */
    private static final int SHORTEST_LINE = 40;

    private static final int LONGEST = 100;

    /** Characters of the longest question, or text of its own, that may be a heading. */
    private static final int LONGEST_ALONE = 200;

    private static final int MOST_WORDS = 14;

    /** Items of a list that are compared with the one that may be a heading. */
    private static final int MOST_ITEMS = 30;

    /** Characters that a line may be shorter than the others without ending early. */
    private static final int SLACK = 8;

    private final Document document;
    private final boolean fiveGrades;
    private final Set<String> openings;
    private final Set<InspectedQuestion> gradedQuestions;
    private final int width;
    private final Set<String> names = new HashSet<>();

    /** The ranks of the lines that are set as headings, by their numbers. */
    private final Map<Integer, Integer> ranks = new HashMap<>();

    /** The ranks of the headings that are known. */
    private final Set<Integer> headings = new HashSet<>();

    /** What is repeated from page to page, with the ordinals of its first and last place. */
    private final Map<String, int[]> repeated = new HashMap<>();

    /**
     * @param questions those of the inspections that the report covers
     */
    UnknownHeadings(Document document, Vocabulary vocabulary, KnownCycle cycle, List<KnownQuestion> questions) {
        this.document = document;
        this.fiveGrades = cycle.hasFiveGrades();
        this.width = width(document.passages());
        vocabulary.forces().forEach(force -> {
            names.add(force.name().toLowerCase(Locale.ROOT));
            names.add(force.area().toLowerCase(Locale.ROOT));
        });
        names.add("england and wales");
        this.gradedQuestions = questions.stream()
                .filter(question -> question.graded() && question.kind() == QuestionKind.CORE)
                .map(KnownQuestion::key)
                .collect(Collectors.toSet());
        Map<String, Long> opened = questions.stream()
                .filter(question -> question.kind() == QuestionKind.CORE)
                .collect(Collectors.groupingBy(question -> opening(question.wording()), Collectors.counting()));
        this.openings = opened.entrySet().stream()
                .filter(opening -> opening.getValue() > 1 && opening.getKey().startsWith("how effective is the force"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        for (Line line : document.text().lines()) {
            Matcher marked = MARKED.matcher(line.text());
            int rank = marked.matches() ? marked.group(1).length() : line.rank();
            if (rank > 0) {
                ranks.put(line.number(), rank);
            }
        }
        document.sections().forEach(section -> headings.add(rank(section)));
        for (Passage passage : document.passages()) {
            if (passage.kind() == PassageKind.PAGE_NUMBER) {
                int at = passage.ordinal();
                repeated.computeIfAbsent(words(passage.text()), each -> new int[] {at, at})[1] = at;
            }
        }
    }

    /** The first words of a question. */
    private static String opening(String question) {
        return String.join(
                " ",
                Arrays.asList(words(question).split(" "))
                        .subList(0, Math.min(5, words(question).split(" ").length)));
    }

    /** The length that most lines of text do not exceed. */
    private static int width(List<Passage> passages) {
        int[] lengths = passages.stream()
                .filter(passage -> passage.kind() == PassageKind.PARAGRAPH)
                .flatMapToInt(passage -> IntStream.range(0, passage.pieces().size())
                        .map(i -> (i + 1 < passage.pieces().size()
                                        ? passage.pieces().get(i + 1).start()
                                        : passage.text().length())
                                - passage.pieces().get(i).start()))
                .filter(length -> length > SHORTEST_LINE)
                .sorted()
                .toArray();
        return lengths.length == 0 ? 0 : lengths[lengths.length * 4 / 5];
    }

    /**
     * The sections of a question's chapter that may belong to another one, by their ordinals. With four grades, chapters have
     * headings of their own, so that a box below one may be another chapter's only if the chapter has several boxes of its kind,
     * or if the heading is set like that of the chapter.
     */
    Map<Integer, UnknownChapter> in(List<Section> chapter, InspectedQuestion question) {
        Map<Integer, UnknownChapter> unknown = new HashMap<>();
        UnknownChapter found = null;
        UnknownChapter doubtful = null;
        Set<FindingKind> boxes = new HashSet<>();
        int from = chapter.get(0).ordinal();
        int to = chapter.get(chapter.size() - 1).ordinal();
        // The check of the structure doubts a grade of a question that is not graded.
        UnknownChapter graded = fiveGrades || gradedQuestions.contains(question) ? byGrade(chapter) : null;
        for (Section section : chapter) {
            // The heading of a chapter may be repeated.
            String asked = Objects.equals(section.heading(), chapter.get(0).heading()) ? null : section.heading();
            FindingKind box = section.heading() == null ? null : FindingReader.kind(section.heading());
            List<Passage> passages = document.passages().stream()
                    .filter(passage -> passage.section() == section.ordinal())
                    .toList();
            int first = passages.isEmpty() ? Integer.MAX_VALUE : passages.get(0).ordinal();
            if (asked != null && bare(asked).endsWith("?")) {
                UnknownChapter other = new UnknownChapter(asked, section.lines().from(), first);
                if (found == null && (fiveGrades || openings.contains(opening(asked)))) {
                    found = other;
                } else if (doubtful == null && !boxes.isEmpty()) {
                    doubtful = other;
                }
            }
            if (found != null) {
                unknown.put(section.ordinal(), found);
                continue;
            }
            if (box != null) {
                boxes.add(box);
                if (doubtful != null && isOneOfSeveral(box, chapter)) {
                    unknown.put(section.ordinal(), doubtful);
                }
            }
            for (Passage passage : passages) {
                String set = setAsHeading(passage);
                int rank = set == null ? 0 : rank(passage, set);
                // A box may open with a title, but not with one that is set larger than the heading of the box.
                boolean title = box != null
                        && passage.ordinal() == first
                        && passage.kind() != PassageKind.BULLET
                        && (rank == 0 || rank >= rank(section));
                String heading = set == null ? in(passage, from, to) : set;
                if (heading == null && isLine(passage)) {
                    heading = passage.text();
                }
                if (heading == null || title || leadsToItems(passage, heading)) {
                    continue;
                }
                int line = passage.linesOf(
                                passage.text().indexOf(heading), passage.text().length())
                        .from();
                UnknownChapter other = new UnknownChapter(heading, line, passage.ordinal());
                boolean likeChapter = rank > 0 && rank <= rank(chapter.get(0));
                if (fiveGrades || likeChapter || opensPart(heading)) {
                    found = other;
                    unknown.put(section.ordinal(), found);
                    break;
                }
                doubtful = doubtful == null ? other : doubtful;
            }
            if (graded != null
                    && sectionOf(graded.from()) == section.ordinal()
                    && (found == null || graded.from() < found.from())) {
                found = graded;
                unknown.put(section.ordinal(), found);
            }
        }
        return unknown;
    }

    /**
     * What may be another chapter because of a grade that may not be the chapter's own: a second one, or one that stands
     * below text or below a line that is no known heading. With four grades, a summary below the text has the grade.
     */
    private @Nullable UnknownChapter byGrade(List<Section> chapter) {
        int from = chapter.get(0).ordinal();
        int to = chapter.get(chapter.size() - 1).ordinal();
        Passage line = null;
        boolean text = false;
        boolean graded = false;
        boolean summary = false;
        for (Passage passage : document.passages()) {
            if (passage.section() < from || passage.section() > to) {
                continue;
            }
            if (passage.kind() == PassageKind.TITLE) {
                return null;
            }
            String heading = document.sections().get(passage.section()).heading();
            summary = !fiveGrades && heading != null && SUMMARY.matcher(heading).lookingAt();
            if (hasGradeLine(passage)) {
                if (graded || !summary && (text || line != null)) {
                    Passage opens = line == null || graded && !fiveGrades ? passage : line;
                    return new UnknownChapter(opens.text(), opens.lines().from(), opens.ordinal());
                }
                graded = true;
                line = null;
            } else if (isLine(passage)) {
                line = passage;
            } else if (passage.kind() == PassageKind.PARAGRAPH) {
                text |= passage.text().length() > PrintedGrade.LONGEST;
            }
        }
        return null;
    }

    /** Whether a line of a passage, or its last sentence, is nothing but a grade. */
    private static boolean hasGradeLine(Passage passage) {
        boolean prose = passage.kind() == PassageKind.PARAGRAPH || passage.kind() == PassageKind.BULLET;
        if (!prose && passage.kind() != PassageKind.GRADE) {
            return false;
        }
        String text = passage.text();
        List<Passage.Piece> pieces = passage.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            int end = i + 1 < pieces.size() ? pieces.get(i + 1).start() : text.length();
            if (isGrade(PrintedGrade.parse(text.substring(pieces.get(i).start(), end)))) {
                return true;
            }
        }
        List<Sentences.Span> sentences = Sentences.in(text);
        Sentences.Span last = sentences.isEmpty() ? null : sentences.get(sentences.size() - 1);
        return isGrade(PrintedGrade.of(passage))
                || last != null && isGrade(PrintedGrade.parse(text.substring(last.start(), last.end())));
    }

    private static boolean isGrade(@Nullable PrintedGrade grade) {
        return grade != null && grade.grade() != null;
    }

    /**
     * The words in a passage that may be a heading; null if there are none.
     *
     * @param from the ordinal of the chapter's first section
     * @param to the ordinal of its last section
     */
    private @Nullable String in(Passage passage, int from, int to) {
        String text = passage.text();
        return switch (passage.kind()) {
            case PARAGRAPH -> inText(passage, false);
            case BULLET -> fiveGrades ? inText(passage, isOfAList(passage)) : inText(passage, passage.number() == null);
            case NOTE -> inText(passage, !(fiveGrades && text.startsWith("*") && isBelowText(passage)));
            case PAGE_NUMBER -> {
                int[] places = repeated.get(words(text));
                boolean ofChapter = places != null && from <= sectionOf(places[0]) && sectionOf(places[1]) <= to;
                yield ofChapter && isHeading(text) ? text : null;
            }
            default -> null;
        };
    }

    private static boolean isOneOfSeveral(FindingKind box, List<Section> chapter) {
        return chapter.stream()
                        .filter(section -> section.heading() != null && FindingReader.kind(section.heading()) == box)
                        .count()
                > 1;
    }

    /** The words of a passage that are set as a heading, apart from what a box says; null if there are none. */
    private @Nullable String setAsHeading(Passage passage) {
        boolean prose = passage.kind() == PassageKind.PARAGRAPH
                || passage.kind() == PassageKind.BULLET
                || passage.kind() == PassageKind.NOTE;
        List<Passage.Piece> pieces = passage.pieces();
        int first = 0;
        while (first < pieces.size() && rank(pieces.get(first)) == 0) {
            first++;
        }
        if (!prose || first == pieces.size()) {
            return null;
        }
        int last = first;
        while (last < pieces.size() && rank(pieces.get(last)) > 0) {
            last++;
        }
        int end = last == pieces.size()
                ? passage.text().length()
                : pieces.get(last).start();
        String text = passage.text().substring(pieces.get(first).start(), end).strip();
        String lower = text.toLowerCase(Locale.ROOT);
        // In a PDF, sentences may be set in large or bold type, too.
        boolean set = !END_OF_SENTENCE.matcher(text).find()
                || text.endsWith("?")
                || document.text().format() != TextFormat.PDF
                || headings.contains(rank(pieces.get(first)));
        boolean heading = set
                && text.length() <= LONGEST_ALONE
                && !Character.isLowerCase(text.charAt(0)) // the next line of a known heading
                && isOwn(text)
                && !FIGURE.matcher(lower).matches()
                && !FindingReader.isStatement(text)
                && !isBelowGrade(passage);
        return heading ? text : null;
    }

    /** Whether a passage ends with some words and a colon, and items follow. */
    private boolean leadsToItems(Passage passage, String words) {
        Passage after = after(passage);
        return words.endsWith(":")
                && passage.text().strip().endsWith(words)
                && after != null
                && after.kind() == PassageKind.BULLET;
    }

    /** Whether a passage opens the text below a grade, and names one. */
    private boolean isBelowGrade(Passage passage) {
        Passage before = before(passage);
        PrintedGrade grade = before == null ? null : PrintedGrade.of(before);
        return grade != null && GRADE.matcher(passage.text()).find();
    }

    /** The rank of the line on which some words of a passage begin. */
    private int rank(Passage passage, String words) {
        int start = passage.text().indexOf(words);
        return ranks.getOrDefault(passage.linesOf(start, start + 1).from(), 0);
    }

    private int rank(Passage.Piece piece) {
        return ranks.getOrDefault(piece.line(), 0);
    }

    /** The rank of a section's heading. */
    private int rank(Section section) {
        return section.headingLines() == null
                ? 0
                : ranks.getOrDefault(section.headingLines().from(), 0);
    }

    /** Whether a passage is a short text of its own without the end of a sentence, whatever its words. */
    private boolean isLine(Passage passage) {
        String text = passage.text().strip();
        String lower = text.toLowerCase(Locale.ROOT);
        return passage.kind() == PassageKind.PARAGRAPH
                && text.length() <= LONGEST_ALONE
                && isOwn(text)
                && Character.isUpperCase(text.charAt(0))
                && !END_OF_SENTENCE.matcher(text).find()
                && !FIGURES.matcher(lower).matches()
                && !isBelowGrade(passage);
    }

    /** Whether an item goes on with a list of several items which a paragraph leads to. */
    private boolean isOfAList(Passage item) {
        List<Passage> list = new ArrayList<>();
        Passage lead = before(item);
        while (lead != null && lead.kind() == PassageKind.BULLET && list.size() < MOST_ITEMS) {
            list.add(0, lead);
            lead = before(lead);
        }
        Passage after = after(item);
        if (lead == null || lead.kind() != PassageKind.BULLET && !leadsToAList(lead)) {
            return false;
        }
        if (list.isEmpty() && (after == null || after.kind() != PassageKind.BULLET)) {
            return false;
        }
        int widest = list.isEmpty() ? Integer.MAX_VALUE : gap(lead, list.get(0));
        for (int i = 1; i < list.size(); i++) {
            widest = Math.max(widest, gap(list.get(i - 1), list.get(i)));
        }
        Passage last = list.isEmpty() ? item : list.get(list.size() - 1);
        boolean alike = last == item
                || last.text().strip().matches(".*(?:[;,]|\\b(?:and|or))")
                || Character.isUpperCase(last.text().charAt(0))
                                == Character.isUpperCase(item.text().charAt(0))
                        && !(last.text().strip().endsWith(".")
                                && !item.text().strip().endsWith("."))
                        && (last.number() == null
                                ? item.number() == null
                                : item.number() != null && item.number() == last.number() + 1);
        return alike && (last == item || last.page() != item.page() || gap(last, item) <= widest);
    }

    private static boolean leadsToAList(Passage lead) {
        return lead.kind() == PassageKind.PARAGRAPH && !lead.text().strip().matches(".*[.!?]");
    }

    private static int gap(Passage one, Passage other) {
        return other.lines().from() - one.lines().to();
    }

    /** Whether a note stands below running text, not below a table or a figure. */
    private boolean isBelowText(Passage note) {
        Passage before = before(note);
        return before == null || before.kind() == PassageKind.PARAGRAPH || before.kind() == PassageKind.BULLET;
    }

    private @Nullable Passage before(Passage passage) {
        return next(passage, -1);
    }

    private @Nullable Passage after(Passage passage) {
        return next(passage, 1);
    }

    /** The passage before or after one in its section, apart from what is printed on every page. */
    private @Nullable Passage next(Passage passage, int step) {
        for (int at = passage.ordinal() + step;
                at >= 0 && at < document.passages().size();
                at += step) {
            Passage other = document.passages().get(at);
            if (other.section() != passage.section()) {
                return null;
            }
            if (!isFurniture(other)) {
                return other;
            }
        }
        return null;
    }

    private static boolean isFurniture(Passage passage) {
        return passage.kind() == PassageKind.PAGE_NUMBER
                || passage.kind() == PassageKind.LINK
                || passage.kind() == PassageKind.FOOTNOTE;
    }

    private int sectionOf(int passage) {
        return document.passages().get(passage).section();
    }

    /** Whether a text is the title of a part of its own in reports of all cycles. */
    private static boolean opensPart(String text) {
        return PART_OF_ITS_OWN.matcher(bare(text).toLowerCase(Locale.ROOT)).matches();
    }

    /**
     * The lines of a passage that may be a heading: those from the start of a sentence up to a line that ends early, or
     * what stands behind the last sentence.
     *
     * @param decorated whether a heading must end with a sign, since the first one makes it look like an item or a note
     */
    private @Nullable String inText(Passage passage, boolean decorated) {
        String text = passage.text().stripTrailing();
        List<Passage.Piece> pieces = passage.pieces();
        int line = 0;
        for (int start : starts(passage, text)) {
            while (line + 1 < pieces.size() && pieces.get(line + 1).start() <= start) {
                line++;
            }
            boolean opensLine = pieces.get(line).start() == start;
            // Not a part of the item above it.
            boolean below = fiveGrades
                    && opensLine
                    && line > 0
                    && pieces.get(line).line() > pieces.get(line - 1).line() + 1;
            for (int next = line + 1; next <= pieces.size(); next++) {
                boolean last = next == pieces.size();
                int end = last ? text.length() : pieces.get(next).start();
                if (end - start > LONGEST_ALONE) {
                    break;
                }
                String lines = text.substring(start, end).strip();
                boolean apart = last || endsEarly(text, pieces.get(next - 1), pieces.get(next));
                if (apart
                        && (opensLine || last && !decorated)
                        && (!decorated || below || DECORATED.matcher(lines).matches())
                        && isHeading(lines)) {
                    return lines;
                }
            }
        }
        return null;
    }

    /** Where headings may start: sentences, and lines with a number or below a gap. */
    private static Set<Integer> starts(Passage passage, String text) {
        Set<Integer> starts = new TreeSet<>();
        Sentences.in(text).forEach(span -> starts.add(span.start()));
        Passage.Piece before = null;
        for (Passage.Piece piece : passage.pieces()) {
            if (before != null
                    && (piece.line() > before.line() + 1
                                    && !GOES_ON.matcher(text.substring(before.start(), piece.start())
                                                    .strip())
                                            .matches()
                            || NUMBERED.matcher(text)
                                    .region(piece.start(), text.length())
                                    .lookingAt())) {
                starts.add(piece.start());
            }
            before = piece;
        }
        return starts;
    }

    /** Whether a line could have held the first word of the next one, which is written with a capital letter. */
    private boolean endsEarly(String text, Passage.Piece line, Passage.Piece next) {
        int blank = text.indexOf(' ', next.start());
        int end = blank < 0 ? text.length() : blank;
        return Character.isUpperCase(text.charAt(next.start())) && end - line.start() + SLACK <= width;
    }

    private boolean isHeading(String text) {
        String bare = bare(text);
        String lower = bare.toLowerCase(Locale.ROOT);
        if (bare.endsWith("?")) {
            return QUESTION.matcher(lower).matches();
        }
        return !bare.isEmpty()
                && bare.length() <= LONGEST
                && !END_OF_SENTENCE.matcher(bare).find()
                && (text.endsWith(":") || !END_OF_SENTENCE.matcher(text).find())
                && Character.isUpperCase(bare.charAt(0))
                && isOwn(bare)
                && lower.split(" ").length <= MOST_WORDS
                && !GOES_ON.matcher(lower).matches()
                && !FIGURES.matcher(lower).matches();
    }

    /** Whether a text has words that are neither a grade nor nothing but the name of a force or an area. */
    private boolean isOwn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words(lower).length() >= 4 && PrintedGrade.parse(text) == null && !names.contains(lower);
    }

    private static String bare(String text) {
        String bare = NUMBERING.matcher(text.strip()).replaceFirst("");
        return NUMBER_AT_END.matcher(bare).replaceFirst("").strip();
    }

    private static String words(String text) {
        return NO_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
