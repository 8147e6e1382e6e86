// Subscribes with the libraries that front ends use, by Server-Sent Events and by WebSocket, and with the EventSource of a browser
// (if there is a Chromium).
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { createClient as createSse } from 'graphql-sse';
import { createClient as createSocket } from 'graphql-ws';
import { chromium } from 'playwright-core';
import WebSocket from 'ws';
import { run } from './check.js';

const url = process.argv[2];
const socketUrl = url.replace(/^http/, 'ws');

const STATE = 'subscription { datasetChanged { state revision } }';
// The log has at least one change for each format of the first load.
const CHANGES = 'subscription ($since: String) { changes(since: $since) { id position kind format } }';

const answer = await fetch(url, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: '{ dataset { state } changes(last: 3, first: null) { nodes { id position } } }' }),
}).then(response => response.json());
assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
const state = answer.data.dataset.state;
// The oldest three, the oldest first.
const oldest = answer.data.changes.nodes.reverse();

const sse = () => createSse({ url, retryAttempts: 0 });
const socket = () => createSocket({ url: socketUrl, webSocketImpl: WebSocket, retryAttempts: 0 });

/** The first results of a client of the graphql-sse or graphql-ws library, which have the same methods. */
async function first(client, request, count) {
  const results = [];
  for await (const result of client.iterate(request)) {
    results.push(result);
    if (results.length === count) break;
  }
  client.dispose();
  return results;
}

function checks(name, client) {
  return {
    [`${name}: the state at once`]: async () => {
      const [result] = await first(client(), { query: STATE }, 1);
      assert.equal(result.data.datasetChanged.state, state);
    },
    [`${name}: changes from the beginning, and from a position on`]: async () => {
      const from = await first(client(), { query: CHANGES, variables: { since: '2000-01-01' } }, 3);
      assert.deepEqual(from.map(({ data }) => data.changes.id), oldest.map(({ id }) => id));
      const [second] = await first(client(), { query: CHANGES, variables: { since: oldest[0].position } }, 1);
      assert.equal(second.data.changes.id, oldest[1].id);
    },
    [`${name}: a query`]: async () => {
      const results = await first(client(), { query: '{ force(name: "gmp") { name } }' }, 2);
      assert.deepEqual(results.map(({ data }) => data.force.name), ['Greater Manchester Police']);
    },
  };
}

/** The first value of an observable, of either kind. */
function firstOf(subscribe) {
  return new Promise((resolve, reject) => {
    const subscription = subscribe(value => {
      resolve(value);
      setTimeout(() => subscription.unsubscribe());
    }, reject);
  });
}

const all = {
  ...checks('graphql-sse', sse),
  ...checks('graphql-ws', socket),
  'graphql-sse: an error of the document': async () => {
    const [result] = await first(sse(), { query: 'subscription { nothing }' }, 1);
    assert.equal(result.errors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
  },
  'graphql-ws: an error of the document': async () => {
    const errors = await first(socket(), { query: 'subscription { nothing }' }, 1).catch(error => error);
    assert.equal(errors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
  },
  'Apollo Client with GraphQLWsLink': async () => {
    const connection = socket();
    const client = new ApolloClient({ link: new GraphQLWsLink(connection), cache: new InMemoryCache() });
    const result = await firstOf((next, error) => client.subscribe({ query: gql(STATE) }).subscribe({ next, error }));
    assert.equal(result.data.datasetChanged.state, state);
    const { data } = await client.query({ query: gql`{ force(name: "gmp") { name } }` });
    assert.equal(data.force.name, 'Greater Manchester Police');
    await connection.dispose();
  },
  'urql with graphql-ws': async () => {
    const connection = socket();
    const client = new Client({
      url,
      exchanges: [fetchExchange, subscriptionExchange({
        forwardSubscription: request => ({
          subscribe: sink => ({ unsubscribe: connection.subscribe(request, sink) }),
        }),
      })],
    });
    const result = await firstOf(next => client.subscription(STATE, {}).subscribe(next));
    assert.equal(result.error, undefined);
    assert.equal(result.data.datasetChanged.state, state);
    await connection.dispose();
  },
  'urql by Server-Sent Events, without another library': async () => {
    const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: false, fetchSubscriptions: true });
    const result = await firstOf(next => client.subscription(STATE, {}).subscribe(next));
    assert.equal(result.error, undefined);
    assert.equal(result.data.datasetChanged.state, state);
  },
};

const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find(path => path && existsSync(path));
if (executablePath === undefined) {
  console.log('left out: EventSource needs Chromium, whose path the environment variable CHROMIUM may give');
} else {
  all['EventSource in Chromium'] = async () => {
    // Its sandbox does not work for root and in most containers; the only page that it opens is ours.
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage();
      // A page whose policy lets it connect to the service.
      await page.goto(new URL('graphiql/', url).href);
      const seen = await page.evaluate(address => new Promise((resolve, reject) => {
        const events = new EventSource(address);
        events.addEventListener('next', event => {
          events.close();
          resolve({ data: JSON.parse(event.data), id: event.lastEventId });
        });
        events.onerror = () => reject(new Error('the event stream failed'));
      }), `${new URL(url).pathname}?query=${encodeURIComponent(STATE)}`);
      assert.equal(seen.data.data.datasetChanged.state, state);
      assert.equal(seen.id, state);
    } finally {
      await browser.close();
    }
  };
}
await run(all);
