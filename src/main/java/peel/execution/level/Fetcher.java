package peel.execution.level;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.paging.PageRequest;

/** Fetches the values of a field. */
public sealed interface Fetcher {

    /** Fetches a value from one object. */
    non-sealed interface OfOne extends Fetcher {

        /** Returns the field's value; an exception becomes an error of the field. */
        @Nullable Object of(Object source) throws Exception;
    }

    /** Fetches the values of all objects of a level at once. */
    non-sealed interface OfMany extends Fetcher {

        /**
         * Returns the field's values in the order of the objects; an exception becomes an error of the field of every
         * object. An element of a list that is a {@link BadUserInputException} becomes an error of that element, which is
         * null.
         *
         * @param sources the objects without duplicates; a single one without meaning for a field of the query itself
         * @param arguments by name, as coerced by graphql-java
         */
        List<?> of(List<Object> sources, Map<String, @Nullable Object> arguments) throws Exception;
    }

    /** Fetches the events of a field of {@code Subscription}. */
    non-sealed interface OfEvents extends Fetcher {

        /** The argument that says after which event to continue. A field without it has only its latest event. */
        String SINCE = "since";

        /** The maximum number of events at a time; fewer if there are no more. */
        int MOST = PageRequest.LARGEST;

        /** Returns the next events; an exception becomes an error of the field. */
        List<?> next(Map<String, @Nullable Object> arguments) throws Exception;

        /** Returns the value of {@link #SINCE} with which the field continues after an event. */
        String positionAfter(Object event) throws Exception;
    }
}
