package peel.judgment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.question.Grade;

@Description(
        "A grade among the earlier grades of the same force on comparable questions, on the same scale. Only what the dataset has counts: `Coverage` says how complete a cycle is.")
public record JudgmentHistory(
        @NonNull @Description("Earlier judgments with a grade, latest first. Empty if there is none.")
        List<@NonNull Judgment> earlier,

        @NonNull @Description(
                "First judgment of the unbroken run in which the force had at least this grade; the judgment itself if the one before it was worse.")
        Judgment atLeastSince,

        @NonNull @Description("First judgment of the unbroken run in which the force had exactly this grade.")
        Judgment sameSince,

        @NonNull @Description("Whether no earlier judgment has this grade. True also if there is no earlier judgment.")
        boolean firstTime,

        @NonNull @Description("Best grade of these judgments, including this one.")
        Grade best,

        @NonNull @Description("Worst grade of these judgments, including this one.")
        Grade worst) {

    /** The history of each judgment; null for a judgment without a grade. */
    static List<@Nullable JudgmentHistory> of(List<Judgment> judgments) {
        List<JudgmentChange.Earlier> links = JudgmentChange.earlier(judgments, null);
        Map<UUID, Judgment> byKey = new HashMap<>();
        Judgment.byKeys(links.stream()
                        .map(JudgmentChange.Earlier::earlierKey)
                        .distinct()
                        .toList())
                .stream()
                .filter(Objects::nonNull)
                .forEach(found -> byKey.put(found.key, found));
        Map<UUID, List<Judgment>> earlier = new HashMap<>();
        for (JudgmentChange.Earlier link : links) {
            Judgment found = byKey.get(link.earlierKey());
            if (found != null) {
                earlier.computeIfAbsent(link.judgmentKey(), key -> new ArrayList<>())
                        .add(found);
            }
        }
        List<@Nullable JudgmentHistory> histories = new ArrayList<>();
        for (Judgment judgment : judgments) {
            Grade grade = judgment.grade;
            histories.add(
                    grade == null
                            ? null
                            : of(
                                    judgment,
                                    grade,
                                    earlier.getOrDefault(judgment.key, List.of()).stream()
                                            .filter(each -> JudgmentChange.scaleOf(each)
                                                    .equals(JudgmentChange.scaleOf(judgment)))
                                            .toList()));
        }
        return histories;
    }

    /** Grades are declared from best to worst. */
    private static JudgmentHistory of(Judgment judgment, Grade grade, List<Judgment> earlier) {
        Judgment atLeast = judgment;
        Judgment same = judgment;
        boolean isAtLeast = true;
        boolean isSame = true;
        boolean first = true;
        Grade best = grade;
        Grade worst = grade;
        for (Judgment each : earlier) {
            Grade other = Objects.requireNonNull(each.grade);
            isAtLeast &= other.compareTo(grade) <= 0;
            isSame &= other == grade;
            atLeast = isAtLeast ? each : atLeast;
            same = isSame ? each : same;
            first &= other != grade;
            best = other.compareTo(best) < 0 ? other : best;
            worst = other.compareTo(worst) > 0 ? other : worst;
        }
        return new JudgmentHistory(earlier, atLeast, same, first, best, worst);
    }
}
