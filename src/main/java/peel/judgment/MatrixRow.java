package peel.judgment;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.force.Force;

/**
 * One force's row of the matrix.
 *
 * @param force the force
 * @param cells a cell for each question, null where nothing is known
 */
@Description("One force's row of the matrix.")
public record MatrixRow(
        @NonNull @Description("The force.") Force force,

        @NonNull @Description("A cell for each question, in the order of questions; null where nothing is known.")
        List<Judgment> cells) {}
