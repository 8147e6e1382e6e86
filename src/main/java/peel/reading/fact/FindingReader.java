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
import peel.reading.evidence.DocumentSentences;
import peel.reading.evidence.Places;
import peel.reading.evidence.ReadFinding;
import peel.reading.evidence.Sentence;
import peel.reading.evidence.UnderstoodText;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.layout.Section;

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
    private final Map<String, Integer> ordinals = new HashMap<>();

    FindingReader(Document document, SectionQuestions sectionQuestions, Places places, UnderstoodText understood) {
        this.document = document;
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
        boolean bulleted = items.stream().anyMatch(item -> item.kind() == PassageKind.BULLET);
        for (int i = 0; i < items.size(); i++) {
            Passage item = items.get(i);
            boolean bullet = item.kind() == PassageKind.BULLET;
            boolean beforeBullets =
                    !bullet && i + 1 < items.size() && items.get(i + 1).kind() == PassageKind.BULLET;
            boolean recommends = !bullet && RECOMMENDS.matcher(item.text()).find();
            // The recommendations to address a cause of concern are printed in its box.
            if (kind == FindingKind.CAUSE_OF_CONCERN && recommends) {
                kind = FindingKind.RECOMMENDATION;
            }
            boolean leadIn = beforeBullets
                    && (item.text().trim().endsWith(":")
                            || recommends && LEAD_IN.matcher(item.text().trim()).find());
            if (leadIn) {
                understood.add(item);
            } else if (bullet || !bulleted || kind != FindingKind.AREA_FOR_IMPROVEMENT) {
                boolean afterBullets = !bullet && i > 0 && bulleted && !beforeBullets;
                if (!afterBullets || recommends) {
                    add(question, kind, item);
                }
            }
        }
    }

    private void add(String question, FindingKind kind, Passage item) {
        understood.add(item);
        findings.add(new ReadFinding(
                question,
                kind,
                nextOrdinal(question, kind),
                item.text().trim(),
                Wording.PRINTED,
                places.of(item, null)));
    }

    private int nextOrdinal(String question, FindingKind kind) {
        return ordinals.merge(question + " " + kind, 1, Integer::sum);
    }

    /** Reads findings that a chapter mentions but does not print. */
    private void readMentions(DocumentSentences sentences) {
        for (Sentence sentence : sentences.running()) {
            String question = sectionQuestions.of(sentence.passage());
            boolean inspection = sentence.text().matches("(?is).*\\b(?:this inspection|HMIC(?:FRS)?['’]s|our)\\b.*");
            if (question == null || !inspection) {
                continue;
            }
            for (Map.Entry<FindingKind, Pattern> mention : MENTIONS.entrySet()) {
                Matcher matcher = mention.getValue().matcher(sentence.text());
                boolean printed = findings.stream()
                        .anyMatch(finding -> finding.question().equals(question) && finding.kind() == mention.getKey());
                if (!printed && matcher.find() && !isEarlierOrDenied(sentence.text())) {
                    findings.add(new ReadFinding(
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
