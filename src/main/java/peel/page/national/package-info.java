/** The national picture: how all forces were graded on one question of one cycle. */
@NullMarked
package peel.page.national;

import org.jspecify.annotations.NullMarked;
