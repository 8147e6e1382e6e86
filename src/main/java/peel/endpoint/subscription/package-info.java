/** Subscriptions: events of the dataset, by Server-Sent Events and WebSocket. */
@NullMarked
package peel.endpoint.subscription;

import org.jspecify.annotations.NullMarked;
