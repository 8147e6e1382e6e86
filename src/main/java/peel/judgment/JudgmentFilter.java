package peel.judgment;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import peel.question.Grade;
import peel.question.Pillar;

/** Which judgments: all fields given must hold; of a list, any value. */
@Description("Which judgments: all fields given must hold; of a list, any value.")
@Input("JudgmentFilter")
public class JudgmentFilter {

    @Description("Forces by slug, ONS code, name or alias.")
    public List<@NonNull String> force;

    @Description("Cycles: \"2015\".")
    public List<@NonNull String> cycle;

    @Description("Pillars.")
    public List<@NonNull Pillar> pillar;

    @Description("Codes of questions: \"vulnerable\".")
    public List<@NonNull String> question;

    @Description("States.")
    public List<@NonNull JudgmentState> state;

    @Description("Grades.")
    public List<@NonNull Grade> grade;

    @Description("The versions that were the published ones on this day; the current ones unless given.")
    public LocalDate asOf;
}
