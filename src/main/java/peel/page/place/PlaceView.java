package peel.page.place;

import java.util.List;
import peel.page.PageLink;
import peel.page.PageTable;

/**
 * The answer to a search for a place.
 *
 * @param asked what was searched for; empty if nothing was
 * @param meant names that may have been meant
 * @param action the address of the form
 */
public record PlaceView(String asked, PageTable found, List<PageLink> meant, String action, String forces) {}
