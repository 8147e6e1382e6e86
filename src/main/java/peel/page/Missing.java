package peel.page;

/** Why there is no value. Each reason reads and looks differently, and none has the look of a grade. */
public enum Missing {
    NOT_IN_DATA("not in our data", "absent"),
    NOT_GRADED("not graded", "ungraded"),
    NOT_INSPECTED("not inspected", "uninspected"),
    /** A grade was announced for later in the cycle. */
    TO_BE_GRADED("to be graded", "ungraded"),
    /** The question was not part of the cycle. */
    NOT_ASKED("not asked", "unasked"),
    NOT_COMPARABLE("not comparable", "incomparable");

    private final String text;
    private final String style;

    Missing(String text, String style) {
        this.text = text;
        this.style = style;
    }

    public String text() {
        return text;
    }

    /** The class in the style sheet. */
    public String style() {
        return style;
    }
}
