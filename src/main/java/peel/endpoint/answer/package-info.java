/** Decides which answer a request gets, from memory or by execution. Nothing here reads or writes HTTP messages. */
@NullMarked
package peel.endpoint.answer;

import org.jspecify.annotations.NullMarked;
