package peel.force;

import org.eclipse.microprofile.graphql.Description;
import peel.query.OrderKey;

/** Orders of a list of forces. */
@Description("Orders of a list of forces.")
public enum ForceOrder {
    @Description("By name.")
    NAME(Force.BY_NAME),
    @Description("By code of the Office for National Statistics: England, then Wales.")
    ONS_CODE(Force.BY_ONS_CODE),
    @Description("By region, then slug.")
    REGION(Force.BY_REGION);

    private final OrderKey<Force> key;

    ForceOrder(OrderKey<Force> key) {
        this.key = key;
    }

    OrderKey<Force> key() {
        return key;
    }
}
