package peel.reading.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.phrase.Timing;

/** Finds what no rule took: sentences with a number or a grade's word, rows, grades, captions. */
final class Unread {

    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S*(?:\\s(?=\\S*[/_-]\\S*)\\S+)?");

    private static final Pattern DIGITS = Pattern.compile("(?<![A-Za-z])\\d[\\d,.]*(?:st|nd|rd|th)?\\b|\\d");

    // "One of" and "no one" count nothing.
    private static final Pattern WORDS = Pattern.compile(
            "\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
                    + "|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|half|thirds|quarters"
                    + "|(?:a|one) (?:third|quarter)|(?:double|treble|triple)d?|twice"
                    + "|(?<!\\bno |\\bany |\\bevery |\\beach |\\bsome |\\bthis |\\bthat )one(?! of\\b| another\\b))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern GRADE = Pattern.compile(Comparison.GRADE, Pattern.CASE_INSENSITIVE);

    private static final Pattern UNITS = Pattern.compile(
            "\\bper (?:one |1 |a )?(?:million|thousand)\\b|\\bper 1,000\\b|\\b100 ?(?:percent|per cent|%)",
            Pattern.CASE_INSENSITIVE);

    /** The definitions of the grades, and what tells which they are. */
    private static final Pattern ANNEX =
            Pattern.compile("^(?:Annex|Appendix)\\b.*\\bjudge?ments?|^our judge?ments$", Pattern.CASE_INSENSITIVE);

    private final Document document;
    private final Reading reading;
    private final Places places;
    private final Taken taken;

    Unread(Document document, Reading reading, Places places, Taken taken) {
        this.document = document;
        this.reading = reading;
        this.places = places;
        this.taken = taken;
    }

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        for (Passage passage : document.passages()) {
            switch (passage.kind()) {
                case PARAGRAPH, BULLET, FOOTNOTE, NOTE -> {
                    if (!defines(passage)) {
                        reading.of(passage).stream()
                                .filter(this::unread)
                                .map(s -> remark(s.text(), places.of(s)))
                                .forEach(remarks::add);
                    }
                }
                case TABLE_ROW, CAPTION, GRADE -> {
                    boolean rest = !taken.any(passage, 0, passage.text().length()) && holds(passage.text());
                    boolean heading = passage.kind() == PassageKind.TABLE_ROW && isHeading(passage);
                    if (rest && !heading) {
                        Place place = places.of(passage, null);
                        remarks.add(remark(place.quotation(), place));
                    }
                }
                default -> {
                    // Titles, sources, addresses, page numbers and contents state no figures.
                }
            }
        }
        return remarks;
    }

    private static Remark remark(String text, Place place) {
        return new Remark(Remark.Kind.NOT_UNDERSTOOD, text, place, null);
    }

    private boolean defines(Passage passage) {
        String heading = document.sections().get(passage.section()).heading();
        return heading != null && ANNEX.matcher(heading.trim()).find();
    }

    private static boolean isHeading(Passage row) {
        return !WORDS.matcher(row.text()).find()
                && !DIGITS.matcher(UNITS.matcher(row.text()).replaceAll("")).find();
    }

    private static boolean holds(String text) {
        String words = ADDRESS.matcher(text).replaceAll("");
        return DIGITS.matcher(words).find()
                || WORDS.matcher(words).find()
                || GRADE.matcher(words).find();
    }

    /** Of a sentence that was read in part, whatever number is no date must have been read. */
    private boolean unread(Sentence sentence) {
        String text = sentence.text();
        if (listsGrades(text)) {
            return false;
        }
        boolean read = taken.any(sentence.passage(), sentence.start(), sentence.end());
        if (!read) {
            return holds(text);
        }
        String blanked = blank(ADDRESS, blank(UNITS, text));
        for (Timing.Mention mention : Timing.mentions(text)) {
            blanked = blanked.substring(0, mention.start())
                    + " ".repeat(mention.end() - mention.start())
                    + blanked.substring(mention.end());
        }
        return unread(sentence, DIGITS, blanked) || unread(sentence, WORDS, blanked);
    }

    private boolean unread(Sentence sentence, Pattern number, String text) {
        Matcher matcher = number.matcher(text);
        while (matcher.find()) {
            int start = sentence.start() + matcher.start();
            if (!taken.any(sentence.passage(), start, sentence.start() + matcher.end())) {
                return true;
            }
        }
        return false;
    }

    private static String blank(Pattern pattern, String text) {
        return pattern.matcher(text)
                .replaceAll(found -> " ".repeat(found.group().length()));
    }

    /** Three grades in one sentence are the scale, not a judgment. */
    private static boolean listsGrades(String text) {
        return GRADE.matcher(text)
                        .results()
                        .map(m -> m.group().toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                >= 3;
    }
}
