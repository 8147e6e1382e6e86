package peel.page;

/** The forms in which a page is sent. */
public enum PageForm {
    HTML("", "text/html; charset=utf-8"),
    /** Chart and table without the navigation, for pages of other sites. */
    EMBED("/embed", "text/html; charset=utf-8"),
    CSV(".csv", "text/csv; charset=utf-8; header=present"),
    JSON(".json", "application/json"),
    SVG(".svg", "image/svg+xml"),
    ATOM(".atom", "application/atom+xml; charset=utf-8");

    /** The media type of the JSON form of a page with a feed. */
    public static final String FEED_JSON = "application/feed+json";

    private final String suffix;
    private final String mediaType;

    PageForm(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    /** What follows the path of the page in the address of this form. */
    public String suffix() {
        return suffix;
    }

    String mediaType() {
        return mediaType;
    }

    /** The media type without its parameters. */
    String mediaTypeOnly() {
        int end = mediaType.indexOf(';');
        return end < 0 ? mediaType : mediaType.substring(0, end);
    }

    boolean isHtml() {
        return this == HTML || this == EMBED;
    }
}
