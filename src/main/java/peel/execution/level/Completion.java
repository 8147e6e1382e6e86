package peel.execution.level;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How a fetched value becomes a value of the answer: a leaf, or an object with fields. */
sealed interface Completion {

    /**
     * @param serialize returns text, a number or a Boolean; throws if the value does not fit the type
     */
    record Leaf(UnaryOperator<Object> serialize) implements Completion {

        /** For fields of introspection, whose values are ready. */
        static final Leaf AS_IS = new Leaf(UnaryOperator.identity());
    }

    /**
     * @param selections returns what is selected of an object, which depends on the object's type
     */
    record Composite(Function<Object, ObjectSelection> selections) implements Completion {}
}
