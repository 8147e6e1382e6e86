package peel.reading.fact;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.finding.FindingKind;
import peel.finding.Wording;
import peel.question.Pillar;
import peel.reading.evidence.Areas;
import peel.reading.evidence.DocumentSentences;
import peel.reading.evidence.Places;
import peel.reading.evidence.ReadFinding;
import peel.reading.evidence.Remark;
import peel.reading.evidence.Sentence;
import peel.reading.evidence.UnderstoodText;
import peel.reading.evidence.Vocabulary.KnownCycle;
import peel.reading.fact.SectionQuestions.UnknownChapter;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.layout.Section;
import peel.reading.phrase.Sentences;

/**
 * Reads findings: areas for improvement, causes of concern, recommendations and practice, which are printed in boxes,
 * and mentions of findings that are printed elsewhere.
 */
final class FindingReader {

    private static final Map<FindingKind, Pattern> HEADINGS = new EnumMap<>(FindingKind.class);
    private static final Map<FindingKind, Pattern> MENTIONS = new EnumMap<>(FindingKind.class);

    static {
        HEADINGS.put(FindingKind.AREA_FOR_IMPROVEMENT, wholeText("areas? (?:for|of) improvement(?: \\(AFIs?\\))?"));
        HEADINGS.put(FindingKind.CAUSE_OF_CONCERN, wholeText("(?:accelerated )?causes? of concern"));
        HEADINGS.put(FindingKind.RECOMMENDATION, wholeText("recommendations?"));
        HEADINGS.put(FindingKind.PRACTICE, wholeText("(?:innovative|promising|good|best) practice"));
        MENTIONS.put(
                FindingKind.CAUSE_OF_CONCERN,
                Pattern.compile(
                        "\\b(?<what>(?:serious |significant )?causes? of concern)\\b[^.;:,]{0,40}\\bthis inspection\\b"
                                + "|\\bthis inspection (?:has )?(?:identified|found|raised|led to) (?:\\w+ )?(?<again>causes? of concern)\\b",
                        Pattern.CASE_INSENSITIVE));
        MENTIONS.put(
                FindingKind.RECOMMENDATION,
                Pattern.compile(
                        "\\b(?:address|implement|meet|act on|respond to)(?:ing)? (?<again>)(?:HMIC(?:FRS)?['’]s|our) (?<what>recommendations?)\\b(?! (?:to|on|about|from|of)\\b)",
                        Pattern.CASE_INSENSITIVE));
    }

    /** "To address this cause of concern, HMIC recommends that the force should:" */
    private static final Pattern LEAD_IN =
            Pattern.compile("\\b(?:recommends?|recommendations?|should)\\b[^.]*:?$", Pattern.CASE_INSENSITIVE);

    private static final Pattern RECOMMENDS = Pattern.compile(
            "\\brecommends? that\\b|\\bto address (?:this|these) causes? of concern\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern LEADS_TO_RECOMMENDATIONS = Pattern.compile(
            "^recommendations?:?$|^(?:within|by|with immediate effect|immediately)\\b.{0,80}\\bshould:?$|\\bshould(?: immediately)?:$",
            Pattern.CASE_INSENSITIVE);

    /** "The force should ...", "By March 2016, Kent Police needs to ...". */
    private static final Pattern STATEMENT = Pattern.compile(
            "^(?:(?:By|Within|In|From|As|With|To)\\b[^,.]{1,80}, )?(?:[Tt]he (?:force|constabulary|service|police service|chief constable)|It|[A-Z][\\w’' &-]{2,50}(?:Police|Constabulary|Police Service)) (?:should|needs? to|must|has to)\\b(?! have\\b).*[.;]$");

    /** What an earlier inspection found, or what was not found. */
    private static final Pattern EARLIER = Pattern.compile(
            "\\b(?:(?:last|previous|earlier|prior) (?:\\w+ ){0,2}(?:inspections?|reports?|year|areas? for improvement|causes? of concern)"
                    + "|(?:in|from|since|of) (?:our )?(?:19|20)\\d\\d(?:/\\d\\d)?,? we\\b|we (?:said|recommended|told|advised|asked|gave|found in)\\b"
                    + "|was our\\b|has (?:since )?done\\b"
                    // Not a case that was closed, but a finding.
                    + "|(?:areas?|causes?|recommendations?|concerns?|it|this|these|those|they|both)\\b[^.;]{0,60}\\b(?:was|were|been|is|are) (?:now )?(?:closed|discharged|signed off|dealt with|met)\\b)",
            Pattern.CASE_INSENSITIVE);

    /** A line, not a sentence, that names an earlier time. */
    private static final Pattern EARLIER_TIME = Pattern.compile(
            ".*\\b(?:since|progress|previous(?:ly)?|earlier|last|closed)\\b.*[^.!?:;]", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_FOUND = Pattern.compile(
            "\\b(?:no longer|none|there (?:is|are|was|were) no|(?:did|do|have|has)(?:n['’]t| not) (?:find|found|see|seen|identif\\w+|have)"
                    + "|(?:no|any) (?:innovative|promising|good) practice|for examples?|see our|(?:in|since) (?:19|20)\\d\\d)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_FINDING = Pattern.compile(
            "^(?:none|n/?a|(?:there|we) (?:is|are|have|make) (?:none|no (?:areas?|recommendations?|causes?|new|further)))\\b",
            Pattern.CASE_INSENSITIVE);

    /** Whom a statement asks to do something. */
    private static final Pattern ASKED = Pattern.compile("^.*?\\b(?:should|needs? to|must|has to)\\b");

    /** The heading of a box and more in one line. */
    private static final Pattern LOOKS_LIKE_HEADING = Pattern.compile(
            "^(?:(?:accelerated )?areas? (?:for|of) improvement|causes? of concern|recommendations?|(?:innovative|promising) practice)\\b"
                    + "(?:[:–-]| (?:from|closed|in|of|that)\\b|.{0,60}$)(?!.*\\b(?:is|are|was|were|has|have)\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SINGULAR =
            Pattern.compile("^(?:area|recommendation|accelerated cause|cause)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern WHOLE_SENTENCE = Pattern.compile("^[A-Z‘“].{20,}[.;]$", Pattern.DOTALL);

    private static final Pattern ELSEWHERE =
            Pattern.compile("\\breport was published in (?<when>(?:\\w+ )?(?:19|20)\\d\\d)", Pattern.CASE_INSENSITIVE);

    private static Pattern wholeText(String expression) {
        return Pattern.compile("^(?:" + expression + ")(?: \\d{1,2})?:?$", Pattern.CASE_INSENSITIVE);
    }

    private final Document document;
    private final SectionQuestions sectionQuestions;
    private final Places places;
    private final UnderstoodText understood;
    private final List<ReadFinding> findings = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final KnownCycle cycle;
    private final @Nullable Pillar pillar;
    private final Areas areas;
    private final Map<String, Integer> ordinals = new HashMap<>();

    FindingReader(
            Document document,
            KnownCycle cycle,
            @Nullable Pillar pillar,
            Areas areas,
            SectionQuestions sectionQuestions,
            Places places,
            UnderstoodText understood) {
        this.document = document;
        this.cycle = cycle;
        this.pillar = pillar;
        this.areas = areas;
        this.sectionQuestions = sectionQuestions;
        this.places = places;
        this.understood = understood;
    }

    List<ReadFinding> read(DocumentSentences sentences) {
        for (Section section : document.sections()) {
            FindingKind kind = section.heading() == null ? null : kind(section.heading());
            String question = sectionQuestions.of(section);
            UnknownChapter unknown = sectionQuestions.unknownChapter(section);
            if (kind != null && question != null && isBelowAnEarlierTime(section)) {
                holdBack(section, "it may be about an earlier inspection");
                document.passages().stream()
                        .filter(passage -> passage.section() == section.ordinal())
                        .forEach(understood::add);
            } else if (kind != null && question != null) {
                readBox(section, kind, question);
            } else if (kind != null && unknown != null && sectionQuestions.chapterOf(section) != null) {
                holdBack(
                        section,
                        "line %d, \"%s\", may be the heading of another chapter, which the database does not know"
                                .formatted(unknown.line(), unknown.heading()));
            } else if (kind != null && !sectionQuestions.isOfAnotherPillar(section) && printsStatement(section)) {
                holdBack(section, "it stands in no chapter on a question of the inspection");
            }
        }
        for (Passage passage : document.passages()) {
            if (passage.kind() == PassageKind.PARAGRAPH
                    && sectionQuestions.chapterOf(passage) != null
                    && LOOKS_LIKE_HEADING.matcher(passage.text()).find()) {
                remarks.add(Remark.heldBack(
                        "what looks like the heading of a box",
                        "it is unclear which findings are below it",
                        places.of(passage, null)));
            }
            if (passage.kind() == PassageKind.BULLET && isStatementOutsideOfABox(passage)) {
                remarks.add(Remark.heldBack(
                        "what the force should do", "it stands below no heading of a box", places.of(passage, null)));
            }
        }
        readMentions(sentences);
        return findings;
    }

    /** Whether an item that was read in no box says what the force should do: the heading of its box may be lost. */
    private boolean isStatementOutsideOfABox(Passage item) {
        Section section = document.sections().get(item.section());
        boolean box = section.heading() != null && kind(section.heading()) != null;
        return (box ? sectionQuestions.of(section) : sectionQuestions.chapterOf(section)) != null
                && !understood.overlaps(item, 0, item.text().length())
                && STATEMENT.matcher(item.text().trim()).find();
    }

    /** Adds the cause of concern that stands in one paragraph with the words that lead to its recommendations. */
    private void addBefore(String question, Passage item, String text) {
        String cause = text.substring(0, recommending(text)).trim();
        if (WHOLE_SENTENCE.matcher(cause).find()) {
            add(question, FindingKind.CAUSE_OF_CONCERN, item, cause);
        }
    }

    /** The index of the first sentence that recommends something; 0 if none does. */
    private static int recommending(String text) {
        return Sentences.in(text).stream()
                .filter(span -> RECOMMENDS
                        .matcher(text.substring(span.start(), span.end()))
                        .find())
                .mapToInt(Sentences.Span::start)
                .findFirst()
                .orElse(0);
    }

    /** The kind of the findings in a box with a heading; null if it heads no box. */
    static @Nullable FindingKind kind(String heading) {
        for (Map.Entry<FindingKind, Pattern> known : HEADINGS.entrySet()) {
            if (known.getValue().matcher(heading.trim()).matches()) {
                return known.getKey();
            }
        }
        return null;
    }

    /** Whether a text says what the force should do. */
    static boolean isStatement(String text) {
        return STATEMENT.matcher(text.trim()).find();
    }

    private void readBox(Section section, FindingKind heading, String question) {
        List<Passage> items = document.passages().stream()
                .filter(passage -> passage.section() == section.ordinal())
                .filter(passage -> passage.kind() == PassageKind.PARAGRAPH || passage.kind() == PassageKind.BULLET)
                .filter(passage -> sectionQuestions.of(passage) != null)
                .toList();
        FindingKind kind = heading;
        boolean one = SINGULAR.matcher(String.valueOf(section.heading())).find();
        boolean ledIn = heading != FindingKind.AREA_FOR_IMPROVEMENT
                || items.stream().noneMatch(item -> isItemOnWhatShouldBeDone(item));
        boolean list = true; // what follows are the items of a list of findings
        boolean bullets = false;
        int added = 0;
        int doubted = 0;
        for (int i = 0; i < items.size(); i++) {
            Passage item = items.get(i);
            String text = item.text().trim();
            if (item.kind() == PassageKind.BULLET) {
                if (!list
                        && !(kind != FindingKind.CAUSE_OF_CONCERN
                                && STATEMENT.matcher(text).find()
                                && !one)) {
                    break;
                }
                Passage before = bullets && items.get(i - 1).kind() == PassageKind.BULLET ? items.get(i - 1) : null;
                String doubt =
                        isOfTheList(item, before) ? doubt(kind, text) : "its sign is not that of the list's items";
                if (doubt == null && !ledIn && !isItemOnWhatShouldBeDone(item)) {
                    doubt = "it does not say what should be done, as other items do";
                }
                bullets = true;
                doubted += doubt == null ? 0 : holdBack(item, kind, doubt);
                added += doubt == null ? add(question, kind, item, text) : 0;
                continue;
            }
            boolean beforeBullets = i + 1 < items.size() && items.get(i + 1).kind() == PassageKind.BULLET;
            boolean recommends = RECOMMENDS.matcher(text).find();
            // The recommendations to address a cause of concern are printed in its box.
            if (kind == FindingKind.CAUSE_OF_CONCERN
                    && (recommends || LEADS_TO_RECOMMENDATIONS.matcher(text).find())) {
                if (added == 0) {
                    addBefore(question, item, text);
                }
                kind = FindingKind.RECOMMENDATION;
                one = false;
                bullets = false;
                added = 0;
            }
            boolean leadsIn = beforeBullets && LEAD_IN.matcher(text).find() && (recommends || text.endsWith(":"));
            if (leadsIn && EARLIER.matcher(text).find()) {
                doubted += holdBack(item, kind, "it may be about an earlier inspection");
                break;
            } else if (leadsIn) {
                list = true;
                ledIn = true;
                understood.add(item);
            } else if (bullets) {
                // The box ends with its list; running text follows.
                break;
            } else if (isStatement(kind, text, added + doubted) && !(one && added + doubted > 0)) {
                list = false;
                boolean onlyFirst = kind == FindingKind.AREA_FOR_IMPROVEMENT && cycle.hasFiveGrades();
                if (mayEndAtALine(item) && kind != FindingKind.AREA_FOR_IMPROVEMENT) {
                    doubted += holdBack(item, kind, "it is unclear where it ends");
                    continue;
                }
                // The cause of concern may stand before its recommendation.
                String own = kind == FindingKind.RECOMMENDATION ? text.substring(recommending(text)) : text;
                for (String statement : onlyFirst ? List.of(firstSentence(own)) : statements(kind, own)) {
                    String doubt = doubt(kind, statement);
                    doubted += doubt == null ? 0 : holdBack(item, kind, doubt);
                    added += doubt == null ? add(question, kind, item, statement) : 0;
                }
            } else if (kind != FindingKind.CAUSE_OF_CONCERN) {
                holdBackRest(section, items.subList(i, items.size()), kind, one, added);
                break;
            } else if (added + doubted == 0) {
                // What follows a first line without an end explains it.
                doubted += holdBack(item, kind, "it is no whole sentence");
            }
        }
        if (added == 0 && doubted == 0) {
            holdBack(section, heading);
        }
    }

    private static boolean isItemOnWhatShouldBeDone(Passage item) {
        return item.kind() == PassageKind.BULLET && ASKED.matcher(item.text()).find();
    }

    /** Whether a short line directly above a box is about an earlier time: "Progress since 2015". */
    private boolean isBelowAnEarlierTime(Section box) {
        Passage above = null;
        for (Passage passage : document.passages()) {
            boolean text = passage.kind() != PassageKind.PAGE_NUMBER
                    && passage.kind() != PassageKind.LINK
                    && passage.kind() != PassageKind.FOOTNOTE;
            above = text && passage.section() == box.ordinal() - 1 ? passage : above;
        }
        return above != null
                && above.kind() == PassageKind.PARAGRAPH
                && above.text().length() <= PrintedGrade.LONGEST
                && EARLIER_TIME.matcher(above.text()).matches();
    }

    /** Records that it is unclear whether what follows the findings of a box belongs to it. */
    private void holdBackRest(Section section, List<Passage> rest, FindingKind kind, boolean one, int added) {
        boolean five = cycle.hasFiveGrades();
        for (Passage item : rest) {
            boolean like = isStatement(kind, item.text().trim(), added);
            if (added > 0 && (five ? like && !one : item == rest.get(0))) {
                remarks.add(Remark.heldBack(
                        "what follows in the box \"%s\"".formatted(section.heading()),
                        "it is unclear whether it belongs to the box",
                        places.of(item, null)));
                return;
            }
        }
    }

    /** Whether an item goes on with the list before it: "• ..." is followed by neither "11. Custody" nor "– Custody –". */
    private static boolean isOfTheList(Passage item, @Nullable Passage before) {
        Integer expected = before == null || before.number() == null ? null : before.number() + 1;
        boolean sign = before == null
                || Objects.equals(item.number(), expected)
                || before.number() != null && Objects.equals(item.number(), 1);
        return sign && !item.text().stripTrailing().matches(".*\\s[–—*-]");
    }

    /** Why a statement is not stored; null if it may be. */
    private @Nullable String doubt(FindingKind kind, String text) {
        Matcher asked = ASKED.matcher(text);
        boolean others = asked.find() && !areas.namedIn(asked.group()).stream().allMatch(areas.force()::equals);
        if (others || text.matches("(?i)(?:all|other|some|most) forces\\b.*")) {
            return "it names another force";
        }
        if (EARLIER.matcher(text).find()) {
            return "it may be about an earlier inspection";
        }
        if (text.contains("~~")) {
            return "a part of it is struck out";
        }
        if (text.endsWith("-")) {
            return "its last word is cut";
        }
        if (text.indexOf('•') >= 0) {
            return "several items stand on one line";
        }
        if (NO_FINDING.matcher(text).find() || PrintedGrade.parse(text) != null) {
            return "it says that there is none, or is a grade";
        }
        boolean lacking = kind == FindingKind.CAUSE_OF_CONCERN || kind == FindingKind.PRACTICE;
        return lacking && NOT_FOUND.matcher(text).find() ? "it may say that there is none" : null;
    }

    private int holdBack(Passage item, FindingKind kind, String why) {
        understood.add(item);
        remarks.add(Remark.heldBack(inWords(kind), why, places.of(item, null)));
        return 1;
    }

    private static String inWords(FindingKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether a paragraph of a box is a finding of its own, not the explanation of one. */
    private static boolean isStatement(FindingKind kind, String text, int before) {
        return switch (kind) {
            case AREA_FOR_IMPROVEMENT -> STATEMENT.matcher(text).find();
            case RECOMMENDATION ->
                !text.endsWith(":")
                        && (STATEMENT.matcher(text).find()
                                || RECOMMENDS.matcher(text).find());
            default -> before == 0 && WHOLE_SENTENCE.matcher(text).find();
        };
    }

    /** The statements of a paragraph; several if the signs before the items of a list are lost. */
    private static List<String> statements(FindingKind kind, String text) {
        List<String> statements = new ArrayList<>();
        for (Sentences.Span span : Sentences.in(text)) {
            String sentence = text.substring(span.start(), span.end());
            boolean opens =
                    !sentence.startsWith("It ") && STATEMENT.matcher(sentence).find();
            if (statements.isEmpty() || kind == FindingKind.AREA_FOR_IMPROVEMENT && opens) {
                statements.add(sentence);
            } else {
                statements.set(statements.size() - 1, statements.get(statements.size() - 1) + " " + sentence);
            }
        }
        return statements;
    }

    /** Whether the first sentence ends with a line, so that the lines below may be another paragraph. */
    private boolean mayEndAtALine(Passage item) {
        List<Sentences.Span> sentences = Sentences.in(item.text());
        return cycle.hasFiveGrades()
                && sentences.size() > 1
                && item.pieces().stream()
                        .anyMatch(piece -> piece.start() > 0
                                && piece.start() == sentences.get(1).start());
    }

    private static String firstSentence(String text) {
        List<Sentences.Span> sentences = Sentences.in(text);
        return sentences.isEmpty() ? text : text.substring(0, sentences.get(0).end());
    }

    private boolean printsStatement(Section section) {
        return document.passages().stream()
                .filter(passage -> passage.section() == section.ordinal())
                .anyMatch(passage -> STATEMENT.matcher(passage.text().trim()).find());
    }

    private void holdBack(Section box, FindingKind kind) {
        holdBack(
                box,
                "no %s was found in it, neither a list nor a sentence that says what should be done"
                        .formatted(inWords(kind)));
    }

    private void holdBack(Section box, String why) {
        Passage first = document.passages().stream()
                .filter(passage -> passage.section() == box.ordinal())
                .findFirst()
                .orElse(null);
        if (first != null) {
            remarks.add(Remark.heldBack("the box \"%s\"".formatted(box.heading()), why, places.of(first, null)));
        }
    }

    /** The boxes in which no finding was recognised. */
    List<Remark> remarks() {
        return remarks;
    }

    private int add(String question, FindingKind kind, Passage item, String text) {
        understood.add(item);
        findings.add(new ReadFinding(
                pillar, question, kind, nextOrdinal(question, kind), text, Wording.PRINTED, places.of(item, null)));
        return 1;
    }

    private int nextOrdinal(String question, FindingKind kind) {
        return ordinals.merge(question + " " + kind, 1, Integer::sum);
    }

    /** Reads findings that a chapter mentions but does not print. */
    private void readMentions(DocumentSentences sentences) {
        // Reports with five grades print all findings.
        if (cycle.hasFiveGrades()) {
            return;
        }
        for (Sentence sentence : sentences.running()) {
            String question = sectionQuestions.of(sentence.passage());
            boolean inspection = sentence.text().matches("(?is).*\\b(?:this inspection|HMIC(?:FRS)?['’]s|our)\\b.*");
            if (question == null || !inspection) {
                continue;
            }
            for (Map.Entry<FindingKind, Pattern> mention : MENTIONS.entrySet()) {
                Matcher matcher = mention.getValue().matcher(sentence.text());
                boolean printed = findings.stream()
                        .anyMatch(finding -> finding.kind() == mention.getKey()
                                && (finding.wording() == Wording.PRINTED
                                        || finding.question().equals(question)));
                if (!printed && matcher.find() && !isEarlierOrDenied(sentence.text())) {
                    findings.add(new ReadFinding(
                            pillar,
                            question,
                            mention.getKey(),
                            nextOrdinal(question, mention.getKey()),
                            "The report mentions %s without giving them%s."
                                    .formatted(
                                            (matcher.group("what") == null
                                                            ? matcher.group("again")
                                                            : matcher.group("what"))
                                                    .toLowerCase(Locale.ROOT),
                                            publishedSeparately(sentences, question)),
                            Wording.NOT_PRINTED,
                            places.of(sentence)));
                }
            }
        }
    }

    private static boolean isEarlierOrDenied(String text) {
        return text.matches(
                "(?is).*\\b(?:nothing|never|none|would|if|closed|(?:other|all) forces|previous|last year|earlier|(?:in|from) (?:our |the )?(?:19|20)\\d\\d|our (?:19|20)\\d\\d|(?:no|not|without|any) (?:\\w+ )?(?:causes? of concern|recommendations?))\\b.*");
    }

    private String publishedSeparately(DocumentSentences sentences, String question) {
        for (Sentence sentence : sentences.running()) {
            Matcher matcher = ELSEWHERE.matcher(sentence.text());
            if (question.equals(sectionQuestions.of(sentence.passage())) && matcher.find()) {
                return "; a separate report on this question was published in " + matcher.group("when");
            }
        }
        return "";
    }
}
