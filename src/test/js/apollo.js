// Runs Apollo Client against the service, as a front end uses it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { run } from './check.js';

const uri = process.argv[2];

function client(link = new HttpLink({ uri })) {
  return new ApolloClient({ link, cache: new InMemoryCache(), defaultOptions: { query: { fetchPolicy: 'no-cache' } } });
}

const FORCE = gql`query Force($name: String!) { force(name: $name) { slug name } }`;
const JUDGMENTS = gql`
  query Judgments($first: Int, $after: String, $last: Int, $before: String) {
    judgments(first: $first, after: $after, last: $last, before: $before) {
      totalCount
      edges { cursor node { id } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;

async function all(forwards) {
  const ids = [];
  let total;
  let cursor;
  for (let more = true; more; ) {
    const variables = forwards ? { first: 37, after: cursor } : { last: 37, before: cursor };
    const { data: { judgments: { totalCount, edges, pageInfo } } } = await client().query({ query: JUDGMENTS, variables });
    total = totalCount;
    const page = edges.map(edge => edge.node.id);
    if (forwards) ids.push(...page); else ids.unshift(...page);
    more = forwards ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
    cursor = forwards ? pageInfo.endCursor : pageInfo.startCursor;
  }
  return { ids, total };
}

// Records the requests, so that a check can see how the client got its answer.
function persisted() {
  const sent = [];
  const http = new HttpLink({
    uri,
    useGETForQueries: true,
    fetch: async (address, options) => {
      const response = await fetch(address, options);
      sent.push({ method: options.method, withText: decodeURIComponent(`${address}${options.body ?? ''}`).includes('query Force'),
        status: response.status });
      return response;
    },
  });
  const link = new PersistedQueryLink({ sha256: text => createHash('sha256').update(text).digest('hex') });
  return { sent, client: client(ApolloLink.from([link, http])) };
}

await run({
  'a query with variables': async () => {
    const { data } = await client().query({ query: FORCE, variables: { name: 'GMP' } });
    assert.equal(data.force.name, 'Greater Manchester Police');
  },
  'all judgments, forwards and backwards, without duplicates or gaps': async () => {
    const forwards = await all(true);
    const backwards = await all(false);
    assert.ok(forwards.total > 100);
    assert.equal(forwards.ids.length, forwards.total);
    assert.equal(new Set(forwards.ids).size, forwards.total);
    assert.deepEqual(backwards.ids, forwards.ids);
    return `${forwards.total} judgments`;
  },
  'automatic persisted queries: the hash, then hash and text, then the hash alone by GET': async () => {
    // A unique text, so that it cannot have been registered before.
    const query = gql`query Force${Date.now()}($name: String!) { force(name: $name) { name } }`;
    const { sent, client } = persisted();
    const first = await client.query({ query, variables: { name: 'gmp' } });
    assert.equal(first.data.force.name, 'Greater Manchester Police');
    assert.deepEqual(sent.map(one => one.withText), [false, true]);
    const second = await client.query({ query, variables: { name: 'bedfordshire' } });
    assert.equal(second.data.force.name, 'Bedfordshire Police');
    assert.equal(sent.length, 3);
    assert.deepEqual(sent[2], { method: 'GET', withText: false, status: 200 });
  },
  'an error has its code': async () => {
    const query = gql`{ judgmentMatrix(cycle: "1900") { cycle { code } } }`;
    const failure = await client().query({ query }).catch(error => error);
    assert.ok(CombinedGraphQLErrors.is(failure), String(failure));
    assert.equal(failure.errors[0].extensions.code, 'BAD_USER_INPUT');
    return failure.errors[0].message;
  },
});
