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

/**
 * Finds lines that may be headings of areas which the database does not know: short, without a verb and without the end
 * of a sentence. Headings below an area say what was found, in whole sentences.
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

    /** The force, or a pronoun, opens a sentence; verbs that are no nouns as well. */
    private static final Pattern SENTENCE = Pattern.compile(
            "^(?:it|they|there|we) [\\p{L}’'-]+ \\p{L}.*"
                    + "|^(?:(?:the|this) (?:force|constabulary|service|chief constable)|this|these|(?:[\\w’'-]+ ){1,4}(?:police|constabulary))"
                    + " (?:(?:\\w+ly|also|still|now|always|often|never|sometimes) )*"
                    + "(?:(?!(?:areas|cars|cells|communications|dogs|files|finances|headquarters|members|numbers|offices|officers|operations|policies|powers"
                    + "|roads|services|stations|suites|systems|teams|units|vehicles)\\b)\\w{2,}(?:[^su]s|ed)|set|put|met|built|led|spent|ran|wrote|dealt|brought)(?: \\p{L}.*)?"
                    + "|.*\\b(?:am|is|are|was|were|be|been|has|have|had|do|does|did|can|could|should|would|will|must|may|might"
                    + "|cannot|needs?|(?:is|are|was|were|has|have|had|do|does|did|ca|could|should|wo|would)n[’']t"
                    + "|makes?|provides?|understands?|identif(?:y|ies)|investigates?|manages|responds|carr(?:y|ies)|takes?|gives?|engages?"
                    + "|knows?|gets?|keeps?|improves?|learns?|feels?|follows?|treats?|meets?|lacks?|receives?|ensures?|tells?|says?|sees?"
                    + "|finds?|seeks?|becomes?|comes?|goes|shows|thinks?|believes?|helps|wants?|waits|works|uses|protects|tackles|reduces"
                    + "|remains|continues|appears|seems|relies|depends|performs|operates|delivers|invests|prioritises|recognises|adopts"
                    + "|applies|complies|communicates|consults|scrutinises|disrupts|diverts|fails|struggles|misses|loses|sets|listens"
                    + "|attends|assesses|monitors|collaborates|made|took|gave|went|found|saw|said|told|knew|got|kept|came|began|held)\\b.*"
                    + "|(?:[\\w’'-]+ ){0,2}(?:officers|staff|supervisors|leaders|teams|managers|detectives|investigators|sergeants"
                    + "|handlers|victims|inspectors|people|children|communities|personnel)"
                    + " (?:\\w+ly|often|always|sometimes|still|now|also|use|work|record|respond|support|listen|share|lead|plan|act|look"
                    + "|help|check|call|speak|read|write|visit|review|deal|build|run|want|wait|show|monitor|assess|train|attend|answer|set|trust|value|need) \\p{L}.*",
            Pattern.DOTALL);

    /**
     * Headings with a verb that are no sentences: "How the force deals with custody", "Custody that works", "Custody: what
     * was seen", "Recording crime and what it shows".
     */
    private static final Pattern NO_SENTENCE = Pattern.compile(
            "(?:how|what|why|where|who|when|which|whether|does|do|is|are|has|have) .*|[^:]{3,40}: \\p{L}.*"
                    + "|(?:(?!(?:know|say|think|believe|feel|understand|ensure|see|find|agree|expect|told|show|said|found)\\b)[\\w’'-]+ ){1,3}(?:that|which|who) .*"
                    + "|\\w+ing(?:,| (?:[\\w’'-]+,? ){0,6}(?:and|or|as|so|how|what|where|who|why)) .*");

    private static final Pattern QUESTION = Pattern.compile(
            "(?:how|what|which|who|where|when|why|to what extent|does|do|did|is|are|was|were|has|have|had|can|could|should|will|would) .*");

    /** Words after which a heading does not end. */
    private static final Pattern GOES_ON = Pattern.compile(
            ".*\\b(?:and|or|of|for|to|with|in|on|at|by|from|the|an?|its|their|as|than|that|into|about)$");

    private static final Pattern FIGURES = Pattern.compile(
            "(?:figure|table|source|note|annex|appendix)s?\\b.*|.*\\b(?:per|percent|percentage|number of|rate|total)\\b.*"
                    + "|(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b.*");

    /** Characters from which a line may be one of running text. */
    private static final int SHORTEST_LINE = 40;

    private static final int LONGEST = 100;
    private static final int LONGEST_QUESTION = 200;
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

    /** The entries of the table of contents. */
    private final Set<String> contents = new HashSet<>();

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
        for (Passage passage : document.passages()) {
            if (passage.kind() == PassageKind.CONTENTS) {
                contents.add(words(passage.text()));
            } else if (passage.kind() == PassageKind.PAGE_NUMBER) {
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
     * The sections of a question's chapter that may belong to another one, by their ordinals. With four grades, the headings below
     * a chapter are no sentences, so that only a second box of one kind, below such a heading, may be another chapter's.
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
            if (box != null && !boxes.add(box) && doubtful != null) {
                unknown.put(section.ordinal(), doubtful);
            }
            for (Passage passage : passages) {
                // A box may open with a title.
                boolean title = box != null && passage.ordinal() == first && passage.kind() != PassageKind.BULLET;
                String heading = title ? null : in(passage, from, to);
                if (heading == null && !title && fiveGrades && isLine(passage) && isOfAnotherPart(passage.text())) {
                    heading = passage.text();
                }
                if (heading == null) {
                    continue;
                }
                int line = passage.linesOf(
                                passage.text().indexOf(heading), passage.text().length())
                        .from();
                UnknownChapter other = new UnknownChapter(heading, line, passage.ordinal());
                if (fiveGrades || opensPart(heading)) {
                    found = other;
                    unknown.put(section.ordinal(), found);
                    break;
                }
                doubtful = boxes.isEmpty() || doubtful != null ? doubtful : other;
            }
            Passage last = fiveGrades && found == null ? aboveBox(section, passages) : null;
            if (last != null && (box == null || last.ordinal() != first)) {
                found = new UnknownChapter(last.text(), last.lines().from(), last.ordinal());
                unknown.put(section.ordinal(), found);
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

    /** Whether a line of a passage is nothing but a grade. */
    private static boolean hasGradeLine(Passage passage) {
        boolean prose = passage.kind() == PassageKind.PARAGRAPH || passage.kind() == PassageKind.BULLET;
        if (!prose && passage.kind() != PassageKind.GRADE) {
            return false;
        }
        String text = passage.text();
        List<Passage.Piece> pieces = passage.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            int end = i + 1 < pieces.size() ? pieces.get(i + 1).start() : text.length();
            PrintedGrade grade = PrintedGrade.parse(text.substring(pieces.get(i).start(), end));
            if (grade != null && grade.grade() != null) {
                return true;
            }
        }
        PrintedGrade grade = PrintedGrade.of(passage);
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

    /** A short line without the end of a sentence directly above a box, whatever its words; null if there is none. */
    private @Nullable Passage aboveBox(Section section, List<Passage> passages) {
        int next = section.ordinal() + 1;
        String below = next < document.sections().size()
                ? document.sections().get(next).heading()
                : null;
        Passage last = passages.isEmpty() ? null : passages.get(passages.size() - 1);
        last = last != null && isFurniture(last) ? before(last) : last;
        boolean above = below != null && FindingReader.kind(below) != null;
        return above && last != null && isLine(last) ? last : null;
    }

    /** Whether a passage is one short line without the end of a sentence, whatever its words. */
    private boolean isLine(Passage passage) {
        String text = passage.text().strip();
        String lower = text.toLowerCase(Locale.ROOT);
        return passage.kind() == PassageKind.PARAGRAPH
                && text.length() <= LONGEST
                && lower.split(" ").length <= MOST_WORDS
                && words(lower).length() >= 4
                && Character.isUpperCase(text.charAt(0))
                && !END_OF_SENTENCE.matcher(text).find()
                && PrintedGrade.parse(text) == null
                && !names.contains(lower)
                && !FIGURES.matcher(lower).matches();
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

    /** Whether a line, though it may be a sentence, is in the contents or begins with what other reports have a part on. */
    private boolean isOfAnotherPart(String line) {
        return contents.contains(words(line))
                || PART_OF_ITS_OWN.matcher(bare(line).toLowerCase(Locale.ROOT)).lookingAt();
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
                if (end - start > LONGEST_QUESTION) {
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
                && Character.isUpperCase(bare.charAt(0))
                && words(lower).length() >= 4
                && lower.split(" ").length <= MOST_WORDS
                && PrintedGrade.parse(bare) == null
                && !names.contains(lower)
                && !isSentence(lower)
                && !GOES_ON.matcher(lower).matches()
                && !FIGURES.matcher(lower).matches();
    }

    private static boolean isSentence(String lower) {
        return SENTENCE.matcher(lower).matches() && !NO_SENTENCE.matcher(lower).matches();
    }

    private static String bare(String text) {
        String bare = NUMBERING.matcher(text.strip()).replaceFirst("");
        return NUMBER_AT_END.matcher(bare).replaceFirst("").strip();
    }

    private static String words(String text) {
        return NO_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
