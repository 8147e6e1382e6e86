/** The GraphiQL page, with questions that are ready to run. */
package peel.graphiql;
