/**
 * The CSV formats, one class each. A format declares its columns with how they are read, stored, exported
 * and documented; what identifies a row; what rows refer to; how they are merged.
 */
@NullMarked
package peel.importing.format;

import org.jspecify.annotations.NullMarked;
