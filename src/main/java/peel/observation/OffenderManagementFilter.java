package peel.observation;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which offender-management figures: all fields given must hold; of a list, any value. */
@Description("Which offender-management figures: all fields given must hold; of a list, any value.")
@Input("OffenderManagementFilter")
public class OffenderManagementFilter {

    @Description("Metrics by code: \"iom.cohort\", \"mappa.highest-risk\", \"sopo.issued\" ...")
    public List<@NonNull String> metric;

    @Description("Areas by code, forces by any of their names.")
    public List<@NonNull String> area;

    @Description("Schemes.")
    public List<@NonNull OffenderScheme> scheme;

    @Description("Only those whose day, or whose period's last day, is not before this.")
    public LocalDate from;

    @Description("Only those whose day, or whose period's last day, is not after this.")
    public LocalDate to;
}
