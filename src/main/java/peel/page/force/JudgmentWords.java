package peel.page.force;

import peel.page.GradeLook;
import peel.page.PageData;
import peel.page.Words;

/** Judgments in sentences. */
final class JudgmentWords {

    private JudgmentWords() {}

    /** The grade, or the state of a judgment without one. */
    static String of(PageData judgment) {
        return judgment.isNull("grade") ? Words.of(judgment.text("state")) : grade(judgment.text("grade"));
    }

    static String grade(String grade) {
        return GradeLook.of(grade).label();
    }
}
