package peel.report;

import static peel.reading.layout.PassageKind.BULLET;
import static peel.reading.layout.PassageKind.CAPTION;
import static peel.reading.layout.PassageKind.FOOTNOTE;
import static peel.reading.layout.PassageKind.NOTE;
import static peel.reading.layout.PassageKind.PARAGRAPH;
import static peel.reading.layout.PassageKind.SOURCE;
import static peel.reading.layout.PassageKind.TABLE_ROW;

import peel.finding.FindingKind;
import peel.reading.layout.FigureStatus;

/** A report of our own with something of everything. */
public final class KentReport {

    private KentReport() {}

    /** As it was published first. */
    public static WrittenReport first() {
        return of("kent");
    }

    /** The same of another force. */
    static WrittenReport of(String force) {
        return new WrittenReport(force)
                .section(1, "Overview", null)
                .passage(PARAGRAPH, "The police’s officers patrol on foot.")
                .section(
                        1,
                        "How effective is the force at preventing crime and anti-social behaviour, and keeping people safe?",
                        "prevent")
                .passage(
                        PARAGRAPH,
                        "Neighbourhood wardens walk their beats every week, and burglary fell by a",
                        "tenth in the year to June 2015. Burglary is counted for each household.")
                .mark(1, "June 2015.")
                .blank(" ".repeat(44))
                .passage(FOOTNOTE, 1, "A household is one person or more who share", "a kitchen.")
                .page(5)
                .section(2, "Figures", "prevent")
                .passage(CAPTION, 2, "Figure 2: Burglaries in the 12 months to 30 June 2015")
                .passage(TABLE_ROW, "Area\tBurglaries\tRate")
                .passage(TABLE_ROW, "Kent\t4,120\t2.3")
                .passage(TABLE_ROW, "     of these at night\t1,001\t")
                .passage(SOURCE, "Source: the force’s own count")
                .passage(NOTE, "* per 1,000 households")
                .figure("Figure 2", 6, FigureStatus.TABLE)
                .passage(CAPTION, 3, "Figure 3: Burglaries by month")
                .figure("Figure 3", 1, FigureStatus.CHART_LOST)
                .section(2, "Areas for improvement", "prevent")
                .passage(BULLET, "The force should tell wardens at once", "of each burglary.")
                .finding("prevent", FindingKind.AREA_FOR_IMPROVEMENT, 1, 1)
                .contradiction("4,120 burglaries, but 4,210 in the text", 11, 4)
                .passage(PARAGRAPH, "There were 17 of the others.")
                .notUnderstood();
    }
}
