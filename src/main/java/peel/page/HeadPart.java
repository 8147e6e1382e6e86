package peel.page;

/** Adds elements to the {@code head} of pages. */
public interface HeadPart {

    /**
     * HTML for the head of a page, empty if this page needs none. All text in it is escaped.
     *
     * @param state the identity of the state of the data, empty if it is unknown
     */
    String html(PageAddress address, PageView view, String state);
}
