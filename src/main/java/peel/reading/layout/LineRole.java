package peel.reading.layout;

/** What a line is, before lines are joined. */
enum LineRole {
    /** Holds neither letter nor digit. */
    BLANK,
    /** Running text, headings, lists, captions. */
    BODY,
    /** The first line of a footnote. */
    FOOTNOTE_START,
    /** A further line of a footnote. */
    FOOTNOTE,
    /** A bare address. */
    LINK,
    /** A printed page number. */
    PAGE_NUMBER,
    /** A line of the table of contents. */
    CONTENTS,
    /** A line of a table. */
    TABLE
}
