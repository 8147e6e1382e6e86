package peel.execution;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a value comes to in the answer: a leaf, or an object with fields of its own. */
sealed interface Completion {

    /**
     * @param serialize gives text, a number or a truth value; throws if it can't
     */
    record Leaf(UnaryOperator<Object> serialize) implements Completion {}

    /**
     * @param selections what is selected of the object, which depends on its type
     */
    record Composite(Function<Object, ObjectSelection> selections) implements Completion {}
}
