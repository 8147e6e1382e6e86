package peel.reading.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.question.Pillar;
import peel.reading.evidence.Vocabulary.KnownForce;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.layout.Section;
import peel.reading.phrase.Timing;

/** The cover of a report: the text before the first chapter, and headings that are titles of reports. */
final class ReportCover {

    /** "PEEL: Police effectiveness 2015 (Vulnerability) – Bedfordshire Police". */
    static final Pattern TITLE = Pattern.compile(
            "\\bPEEL(?: (?:19|20)\\d\\d(?:[/–-](?:20)?\\d\\d)?)?[:,]?(?: [-–—])? (?:Police )?((?:effectiveness|efficiency|legitimacy|leadership)(?:(?:, and |, | and | & )(?:effectiveness|efficiency|legitimacy|leadership)){0,3}),? \\(?((?:19|20)\\d\\d(?:[/–-](?:20)?\\d\\d)?)\\)?(?: \\(([A-Za-z ]+)\\))?",
            Pattern.CASE_INSENSITIVE);

    /** "PEEL 2018/19", "PEEL 2021/22: ...", "PEEL 2023–25". */
    private static final Pattern CYCLE_TITLE = Pattern.compile(
            "\\bPEEL:?(?: (?:assessments?|inspections?))?,? ((?:19|20)\\d\\d(?:(?:[/–-]| ?[–-] ?| to )(?:20)?\\d\\d(?! \\p{L}{3}))?)\\b");

    /** "Police effectiveness, efficiency and legitimacy", below the cycle or behind it. */
    private static final Pattern PILLARS = Pattern.compile(
            "(?:^|PEEL[^,]{0,20} )(Police effectiveness, efficiency,? and legitimacy)\\b(?! \\d)",
            Pattern.CASE_INSENSITIVE);

    /** "Police effectiveness 2016" on a line of its own. */
    private static final Pattern SHORT_TITLE = Pattern.compile(
            "^(?:Police )?(effectiveness|efficiency|legitimacy|leadership) ((?:19|20)\\d\\d(?:[/–-](?:20)?\\d\\d)?)$",
            Pattern.CASE_INSENSITIVE);

    /** The name of a force on a line of its own. */
    private static final Pattern FORCE_ALONE =
            Pattern.compile("^(?:[A-Z][\\w’'-]+,? |and ){1,5}(?:Police|Constabulary|Police Service)$");

    private static final Pattern PILLAR =
            Pattern.compile("effectiveness|efficiency|legitimacy|leadership", Pattern.CASE_INSENSITIVE);

    private static final Pattern PUBLISHED = Pattern.compile(
            "^(?:Published(?: on)?:? )?(?:(\\d{1,2}) )?(January|February|March|April|May|June|July|August|September|October|November|December) ((?:19|20)\\d\\d)\\.?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern INSPECTION_OF =
            Pattern.compile("^An? (?:\\w+ ){0,2}inspection of ", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_TITLE = 199;

    /**
     * The inspection that a title names.
     *
     * @param cycle the cycle as printed; null if the title names none
     * @param pillars the pillars that the title names
     */
    record TitledInspection(@Nullable String cycle, Set<Pillar> pillars) {}

    private final List<String> texts;

    ReportCover(Document document) {
        this.texts = texts(document);
    }

    private static List<String> texts(Document document) {
        List<String> texts = new ArrayList<>();
        for (Section section : document.sections()) {
            if (section.heading() != null && isTitle(section.heading())) {
                texts.add(section.heading());
            }
        }
        int firstChapter = document.sections().stream()
                .filter(section -> section.heading() != null && !isTitle(section.heading()))
                .map(Section::ordinal)
                .findFirst()
                .orElse(0);
        StringBuilder joined = new StringBuilder();
        for (Passage passage : document.passages()) {
            if (passage.section() < firstChapter
                    && passage.kind() != PassageKind.LINK
                    && passage.kind() != PassageKind.FOOTNOTE
                    && passage.kind() != PassageKind.CONTENTS) {
                // A title with years may look like a row with cells.
                String text = passage.text().replace('\t', ' ');
                texts.add(text);
                joined.append(text).append(' ');
            }
        }
        // The title may be broken over several lines, with blank lines between them.
        Matcher title = TITLE.matcher(joined);
        if (texts.stream().noneMatch(ReportCover::isTitle) && title.find()) {
            texts.add(joined.substring(title.start(), Math.min(joined.length(), title.end() + 80)));
        }
        return texts;
    }

    private static boolean isTitle(String text) {
        return text.length() <= LONGEST_TITLE
                && (TITLE.matcher(text).find() || CYCLE_TITLE.matcher(text).find());
    }

    boolean hasTitle() {
        return texts.stream().anyMatch(ReportCover::isTitle);
    }

    /** The title, and lines such as "An inspection of Bedfordshire Police". */
    List<String> textsThatNameTheForce() {
        return texts.stream()
                .filter(text -> isTitle(text)
                        || INSPECTION_OF.matcher(text).find()
                        || FORCE_ALONE.matcher(text).matches())
                .toList();
    }

    /** The first title that names a pillar, otherwise the first. */
    TitledInspection titledInspection() {
        List<TitledInspection> titled = titledInspections();
        return titled.stream()
                .filter(title -> !title.pillars().isEmpty())
                .findFirst()
                .orElse(titled.isEmpty() ? new TitledInspection(null, Set.of()) : titled.get(0));
    }

    /** The inspections that the titles name; more than one if they contradict each other. */
    List<TitledInspection> titledInspections() {
        Set<TitledInspection> titled = new LinkedHashSet<>();
        String pillars = texts.stream()
                .map(PILLARS::matcher)
                .filter(Matcher::find)
                .map(named -> named.group(1))
                .findFirst()
                .orElse("");
        for (String text : texts) {
            if (text.length() > LONGEST_TITLE) {
                continue;
            }
            Matcher title = TITLE.matcher(text);
            boolean named = false;
            while (title.find()) {
                named = true;
                titled.add(titled(title.group(2), title.group(1)));
            }
            Matcher cycleTitle = CYCLE_TITLE.matcher(text);
            while (!named && cycleTitle.find()) {
                titled.add(titled(cycleTitle.group(1), pillars));
            }
            Matcher shortTitle = SHORT_TITLE.matcher(text.trim());
            if (shortTitle.matches()) {
                titled.add(titled(shortTitle.group(2), shortTitle.group(1)));
            }
        }
        return List.copyOf(titled);
    }

    private static TitledInspection titled(String cycle, String pillarsInWords) {
        Set<Pillar> pillars = PILLAR.matcher(pillarsInWords)
                .results()
                .map(word -> Pillar.valueOf(word.group().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
        return new TitledInspection(cycle.replaceFirst(" ?[–-] ?| to ", "-"), pillars);
    }

    /** The part of the inspection that a title gives in parentheses. */
    @Nullable String part() {
        for (String text : texts) {
            Matcher title = TITLE.matcher(text);
            if (text.length() <= LONGEST_TITLE && title.find() && title.group(3) != null) {
                return title.group(3).trim();
            }
        }
        return null;
    }

    /** The title as printed; without a printed one, a title composed as the inspectorate composes it. */
    String title(InspectionFinder.Inspection inspection, KnownForce force) {
        for (String text : texts) {
            if (isTitle(text) && text.length() < 120 && text.contains(force.area())) {
                return text;
            }
        }
        String pillars = inspection.pillars().isEmpty() ? "" : ": Police " + inWords(inspection.pillars());
        String part = part() == null ? "" : " (" + part() + ")";
        return "PEEL%s %s%s - %s".formatted(pillars, inspection.cycle().code(), part, force.name());
    }

    /** "effectiveness", "effectiveness, efficiency and legitimacy". */
    static String inWords(Collection<Pillar> pillars) {
        return pillars.stream()
                .map(pillar -> pillar.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "))
                .replaceFirst(", (\\w+)$", " and $1");
    }

    /** The date of publication, which stands alone on the cover, as precisely as it is printed. */
    @Nullable String published() {
        for (String text : texts) {
            Matcher date = PUBLISHED.matcher(text.trim());
            if (date.find()) {
                int month = Timing.month(date.group(2)).getValue();
                String yearMonth = "%s-%02d".formatted(date.group(3), month);
                return date.group(1) == null
                        ? yearMonth
                        : "%s-%02d".formatted(yearMonth, Integer.parseInt(date.group(1)));
            }
        }
        return null;
    }
}
