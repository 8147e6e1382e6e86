package peel.judgment;

import org.eclipse.microprofile.graphql.Description;
import peel.paging.Connection;
import peel.paging.Edge;
import peel.paging.Page;

@Description("A page of judgments.")
public final class JudgmentConnection extends Connection<Judgment, JudgmentConnection.JudgmentEdge> {

    JudgmentConnection(Page<Judgment> page) {
        super(page, JudgmentEdge::new);
    }

    @Description("A judgment with its cursor.")
    public static final class JudgmentEdge extends Edge<Judgment> {

        private JudgmentEdge(String cursor, Judgment node) {
            super(cursor, node);
        }
    }
}
