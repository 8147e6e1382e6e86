/** The phrases of reports: numbers, periods, changes, sentences. The package knows text, but no facts. */
@NullMarked
package peel.reading.phrase;

import org.jspecify.annotations.NullMarked;
