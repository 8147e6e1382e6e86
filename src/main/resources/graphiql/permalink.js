'use strict';

// Links to a query: ?query=...&variables=...&operationName=... after the page's address.
const permalink = {
    /** The query that a link's query string has, or null. */
    read(search) {
        const parameters = new URLSearchParams(search);
        const query = parameters.get('query');
        return query === null ? null : {
            query,
            variables: parameters.get('variables') ?? undefined,
            operationName: parameters.get('operationName') || undefined,
        };
    },

    /** The link to a tab of GraphiQL. */
    write(address, tab) {
        const parameters = new URLSearchParams({ query: tab.query ?? '' });
        if (tab.variables?.trim()) {
            parameters.set('variables', tab.variables);
        }
        if (tab.operationName) {
            parameters.set('operationName', tab.operationName);
        }
        // %20, because not every program that detects links in texts accepts "+".
        return address + '?' + parameters.toString().replaceAll('+', '%20');
    },
};
