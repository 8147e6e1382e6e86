package peel.page;

import org.jspecify.annotations.Nullable;
import peel.page.PageTable.Cell;

/** Judgments in tables. */
public final class JudgmentCell {

    /** What an operation selects of a judgment. */
    public static final String FIELDS = "state grade narrative note carriedOverFrom { code }";

    private JudgmentCell() {}

    /** The grade, or why there is none; null is a judgment that the dataset does not have. */
    public static Cell of(@Nullable PageData judgment) {
        if (judgment == null) {
            return Cell.missing(Missing.NOT_IN_DATA);
        }
        String state = judgment.text("state");
        if (!judgment.isNull("grade")) {
            Cell grade = Cell.grade(judgment.text("grade"));
            PageData from = judgment.optionalObject("carriedOverFrom");
            return from == null ? grade : grade.reading(grade.text() + ", carried over from " + from.text("code"));
        }
        return switch (state) {
            case "NOT_INSPECTED" -> Cell.missing(Missing.NOT_INSPECTED);
            case "TO_BE_GRADED" -> Cell.missing(Missing.TO_BE_GRADED);
            case "UNGRADED" -> {
                String narrative = judgment.optionalText("narrative");
                yield Cell.missing(state, narrative == null ? "answered in words" : narrative, Missing.NOT_GRADED);
            }
            default -> Cell.missing(Missing.NOT_GRADED);
        };
    }
}
