package peel.importing.format;

/** What the values of a column are, for programs that read the files. */
public enum ValueType {
    TEXT,
    URL,
    INTEGER,
    /** With the digits of the source. */
    DECIMAL,
    /** A day: {@code 2015-06-30}. */
    DATE,
    /** {@code true} or {@code false}. */
    FLAG,
    /** Texts separated by semicolons. */
    LIST
}
