package peel.execution.level;

/** A field or list element is null although the schema declares it non-null. */
class NullNotAllowedException extends RuntimeException {

    NullNotAllowedException() {
        super("The schema declares this field or element non-null, but it is null");
    }
}
