package peel.force;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import peel.question.Grade;
import peel.question.Pillar;

/**
 * What one current judgment of a force must be like: all fields given must hold; of a list, any
 * value.
 */
@Description("What one current judgment of a force must be like: all fields given must hold; of a list, any value.")
@Input("JudgedFilter")
public class JudgedFilter {

    @Description("Cycles: \"2015\".")
    public List<@NonNull String> cycle;

    @Description("Pillars.")
    public List<@NonNull Pillar> pillar;

    @Description("Codes of questions: \"vulnerable\".")
    public List<@NonNull String> question;

    @Description("Grades.")
    public List<@NonNull Grade> grade;
}
