/** Searches passages and findings: query text, excerpts and hits. */
package peel.search;
