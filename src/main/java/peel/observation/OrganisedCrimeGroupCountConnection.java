package peel.observation;

import org.eclipse.microprofile.graphql.Description;
import peel.paging.Connection;
import peel.paging.Edge;
import peel.paging.Page;

@Description("A page of organised crime group counts.")
public final class OrganisedCrimeGroupCountConnection
        extends Connection<OrganisedCrimeGroupCount, OrganisedCrimeGroupCountConnection.OrganisedCrimeGroupCountEdge> {

    OrganisedCrimeGroupCountConnection(Page<OrganisedCrimeGroupCount> page) {
        super(page, OrganisedCrimeGroupCountEdge::new);
    }

    @Description("An organised crime group count with its cursor.")
    public static final class OrganisedCrimeGroupCountEdge extends Edge<OrganisedCrimeGroupCount> {

        private OrganisedCrimeGroupCountEdge(String cursor, OrganisedCrimeGroupCount node) {
            super(cursor, node);
        }
    }
}
