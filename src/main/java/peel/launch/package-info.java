/** Settings, console and one-line messages that are needed before Quarkus runs. */
@NullMarked
package peel.launch;

import org.jspecify.annotations.NullMarked;
