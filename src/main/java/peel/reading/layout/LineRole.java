package peel.reading.layout;

/** The role of a line before lines are joined into passages. */
enum LineRole {
    /** Contains neither a letter nor a digit. */
    BLANK,
    /** Running text, headings, lists, captions. */
    BODY,
    FOOTNOTE_START,
    /** A further line of a footnote. */
    FOOTNOTE,
    /** Nothing but a URL. */
    LINK,
    PAGE_NUMBER,
    /** A line of the table of contents. */
    CONTENTS,
    TABLE
}
