package peel.page;

import java.util.List;

/** An address that nothing has: status 404. */
public class NoSuchPageException extends RuntimeException {

    private final transient List<PageLink> near;

    /**
     * An address that nothing has.
     *
     * @param message a sentence for people
     * @param near what may have been meant, as links from the address
     */
    public NoSuchPageException(String message, List<PageLink> near) {
        super(message, null, false, false);
        this.near = List.copyOf(near);
    }

    public List<PageLink> near() {
        return near;
    }
}
