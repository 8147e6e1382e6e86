/**
 * HTTP as the endpoint and the pages need it: parts of headers, conditions, compression, files, and bodies that are delivered
 * within a memory budget.
 */
@NullMarked
package peel.http;

import org.jspecify.annotations.NullMarked;
