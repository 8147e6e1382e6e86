package peel.reading.fact;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.finding.FindingKind;
import peel.finding.Wording;
import peel.question.Pillar;
import peel.reading.evidence.DocumentSentences;
import peel.reading.evidence.Places;
import peel.reading.evidence.ReadFinding;
import peel.reading.evidence.Remark;
import peel.reading.evidence.Sentence;
import peel.reading.evidence.UnderstoodText;
import peel.reading.evidence.Vocabulary.KnownCycle;
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
        HEADINGS.put(FindingKind.AREA_FOR_IMPROVEMENT, wholeText("areas? (?:for|of) improvement"));
        HEADINGS.put(FindingKind.CAUSE_OF_CONCERN, wholeText("causes? of concern"));
        HEADINGS.put(FindingKind.RECOMMENDATION, wholeText("recommendations?"));
        HEADINGS.put(FindingKind.PRACTICE, wholeText("(?:innovative|promising|good|best) practice"));
        MENTIONS.put(
                FindingKind.CAUSE_OF_CONCERN,
                Pattern.compile(
                        "\\b(?<what>(?:serious |significant )?causes? of concern)\\b", Pattern.CASE_INSENSITIVE));
        MENTIONS.put(
                FindingKind.RECOMMENDATION,
                Pattern.compile("\\b(?:HMIC(?:FRS)?['’]s|our) (?<what>recommendations?)\\b", Pattern.CASE_INSENSITIVE));
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
            "^(?:(?:By|Within|In|From|As|With|To)\\b[^,.]{1,80}, )?(?:[Tt]he (?:force|constabulary|service|police service|chief constable)|It|[A-Z][\\w’' &-]{2,50}(?:Police|Constabulary|Police Service)) (?:should|needs? to|must|has to)\\b.*[.;:]$");

    private static final Pattern WHOLE_SENTENCE = Pattern.compile("^[A-Z‘“].{20,}[.;]$", Pattern.DOTALL);

    private static final String FIVE_GRADES = "PEEL5";

    private static final Pattern ELSEWHERE =
            Pattern.compile("\\breport was published in (?<when>(?:\\w+ )?(?:19|20)\\d\\d)", Pattern.CASE_INSENSITIVE);

    private static Pattern wholeText(String expression) {
        return Pattern.compile("^(?:" + expression + "):?$", Pattern.CASE_INSENSITIVE);
    }

    private final Document document;
    private final SectionQuestions sectionQuestions;
    private final Places places;
    private final UnderstoodText understood;
    private final List<ReadFinding> findings = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final KnownCycle cycle;
    private final @Nullable Pillar pillar;
    private final Map<String, Integer> ordinals = new HashMap<>();

    FindingReader(
            Document document,
            KnownCycle cycle,
            @Nullable Pillar pillar,
            SectionQuestions sectionQuestions,
            Places places,
            UnderstoodText understood) {
        this.document = document;
        this.cycle = cycle;
        this.pillar = pillar;
        this.sectionQuestions = sectionQuestions;
        this.places = places;
        this.understood = understood;
    }

    List<ReadFinding> read(DocumentSentences sentences) {
        for (Section section : document.sections()) {
            FindingKind kind = section.heading() == null ? null : kind(section.heading());
            String question = sectionQuestions.of(section);
            if (kind != null && question != null) {
                readBox(section, kind, question);
            }
        }
        readMentions(sentences);
        return findings;
    }

    /** Adds the cause of concern that stands in one paragraph with the words that lead to its recommendations. */
    private void addBefore(String question, Passage item, String text) {
        for (Sentences.Span span : Sentences.in(text)) {
            if (RECOMMENDS.matcher(text.substring(span.start(), span.end())).find()) {
                String cause = text.substring(0, span.start()).trim();
                if (WHOLE_SENTENCE.matcher(cause).find()) {
                    add(question, FindingKind.CAUSE_OF_CONCERN, item, cause);
                }
                return;
            }
        }
    }

    private static @Nullable FindingKind kind(String heading) {
        for (Map.Entry<FindingKind, Pattern> known : HEADINGS.entrySet()) {
            if (known.getValue().matcher(heading.trim()).matches()) {
                return known.getKey();
            }
        }
        return null;
    }

    private void readBox(Section section, FindingKind heading, String question) {
        List<Passage> items = document.passages().stream()
                .filter(passage -> passage.section() == section.ordinal())
                .filter(passage -> passage.kind() == PassageKind.PARAGRAPH || passage.kind() == PassageKind.BULLET)
                .toList();
        FindingKind kind = heading;
        boolean bullets = false;
        int added = 0;
        for (int i = 0; i < items.size(); i++) {
            Passage item = items.get(i);
            if (item.kind() == PassageKind.BULLET) {
                bullets = true;
                added += add(question, kind, item, item.text().trim());
                continue;
            }
            String text = item.text().trim();
            boolean beforeBullets = i + 1 < items.size() && items.get(i + 1).kind() == PassageKind.BULLET;
            boolean recommends = RECOMMENDS.matcher(text).find();
            // The recommendations to address a cause of concern are printed in its box.
            if (kind == FindingKind.CAUSE_OF_CONCERN
                    && (recommends || LEADS_TO_RECOMMENDATIONS.matcher(text).find())) {
                if (added == 0) {
                    addBefore(question, item, text);
                }
                kind = FindingKind.RECOMMENDATION;
                bullets = false;
                added = 0;
            }
            if (beforeBullets
                    && (text.endsWith(":")
                            || recommends && LEAD_IN.matcher(text).find())) {
                understood.add(item);
            } else if (bullets) {
                // The box ends with its list; running text follows.
                break;
            } else if (isStatement(kind, text, added)) {
                boolean onlyFirst = kind == FindingKind.AREA_FOR_IMPROVEMENT
                        && cycle.gradeScale().equals(FIVE_GRADES);
                for (String statement : onlyFirst ? List.of(firstSentence(text)) : statements(kind, text)) {
                    added += add(question, kind, item, statement);
                }
            } else if (kind != FindingKind.CAUSE_OF_CONCERN) {
                if (added > 0 && !cycle.gradeScale().equals(FIVE_GRADES)) {
                    remarks.add(Remark.heldBack(
                            "what follows in the box \"%s\"".formatted(section.heading()),
                            "it is unclear whether it belongs to the box",
                            places.of(item, null)));
                }
                break;
            }
        }
        if (added == 0) {
            holdBack(section, heading);
        }
    }

    /** Whether a paragraph of a box is a finding of its own, not the explanation of one. */
    private static boolean isStatement(FindingKind kind, String text, int before) {
        return switch (kind) {
            case AREA_FOR_IMPROVEMENT -> STATEMENT.matcher(text).find();
            case RECOMMENDATION ->
                STATEMENT.matcher(text).find() || RECOMMENDS.matcher(text).find();
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

    private static String firstSentence(String text) {
        List<Sentences.Span> sentences = Sentences.in(text);
        return sentences.isEmpty() ? text : text.substring(0, sentences.get(0).end());
    }

    private void holdBack(Section box, FindingKind kind) {
        Passage first = document.passages().stream()
                .filter(passage -> passage.section() == box.ordinal())
                .findFirst()
                .orElse(null);
        if (first != null) {
            remarks.add(Remark.heldBack(
                    "the box \"%s\"".formatted(box.heading()),
                    "no %s was found in it, neither a list nor a sentence that says what should be done"
                            .formatted(kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                    places.of(first, null)));
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
        if (cycle.gradeScale().equals(FIVE_GRADES)) {
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
                                            matcher.group("what").toLowerCase(Locale.ROOT),
                                            publishedSeparately(sentences, question)),
                            Wording.NOT_PRINTED,
                            places.of(sentence)));
                }
            }
        }
    }

    private static boolean isEarlierOrDenied(String text) {
        return text.matches(
                "(?is).*\\b(?:previous|last year|earlier|(?:in|from) (?:our |the )?(?:19|20)\\d\\d|our (?:19|20)\\d\\d|(?:no|not|without|any) (?:\\w+ )?(?:causes? of concern|recommendations?))\\b.*");
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
