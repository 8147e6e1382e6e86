package peel.page;

import java.util.List;

/**
 * How a grade appears: by name, by letters and by colour.
 *
 * @param grade the name in the schema
 * @param style the class in the style sheet
 */
public record GradeLook(String grade, String label, String letters, String style) {

    /** All grades of all scales, the best first. */
    public static final List<GradeLook> ALL = List.of(
            new GradeLook("OUTSTANDING", "Outstanding", "O", "outstanding"),
            new GradeLook("GOOD", "Good", "G", "good"),
            new GradeLook("ADEQUATE", "Adequate", "A", "adequate"),
            new GradeLook("REQUIRES_IMPROVEMENT", "Requires improvement", "RI", "requires-improvement"),
            new GradeLook("INADEQUATE", "Inadequate", "I", "inadequate"));

    /** The look of a grade by its name in the schema. */
    public static GradeLook of(String grade) {
        for (GradeLook look : ALL) {
            if (look.grade.equals(grade)) {
                return look;
            }
        }
        // A grade that a later version of the schema adds: by its name, without a colour.
        String words = Words.capitalised(grade);
        return new GradeLook(grade, words, words.substring(0, 1), "other-grade");
    }
}
