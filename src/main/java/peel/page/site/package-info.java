/** The page that leads to the GraphQL API. */
@NullMarked
package peel.page.site;

import org.jspecify.annotations.NullMarked;
