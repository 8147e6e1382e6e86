package peel.force;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which forces: all fields given must hold; of a list, any value. */
@Description("Which forces: all fields given must hold; of a list, any value.")
@Input("ForceFilter")
public class ForceFilter {

    @Description("Slugs, ONS codes, names or aliases.")
    public List<@NonNull String> name;

    @Description("Countries.")
    public List<@NonNull Country> country;

    @Description("Regions as the Home Office names them: \"Eastern\".")
    public List<@NonNull String> region;

    @Description("Regional organised crime units: \"ERSOU\".")
    public List<@NonNull String> regionalOrganisedCrimeUnit;

    @Description("Name or code of a local authority that lies in the force's area: \"Luton\".")
    public String localAuthority;

    @Description("Only forces that have a current judgment like this.")
    public JudgedFilter judged;
}
