/** Finds passages and findings by words: query text, excerpts and hits. */
package peel.search;
