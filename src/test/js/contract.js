// Compares the schema file with the last released one; fails if a change breaks released clients.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const folder = new URL('../../main/graphql/', import.meta.url);
const released = new URL('released/schema.graphql', folder);
if (!existsSync(fileURLToPath(released))) {
  console.log('ok    no schema has been released yet');
} else {
  const read = file => buildSchema(readFileSync(file, 'utf8'));
  const changes = await diff(read(released), read(new URL('schema.graphql', folder)));
  for (const change of changes) {
    console.log(`${change.criticality.level.toLowerCase().padEnd(12)} ${change.message}`);
  }
  const breaking = changes.filter(change => change.criticality.level === CriticalityLevel.Breaking);
  console.log(`${breaking.length > 0 ? 'error' : 'ok   '} changes since the release: ${changes.length}, of which breaking: ${breaking.length}`);
  process.exitCode = breaking.length > 0 ? 1 : 0;
}
