package peel.page.question;

import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.page.Choice;
import peel.page.PageLink;
import peel.page.PageTable;

/**
 * A question.
 *
 * @param wordingNote how closely the wording follows the print
 * @param bar the distribution, an SVG element
 * @param groups the forces of each grade
 * @param comparable the earlier questions with a note
 * @param national the address of the national picture
 */
public record QuestionView(
        String wording,
        String wordingNote,
        String bar,
        List<Group> groups,
        List<Comparable> comparable,
        List<Choice> siblings,
        PageTable forces,
        PageTable definitions,
        @Nullable String changes,
        String national) {

    /**
     * The forces of one grade.
     *
     * @param style the class of the grade
     */
    public record Group(String label, @Nullable String letters, String style, List<PageLink> forces) {}

    /** An earlier question whose judgments can be compared. */
    public record Comparable(String text, String href, String note) {}
}
