package peel.execution;

import java.util.List;
import java.util.Map;

/** How a field gets its values. */
sealed interface Fetcher {

    /** Each from its object alone. */
    non-sealed interface OfOne extends Fetcher {

        /** The value of a field of an object; what it throws is the field's error. */
        Object of(Object source) throws Exception;
    }

    /** All of a level at once. */
    non-sealed interface OfMany extends Fetcher {

        /**
         * The values of a field of many objects, in their order; what it throws is the error of all
         * of them.
         *
         * @param sources the objects, each once; a single null for a field of the query itself
         * @param arguments by name, as graphql-java coerced them
         */
        List<?> of(List<Object> sources, Map<String, Object> arguments) throws Exception;
    }
}
