package peel.force;

import org.eclipse.microprofile.graphql.Description;
import peel.query.OrderKey;

@Description("Sort order of forces.")
public enum ForceOrder {
    @Description("By name.")
    NAME(Force.BY_NAME),
    @Description("By ONS code: England before Wales.")
    ONS_CODE(Force.BY_ONS_CODE),
    @Description("By region, then by slug.")
    REGION(Force.BY_REGION);

    private final OrderKey<Force> key;

    ForceOrder(OrderKey<Force> key) {
        this.key = key;
    }

    OrderKey<Force> key() {
        return key;
    }
}
