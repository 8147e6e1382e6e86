/** The GraphiQL page, with example queries in its tabs. */
package peel.graphiql;
