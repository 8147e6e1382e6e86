package peel.page.force;

import java.util.Locale;
import peel.page.GradeLook;
import peel.page.PageData;

/** Judgments in sentences. */
final class JudgmentWords {

    private JudgmentWords() {}

    /** The grade, or the state of a judgment without one. */
    static String of(PageData judgment) {
        return judgment.isNull("grade")
                ? judgment.text("state").toLowerCase(Locale.ROOT).replace('_', ' ')
                : grade(judgment.text("grade"));
    }

    static String grade(String grade) {
        return GradeLook.of(grade).label();
    }
}
