package peel.observation;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether a value is printed as exact or as approximate.")
public enum Qualifier {
    @Description("Printed without a qualification.")
    EXACT,
    @Description("Printed as approximate.")
    APPROXIMATE
}
