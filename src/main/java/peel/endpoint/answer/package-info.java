/** Decides which answer a request gets, from memory or by execution. Nothing here reads or writes HTTP messages. */
package peel.endpoint.answer;
