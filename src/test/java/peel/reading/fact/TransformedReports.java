package peel.reading.fact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peel.finding.Wording;
import peel.reading.evidence.BundledVocabulary;
import peel.reading.evidence.ReadFinding;
import peel.reading.evidence.ReadJudgment;
import peel.reading.evidence.ReadObservation;
import peel.reading.evidence.ReadReport;
import peel.reading.text.RefusedReportException;
import peel.reading.text.ReportFile;
import peel.reading.text.ReportLimits;
import peel.report.SampleReport;

/** Reports in many other forms of the same text, and the facts that are read from them. */
final class TransformedReports {

    private static final ReportLimits LIMITS = new ReportLimits(10_000_000, 1_000, 10_000_000, Duration.ofMinutes(1));
    private static final Pattern PARAGRAPH_BREAK = Pattern.compile("\n[ \t]*\n");

    /** What was read from a text: facts, or the reason for which it was refused. */
    record Outcome(Set<String> facts, Set<String> refusal, int remarks, int heldBack, boolean allGrades) {

        boolean isDoubtSaid() {
            return heldBack > 0 || !allGrades;
        }

        boolean refused() {
            return !refusal.isEmpty();
        }
    }

    private TransformedReports() {}

    static final Map<String, UnaryOperator<String>> SAME_TEXT = new LinkedHashMap<>();
    static final Map<String, UnaryOperator<String>> OTHER_TEXT = new LinkedHashMap<>();

    static {
        same("as it is", text -> text);
        same("form feed at the start", text -> "\f" + text);
        same("form feed at the end", text -> text + "\f");
        same("form feed at start and end", text -> "\f\n" + text + "\n\f\n");
        same("form feed before each page", text -> onPages(text, page -> "\f" + page.substring(1)));
        same("form feed on a line of its own", text -> onPages(text, page -> "\f\n" + page.substring(1)));
        same("form feed at the end of each page", text -> onPages(text, page -> page.substring(1) + "\f"));
        same("trimmed lines", text -> text.replaceAll("(?m)^[ \\t]+|[ \\t]+$", ""));
        same(
                "trimmed lines with form feeds",
                text -> onPages(text, page -> "\f" + page.substring(1).replaceAll("(?m)^[ \\t]+|[ \\t]+$", "")));
        same("lines trimmed at the end", text -> text.replaceAll("(?m)[ \\t]+$", ""));
        same("indented lines", text -> text.replaceAll("(?m)^(?=.)", "    "));
        same("quoted by mail", text -> "A colleague wrote:\n\n" + text.replaceAll("(?m)^", "> "));
        same(
                "exported as Markdown",
                text -> text.replaceAll("(?m)^(Summary of findings|Areas for improvement)\\s*$", "## $1")
                        .replaceAll("(?m)^(Introduction|Good|Requires improvement) *$", "**$1**")
                        .replaceAll("(?m)^(.*\\S)\\s+([\\d,.]+)\\s+([\\d,.]+) *$", "| $1 | $2 | $3 |"));
        same("indented by a tab", text -> text.replaceAll("(?m)^(?=.)", "\t"));
        same("indented by one blank", text -> text.replaceAll("(?m)^(?=\\S)", " "));
        same("unwrapped paragraphs", text -> unwrapped(text, false));
        same(
                "unwrapped paragraphs with form feeds",
                text -> onPages(text, page -> "\f" + unwrapped(page.substring(1), false)));
        same("unwrapped with headings", text -> unwrapped(text, true));
        same("blank line after each line", text -> text.replace("\n", "\n\n"));
        same("no blank lines", text -> text.replaceAll("\n([ \t]*\n)+", "\n"));
        same("line ends of Windows", text -> text.replace("\n", "\r\n"));
        same("line ends of old Macs", text -> text.replace("\n", "\r"));
        for (String head : List.of(
                "%s: effectiveness 2015",
                "PEEL: Police effectiveness 2015 – %s", "HMIC", "%s   12", "Effectiveness 2015 %s")) {
            same("running head " + head, text -> headed(text, head, "", true));
            same("running head with number " + head, text -> headed(text, head + "   #", "", true));
            same("running head and blank line " + head, text -> headed(text, head, "\n", true));
            same("running foot " + head, text -> footed(text, head, true));
            same("running foot with number " + head, text -> footed(text, "# " + head, true));
        }
        for (String number :
                List.of("#", "Page #", "Page # of 40", "- # -", "– # –", "# | P a g e", "[#]", "#/40", "roman")) {
            same("number above: " + number, text -> headed(text, number, "", false));
            same("number above and blank line: " + number, text -> headed(text, number, "\n", false));
            same("number below: " + number, text -> footed(text, number, false));
        }
        same("non-breaking blanks", text -> text.replaceAll("(?<=\\S) (?=\\S)", "\u00A0"));
        same("non-breaking blanks before digits", text -> text.replaceAll(" (?=\\d)", "\u00A0"));
        same("thin blanks before digits", text -> text.replaceAll(" (?=\\d)", "\u2009"));
        same(
                "ligatures",
                text -> text.replace("ffi", "\uFB03")
                        .replace("ffl", "\uFB04")
                        .replace("ff", "\uFB00")
                        .replace("fi", "\uFB01")
                        .replace("fl", "\uFB02"));
        same("soft hyphens", text -> text.replaceAll("(?<=\\p{L}{3})(?=\\p{L}{4})", "\u00AD"));
        same("soft hyphens at line ends", text -> hyphenated(text, "\u00AD\n"));
        same("hyphens at line ends", text -> hyphenated(text, "-\n"));
        same(
                "days with points",
                text -> text.replace("30 June 2015", "30.06.2015").replace("31 March 2015", "31.3.2015"));
        same("days in the order of ISO 8601", text -> text.replace("30 June 2015", "2015-06-30"));
        same("days with the month first", text -> text.replace("30 June 2015", "June 30, 2015"));
        same(
                "short months",
                text -> text.replace("30 June 2015", "30 Jun 2015").replace("31 March 2015", "31 Mar 2015"));
        same(
                "a note in two parts",
                text -> text.replaceAll("(burglary\\s+in\\s+a\\s+dwelling)\\s+(is the rate)", "$1\n\n$2"));
        same(
                "a note on two pages",
                text -> text.replaceAll("(burglary\\s+in\\s+a\\s+dwelling)\\s+(is the rate)", "$1\n\f\n$2"));
        same("raised points", text -> text.replaceAll("(?<=\\d)\\.(?=\\d)", "\u00B7"));
        same("non-breaking hyphens", text -> text.replaceAll("(?<=\\p{L})-(?=\\p{L})", "\u2011"));
        same(
                "straight quotes",
                text -> text.replace('’', '\'')
                        .replace('‘', '\'')
                        .replace('“', '"')
                        .replace('”', '"'));
        same("bullets as asterisks", text -> text.replace("•", "*"));
        same("bullets as hyphens", text -> text.replace("•", "-"));
        same(
                "capital headings",
                text -> text.replaceAll("(?m)^(\\s*)Summary of findings", "$1SUMMARY OF FINDINGS")
                        .replaceAll("(?m)^(\\s*)Areas for improvement", "$1AREAS FOR IMPROVEMENT"));
        same("columns by tabs", text -> text.replaceAll("(?m)(?<=\\S) (?=[\\d,.]+(?: [\\d,.]+)*\\s*$)", "\t"));
        same(
                "lone lines of footer address",
                text -> footed(text, "www.justiceinspectorates.gov.uk/hmic   #/40", false));
        same("browser footer", text -> footed(text, "https://example.org/report/x   #/40", false));

        other("title of another year", text -> "PEEL: Police effectiveness 2016\n\nAn inspection of %s\n\n" + text);
        other("title of another pillar", text -> "PEEL: Police legitimacy 2015\n\nAn inspection of %s\n\n" + text);
        other(
                "title of 2018/19",
                text -> "PEEL: Police effectiveness, efficiency and legitimacy 2018/19\n\n%s\n\n" + text);
        other(
                "title of 2021/22",
                text -> "PEEL 2021/22\n\nPolice effectiveness, efficiency and legitimacy\n\nAn inspection of %s\n\n"
                        + text);
        other(
                "title of another force",
                text -> "PEEL: Police effectiveness 2015\n\nAn inspection of Surrey Police\n\n" + text);
        other("only the date of another year", text -> "March 2019\n\n" + text);
        other("two reports", text -> text + "\n" + text.replace("Kent", "Surrey"));
        other("twice the same report", text -> text + "\n" + text);
        other("a second report of another year", text -> text + "\n" + text.replace("2015", "2016"));
        same(
                "columns swapped",
                text -> text.replaceAll(
                                "(?s)(Rates per 1,000\\s+population) ([^\n]+?)\\s+England and Wales",
                                "$1 England and Wales $2")
                        .replaceAll("(?m)^([A-Z][A-Za-z ()*-]+) (\\d+\\.\\d) (\\d+\\.\\d)\\s*$", "$1 $3 $2"));
        same(
                "columns headed by the force",
                text -> text.replaceAll(
                        "(?s)(Rates per 1,000\\s+population) ([^\n]+?)\\s+England and Wales",
                        "$1 The force England and Wales"));
        other(
                "columns of other forces",
                text -> text.replaceAll(
                        "(?s)(Rates per 1,000\\s+population) ([^\n]+?)\\s+England and Wales",
                        "$1 $2 Most similar forces"));
        other(
                "columns swapped in the heading only",
                text -> text.replaceAll(
                        "(Outcome type/group) (\\S+)([^\n]*)\n(Number of outcomes Rate) England and Wales",
                        "$1 England and Wales$3\n$4 $2"));
        other("table without heading", text -> text.replaceAll("(?m)^ ?Rates per 1,000\\s.*$", ""));
        for (int i = 0; i < 4; i++) {
            int question = i;
            other("without the heading of chapter " + (i + 1), text -> withoutHeading(text, question, ""));
            other(
                    "heading misspelt of chapter " + (i + 1),
                    text -> withoutHeading(text, question, "Hovv effectiv iz it?"));
        }
        other(
                "without grades",
                text -> text.replaceAll("(?m)^(Good|Requires improvement|Inadequate|Outstanding) *$", ""));
        other("another grade in a chapter", text -> {
            int at = text.lastIndexOf("Summary of findings");
            return text.substring(0, at) + "Summary of findings\n\nOutstanding\n\n" + text.substring(at + 19);
        });
    }

    private static void same(String name, UnaryOperator<String> change) {
        SAME_TEXT.put(name, change);
    }

    private static void other(String name, UnaryOperator<String> change) {
        OTHER_TEXT.put(name, change);
    }

    /** A report with facts of every kind. */
    static String sample() {
        return SampleReport.of("Kent Police", "Kent")
                .overall("Outstanding")
                .grade(2, "Requires improvement")
                .grade(3, "Inadequate")
                .improvement(
                        1,
                        "The force should do better at low-level matters, and should do it in a way that officers"
                                + " of all ranks in each district will understand. It should then say so.")
                .improvement(1, "The force should ask twice.")
                .improvement(4, "The force should look at what it has learned of organised crime.")
                .improvement(4, "The force should make a plan for it.")
                .concern(
                        3,
                        "The force does not know who is at risk in its area.",
                        "By March 2016, the force should find" + " out who is at risk.",
                        "Then act on what it has found.")
                .finding(
                        1,
                        "Kent Police is good at preventing crime and anti-social behaviour. This is an improvement on"
                                + " 2014, when the force was judged to be inadequate.")
                .passage(
                        1,
                        "In the 12 months to 30 June 2015, the force recorded 21,618 incidents of anti-social"
                                + " behaviour. This is an increase of 5 percent on the previous 12 months.")
                .passage(
                        2,
                        "In the 12 months to 31 March 2015, 82.4 percent of victims were satisfied with their whole"
                                + " experience. The national rate was 83.8 percent.")
                .passage(
                        4,
                        "As at 30 June 2015, Kent Police was monitoring 21 organised crime groups. That is 42 OCGs"
                                + " per one million of the population, which is low beside other forces.")
                .text();
    }

    /** A report of 2018/19 on three pillars. */
    static String integrated() {
        try {
            // The first line of a page begins with a blank.
            return Files.readString(Path.of("src/test/resources/reports/peel-2018-19-kent.txt"))
                    .replace('\f', ' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Outcome read(Path folder, String text) {
        Path file = folder.resolve("report.txt");
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(file);
    }

    static Outcome read(Path file) {
        try {
            ReadReport reading = new ReportReader(BundledVocabulary.get()).read(ReportFile.read(file, LIMITS));
            if (!reading.plausibility().doubts().isEmpty()) {
                return new Outcome(Set.of(), Set.copyOf(reading.plausibility().doubts()), 0, 0, false);
            }
            return new Outcome(
                    facts(reading),
                    Set.of(),
                    reading.remarks().size(),
                    heldBack(reading),
                    reading.plausibility().gradesFound()
                            == reading.plausibility().gradesExpected());
        } catch (RefusedReportException e) {
            return new Outcome(Set.of(), Set.of(String.valueOf(e.getMessage())), 0, 0, false);
        }
    }

    static String changed(String text, UnaryOperator<String> change) {
        return change.apply(text).replace("%s", text.contains("Bedfordshire") ? "Bedfordshire Police" : "Kent Police");
    }

    private static int heldBack(ReadReport reading) {
        return (int) reading.remarks().stream()
                .filter(remark -> remark.text().startsWith("held back: "))
                .count();
    }

    static Set<String> facts(ReadReport reading) {
        Set<String> facts = new TreeSet<>();
        facts.add("I %s %s %s %s"
                .formatted(
                        reading.identity().force(),
                        reading.identity().cycle(),
                        reading.identity().pillars(),
                        reading.identity().part()));
        for (ReadJudgment judgment : reading.judgments()) {
            String question = judgment.pillar() + " " + judgment.question();
            facts.add("J %s %s %s %s"
                    .formatted(question, judgment.state(), judgment.grade(), judgment.carriedOverFrom()));
            if (judgment.direction() != null) {
                facts.add("C %s %s".formatted(question, judgment.direction()));
            }
            if (judgment.statedYear() != null) {
                facts.add("C %s %s".formatted(question, judgment.statedYear()));
            }
            if (judgment.statedGrade() != null) {
                facts.add("C %s %s".formatted(question, judgment.statedGrade()));
            }
        }
        for (ReadFinding finding : reading.findings()) {
            facts.add("F %s %s %s %s"
                    .formatted(
                            finding.pillar(),
                            finding.question(),
                            finding.kind(),
                            finding.wording() == Wording.PRINTED
                                    ? finding.text().replaceAll("[^A-Za-z0-9]", "")
                                    : ""));
        }
        reading.fieldwork()
                .forEach(part -> part.questions()
                        .forEach(question ->
                                facts.add("W %s %s %s %s".formatted(part.pillar(), question, part.from(), part.to()))));
        for (ReadObservation o : reading.observations()) {
            if (o.value() != null) {
                facts.add("O %s %s %s %s %s %s %s %s %s = %s"
                        .formatted(
                                o.metric(),
                                o.area(),
                                o.from(),
                                o.to(),
                                o.asAt(),
                                o.baselineFrom(),
                                o.baselineTo(),
                                o.dimension(),
                                o.dimensionGroup(),
                                o.value().toPlainString()));
            }
        }
        return facts;
    }

    private static String onPages(String text, UnaryOperator<String> change) {
        StringBuilder changed = new StringBuilder();
        for (String page : pages(text)) {
            changed.append(change.apply(page));
        }
        return changed.toString();
    }

    /** The pages, whose first lines begin with one blank. */
    static List<String> pages(String text) {
        List<String> pages = new ArrayList<>();
        StringBuilder page = new StringBuilder();
        for (String line : text.split("(?<=\n)")) {
            if (line.matches("(?s) \\S.*") && page.length() > 0) {
                pages.add(page.toString());
                page.setLength(0);
            }
            page.append(line);
        }
        pages.add(page.toString());
        return pages;
    }

    private static String headed(String text, String head, String gap, boolean named) {
        int[] number = {3};
        return onPages(text, page -> "\f" + numbered(head, number[0]++, text, named) + "\n" + gap + page.substring(1));
    }

    private static String footed(String text, String foot, boolean named) {
        int[] number = {3};
        return onPages(text, page -> "\f" + page.substring(1) + "\n" + numbered(foot, number[0]++, text, named) + "\n");
    }

    private static String numbered(String head, int number, String text, boolean named) {
        String force = text.contains("Bedfordshire Police") ? "Bedfordshire Police" : "Kent Police";
        String with = named && head.contains("%s") ? head.formatted(force) : head;
        return with.equals("roman") ? roman(number) : with.replace("#", Integer.toString(number));
    }

    private static String roman(int number) {
        return "x".repeat(number / 10)
                + List.of("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
                        .get(number % 10);
    }

    private static String unwrapped(String text, boolean withHeadings) {
        StringBuilder all = new StringBuilder();
        String before = "";
        for (String line : text.split("\n", -1)) {
            boolean joins = !before.isBlank()
                    && !line.isBlank()
                    && !line.strip().startsWith("•")
                    && !line.matches(" \\S.*")
                    && (withHeadings
                            || before.strip().length() > 45
                                    && line.strip().matches(".*\\p{L}{2}.*")
                                    && !before.strip().endsWith("?")
                                    && !before.matches(".*\\d\\s*")
                                    && !line.matches(".*\\d\\s*"));
            if (joins) {
                all.append(all.toString().endsWith(" ") ? "" : " ").append(line.strip());
            } else {
                all.append(all.length() == 0 ? "" : "\n").append(line);
            }
            before = line;
        }
        return all.toString();
    }

    /** Breaks words at the ends of lines. */
    private static String hyphenated(String text, String hyphen) {
        return text.replaceAll("(?m)(?<=\\p{L}{3} )(\\p{Ll}{3})(\\p{Ll}{4,}) *\n(?=\\p{Ll})", "$1" + hyphen + "$2 ");
    }

    /** Removes the last place where a question of 2015 stands as a heading. */
    private static String withoutHeading(String text, int question, String instead) {
        StringBuilder pattern = new StringBuilder("(?m)^[ \\t]*");
        String[] words = SampleReport.QUESTIONS.get(question).split("[ -]");
        for (int i = 0; i < words.length; i++) {
            pattern.append(i == 0 ? "" : "[\\s-]+").append(Pattern.quote(words[i]));
        }
        Matcher matcher = Pattern.compile(pattern.toString()).matcher(text);
        int start = -1;
        int end = -1;
        while (matcher.find()) {
            start = matcher.start();
            end = matcher.end();
        }
        if (start < 0) {
            throw new IllegalStateException("no heading " + question);
        }
        return text.substring(0, start) + instead + text.substring(end);
    }

    /** Prints a table: per kind the facts that are right, wrong and lost. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("transformed");
        List<String> texts = new ArrayList<>(List.of(sample()));
        for (String arg : args) {
            texts.add(Files.readString(Path.of(arg)));
        }
        Map<String, UnaryOperator<String>> all = new LinkedHashMap<>(SAME_TEXT);
        all.putAll(OTHER_TEXT);
        for (String text : texts) {
            Set<String> expected = read(folder, text).facts();
            System.out.println("facts: " + expected.size());
            int[] total = new int[4];
            all.forEach((name, change) -> {
                if (!name.matches(System.getProperty("only", ".*"))) {
                    return;
                }
                String changed = changed(text, change);
                Outcome outcome = read(folder, changed);
                Set<String> wrong = new TreeSet<>(outcome.facts());
                wrong.removeAll(expected);
                Set<String> lost = new TreeSet<>(expected);
                lost.removeAll(outcome.facts());
                System.out.printf(
                        "%-60s right %3d wrong %3d lost %3d remarks %3d held %d %s%n",
                        name,
                        expected.size() - lost.size(),
                        wrong.size(),
                        lost.size(),
                        outcome.remarks(),
                        outcome.heldBack(),
                        outcome.refused() ? "refused: " + outcome.refusal() : "");
                if (System.getProperty("show") != null) {
                    wrong.forEach(fact -> System.out.println("   wrong " + fact));
                    lost.stream()
                            .limit(outcome.refused() ? 0 : 8)
                            .forEach(fact -> System.out.println("   lost  " + fact));
                }
                total[0] += expected.size() - lost.size();
                total[1] += wrong.size();
                total[2] += outcome.refused() ? 0 : lost.size();
                total[3] += outcome.refused() ? 1 : 0;
            });
            System.out.printf(
                    "TOTAL right %d wrong %d lost %d, refused files %d%n", total[0], total[1], total[2], total[3]);
        }
    }
}
