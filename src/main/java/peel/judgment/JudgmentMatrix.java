package peel.judgment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.force.Force;
import peel.question.Cycle;
import peel.question.Pillar;
import peel.question.Question;

@Description("Judgments of all forces on all questions of a cycle.")
public record JudgmentMatrix(
        @NonNull @Description("Cycle of the questions.") Cycle cycle,

        @NonNull @Description("Columns of the matrix: the questions by pillar, in printed order.")
        List<@NonNull Question> questions,

        @NonNull @Description("Rows of the matrix: one for each of the 43 forces, by name.")
        List<@NonNull MatrixRow> rows) {

    /**
     * Reads a matrix. Cycles, questions and forces are cached, so that one statement is executed, whatever the size.
     *
     * @param pillar only this pillar's questions, or null for all
     * @param asOf the day whose published versions are read, or null for the current ones
     * @throws peel.error.BadUserInputException if there is no such cycle
     */
    public static JudgmentMatrix of(String cycle, @Nullable Pillar pillar, @Nullable LocalDate asOf) {
        Cycle found = Cycle.require(cycle);
        List<Question> questions = Question.of(found.code, pillar);
        Map<UUID, Integer> columns = new HashMap<>();
        for (Question question : questions) {
            columns.put(question.key, columns.size());
        }
        Map<UUID, @Nullable Judgment[]> cells = new HashMap<>();
        for (Judgment judgment : Judgment.ofCycle(found.code, pillar, asOf)) {
            @SuppressWarnings("NullAway") // A judgment has the cycle and the pillar of its question.
            int column = columns.get(judgment.questionKey);
            cells.computeIfAbsent(judgment.forceKey, key -> new @Nullable Judgment[questions.size()])[column] =
                    judgment;
        }
        List<MatrixRow> rows = new ArrayList<>();
        for (Force force : Force.byName()) {
            @Nullable Judgment[] row = cells.getOrDefault(force.key, new @Nullable Judgment[questions.size()]);
            rows.add(new MatrixRow(force, Arrays.asList(row)));
        }
        return new JudgmentMatrix(found, questions, rows);
    }
}
