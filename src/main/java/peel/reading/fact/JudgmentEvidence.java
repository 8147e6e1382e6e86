package peel.reading.fact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.reading.evidence.Place;
import peel.reading.evidence.Remark;
import peel.reading.evidence.Sentence;
import peel.reading.layout.Passage;

/** What a report states about the judgment of one question, in its summary and in the question's chapter. */
final class JudgmentEvidence {

    /** A grade and the passage that prints it. */
    record FoundGrade(PrintedGrade grade, Passage passage) {}

    /** A comparison and the sentence that states it. */
    record FoundComparison(JudgmentComparison comparison, Sentence sentence) {}

    /** Why a grade may be that of another inspection, and the sentence that may say so. */
    record FoundOrigin(String doubt, Sentence sentence) {}

    final String question;

    @Nullable FoundGrade summaryGrade;

    @Nullable FoundGrade chapterGrade;

    /** A grade that may be that of another chapter, whose heading is not known. */
    @Nullable FoundGrade otherGrade;

    @Nullable FoundComparison summaryComparison;

    @Nullable FoundComparison chapterComparison;

    @Nullable Sentence notInspected;

    @Nullable FoundOrigin origin;

    private final List<String> heldBack = new ArrayList<>();
    private final List<String> contradictions = new ArrayList<>();
    private final List<Remark> remarks;

    /**
     * @param question the question's code
     * @param remarks receives the contradictions
     */
    JudgmentEvidence(String question, List<Remark> remarks) {
        this.question = question;
        this.remarks = remarks;
    }

    void addContradiction(String text, Place one, Place other) {
        contradictions.add(text);
        remarks.add(new Remark(Remark.Kind.CONTRADICTION, text, one, other));
    }

    /** Records a contradiction for which the judgment is not stored. */
    void holdBack(String text, Place one, @Nullable Place other) {
        heldBack.add(text);
        remarks.add(new Remark(Remark.Kind.CONTRADICTION, Remark.HELD_BACK + text, one, other));
    }

    /** Whether the judgment is in doubt. */
    boolean isHeldBack() {
        return !heldBack.isEmpty();
    }

    /** All contradictions in one text. */
    @Nullable String contradiction() {
        return contradictions.isEmpty() ? null : String.join("; ", contradictions);
    }
}
