/** The facts in a report: the inspection it is about, judgments, findings and fieldwork. */
package peel.reading.fact;
