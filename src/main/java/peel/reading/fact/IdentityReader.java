package peel.reading.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import peel.reading.evidence.ReportIdentity;
import peel.reading.evidence.Vocabulary;
import peel.reading.evidence.Vocabulary.KnownForce;
import peel.reading.fact.InspectionFinder.Inspection;
import peel.reading.layout.Document;
import peel.reading.layout.Passage;
import peel.reading.layout.PassageKind;
import peel.reading.layout.Section;
import peel.reading.text.RefusedReportException;

/**
 * Determines the inspection that a report is about from its cover, questions, dates of fieldwork and the names in its
 * text. Web addresses and the name of the file are never used.
 */
final class IdentityReader {

    private static final Pattern INSPECTORATE = Pattern.compile(
            "\\b(?:PEEL|HMIC|HMICFRS|HM Inspectorate of Constabulary|Her Majesty['’]s Inspectorate of Constabulary|His Majesty['’]s Inspectorate of Constabulary)\\b");

    private final Document document;
    private final Vocabulary vocabulary;
    private final QuestionMatcher matcher;

    IdentityReader(Document document, Vocabulary vocabulary, QuestionMatcher matcher) {
        this.document = document;
        this.vocabulary = vocabulary;
        this.matcher = matcher;
    }

    /** Whether the title names several pillars of a cycle that has pillars. */
    boolean isIntegrated() {
        return new InspectionFinder(document, vocabulary, matcher)
                        .pillars(new ReportCover(document).titledInspection())
                        .size()
                > 1;
    }

    /**
     * @throws RefusedReportException if the file is not a PEEL report, or if its force, cycle or pillar is unknown or
     *     cannot be determined
     */
    ReportIdentity read() {
        String file = document.text().file();
        ReportCover cover = new ReportCover(document);
        List<String> headings = headings();
        boolean asksQuestions = headings.stream()
                .anyMatch(heading -> matcher.find(heading, vocabulary.questions(), QuestionMatcher.SAME) != null);
        if (!(cover.hasTitle() || asksQuestions) || !namesTheInspectorate()) {
            throw new RefusedReportException(
                    "%s: not a PEEL report: the file contains neither a PEEL title nor the questions of an inspection; import the text or PDF of a report published by HMIC or HMICFRS"
                            .formatted(file));
        }
        KnownForce force = new ForceFinder(vocabulary, file).find(cover, prose(headings));
        Inspection inspection = new InspectionFinder(document, vocabulary, matcher).find(cover, headings, force);
        return new ReportIdentity(
                force.slug(),
                inspection.cycle().code(),
                inspection.pillars(),
                cover.part(),
                cover.title(inspection, force),
                publisher(),
                cover.published());
    }

    private boolean namesTheInspectorate() {
        return document.passages().stream()
                .filter(passage -> passage.kind() != PassageKind.LINK)
                .anyMatch(passage -> INSPECTORATE.matcher(passage.text()).find());
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>();
        document.sections().stream()
                .map(Section::heading)
                .filter(Objects::nonNull)
                .forEach(headings::add);
        document.passages().stream()
                .filter(passage -> passage.kind() == PassageKind.TITLE)
                .map(Passage::text)
                .forEach(headings::add);
        return headings;
    }

    private List<String> prose(List<String> headings) {
        List<String> prose = new ArrayList<>(headings);
        document.passages().stream()
                .filter(passage -> passage.kind() == PassageKind.PARAGRAPH
                        || passage.kind() == PassageKind.BULLET
                        || passage.kind() == PassageKind.TABLE_ROW)
                .map(Passage::text)
                .forEach(prose::add);
        return prose;
    }

    private String publisher() {
        boolean renamed = document.passages().stream()
                .filter(passage -> passage.kind() != PassageKind.LINK)
                .anyMatch(passage -> passage.text().contains("HMICFRS"));
        return renamed ? "HMICFRS" : "HMIC";
    }
}
