/** The command line: {@code import} and {@code export}. Neither needs a running service. */
package peel.command;
