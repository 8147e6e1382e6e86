package peel.page;

/** A chart. */
public interface PageChart {

    /** The {@code svg} element for a page, coloured by the classes of the style sheet. All text in it is escaped. */
    String element();

    /** The chart as a file, with its own styles. */
    String file();
}
