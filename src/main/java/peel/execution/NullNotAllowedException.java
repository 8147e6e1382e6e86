package peel.execution;

/** A field, or an element of a list, was null that the schema says is never null. */
class NullNotAllowedException extends RuntimeException {

    NullNotAllowedException() {
        super("The schema says that this is never null");
    }
}
