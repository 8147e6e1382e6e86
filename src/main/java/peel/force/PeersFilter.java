package peel.force;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Filter for a force and those that have something in common with it.")
@Input("PeersFilter")
public class PeersFilter {

    @NonNull @Description("Slug, ONS code, name or alias of the force: \"kent\".")
    public String force;

    @NonNull @Description("What the forces have in common.")
    public PeerGroup by;
}
