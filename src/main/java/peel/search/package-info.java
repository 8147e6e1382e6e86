/** Searches passages and findings: query text, excerpts and hits. */
@NullMarked
package peel.search;

import org.jspecify.annotations.NullMarked;
