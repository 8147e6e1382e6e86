package peel.query;

/** An answer was not complete by its {@link Deadline}. */
public class DeadlinePassedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DeadlinePassedException() {
        super("The request took too long.", null, false, false);
    }
}
