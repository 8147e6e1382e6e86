package peel.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * Composes reports in the form of the PEEL effectiveness reports of 2015, in sentences of our own,
 * and renders them as text and as PDF. In any text, <code>word[^a footnote]</code> puts a footnote
 * on the page and its mark behind the word.
 */
public final class SampleReport {

    /** The titles of the four chapters. */
    public static final List<String> QUESTIONS = List.of(
            "How effective is the force at preventing crime and anti-social behaviour, and" + " keeping people safe?",
            "How effective is the force at investigating crime and managing offenders?",
            "How effective is the force at protecting from harm those who are vulnerable," + " and supporting victims?",
            "How effective is the force at tackling serious and organised crime, including"
                    + " its arrangements for fulfilling its national policing"
                    + " responsibilities?");

    /** The overall question. */
    public static final String OVERALL = "How effective is the force at keeping people safe and reducing crime?";

    /** How page breaks show in a text. */
    public enum Breaks {
        /** The next page's first line begins with one blank. */
        BLANK,
        /** A form feed stands before the next page's first line. */
        FORM_FEED
    }

    private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^([^\\]]*)\\]");
    private static final char MARK = '\u0001'; // around a footnote mark, until it is rendered
    private static final String RULE = " ".repeat(44);
    private static final int WIDTH = 84;
    private static final int FOOTNOTE_WIDTH = 100;
    private static final int COLUMN = 40;
    private static final int PAGE_LINES = 44;

    private final String force;
    private final String area;
    private int year = 2015;
    private boolean cover;
    private boolean numberedPages;
    private String overall = "Good";
    private final Map<Integer, String> summaryGrades = new TreeMap<>();
    private final Map<Integer, String> chapterGrades = new TreeMap<>();
    private final Map<Integer, List<String>> findings = new TreeMap<>();
    private final Map<Integer, List<String>> passages = new TreeMap<>();
    private final Map<Integer, List<String>> improvements = new TreeMap<>();
    private final Map<Integer, Map<String, List<String>>> concerns = new TreeMap<>();
    private final List<List<String>> crimeRows = new ArrayList<>();
    private final List<List<String>> outcomeRows = new ArrayList<>();

    private final List<Page> pages = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();
    private int footnotes;

    /** A page while it is filled. */
    private static final class Page {
        final List<String> body = new ArrayList<>();
        final List<String> footnotes = new ArrayList<>();
        final List<String> behind = new ArrayList<>();
    }

    private SampleReport(String force, String area) {
        this.force = force;
        this.area = area;
        for (int question = 1; question <= 4; question++) {
            grade(question, "Good");
        }
        crimeRow("Recorded crime (excluding fraud)", "58.1", "63.0");
        crimeRow("Victim-based crime", "51.4", "56.0");
        crimeRow("Sexual offences", "1.7", "1.6");
        crimeRow("Assault with injury", "6.9", "6.3");
        crimeRow("Burglary in a dwelling*", "7.7", "8.4");
        crimeRow("Anti-social behaviour incidents*", "29.8", "32.9");
        outcomeRow("Charged/Summonsed", "8,310", "17.2", "577,678", "16.0");
        outcomeRow("Taken into consideration", "402", "0.8", "21,318", "0.6");
        outcomeRow("Out-of-court (formal)", "2,130", "4.4", "165,384", "4.6");
        outcomeRow("     Caution - youths", "310", "0.6", "19,703", "0.5");
        outcomeRow("     Caution - adults", "1,500", "3.1", "115,000", "3.2");
        outcomeRow("     Penalty Notices for Disorder", "320", "0.7", "30,681", "0.8");
        outcomeRow("Out-of-court (informal)", "2,020", "4.2", "159,915", "4.4");
        outcomeRow("     Cannabis/Khat warning", "520", "1.1", "41,964", "1.2");
        outcomeRow("     Community resolution", "1,500", "3.1", "117,951", "3.3");
    }

    /**
     * @param force the force's name: "Cumbria Constabulary"
     * @param area its area's name: "Cumbria"
     */
    public static SampleReport of(String force, String area) {
        return new SampleReport(force, area);
    }

    /** The inspection's year; else 2015. */
    public SampleReport year(int inspected) {
        year = inspected;
        return this;
    }

    /** With a cover page, a page of publication details and one of contents. */
    public SampleReport withCover() {
        cover = true;
        return this;
    }

    /** With a printed number at the end of each page. */
    public SampleReport withPageNumbers() {
        numberedPages = true;
        return this;
    }

    /** The overall judgment; else "Good". */
    public SampleReport overall(String grade) {
        overall = grade;
        return this;
    }

    /** A question's grade, in the summary and in its chapter; else "Good". */
    public SampleReport grade(int question, String grade) {
        summaryGrades.put(question, grade);
        chapterGrades.put(question, grade);
        return this;
    }

    /** A question's grade in its chapter, where the summary says otherwise. */
    public SampleReport chapterGrade(int question, String grade) {
        chapterGrades.put(question, grade);
        return this;
    }

    /** A paragraph for a question's summary of findings; the summary's column has it too. */
    public SampleReport finding(int question, String text) {
        findings.computeIfAbsent(question, key -> new ArrayList<>()).add(text);
        return this;
    }

    /** A paragraph for the body of a question's chapter. */
    public SampleReport passage(int question, String text) {
        passages.computeIfAbsent(question, key -> new ArrayList<>()).add(text);
        return this;
    }

    /** An area for improvement. */
    public SampleReport improvement(int question, String text) {
        improvements.computeIfAbsent(question, key -> new ArrayList<>()).add(text);
        return this;
    }

    /** A cause of concern with its recommendations. */
    public SampleReport concern(int question, String text, String... recommendations) {
        concerns.computeIfAbsent(question, key -> new LinkedHashMap<>()).put(text, List.of(recommendations));
        return this;
    }

    /** Without the rows of Figure 2's table; {@link #crimeRow} sets others. */
    public SampleReport withoutCrimeRows() {
        crimeRows.clear();
        return this;
    }

    /** A row of Figure 2's table; a missing cell is left out, or given as printed: "n/a". */
    public SampleReport crimeRow(String label, String... cells) {
        crimeRows.add(row(label, cells));
        return this;
    }

    /** Without the rows of Figure 4's table; {@link #outcomeRow} sets others. */
    public SampleReport withoutOutcomeRows() {
        outcomeRows.clear();
        return this;
    }

    /** A row of Figure 4's table, indented by five blanks if it is a part of another. */
    public SampleReport outcomeRow(String label, String... cells) {
        outcomeRows.add(row(label, cells));
        return this;
    }

    private static List<String> row(String label, String... cells) {
        List<String> row = new ArrayList<>(List.of(cells));
        row.add(0, label);
        return row;
    }

    /** The report as text in the form of the one we know. */
    public String text() {
        return text(Breaks.BLANK);
    }

    /** The report as text; lines end with a line feed. */
    public String text(Breaks breaks) {
        compose();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            List<String> lines = lines(i, true);
            for (int j = 0; j < lines.size(); j++) {
                String line = lines.get(j).replace(String.valueOf(MARK), "");
                if (j == 0 && breaks == Breaks.BLANK) {
                    text.append(' ');
                } else if (j == 0 && i > 0) {
                    text.append('\f');
                }
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }

    /**
     * The report as a PDF with footnotes in small print and raised marks.
     *
     * @param font the font
     * @param size of the running text, in points
     * @param paper the size of a page
     */
    public byte[] pdf(Standard14Fonts.FontName font, float size, PDRectangle paper) throws IOException {
        compose();
        try (PDDocument document = new PDDocument()) {
            PDFont type = new PDType1Font(font);
            for (int i = 0; i < pages.size(); i++) {
                drawPage(document, type, size, paper, lines(i, false), i);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /**
     * Any text as a PDF in one font, line by line, which goes on to the next page where one is
     * full.
     *
     * @param text the text
     * @param font the font
     * @param size in points
     * @param paper the size of a page
     */
    public static byte[] plainPdf(String text, Standard14Fonts.FontName font, float size, PDRectangle paper)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDFont type = new PDType1Font(font);
            int left = 0;
            PDPageContentStream out = null;
            for (String line : text.split("\n")) {
                if (left == 0) {
                    if (out != null) {
                        out.close();
                    }
                    PDPage page = new PDPage(paper);
                    document.addPage(page);
                    out = new PDPageContentStream(document, page);
                    left = (int) ((paper.getHeight() - 80) / (size * 1.2f));
                }
                if (!line.isEmpty()) {
                    out.beginText();
                    out.setFont(type, size);
                    out.newLineAtOffset(40, 40 + left * size * 1.2f);
                    out.showText(line);
                    out.endText();
                }
                left--;
            }
            if (out != null) {
                out.close();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void drawPage(
            PDDocument document, PDFont font, float size, PDRectangle paper, List<String> lines, int index)
            throws IOException {
        PDPage page = new PDPage(paper);
        document.addPage(page);
        List<String> small = pages.get(index).footnotes;
        float available = paper.getHeight() - 100;
        float leading = Math.min(size * 1.2f, available / (lines.size() + 1));
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            float y = paper.getHeight() - 50;
            for (String line : lines) {
                float at = small.contains(line) ? size * 0.8f : size;
                drawLine(out, font, at, 40, y, line);
                y -= leading;
            }
        }
    }

    private static void drawLine(PDPageContentStream out, PDFont font, float size, float x, float y, String line)
            throws IOException {
        if (line.isBlank()) {
            return;
        }
        float at = x;
        boolean raised = false;
        for (String part : line.split(String.valueOf(MARK), -1)) {
            float partSize = raised ? size * 0.65f : size;
            if (!part.isEmpty()) {
                out.beginText();
                out.setFont(font, partSize);
                out.newLineAtOffset(at, raised ? y + size * 0.33f : y);
                out.showText(part);
                out.endText();
                at += font.getStringWidth(part) / 1000 * partSize;
            }
            raised = !raised;
        }
    }

    private List<String> lines(int index, boolean rule) {
        Page page = pages.get(index);
        List<String> lines = new ArrayList<>(page.body);
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        if (!page.footnotes.isEmpty()) {
            lines.add("");
            lines.add(rule ? RULE : "");
            lines.addAll(page.footnotes);
        }
        if (!page.behind.isEmpty()) {
            lines.add("");
            lines.addAll(page.behind);
        }
        if (numberedPages) {
            lines.add("");
            lines.add((index + 1) + " ");
        }
        return lines;
    }

    // The report's composition.

    private void compose() {
        pages.clear();
        contents.clear();
        footnotes = 0;
        if (cover) {
            cover();
        }
        overview();
        newPage();
        line("Force in numbers");
        introduction();
        for (int question = 1; question <= 4; question++) {
            if (chapterGrades.get(question) != null) {
                chapter(question);
            }
        }
        annex();
    }

    private void cover() {
        newPage();
        line("PEEL: Police effectiveness " + year);
        blank();
        line("An inspection of " + force);
        blank();
        line("February " + (year + 1));
        blank();
        line("© HMIC " + (year + 1));
        blank();
        line("ISBN: 978-1-00000-000-0");
        line("www.justiceinspectorates.gov.uk/hmic");
        newPage();
        line("Contents");
        blank();
        List<String> entries = new ArrayList<>(List.of("Overview – " + OVERALL));
        entries.add("Force in numbers");
        entries.add("Introduction");
        entries.addAll(QUESTIONS);
        entries.add("Annex A – HMIC judgments");
        int number = 4;
        for (String entry : entries) {
            List<String> wrapped = wrap(entry, 70);
            for (int i = 0; i + 1 < wrapped.size(); i++) {
                line(wrapped.get(i));
            }
            String last = wrapped.get(wrapped.size() - 1);
            line(last + " " + ".".repeat(Math.max(4, 78 - last.length())) + " " + number);
            number += 4;
        }
    }

    private void overview() {
        newPage();
        heading("Overview – " + OVERALL, 50);
        blank();
        line("Overall judgment" + mark("Outstanding, Good, Requires improvement or Inadequate"));
        blank();
        line(" ");
        line(overall + " ");
        blank();
        line(" ");
        paragraph(force
                + " was inspected to see whether it keeps people in "
                + area
                + " safe. This page says in short what inspectors saw in December "
                + year
                + ".[^A longer account of one question was published apart.] It is the"
                + " first year in which this grade is given.");
        line("Summary");
        paragraph("The officers of this force know their streets well, and most plans that were read"
                + " had been followed. Some low-level matters were left lying, which the"
                + " force knows and has begun to put right across all of its districts.");
        blank();
        for (int first = 1; first <= 3; first += 2) {
            columns(first, first + 1);
        }
    }

    /** Two questions of the summary, side by side on paper, one after the other in the text. */
    private void columns(int left, int right) {
        if (first(left) == null && first(right) == null) {
            return;
        }
        newPage();
        List<Integer> both = new ArrayList<>();
        for (int question : new int[] {left, right}) {
            if (summaryGrades.get(question) != null) {
                both.add(question);
            }
        }
        for (int question : both) {
            heading(QUESTIONS.get(question - 1), 30);
            blank();
        }
        for (int question : both) {
            line(" ");
            line(summaryGrades.get(question) + " ");
            blank();
        }
        List<List<String>> rests = new ArrayList<>();
        for (int question : both) {
            List<String> column = new ArrayList<>();
            for (String text : findingsOf(question)) {
                column.addAll(wrap(plain(text), COLUMN));
                column.add("");
            }
            int cut = Math.min(12, column.size());
            while (cut < column.size() && column.get(cut - 1).isEmpty()) {
                cut--;
            }
            column.subList(0, cut).forEach(this::line);
            if (!column.get(cut - 1).isEmpty()) {
                blank();
            }
            rests.add(column.subList(cut, column.size()));
        }
        if (rests.stream().anyMatch(rest -> !rest.isEmpty())) {
            newPage();
            for (List<String> rest : rests) {
                rest.forEach(this::line);
            }
        }
    }

    private String first(int question) {
        return summaryGrades.get(question);
    }

    private List<String> findingsOf(int question) {
        return findings.getOrDefault(
                question,
                List.of(
                        force
                                + " was looked at on this question for some days in autumn. What"
                                + " inspectors saw agreed with what the force had told them before,"
                                + " and with the case files that were drawn at random.",
                        "People who were asked about it said that they were content. The way in"
                                + " which officers write down what they do is even and clear, and"
                                + " it is looked over by a second pair of eyes in each district."));
    }

    private void introduction() {
        newPage();
        line("Introduction");
        blank();
        paragraph("Everybody in " + area + " may expect of the local police to:");
        bullets(List.of(
                "keep the peace and, when it is broken, to find out who broke it and why it" + " came about;",
                "listen to those who were harmed."));
        paragraph("HMIC looks each year at how effective, efficient and legitimate forces are (PEEL)."
                + " Our effectiveness inspection asked: “"
                + OVERALL
                + "” Four questions were put to find an answer.[^HMIC inspected forces on"
                + " questions 1, 2 and 4 between September and November "
                + year
                + ". Question 3 was inspected between June and August "
                + year
                + ".]");
        for (int question = 1; question <= 4; question++) {
            wrap(question + ". " + QUESTIONS.get(question - 1), WIDTH).forEach(this::line);
            blank();
        }
        paragraph("What follows are the findings on " + force + ".");
        behind("http://www.justiceinspectorates.gov.uk/hmic/");
    }

    private void chapter(int question) {
        newPage();
        heading(QUESTIONS.get(question - 1), 50);
        blank();
        paragraph("Why this is asked is plain: whoever lives, works or stays in "
                + area
                + " is touched by it, and it can't be answered by the police alone.");
        switch (question) {
            case 1 -> prevention();
            case 2 -> investigation();
            case 4 -> organisedCrime();
            default -> {}
        }
        for (String text : passages.getOrDefault(question, List.of())) {
            paragraph(text);
        }
        summaryOfFindings(question);
    }

    private void prevention() {
        heading("How much crime and anti-social behaviour is there in " + area + "?", 55);
        paragraph("Crimes are counted for each 1,000 people who live here. Figures of "
                + (year - 1)
                + "/"
                + year % 100
                + " were not yet final.");
        figure(
                "Figure 1: Police recorded crime rates (per 1,000 population) for the five year"
                        + " period to 30 June "
                        + year,
                "Source: Home Office data");
        figure(
                "Figure 2: Police recorded crime rates (per 1,000 population) for the 12 months to"
                        + " 30 June "
                        + year,
                "Source: Home Office data, HMIC data return");
        wrap(
                        "*Anti-social behaviour data is from the force’s data return and the rate"
                                + " for burglary in a dwelling is the rate per 1,000 households, not"
                                + " population.",
                        WIDTH)
                .forEach(this::line);
        if (!crimeRows.isEmpty()) {
            newPage();
            line("Rates per 1,000 population " + force + " England and Wales");
            for (List<String> row : crimeRows) {
                blank();
                line(String.join(" ", row));
            }
        }
        newPage();
        paragraph("These kinds of crime stand for many others and were chosen for that.");
        figure(
                "Figure 3: Percentage change in the volume of anti-social behaviour incidents, by"
                        + " force, comparing the 12 months to 30 June "
                        + year
                        + " with the 12 months to 30 June "
                        + (year - 1),
                "Source: HMIC data collection");
        blank();
        heading(
                "How well does the force work to prevent crime and anti-social behaviour, and keep" + " people safe?",
                55);
        blank();
        heading("How well is the force prioritising the prevention of crime and anti-social" + " behaviour?", 78);
        paragraph("There is a plan, and it is followed. It speaks of hubs where partners meet"
                + " (MASHs).[^In a hub, several bodies share what they know about those at"
                + " risk.] Each district names one officer who answers for it, and the"
                + " plan’s aims are read out when a shift begins. On the whole this was"
                + " found to be so in each of the places that inspectors came to see,"
                + " without having said so before, by day and by night.");
        heading("How well are resources allocated to prevent crime?", 78);
        paragraph("There are enough officers, and low-level matters are theirs as well.");
    }

    private void investigation() {
        heading("How well does the force bring offenders to justice?", 55);
        paragraph("How a case ends is put down in one of several ways, since April 2014.");
        newPage();
        figure(
                "Figure 4: Outcomes recorded in the year to 30 June "
                        + year
                        + " for all recorded crime (excluding fraud)"
                        + mark("Outcomes of the year, for each offence of the year.")
                        + " "
                        + mark("The ways are told in full elsewhere, London, July 2015.")
                        + " "
                        + mark("Offences to which somebody owns up in court besides."),
                "Source: Home Office crime outcomes data");
        paragraph("It depends on the place how often 'cannabis/khat[^A plant whose leaves are"
                + " chewed.] warning' is written down.");
        if (!outcomeRows.isEmpty()) {
            behind("Outcome type/group " + area + " ".repeat(120));
            behind("Number of outcomes Rate England and Wales");
            behind("");
            behind("Number of outcomes Rate");
            for (List<String> row : outcomeRows) {
                behind("");
                behind(outcome(row));
            }
        }
        newPage();
        heading("How well does the force investigate crime and keep victims safe and informed?", 55);
        heading("How well does the force initially investigate and allocate cases?", 78);
        paragraph("Who calls is asked five things, and the answer sets who goes. The courts were told"
                + " of it in April "
                + year
                + ",[^They had asked for it.] and have not come back on it.");
        heading("How satisfied are victims of crime with the service provided by the force?", 78);
        paragraph("Most of those who were asked in " + area + " were content with what was done.");
        figure(
                "Figure 5: Percentage of victims satisfied with the overall service provided by the"
                        + " police, for the four year period to 31 March "
                        + year,
                "Source: Home Office data provided by forces");
    }

    private static String outcome(List<String> row) {
        StringBuilder line = new StringBuilder(row.get(0));
        for (int i = 1; i < row.size(); i++) {
            line.append(i % 2 == 1 ? " " : " ".repeat(30)).append(row.get(i));
        }
        return line.toString();
    }

    private void organisedCrime() {
        newPage();
        figure(
                "Figure 6: Organised crime groups per one million population, by force, as at 30"
                        + " June "
                        + year
                        + mark("One force is left out, for its size.")
                        + " "
                        + mark("Two forces count together."),
                "Source: HMIC data collection");
        paragraph("Groups are told apart by what they do most,[^One force can’t.] and counted so.");
        newPage();
        figure(
                "Figure 7: Force organised crime groups by the predominant crime type, as at 30"
                        + " June "
                        + year
                        + mark("Shares may not add up to 100 percent."),
                "Source: HMIC data collection");
        blank();
        heading("How effectively does the force respond to serious and organised crime?", 55);
        paragraph("It does what it can, with those around it, and does it at once.");
    }

    private void summaryOfFindings(int question) {
        newPage();
        line("Summary of findings");
        blank();
        line(" ");
        line(chapterGrades.get(question) + " ");
        blank();
        line(" ");
        findingsOf(question).forEach(this::paragraph);
        concerns.getOrDefault(question, Map.of()).forEach((text, recommendations) -> {
            line("Cause of concern");
            paragraph(text);
            line("Recommendations");
            bullets(recommendations);
        });
        List<String> areas = improvements.getOrDefault(question, List.of());
        if (!areas.isEmpty()) {
            line("Areas for improvement");
            bullets(areas);
        }
    }

    private void annex() {
        newPage();
        line("Annex A – HMIC judgments");
        blank();
        line("Our judgments");
        line("The judgment categories are:");
        blank();
        bullets(List.of("outstanding;", "good;", "requires improvement; and", "inadequate."));
        paragraph("They are given for how effective a force is, and for nothing else.");
    }

    // What a page is filled with.

    private void newPage() {
        if (pages.isEmpty() || !page().body.isEmpty()) {
            pages.add(new Page());
        }
    }

    private Page page() {
        return pages.get(pages.size() - 1);
    }

    private void line(String line) {
        Page page = page();
        if (page.body.size() + page.footnotes.size() >= PAGE_LINES) {
            newPage();
        }
        if (line.isBlank() && page().body.isEmpty()) {
            return;
        }
        page().body.add(line.isBlank() ? line : line.stripTrailing() + " ");
    }

    private void blank() {
        line("");
    }

    private void behind(String line) {
        page().behind.add(line);
    }

    private void heading(String text, int width) {
        wrap(text, width).forEach(this::line);
    }

    private void paragraph(String text) {
        wrap(marked(text), WIDTH).forEach(this::line);
        blank();
    }

    private void bullets(List<String> items) {
        for (String item : items) {
            wrap("• " + marked(item), WIDTH - 6).forEach(this::line);
            blank();
        }
    }

    private void figure(String caption, String source) {
        wrap(caption, 96).forEach(this::line);
        line(" ");
        blank();
        line(source);
    }

    private String mark(String footnote) {
        footnotes++;
        page().footnotes.addAll(wrap(footnotes + " " + footnote, FOOTNOTE_WIDTH));
        return MARK + Integer.toString(footnotes) + MARK;
    }

    private String marked(String text) {
        Matcher matcher = FOOTNOTE.matcher(text);
        StringBuilder marked = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(marked, Matcher.quoteReplacement(mark(matcher.group(1))));
        }
        return matcher.appendTail(marked).toString();
    }

    private static String plain(String text) {
        return FOOTNOTE.matcher(text).replaceAll("");
    }

    /** Lines that break at blanks and behind hyphens. */
    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" |(?<=\\p{L}-)(?=\\p{L})")) {
            boolean hyphen = line.length() > 0 && line.charAt(line.length() - 1) == '-';
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            } else if (line.length() > 0 && !hyphen) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
