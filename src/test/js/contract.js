// The schema file against the last released one: fails if a released client would break.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const folder = new URL('../../main/graphql/', import.meta.url);
const released = new URL('released/schema.graphql', folder);
if (!existsSync(fileURLToPath(released))) {
  console.log('ok    nothing is released yet');
} else {
  const read = file => buildSchema(readFileSync(file, 'utf8'));
  const changes = await diff(read(released), read(new URL('schema.graphql', folder)));
  for (const change of changes) {
    console.log(`${change.criticality.level.toLowerCase().padEnd(12)} ${change.message}`);
  }
  const breaking = changes.filter(change => change.criticality.level === CriticalityLevel.Breaking);
  console.log(`${breaking.length > 0 ? 'error' : 'ok   '} ${changes.length} changes since the release, ${breaking.length} breaking`);
  process.exitCode = breaking.length > 0 ? 1 : 0;
}
