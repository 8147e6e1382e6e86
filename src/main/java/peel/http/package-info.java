/** HTTP as the endpoint and the pages need it: parts of headers, conditions, compression and files. */
@NullMarked
package peel.http;

import org.jspecify.annotations.NullMarked;
