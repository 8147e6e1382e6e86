/** Bounds connections, below HTTP: how many there are, how slowly a request may arrive, and how many may be pipelined. */
@org.jspecify.annotations.NullMarked
package peel.connection;
