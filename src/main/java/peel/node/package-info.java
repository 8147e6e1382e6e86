/** Ids that outlive a database, and the interface of everything that has one. */
@NullMarked
package peel.node;

import org.jspecify.annotations.NullMarked;
