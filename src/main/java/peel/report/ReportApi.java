package peel.report;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import peel.error.BadUserInputException;
import peel.finding.Finding;
import peel.force.Force;
import peel.inspection.Inspection;
import peel.observation.Observation;
import peel.observation.StoredObservation;
import peel.paging.Page;
import peel.paging.PageRequest;
import peel.question.Cycle;
import peel.question.Pillar;
import peel.question.Question;
import peel.reading.layout.PassageKind;
import peel.source.Publication;

/** Imported reports, from the whole down to a footnote's mark. */
@GraphQLApi
public class ReportApi {

    /** So many reports may be printed at once: a report's text has some 100,000 characters. */
    private static final int MOST_PRINTS = 10;

    /** One report. */
    @Query
    @Description("The current report of an inspection; null when none was imported, and when no force has that name.")
    public Report report(
            @NonNull @Name("force") @Description("The force's slug, ONS code, name or alias.") String force,
            @NonNull @Name("cycle") @Description("The cycle: \"2015\".") String cycle,
            @Name("pillar") @Description("The pillar; not to be given from 2021/22 on.") Pillar pillar,
            @Name("part")
                    @Description(
                            "The part of the inspection that it alone reports: \"Vulnerability\"; not to be given for the report on all of it.")
                    String part) {
        Cycle.require(cycle);
        return Force.named(force)
                .flatMap(named -> Report.of(named.key, cycle, pillar, part))
                .orElse(null);
    }

    /** A page of reports. */
    @Query
    @NonNull @Description("The reports whose text was imported, current versions, in pages: by force, cycle, pillar and part.")
    public ReportConnection reports(
            @Name("filter") @Description("Which reports; all unless given.") ReportFilter filter,
            @Name("first") @Description("So many from the start or after the cursor, 1 to 100; 50 unless given.")
                    Integer first,
            @Name("after") @Description("The cursor after which the page starts.") String after,
            @Name("last") @Description("So many from the end or before the cursor, 1 to 100.") Integer last,
            @Name("before") @Description("The cursor before which the page ends.") String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        return new ReportConnection(Page.of(Report.matching(filter), Report.IN_ORDER, request));
    }

    /** The reports of each inspection. */
    @NonNull @Name("reports")
    @Description("Its reports whose text was imported, current versions; empty when none was.")
    public List<@NonNull List<@NonNull Report>> reportsOfInspection(@Source List<Inspection> inspections) {
        return Report.ofInspections(keys(inspections, inspection -> inspection.key));
    }

    /** The report that each publication is. */
    @Name("report")
    @Description("The report, current version; null when its text wasn't imported.")
    public List<Report> reportOfPublication(@Source List<Publication> publications) {
        return Report.ofPublications(publications.stream()
                        .map(publication -> publication.key)
                        .toList())
                .stream()
                .map(versions -> versions.isEmpty() ? null : versions.get(0))
                .toList();
    }

    // Reports
    // ------------------------------------------------------------------------------------------------------

    /** The force of each report. */
    @NonNull @Name("force")
    @Description("The force it is about.")
    public List<@NonNull Force> forceOfReport(@Source List<Report> reports) {
        return Force.byKeys(inspectionOfReport(reports).stream()
                .map(inspection -> inspection.forceKey)
                .toList());
    }

    /** The inspection of each report. */
    @NonNull @Name("inspection")
    @Description("The inspection that it reports.")
    public List<@NonNull Inspection> inspectionOfReport(@Source List<Report> reports) {
        return Inspection.byKeys(keys(reports, report -> report.inspectionKey));
    }

    /** The publication of each report. */
    @NonNull @Name("publication")
    @Description("The publication that it is.")
    public List<@NonNull Publication> publicationOfReport(@Source List<Report> reports) {
        return Publication.byKeys(
                reports.stream().map(report -> report.publicationKey).toList());
    }

    /** The text of each report. */
    @NonNull @Name("text")
    @Description(
            "The whole text as it stands in the file, lines separated by line feeds. For at most 10 reports at a time.")
    public List<@NonNull String> textOfReport(@Source List<Report> reports) {
        return prints(reports).stream().map(print -> print.text).toList();
    }

    /** The lines of each report. */
    @NonNull @Name("lines")
    @Description(
            "Lines of the text as they stand in the file: what stands around a fact, for instance. For at most 10 reports at a time.")
    public List<@NonNull List<@NonNull ReportLine>> linesOfReport(
            @Source List<Report> reports,
            @Name("from") @Description("The first, counted from 1; the text's first unless given.") Integer from,
            @Name("to") @Description("The last; the text's last unless given.") Integer to) {
        return prints(reports).stream().map(print -> print.lines(from, to)).toList();
    }

    private static List<ReportPrint> prints(List<Report> reports) {
        if (reports.size() > MOST_PRINTS) {
            throw new BadUserInputException(
                    "The text of %d reports was asked for: at most %d at a time, in a page of \"first: %d\" for instance."
                            .formatted(reports.size(), MOST_PRINTS, MOST_PRINTS));
        }
        return ReportPrint.ofReports(keys(reports, report -> report.key));
    }

    /** The sections of each report. */
    @NonNull @Name("sections")
    @Description("Its sections, in the order of print.")
    public List<@NonNull List<@NonNull ReportSection>> sectionsOfReport(@Source List<Report> reports) {
        return ReportSection.ofReports(keys(reports, report -> report.key));
    }

    /** The footnotes of each report. */
    @NonNull @Name("footnotes")
    @Description("Its footnotes, in the order of print.")
    public List<@NonNull List<@NonNull ReportPassage>> footnotesOfReport(@Source List<Report> reports) {
        return ReportPassage.footnotesOf(keys(reports, report -> report.key));
    }

    /** The figures of each report. */
    @NonNull @Name("figures")
    @Description("Its figures and tables with captions, in the order of print.")
    public List<@NonNull List<@NonNull ReportFigure>> figuresOfReport(@Source List<Report> reports) {
        return ReportFigure.ofReports(keys(reports, report -> report.key));
    }

    /** The remarks on each report. */
    @NonNull @Name("remarks")
    @Description("What the import noticed: contradictions, and sentences from which nothing was taken.")
    public List<@NonNull List<@NonNull ReportRemark>> remarksOfReport(@Source List<Report> reports) {
        return ReportRemark.ofReports(keys(reports, report -> report.key));
    }

    /** All versions of each report. */
    @NonNull @Name("versions")
    @Description("All its versions, the newest first, this one among them.")
    public List<@NonNull List<@NonNull Report>> versionsOfReport(@Source List<Report> reports) {
        return Report.ofPublications(
                reports.stream().map(report -> report.publicationKey).toList());
    }

    // Sections and passages
    // ----------------------------------------------------------------------------------------

    /** The report of each section. */
    @NonNull @Name("report")
    @Description("The report it is in.")
    public List<@NonNull Report> reportOfSection(@Source List<ReportSection> sections) {
        return Report.byKeys(keys(sections, section -> section.reportKey));
    }

    /** The question of each section. */
    @Name("question")
    @Description(
            "The question that it, or the chapter it is in, answers; null for introductions, annexes and the like.")
    public List<Question> questionOfSection(@Source List<ReportSection> sections) {
        return Question.byKeys(keys(sections, section -> section.questionKey));
    }

    /** The passages of each section. */
    @NonNull @Name("passages")
    @Description("What stands in it, in the order of print; what stands in sections below it isn't repeated.")
    public List<@NonNull List<@NonNull ReportPassage>> passagesOfSection(
            @Source List<ReportSection> sections,
            @Name("kind") @Description("Only these kinds; all unless given.") List<PassageKind> kind) {
        return ReportPassage.ofSections(keys(sections, section -> section.key), kind);
    }

    /** The marks in each section's heading. */
    @NonNull @Name("footnoteMarks")
    @Description("Where its heading refers to footnotes, in the order of print.")
    public List<@NonNull List<@NonNull FootnoteMark>> marksInHeading(@Source List<ReportSection> sections) {
        return FootnoteMark.inHeadings(keys(sections, section -> section.key));
    }

    /** The report of each passage. */
    @NonNull @Name("report")
    @Description("The report it is in.")
    public List<@NonNull Report> reportOfPassage(@Source List<ReportPassage> passages) {
        return Report.byKeys(keys(passages, passage -> passage.reportKey));
    }

    /** The section of each passage. */
    @NonNull @Name("section")
    @Description("The section it is in.")
    public List<@NonNull ReportSection> sectionOfPassage(@Source List<ReportPassage> passages) {
        return ReportSection.byKeys(keys(passages, passage -> passage.sectionKey));
    }

    /** The finding of each passage. */
    @Name("finding")
    @Description("The finding that this is the print of, whole or in part; null for all others.")
    public List<Finding> findingOfPassage(@Source List<ReportPassage> passages) {
        return Finding.byKeys(keys(passages, passage -> passage.findingKey));
    }

    /** The marks in each passage. */
    @NonNull @Name("footnoteMarks")
    @Description("Where it refers to footnotes, in the order of print.")
    public List<@NonNull List<@NonNull FootnoteMark>> marksInPassage(@Source List<ReportPassage> passages) {
        return FootnoteMark.inPassages(keys(passages, passage -> passage.key));
    }

    /** The marks that refer to each footnote. */
    @NonNull @Name("markedAt")
    @Description("Of a footnote, where it is referred to; empty for all others.")
    public List<@NonNull List<@NonNull FootnoteMark>> marksOfFootnote(@Source List<ReportPassage> passages) {
        return FootnoteMark.ofFootnotes(keys(passages, passage -> passage.key));
    }

    /** The passage of each mark. */
    @Name("passage")
    @Description("The passage it stands in; null when it stands in a heading.")
    public List<ReportPassage> passageOfMark(@Source List<FootnoteMark> marks) {
        return ReportPassage.byKeys(keys(marks, mark -> mark.passageKey));
    }

    /** The section of each mark. */
    @Name("section")
    @Description("The section in whose heading it stands; null when it stands in a passage.")
    public List<ReportSection> sectionOfMark(@Source List<FootnoteMark> marks) {
        return ReportSection.byKeys(keys(marks, mark -> mark.sectionKey));
    }

    /** The footnote of each mark. */
    @Name("footnote")
    @Description("The footnote; null when the text has lost it.")
    public List<ReportPassage> footnoteOfMark(@Source List<FootnoteMark> marks) {
        return ReportPassage.byKeys(keys(marks, mark -> mark.footnoteKey));
    }

    // Figures
    // ------------------------------------------------------------------------------------------------------

    /** The report of each figure. */
    @NonNull @Name("report")
    @Description("The report it is in.")
    public List<@NonNull Report> reportOfFigure(@Source List<ReportFigure> figures) {
        return Report.byKeys(keys(figures, figure -> figure.reportKey));
    }

    /** The rows of each figure's table. */
    @NonNull @Name("rows")
    @Description("The rows of its table, in the order of print; empty when it has none.")
    public List<@NonNull List<@NonNull TableRow>> rowsOfFigure(@Source List<ReportFigure> figures) {
        return ReportPassage.rowsOf(keys(figures, figure -> figure.key)).stream()
                .map(rows -> rows.stream().map(TableRow::of).toList())
                .toList();
    }

    /** The observations of each figure. */
    @NonNull @Name("observations")
    @Description(
            "The values known from it, by metric and date; those that the text has lost are among them, with the reason.")
    public List<@NonNull List<@NonNull Observation>> observationsOfFigure(@Source List<ReportFigure> figures) {
        List<Integer> publications = reportOfFigure(figures).stream()
                .map(report -> report.publicationKey)
                .toList();
        List<String> labels = figures.stream().map(figure -> figure.label).toList();
        return StoredObservation.ofFigures(publications, labels).stream()
                .map(rows -> rows.stream().map(Observation.class::cast).toList())
                .toList();
    }

    private static <T> List<UUID> keys(List<T> sources, Function<T, UUID> key) {
        return sources.stream().map(key).toList();
    }
}
