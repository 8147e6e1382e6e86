/** What a report says: judgments, findings and figures, each with the place it stands in. */
package peel.reading.fact;
