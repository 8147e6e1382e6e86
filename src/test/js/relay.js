// Runs Relay's compiler on the served schema: checks connections, refetching and Node. Then its runtime pages in both directions.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import relay from 'relay-compiler';
import runtime from 'relay-runtime';

const SOURCE = `
import { graphql } from 'react-relay';

graphql\`
  query appQuery($name: String!) {
    force(name: $name) { ...app_force }
    ...app_judgments
  }
\`;

graphql\`
  fragment app_force on Force @refetchable(queryName: "appForceRefetch") {
    id
    slug
    name
  }
\`;

graphql\`
  fragment app_judgments on Query
  @argumentDefinitions(first: { type: "Int", defaultValue: 50 }, after: { type: "String" })
  @refetchable(queryName: "appJudgmentsPagination") {
    judgments(first: $first, after: $after) @connection(key: "app_judgments") {
      edges { node { id grade force { id name } } }
    }
  }
\`;

graphql\`
  query appPagesQuery($first: Int, $after: String, $last: Int, $before: String) {
    judgments(first: $first, after: $after, last: $last, before: $before) @connection(key: "appPages_judgments") {
      edges { cursor node { id grade } }
      pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
    }
  }
\`;
`;

/** Fetches two pages with one of Relay's stores, which merges them, and returns the ids in the store. */
async function idsOfTwoPages(query, first, next) {
  const network = runtime.Network.create(async (request, variables) => {
    const response = await fetch(process.argv[2], {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: request.text, variables }),
    });
    return response.json();
  });
  const environment = new runtime.Environment({ network, store: new runtime.Store(new runtime.RecordSource()) });
  const page = await runtime.fetchQuery(environment, query, first).toPromise();
  const both = await runtime.fetchQuery(environment, query, next(page.judgments.pageInfo)).toPromise();
  return both.judgments.edges.map(edge => edge.node.id);
}

async function pageBothWays(query) {
  const all = [];
  for (let after = null, more = true; more;) {
    const response = await fetch(process.argv[2], {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        query: 'query ($after: String) { judgments(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        variables: { after },
      }),
    });
    const { judgments } = (await response.json()).data;
    all.push(...judgments.nodes.map(node => node.id));
    after = judgments.pageInfo.endCursor;
    more = judgments.pageInfo.hasNextPage;
  }
  const forwards = await idsOfTwoPages(query, { first: 3 }, page => ({ first: 4, after: page.endCursor }));
  assert.deepEqual(forwards, all.slice(0, 7));
  const backwards = await idsOfTwoPages(query, { last: 3 }, page => ({ last: 4, before: page.startCursor }));
  assert.deepEqual(backwards, all.slice(-7));
  console.log(`ok    relay-runtime: pages of ${all.length} judgments in both directions`);
}

const folder = mkdtempSync(join(tmpdir(), 'relay-'));
try {
  const schema = await fetch(`${process.argv[2]}/schema.graphql`);
  if (!schema.ok) throw new Error(`schema.graphql: ${schema.status}`);
  writeFileSync(join(folder, 'schema.graphql'), await schema.text());
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'relay.config.json'),
    JSON.stringify({ src: './src', schema: './schema.graphql', language: 'javascript' }));
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src', 'app.js'), SOURCE);
  execFileSync(relay, ['relay.config.json'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const artifacts = readdirSync(join(folder, 'src', '__generated__'));
  if (artifacts.length !== 6) throw new Error(`artifacts: ${artifacts}`);
  console.log(`ok    relay-compiler: ${artifacts.join(', ')}`);
  await pageBothWays(createRequire(import.meta.url)(join(folder, 'src', '__generated__', 'appPagesQuery.graphql.js')));
} catch (error) {
  console.log(`error relay: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
