package peel.page;

import java.net.URI;

/** Addresses as the public sees them. */
public final class PublicAddress {

    private PublicAddress() {}

    /**
     * The absolute address of a path of the service.
     *
     * @param root where the public sees {@code /}
     * @param path encoded, with its query string
     */
    public static String of(URI root, String path) {
        String text = root.toString();
        return (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path;
    }
}
