/** The GraphiQL page, with example queries in its tabs. */
@NullMarked
package peel.graphiql;

import org.jspecify.annotations.NullMarked;
