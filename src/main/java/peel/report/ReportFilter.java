package peel.report;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import peel.question.Pillar;

/** Which reports: all fields given must hold; of a list, any value. */
@Description("Which reports: all fields given must hold; of a list, any value.")
@Input("ReportFilter")
public class ReportFilter {

    @Description("Forces by slug, ONS code, name or alias.")
    public List<@NonNull String> force;

    @Description("Cycles: \"2015\".")
    public List<@NonNull String> cycle;

    @Description("Pillars.")
    public List<@NonNull Pillar> pillar;
}
