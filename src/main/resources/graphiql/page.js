'use strict';

const linked = permalink.read(location.search);
const page = ReactDOM.createRoot(document.getElementById('graphiql'));
const copied = document.getElementById('copied');
const endpoint = new URL('../graphql', location.origin + location.pathname);
let current = linked ?? examples[0];

document.getElementById('count').textContent = `${examples.length} example`;

// GraphiQL would execute the first operation of a linked document, and asks only if the user runs it by mouse.
function render(operationName) {
    page.render(
        React.createElement(GraphiQL, {
            fetcher: GraphiQL.createFetcher({
                url: endpoint.pathname,
                subscriptionUrl: endpoint.href.replace(/^http/, 'ws'),
            }),
            // The tabs of somebody who comes for the first time, and a linked query for those who have tabs already.
            defaultTabs: linked === null ? examples : [linked, ...examples],
            query: linked?.query,
            variables: linked?.variables,
            operationName,
            onTabChange({ tabs, activeTabIndex }) {
                current = tabs[activeTabIndex];
                copied.textContent = '';
                if (operationName !== undefined && current.query !== linked.query) {
                    render(undefined);
                }
            },
            shouldPersistHeaders: false,
        })
    );
}

render(linked?.operationName);

document.getElementById('copy').addEventListener('click', async () => {
    const operationName =
        linked !== null && current.query === linked.query ? linked.operationName : current.operationName;
    const link = permalink.write(location.origin + location.pathname, { ...current, operationName });
    try {
        await navigator.clipboard.writeText(link);
        copied.textContent = 'Copied.';
    } catch {
        // Browsers refuse access to the clipboard, for example without TLS. The address bar then has the link.
        history.replaceState(null, '', link);
        copied.textContent = 'The link is in the address bar.';
    }
});
