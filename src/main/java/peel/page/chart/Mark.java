package peel.page.chart;

import org.jspecify.annotations.Nullable;

/** What a tile, cell or segment can show: a grade, or why there is none. Each has a look and words of its own. */
public enum Mark {
    OUTSTANDING("outstanding", "O", "Outstanding", true),
    GOOD("good", "G", "Good", true),
    ADEQUATE("adequate", "A", "Adequate", true),
    REQUIRES_IMPROVEMENT("requires-improvement", "RI", "Requires improvement", true),
    INADEQUATE("inadequate", "I", "Inadequate", true),
    TO_BE_GRADED("not-graded", "…", "To be graded", false),
    UNGRADED("not-graded", "–", "Answered in words", false),
    NOT_GRADED("not-graded", "–", "Not graded", false),
    NOT_INSPECTED("not-inspected", "n/i", "Not inspected", false),
    NOT_IN_DATA("not-in-data", "?", "Not in our data", false);

    private final String style;
    private final String letter;
    private final String words;
    private final boolean grade;

    Mark(String style, String letter, String words, boolean grade) {
        this.style = style;
        this.letter = letter;
        this.words = words;
        this.grade = grade;
    }

    /**
     * The mark of a judgment.
     *
     * @param state as in {@code JudgmentState}, or null if there is no judgment
     * @param grade as in {@code Grade}, or null if there is none
     */
    public static Mark of(@Nullable String state, @Nullable String grade) {
        if (grade != null) {
            return valueOf(grade);
        }
        return state == null ? NOT_IN_DATA : valueOf(state);
    }

    /** The class of the style sheet. */
    public String style() {
        return style;
    }

    /** What stands on the tile, so that no grade is told by colour alone. */
    public String letter() {
        return letter;
    }

    public String words() {
        return words;
    }

    public boolean isGrade() {
        return grade;
    }
}
