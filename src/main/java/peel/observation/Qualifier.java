package peel.observation;

import org.eclipse.microprofile.graphql.Description;

/** How exact a value is. */
@Description("How exact a value is.")
public enum Qualifier {
    @Description("As printed.")
    EXACT,
    @Description("Printed as approximate.")
    APPROXIMATE
}
