package peel.page.site;

/**
 * The ways to the API.
 *
 * @param root the relative path to the root of the service
 * @param graphiql whether GraphiQL is served
 * @param schema whether the schema is public
 */
public record ApiView(String root, boolean graphiql, boolean schema, String example) {}
