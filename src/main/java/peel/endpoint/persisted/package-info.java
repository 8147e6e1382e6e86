/** Documents that requests name instead of sending them: automatic persisted queries and trusted documents. */
@NullMarked
package peel.endpoint.persisted;

import org.jspecify.annotations.NullMarked;
