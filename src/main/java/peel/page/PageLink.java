package peel.page;

/**
 * A link.
 *
 * @param href relative to the page that shows it
 */
public record PageLink(String text, String href) {}
