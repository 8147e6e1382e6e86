/** The phrases of reports: numbers, periods, changes, sentences. The package knows text, but no facts. */
package peel.reading.phrase;
