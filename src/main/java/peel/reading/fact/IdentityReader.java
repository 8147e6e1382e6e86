package peel.reading.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peel.question.Pillar;
import peel.reading.fact.Vocabulary.KnownCycle;
import peel.reading.fact.Vocabulary.KnownForce;
import peel.reading.fact.Vocabulary.KnownQuestion;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.layout.Section;
import peel.reading.phrase.Sentences;
import peel.reading.phrase.Timing;
import peel.reading.text.RefusedReportException;

/**
 * Tells which inspection a report is about: from its title if its cover is there, from its
 * questions, from the dates of the fieldwork, from the names in its text. Never from an address or
 * the name of its file.
 */
final class IdentityReader {

    /** "PEEL: Police effectiveness 2015 (Vulnerability) – Bedfordshire Police". */
    private static final Pattern TITLE = Pattern.compile(
            "\\bPEEL:? (?:Police )?(effectiveness|efficiency|legitimacy|leadership)(?: and (?:effectiveness|efficiency|legitimacy))?,? ((?:19|20)\\d\\d(?:[/–-]\\d\\d)?)(?: \\(([A-Za-z ]+)\\))?",
            Pattern.CASE_INSENSITIVE);

    /** "PEEL 2018/19", "PEEL 2021/22: ...", "PEEL 2023–25". */
    private static final Pattern CYCLE_TITLE =
            Pattern.compile("\\bPEEL(?: (?:assessment|inspection))? ((?:19|20)\\d\\d(?:[/–-](?:20)?\\d\\d)?)\\b");

    private static final Pattern INSPECTORATE = Pattern.compile(
            "\\b(?:PEEL|HMIC|HMICFRS|HM Inspectorate of Constabulary|Her Majesty['’]s Inspectorate of Constabulary|His Majesty['’]s Inspectorate of Constabulary)\\b");

    private static final Pattern ANY_FORCE = Pattern.compile(
            "((?:[A-Z][\\w’'-]+ (?:(?:and|&|of) )?){0,3}[A-Z][\\w’'-]+) (?:Police|Constabulary)\\b(?! (?:and|crime|Crime|Commissioner|Federation|Complaints|Standards|Foundation|Act))");

    private static final Pattern PUBLISHED = Pattern.compile(
            "^(?:Published(?: on)?:? )?(?:(\\d{1,2}) )?(January|February|March|April|May|June|July|August|September|October|November|December) ((?:19|20)\\d\\d)\\.?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern INSPECTION_OF =
            Pattern.compile("^An? (?:\\w+ ){0,2}inspection of ", Pattern.CASE_INSENSITIVE);

    private record Candidate(KnownCycle cycle, Pillar pillar, List<KnownQuestion> questions) {}

    private final Document document;
    private final Vocabulary vocabulary;
    private final Wordings wordings;
    private final String file;

    IdentityReader(Document document, Vocabulary vocabulary, Wordings wordings) {
        this.document = document;
        this.vocabulary = vocabulary;
        this.wordings = wordings;
        this.file = document.text().file();
    }

    /** The questions of an inspection that is known, in the order of print. */
    static List<KnownQuestion> questions(Vocabulary vocabulary, String cycle, Pillar pillar) {
        return vocabulary.questions().stream()
                .filter(question -> question.cycle().equals(cycle) && question.pillar() == pillar)
                .toList();
    }

    /**
     * The wordings by which the questions of an inspection are recognised: its own, and those that
     * other cycles give the same questions.
     */
    static List<KnownQuestion> wordings(Vocabulary vocabulary, List<KnownQuestion> questions) {
        List<KnownQuestion> wordings = new ArrayList<>(questions);
        for (KnownQuestion question : questions) {
            vocabulary.questions().stream()
                    .filter(other -> other.pillar() == question.pillar())
                    .filter(other -> other.code().equals(question.code()))
                    .filter(other -> !other.cycle().equals(question.cycle()))
                    .map(other -> new KnownQuestion(
                            question.cycle(), question.pillar(), question.code(), question.kind(), other.wording()))
                    .forEach(wordings::add);
        }
        return wordings;
    }

    /**
     * @throws RefusedReportException if it is no PEEL report, or if force, cycle or pillar can't be told or
     *     aren't known
     */
    Identity read() {
        List<String> cover = cover();
        List<String> headings = headings();
        boolean titled = cover.stream().anyMatch(IdentityReader::isTitle);
        boolean asked = headings.stream()
                .anyMatch(heading -> wordings.find(heading, vocabulary.questions(), Wordings.SAME) != null);
        boolean inspectorate = document.passages().stream()
                .filter(passage -> passage.kind() != PassageKind.LINK)
                .anyMatch(passage -> INSPECTORATE.matcher(passage.text()).find());
        if (!(titled || asked) || !inspectorate) {
            throw new RefusedReportException(file
                    + ": is no PEEL report: neither a PEEL title nor the inspection's questions stand in it;"
                    + " give the text or PDF of a report as HMIC or HMICFRS published it");
        }
        KnownForce force = force(cover);
        Candidate inspection = inspection(cover, headings, force);
        String part = part(cover);
        String title = title(cover, inspection, force, part);
        return new Identity(
                force.slug(), inspection.cycle().code(), inspection.pillar(), part, title, publisher(), published());
    }

    private static boolean isTitle(String text) {
        return text.length() < 200
                && (TITLE.matcher(text).find() || CYCLE_TITLE.matcher(text).find());
    }

    /** What stands before the first chapter, and headings that are a title. */
    private List<String> cover() {
        List<String> cover = new ArrayList<>();
        for (Section section : document.sections()) {
            if (section.heading() != null && isTitle(section.heading())) {
                cover.add(section.heading());
            }
        }
        int firstChapter = document.sections().stream()
                .filter(section -> section.heading() != null)
                .filter(section -> !isTitle(section.heading()))
                .map(Section::ordinal)
                .findFirst()
                .orElse(0);
        StringBuilder joined = new StringBuilder();
        for (Passage passage : document.passages()) {
            if (passage.section() < firstChapter
                    && passage.kind() != PassageKind.LINK
                    && passage.kind() != PassageKind.FOOTNOTE
                    && passage.kind() != PassageKind.CONTENTS) {
                cover.add(passage.text());
                joined.append(passage.text()).append(' ');
            }
        }
        // A cover breaks its title over lines and blanks as it likes.
        Matcher title = TITLE.matcher(joined);
        if (cover.stream().noneMatch(IdentityReader::isTitle) && title.find()) {
            cover.add(joined.substring(title.start(), Math.min(joined.length(), title.end() + 80)));
        }
        return cover;
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>();
        document.sections().stream()
                .map(Section::heading)
                .filter(heading -> heading != null)
                .forEach(headings::add);
        document.passages().stream()
                .filter(passage -> passage.kind() == PassageKind.TITLE)
                .map(Passage::text)
                .forEach(headings::add);
        return headings;
    }

    private KnownForce force(List<String> cover) {
        Map<String, KnownForce> byName = new HashMap<>();
        for (KnownForce force : vocabulary.forces()) {
            ForceNames.of(force).forEach(name -> byName.put(name, force));
        }
        Pattern names = anyOf(byName.keySet());
        for (String text : cover) {
            Matcher matcher = names.matcher(text);
            if ((isTitle(text) || INSPECTION_OF.matcher(text).find()) && matcher.find()) {
                return byName.get(matcher.group());
            }
        }
        // Each force by how often it is named; forces that aren't known count too.
        Map<String, Integer> times = new LinkedHashMap<>();
        for (String text : prose()) {
            Matcher matcher = names.matcher(text);
            StringBuilder unknown = new StringBuilder();
            while (matcher.find()) {
                times.merge(byName.get(matcher.group()).slug(), 1, Integer::sum);
                matcher.appendReplacement(unknown, "_");
            }
            String rest = matcher.appendTail(unknown).toString();
            Matcher other = ANY_FORCE.matcher(rest);
            while (other.find()) {
                if (!other.group(1).matches("(?:The|A|All|Each|Every|HM|National|British Transport).*")) {
                    times.merge("?" + other.group(), 1, Integer::sum);
                }
            }
        }
        List<Map.Entry<String, Integer>> ranked = times.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
        if (ranked.isEmpty()
                || ranked.size() > 1
                        && ranked.get(0).getValue() < 2 * ranked.get(1).getValue()) {
            throw new RefusedReportException(file
                    + ": can't tell which force it is about: "
                    + (ranked.isEmpty()
                            ? "no force is named"
                            : "it names "
                                    + printable(ranked.get(0).getKey())
                                    + " and "
                                    + printable(ranked.get(1).getKey())
                                    + " about as often")
                    + "; give the report on one force, with its cover page if there is one");
        }
        String most = ranked.get(0).getKey();
        if (most.startsWith("?")) {
            throw new RefusedReportException(file
                    + ": is about "
                    + printable(most)
                    + ", which is none of the forces in the database; check the name");
        }
        return vocabulary.forces().stream()
                .filter(force -> force.slug().equals(most))
                .findFirst()
                .orElseThrow();
    }

    private static String printable(String key) {
        return key.startsWith("?") ? key.substring(1) : key;
    }

    private static Pattern anyOf(Set<String> names) {
        TreeSet<String> longestFirst = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        names.forEach(name -> longestFirst.add(Pattern.quote(name)));
        return Pattern.compile("\\b(?:" + String.join("|", longestFirst) + ")\\b");
    }

    private List<String> prose() {
        List<String> prose = new ArrayList<>(headings());
        document.passages().stream()
                .filter(passage -> passage.kind() == PassageKind.PARAGRAPH
                        || passage.kind() == PassageKind.BULLET
                        || passage.kind() == PassageKind.TABLE_ROW)
                .map(Passage::text)
                .forEach(prose::add);
        return prose;
    }

    private Candidate inspection(List<String> cover, List<String> headings, KnownForce force) {
        String titleCycle = null;
        Pillar titlePillar = null;
        for (String text : cover) {
            Matcher title = TITLE.matcher(text);
            Matcher plain = CYCLE_TITLE.matcher(text);
            if (text.length() < 200 && titleCycle == null && title.find()) {
                titlePillar = Pillar.valueOf(title.group(1).toUpperCase(Locale.ROOT));
                titleCycle = title.group(2);
            } else if (text.length() < 200 && titleCycle == null && plain.find()) {
                titleCycle = plain.group(1);
            }
        }
        KnownCycle titled = null;
        if (titleCycle != null) {
            titled = cycle(titleCycle);
            if (titled == null) {
                throw new RefusedReportException(
                        "%s: its title names the cycle %s, which is none of those in the database (%s); load its questions first"
                                .formatted(file, titleCycle, cycles()));
            }
        }
        List<Integer> fieldwork = fieldworkYears();
        Map<String, Integer> references = references(force);
        Candidate best = null;
        double bestScore = 0;
        Candidate second = null;
        double secondScore = 0;
        for (Candidate candidate : candidates()) {
            double fit = fit(candidate, headings);
            boolean byTitle = titled != null && titled.equals(candidate.cycle());
            boolean pillarByTitle = titlePillar != null && titlePillar == candidate.pillar();
            if (titled != null && !byTitle
                    || titlePillar != null && !pillarByTitle
                    || fit == 0 && !(byTitle && pillarByTitle)) {
                continue;
            }
            double score = fit;
            for (int year : fieldwork) {
                if (in(candidate.cycle(), year)) {
                    score += 3.0 / fieldwork.size();
                }
            }
            for (Map.Entry<String, Integer> reference : references.entrySet()) {
                if (candidate.cycle().equals(cycle(reference.getKey()))) {
                    score += 0.5;
                }
            }
            if (score > bestScore) {
                second = best;
                secondScore = bestScore;
                best = candidate;
                bestScore = score;
            } else if (score > secondScore) {
                second = candidate;
                secondScore = score;
            }
        }
        if (best == null) {
            throw new RefusedReportException(
                    "%s: can't tell which inspection it reports: its questions are none of those in the database (%s)"
                            .formatted(file, cycles()));
        }
        if (titled == null && !fieldwork.isEmpty() && fieldwork.stream().noneMatch(year -> cycleOf(year) != null)) {
            throw new RefusedReportException(
                    "%s: its fieldwork was in %s, which is in none of the cycles in the database (%s); load its questions first"
                            .formatted(file, fieldwork.get(0), cycles()));
        }
        if (second != null && bestScore - secondScore < 0.01) {
            throw new RefusedReportException(
                    "%s: can't tell which inspection it reports: %s %s and %s %s fit alike; give it with its cover page"
                            .formatted(
                                    file,
                                    best.pillar(),
                                    best.cycle().code(),
                                    second.pillar(),
                                    second.cycle().code()));
        }
        return best;
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (KnownCycle cycle : vocabulary.cycles()) {
            vocabulary.questions().stream()
                    .filter(question -> question.cycle().equals(cycle.code()))
                    .map(KnownQuestion::pillar)
                    .distinct()
                    .forEach(pillar ->
                            candidates.add(new Candidate(cycle, pillar, questions(vocabulary, cycle.code(), pillar))));
        }
        return candidates;
    }

    /** How many of an inspection's questions the headings ask, each by how alike it is. */
    private double fit(Candidate candidate, List<String> headings) {
        double fit = 0;
        for (KnownQuestion question : candidate.questions()) {
            fit += headings.stream()
                    .mapToDouble(h -> wordings.likeness(h, question.wording()))
                    .filter(likeness -> likeness >= Wordings.SAME)
                    .max()
                    .orElse(0);
        }
        return fit;
    }

    /** The years in which this inspection took place, as text and footnotes say. */
    private List<Integer> fieldworkYears() {
        List<Integer> years = new ArrayList<>();
        for (Passage passage : document.passages()) {
            if (passage.kind() == PassageKind.LINK) {
                continue;
            }
            for (Sentences.Span span : Sentences.in(passage.text())) {
                String sentence = passage.text().substring(span.start(), span.end());
                for (FieldworkReader.Dates dates : FieldworkReader.datesIn(sentence)) {
                    years.add(dates.from().getYear());
                }
            }
        }
        return years;
    }

    /** How often reports of a cycle on this force are named. */
    private Map<String, Integer> references(KnownForce force) {
        Map<String, Integer> references = new HashMap<>();
        for (Passage passage : document.passages()) {
            Matcher title = TITLE.matcher(passage.text());
            while (passage.kind() != PassageKind.LINK && title.find()) {
                boolean own = ForceNames.of(force).stream()
                        .anyMatch(name -> passage.text().contains(name));
                if (own) {
                    references.merge(title.group(2), 1, Integer::sum);
                }
            }
        }
        return references;
    }

    private KnownCycle cycle(String printed) {
        String code = printed.replace('–', '-');
        return vocabulary.cycles().stream()
                .filter(cycle -> cycle.code().equals(code)
                        || cycle.code().equals(code.replace('-', '/'))
                        || cycle.code().equals(code.replace('/', '-')))
                .findFirst()
                .orElse(code.length() == 4 ? cycleOf(Integer.parseInt(code)) : null);
    }

    private KnownCycle cycleOf(int year) {
        return vocabulary.cycles().stream()
                .filter(cycle -> in(cycle, year))
                .findFirst()
                .orElse(null);
    }

    private static boolean in(KnownCycle cycle, int year) {
        return cycle.starts() <= year && year <= cycle.ends();
    }

    private String cycles() {
        return String.join(
                ", ", vocabulary.cycles().stream().map(KnownCycle::code).toList());
    }

    private static String part(List<String> cover) {
        for (String text : cover) {
            Matcher title = TITLE.matcher(text);
            if (text.length() < 200 && title.find() && title.group(3) != null) {
                return title.group(3).trim();
            }
        }
        return null;
    }

    private static String title(List<String> cover, Candidate inspection, KnownForce force, String part) {
        for (String text : cover) {
            if (isTitle(text) && text.length() < 120 && text.contains(force.area())) {
                return text;
            }
        }
        String pillar = inspection.pillar() == null
                ? ""
                : ": Police " + inspection.pillar().name().toLowerCase(Locale.ROOT);
        return "PEEL%s %s%s - %s"
                .formatted(pillar, inspection.cycle().code(), part == null ? "" : " (" + part + ")", force.name());
    }

    private String publisher() {
        boolean renamed = document.passages().stream()
                .filter(passage -> passage.kind() != PassageKind.LINK)
                .anyMatch(passage -> passage.text().contains("HMICFRS"));
        return renamed ? "HMICFRS" : "HMIC";
    }

    /** A date that stands alone before the first chapter. */
    private String published() {
        for (String text : cover()) {
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
