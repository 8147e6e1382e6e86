/** IDs that do not depend on a database, and the interface of all objects that have one. */
@NullMarked
package peel.node;

import org.jspecify.annotations.NullMarked;
