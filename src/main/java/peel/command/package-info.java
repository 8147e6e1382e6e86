/** The command line: {@code import} and {@code export}. It needs no running service. */
package peel.command;
