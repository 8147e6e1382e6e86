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
import org.jspecify.annotations.Nullable;
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

/** Queries for imported reports, and the fields of their parts. */
@GraphQLApi
public class ReportApi {

    /** How many texts one field may return: a report's text has about 100,000 characters. */
    private static final int MAX_TEXTS = 10;

    @Query
    @Description(
            "Current version of the report on an inspection. Null if no such report was imported or no force has that name.")
    public @Nullable Report report(
            @NonNull @Description("Slug, ONS code, name or alias of the force.") String force,
            @NonNull @Description("Code of the cycle, such as `2015`.") String cycle,
            @Description("Pillar. Must be omitted from cycle `2021/22` on.") @Nullable Pillar pillar,
            @Description(
                            "Part of the inspection that the report covers, such as `Vulnerability`. Must be omitted for a report on the whole inspection.")
                    @Nullable String part) {
        String code = Cycle.require(cycle).code;
        return Force.named(force)
                .flatMap(named -> Report.of(named.key, code, pillar, part))
                .orElse(null);
    }

    @Query
    @NonNull @Description(
            "Imported reports matching the filter, current versions, ordered by force, cycle, pillar and part. Paginated.")
    public ReportConnection reports(
            @Description("Which reports to return. Default: all.") @Nullable ReportFilter filter,
            @Description(PageRequest.FIRST) @Nullable Integer first,
            @Description(PageRequest.AFTER) @Nullable String after,
            @Description(PageRequest.LAST) @Nullable Integer last,
            @Description(PageRequest.BEFORE) @Nullable String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        return new ReportConnection(Page.of(Report.matching(filter), Report.IN_ORDER, request));
    }

    @NonNull @Name("reports")
    @Description("Imported reports on the inspection, current versions; empty if none was imported.")
    public List<@NonNull List<@NonNull Report>> reportsOfInspection(@Source List<Inspection> inspections) {
        return Report.ofInspections(keys(inspections, inspection -> inspection.key));
    }

    @Name("report")
    @Description("Current version of the imported report; null if the text of the publication was not imported.")
    public List<@Nullable Report> reportOfPublication(@Source List<Publication> publications) {
        return Report.ofPublications(publications.stream()
                        .map(publication -> publication.key)
                        .toList())
                .stream()
                .map(versions -> versions.isEmpty() ? null : versions.get(0))
                .toList();
    }

    // Report

    @NonNull @Name("force")
    @Description("Force that the report is about.")
    public List<@NonNull Force> forceOfReport(@Source List<Report> reports) {
        return Force.byKeys(inspectionOfReport(reports).stream()
                .map(inspection -> inspection.forceKey)
                .toList());
    }

    @NonNull @Name("inspection")
    @Description("Inspection that the report is about; the first one of a report on several pillars.")
    public List<@NonNull Inspection> inspectionOfReport(@Source List<Report> reports) {
        return Inspection.byKeys(keys(reports, report -> report.inspectionKey));
    }

    @NonNull @Name("inspections")
    @Description(
            "Inspections that the report is about, ordered by pillar: three for a report of 2018/19 on effectiveness, efficiency and legitimacy, otherwise one.")
    public List<@NonNull List<@NonNull Inspection>> inspectionsOfReport(@Source List<Report> reports) {
        return Inspection.ofPublications(
                reports.stream().map(report -> report.publicationKey).toList());
    }

    @NonNull @Name("publication")
    @Description("Publication from which the report was imported.")
    public List<@NonNull Publication> publicationOfReport(@Source List<Report> reports) {
        return Publication.byKeys(
                reports.stream().map(report -> report.publicationKey).toList());
    }

    @NonNull @Name("text")
    @Description(
            "Full text as it stands in the file, lines separated by line feeds. Can be selected for at most 10 reports at a time.")
    public List<@NonNull String> textOfReport(@Source List<Report> reports) {
        return fullTexts(reports).stream().map(fullText -> fullText.text).toList();
    }

    @NonNull @Name("lines")
    @Description(
            "Lines of the text as they stand in the file, for example the lines around a fact. Can be selected for at most 10 reports at a time.")
    public List<@NonNull List<@NonNull ReportLine>> linesOfReport(
            @Source List<Report> reports,
            @Description("Number of the first line, counted from 1. Default: the first line of the text.") @Nullable Integer from,
            @Description("Number of the last line, inclusive. Default: the last line of the text.") @Nullable Integer to) {
        return fullTexts(reports).stream().map(print -> print.lines(from, to)).toList();
    }

    private static List<ReportFullText> fullTexts(List<Report> reports) {
        if (reports.size() > MAX_TEXTS) {
            throw new BadUserInputException(
                    "The text of %d reports was selected; at most %d at a time are allowed, for example with \"first: %d\"."
                            .formatted(reports.size(), MAX_TEXTS, MAX_TEXTS));
        }
        return ReportFullText.ofReports(keys(reports, report -> report.key));
    }

    @NonNull @Name("sections")
    @Description("Sections of the report, in printed order.")
    public List<@NonNull List<@NonNull ReportSection>> sectionsOfReport(@Source List<Report> reports) {
        return ReportSection.ofReports(keys(reports, report -> report.key));
    }

    @NonNull @Name("footnotes")
    @Description("Footnotes of the report, in printed order.")
    public List<@NonNull List<@NonNull ReportPassage>> footnotesOfReport(@Source List<Report> reports) {
        return ReportPassage.footnotesOf(keys(reports, report -> report.key));
    }

    @NonNull @Name("figures")
    @Description("Figures and tables that have a caption, in printed order.")
    public List<@NonNull List<@NonNull ReportFigure>> figuresOfReport(@Source List<Report> reports) {
        return ReportFigure.ofReports(keys(reports, report -> report.key));
    }

    @NonNull @Name("remarks")
    @Description(
            "Remarks made by the import: contradictions in the report, and sentences from which no fact was taken.")
    public List<@NonNull List<@NonNull ReportRemark>> remarksOfReport(@Source List<Report> reports) {
        return ReportRemark.ofReports(keys(reports, report -> report.key));
    }

    @NonNull @Name("versions")
    @Description("All versions of the report including this one, newest first.")
    public List<@NonNull List<@NonNull Report>> versionsOfReport(@Source List<Report> reports) {
        return Report.ofPublications(
                reports.stream().map(report -> report.publicationKey).toList());
    }

    // ReportSection, ReportPassage and FootnoteMark

    @NonNull @Name("report")
    @Description("Report that contains the section.")
    public List<@NonNull Report> reportOfSection(@Source List<ReportSection> sections) {
        return Report.byKeys(keys(sections, section -> section.reportKey));
    }

    @Name("question")
    @Description(
            "Question that the section, or the chapter around it, answers. Null for introductions, annexes and similar.")
    public List<@Nullable Question> questionOfSection(@Source List<ReportSection> sections) {
        return Question.byKeys(keys(sections, section -> section.questionKey));
    }

    @NonNull @Name("passages")
    @Description("Passages directly in the section, in printed order. Passages of subsections are not repeated.")
    public List<@NonNull List<@NonNull ReportPassage>> passagesOfSection(
            @Source List<ReportSection> sections,
            @Description("Only passages of these kinds. Default: all kinds.") @Nullable List<@Nullable PassageKind> kind) {
        return ReportPassage.ofSections(keys(sections, section -> section.key), kind);
    }

    @NonNull @Name("footnoteMarks")
    @Description("Footnote marks in the section's heading, in printed order.")
    public List<@NonNull List<@NonNull FootnoteMark>> marksInHeading(@Source List<ReportSection> sections) {
        return FootnoteMark.inHeadings(keys(sections, section -> section.key));
    }

    @NonNull @Name("report")
    @Description("Report that contains the passage.")
    public List<@NonNull Report> reportOfPassage(@Source List<ReportPassage> passages) {
        return Report.byKeys(keys(passages, passage -> passage.reportKey));
    }

    @NonNull @Name("section")
    @Description("Section that contains the passage.")
    public List<@NonNull ReportSection> sectionOfPassage(@Source List<ReportPassage> passages) {
        return ReportSection.byKeys(keys(passages, passage -> passage.sectionKey));
    }

    @Name("finding")
    @Description("Finding that the passage prints, in whole or in part; otherwise null.")
    public List<@Nullable Finding> findingOfPassage(@Source List<ReportPassage> passages) {
        return Finding.byKeys(keys(passages, passage -> passage.findingKey));
    }

    @NonNull @Name("footnoteMarks")
    @Description("Footnote marks in the passage, in printed order.")
    public List<@NonNull List<@NonNull FootnoteMark>> marksInPassage(@Source List<ReportPassage> passages) {
        return FootnoteMark.inPassages(keys(passages, passage -> passage.key));
    }

    @NonNull @Name("markedAt")
    @Description("For a footnote, the marks that refer to it; otherwise empty.")
    public List<@NonNull List<@NonNull FootnoteMark>> marksOfFootnote(@Source List<ReportPassage> passages) {
        return FootnoteMark.ofFootnotes(keys(passages, passage -> passage.key));
    }

    @Name("passage")
    @Description("Passage that contains the mark; null if the mark is in a heading.")
    public List<@Nullable ReportPassage> passageOfMark(@Source List<FootnoteMark> marks) {
        return ReportPassage.byKeys(keys(marks, mark -> mark.passageKey));
    }

    @Name("section")
    @Description("Section whose heading contains the mark; null if the mark is in a passage.")
    public List<@Nullable ReportSection> sectionOfMark(@Source List<FootnoteMark> marks) {
        return ReportSection.byKeys(keys(marks, mark -> mark.sectionKey));
    }

    @Name("footnote")
    @Description("Footnote that the mark refers to; null if the footnote is missing from the text.")
    public List<@Nullable ReportPassage> footnoteOfMark(@Source List<FootnoteMark> marks) {
        return ReportPassage.byKeys(keys(marks, mark -> mark.footnoteKey));
    }

    // ReportFigure

    @NonNull @Name("report")
    @Description("Report that contains the figure.")
    public List<@NonNull Report> reportOfFigure(@Source List<ReportFigure> figures) {
        return Report.byKeys(keys(figures, figure -> figure.reportKey));
    }

    @NonNull @Name("rows")
    @Description("Rows of the figure's table, in printed order; empty if it has no table.")
    public List<@NonNull List<@NonNull TableRow>> rowsOfFigure(@Source List<ReportFigure> figures) {
        return ReportPassage.rowsOf(keys(figures, figure -> figure.key)).stream()
                .map(rows -> rows.stream().map(TableRow::of).toList())
                .toList();
    }

    @NonNull @Name("observations")
    @Description(
            "Observations taken from the figure, ordered by metric and date. Values missing from the text are included, with the reason.")
    public List<@NonNull List<@NonNull Observation>> observationsOfFigure(@Source List<ReportFigure> figures) {
        List<Integer> publications = reportOfFigure(figures).stream()
                .map(report -> report.publicationKey)
                .toList();
        List<String> labels = figures.stream().map(figure -> figure.label).toList();
        return StoredObservation.ofFigures(publications, labels).stream()
                .map(rows -> rows.stream().map(Observation.class::cast).toList())
                .toList();
    }

    private static <T, K extends @Nullable UUID> List<K> keys(List<T> sources, Function<T, K> key) {
        return sources.stream().map(key).toList();
    }
}
