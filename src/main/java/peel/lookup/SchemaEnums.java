package peel.lookup;

import java.util.Map;

/** The enums of the schema. The implementation is in the package that knows how GraphQL is executed. */
public interface SchemaEnums {

    /** The descriptions of values, empty for none, by enum and value, both in alphabetical order. */
    Map<String, Map<String, String>> descriptions();
}
