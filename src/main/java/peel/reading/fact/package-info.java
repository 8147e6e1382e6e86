/** The facts in a report: the inspection it is about, judgments, findings and fieldwork. */
@NullMarked
package peel.reading.fact;

import org.jspecify.annotations.NullMarked;
