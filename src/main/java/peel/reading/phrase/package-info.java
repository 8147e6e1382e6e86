/** How reports say things: numbers, periods, changes, sentences. Knows text, no facts. */
package peel.reading.phrase;
