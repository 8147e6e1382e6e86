/** The 43 territorial police forces, their names, areas and monitoring. */
@NullMarked
package peel.force;

import org.jspecify.annotations.NullMarked;
