// Runs Relay's compiler on the served schema: checks connections, refetching and Node.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import relay from 'relay-compiler';

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
`;

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
  if (artifacts.length !== 5) throw new Error(`artifacts: ${artifacts}`);
  console.log(`ok    relay-compiler: ${artifacts.join(', ')}`);
} catch (error) {
  console.log(`error relay-compiler: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
