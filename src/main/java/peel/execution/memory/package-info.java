/** How much memory requests, answers and caches may take. */
@org.jspecify.annotations.NullMarked
package peel.execution.memory;
