/** Metrics, log lines and traces of requests. */
@NullMarked
package peel.endpoint.telemetry;

import org.jspecify.annotations.NullMarked;
