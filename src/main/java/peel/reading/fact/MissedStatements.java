package peel.reading.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peel.reading.evidence.DocumentSentences;
import peel.reading.evidence.Place;
import peel.reading.evidence.Places;
import peel.reading.evidence.Remark;
import peel.reading.evidence.Sentence;
import peel.reading.evidence.UnderstoodText;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.phrase.Blanks;

/** Finds sentences, table rows, captions and grades that contain a number or a grade but were not understood. */
final class MissedStatements {

    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S*(?:\\s(?=\\S*[/_-]\\S*)\\S+)?");

    private static final Pattern DIGITS = Pattern.compile("(?<![A-Za-z])\\d[\\d,.]*(?:st|nd|rd|th)?\\b|\\d");

    // "One of" and "no one" are not counts.
    private static final Pattern WORDS = Pattern.compile(
            "\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
                    + "|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|half|thirds|quarters"
                    + "|(?:a|one) (?:third|quarter)|(?:double|treble|triple)d?|twice"
                    + "|(?<!\\bno |\\bany |\\bevery |\\beach |\\bsome |\\bthis |\\bthat )one(?! of\\b| another\\b))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern GRADE = Pattern.compile(JudgmentComparison.GRADE, Pattern.CASE_INSENSITIVE);

    private static final Pattern UNITS = Pattern.compile(
            "\\bper (?:one |1 |a )?(?:million|thousand)\\b|\\bper 1,000\\b|\\b100 ?(?:percent|per cent|%)",
            Pattern.CASE_INSENSITIVE);

    /** Headings of sections that are the same in all reports, such as those that define the grades. */
    private static final Pattern BOILERPLATE = Pattern.compile(
            "^(?:(?:Annex|Appendix)\\b.*|our judge?ments|introduction|contents|foreword|glossary|methodology|about (?:this|us|the data)\\b.*|next steps|what is peel\\b.*)$",
            Pattern.CASE_INSENSITIVE);

    /** What makes a word of the scale a grade. */
    private static final Pattern JUDGES = Pattern.compile(
            "\\b(?:judged?|judges|graded?|judge?ments?|rated)\\b|\\b(?:force|Police|Constabulary)(?:['’]s [^.,;]{1,60})? (?:is|was|requires|required) (?:\\w+ly )?"
                    + JudgmentComparison.GRADE.replace("\\brequir", "requir").replace("(outstanding", "(?:outstanding"),
            Pattern.CASE_INSENSITIVE);

    private final Document document;
    private final DocumentSentences sentences;
    private final Places places;
    private final UnderstoodText understood;

    MissedStatements(Document document, DocumentSentences sentences, Places places, UnderstoodText understood) {
        this.document = document;
        this.sentences = sentences;
        this.places = places;
        this.understood = understood;
    }

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        for (Passage passage : document.passages()) {
            switch (passage.kind()) {
                case PARAGRAPH, BULLET, FOOTNOTE, NOTE -> {
                    if (!isBoilerplate(passage)) {
                        sentences.of(passage).stream()
                                .filter(this::isMissed)
                                .map(s -> remark(s.text(), places.of(s)))
                                .forEach(remarks::add);
                    }
                }
                case TABLE_ROW, CAPTION, GRADE -> {
                    boolean missed = !isBoilerplate(passage)
                            && !understood.overlaps(passage, 0, passage.text().length())
                            && mentionsFact(passage.text());
                    boolean heading = passage.kind() == PassageKind.TABLE_ROW && isHeading(passage);
                    if (missed && !heading) {
                        Place place = places.of(passage, null);
                        remarks.add(remark(place.quotation(), place));
                    }
                }
                default -> {
                    // Titles, sources, links, page numbers and contents do not state facts.
                }
            }
        }
        return remarks;
    }

    private static Remark remark(String text, Place place) {
        return new Remark(Remark.Kind.NOT_UNDERSTOOD, text, place, null);
    }

    /** Whether a passage is on the cover, or in a section that is the same in all reports. */
    private boolean isBoilerplate(Passage passage) {
        String heading = document.sections().get(passage.section()).heading();
        return heading == null
                ? document.sections().size() > 1
                : BOILERPLATE.matcher(heading.trim()).matches();
    }

    private static boolean isHeading(Passage row) {
        return !WORDS.matcher(row.text()).find()
                && !DIGITS.matcher(UNITS.matcher(row.text()).replaceAll("")).find();
    }

    private static boolean mentionsFact(String text) {
        String words = ADDRESS.matcher(withoutDates(text)).replaceAll("");
        return DIGITS.matcher(words).find()
                || WORDS.matcher(words).find()
                || GRADE.matcher(words).find() && JUDGES.matcher(words).find();
    }

    /**
     * Whether a sentence was missed. In a sentence that was understood in part, every number except dates must be
     * understood.
     */
    private boolean isMissed(Sentence sentence) {
        String text = sentence.text();
        if (listsGrades(text)) {
            return false;
        }
        boolean understoodInPart = understood.overlaps(sentence.passage(), sentence.start(), sentence.end());
        if (!understoodInPart) {
            return mentionsFact(text);
        }
        String blanked = blank(ADDRESS, blank(UNITS, withoutDates(text)));
        return isMissed(sentence, DIGITS, blanked) || isMissed(sentence, WORDS, blanked);
    }

    /** The text with blanks in place of dates, which are no facts by themselves. */
    private static String withoutDates(String text) {
        StringBuilder blanked = new StringBuilder(text);
        Blanks.putForTimes(blanked, text);
        return blanked.toString();
    }

    private boolean isMissed(Sentence sentence, Pattern number, String text) {
        Matcher matcher = number.matcher(text);
        while (matcher.find()) {
            int start = sentence.start() + matcher.start();
            if (!understood.overlaps(sentence.passage(), start, sentence.start() + matcher.end())) {
                return true;
            }
        }
        return false;
    }

    private static String blank(Pattern pattern, String text) {
        return pattern.matcher(text)
                .replaceAll(found -> " ".repeat(found.group().length()));
    }

    /** Whether a sentence explains the scale: three grades in one sentence are not a judgment. */
    private static boolean listsGrades(String text) {
        return GRADE.matcher(text)
                        .results()
                        .map(m -> m.group().toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                >= 3;
    }
}
