package peel.observation;

import org.eclipse.microprofile.graphql.Description;
import peel.paging.Connection;
import peel.paging.Edge;
import peel.paging.Page;

@Description("A page of offender management figures.")
public final class OffenderManagementFigureConnection
        extends Connection<OffenderManagementFigure, OffenderManagementFigureConnection.OffenderManagementFigureEdge> {

    OffenderManagementFigureConnection(Page<OffenderManagementFigure> page) {
        super(page, OffenderManagementFigureEdge::new);
    }

    @Description("An offender management figure with its cursor.")
    public static final class OffenderManagementFigureEdge extends Edge<OffenderManagementFigure> {

        private OffenderManagementFigureEdge(String cursor, OffenderManagementFigure node) {
            super(cursor, node);
        }
    }
}
