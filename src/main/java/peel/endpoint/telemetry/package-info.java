/** Metrics, log lines and traces of requests. */
package peel.endpoint.telemetry;
