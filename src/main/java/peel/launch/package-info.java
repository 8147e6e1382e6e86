/** Settings, console and one-line messages that are needed before Quarkus runs. */
package peel.launch;
