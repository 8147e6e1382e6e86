'use strict';

ReactDOM.createRoot(document.getElementById('graphiql')).render(
    React.createElement(GraphiQL, {
        fetcher: GraphiQL.createFetcher({ url: new URL('../graphql', location.href).pathname }),
        defaultTabs: examples,
        shouldPersistHeaders: false,
    })
);
