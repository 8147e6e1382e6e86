/** Areas for improvement, causes of concern, recommendations and their statuses. */
@NullMarked
package peel.finding;

import org.jspecify.annotations.NullMarked;
