/** The page of a question: how it was answered, and what it can be compared with. */
@NullMarked
package peel.page.question;

import org.jspecify.annotations.NullMarked;
