/** The scalars of the schema where SmallRye GraphQL's own are not those of the specification, or say too little. */
@NullMarked
package peel.execution.scalar;

import org.jspecify.annotations.NullMarked;
