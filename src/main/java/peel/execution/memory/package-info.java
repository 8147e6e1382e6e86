/** Bounds the memory that requests and answers take, for the whole process and for each connection. */
@org.jspecify.annotations.NullMarked
package peel.execution.memory;
