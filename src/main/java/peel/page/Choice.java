package peel.page;

/**
 * One of several views of a page.
 *
 * @param href relative to the page
 * @param current whether it is the one that is shown
 */
public record Choice(String text, String href, boolean current) {}
