package peel.page;

import java.util.List;
import java.util.Set;

/** What the addresses of one pattern show. Implementations are singletons without state. */
public interface Page {

    /** The name in metrics, and of the files that are downloaded from addresses without segments. */
    String name();

    /**
     * The pattern of the addresses: {@code /figures/:metric}. A segment with a colon matches any one segment. Of several
     * patterns that match, the one with more fixed segments is chosen.
     */
    String path();

    /** The parameters of the query string that the page reads; others are ignored. */
    default Set<String> parameters() {
        return Set.of();
    }

    /** The media type of a form of the page. */
    default String mediaType(PageForm form) {
        return form.mediaType();
    }

    /**
     * Which operation answers an address.
     *
     * @throws BadAddressException if the address cannot be answered
     * @throws NoSuchPageException if nothing has this address
     */
    PageRead read(PageAddress address);

    /**
     * The page of what the operation returned.
     *
     * @throws BadAddressException if the address names something that the data do not have where it is needed
     * @throws NoSuchPageException if nothing has this address
     */
    PageView view(PageAddress address, PageData data);

    /**
     * Says that nothing has an address, whose segments the operation has refused.
     *
     * @param message why the operation failed
     */
    default NoSuchPageException nothingAt(PageAddress address, String message) {
        return new NoSuchPageException(message, List.of());
    }
}
