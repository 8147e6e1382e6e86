package peel.importing.format;

import peel.importing.input.InputRow;

/** Checks what concerns several columns of a row, or several rows of one import. */
public interface RowCheck {

    /**
     * Checks a row.
     *
     * @throws peel.importing.input.DatasetException if the row is not valid
     */
    void check(InputRow row, ImportContext context);
}
