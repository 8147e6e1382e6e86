// The questions and the TypeScript settings of docs/api.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const text = readFileSync(join(import.meta.dirname, '../../../docs/api.md'), 'utf8');

/** The questions. Those without a name get one, because generated types are named after operations. */
export const recipes = [...text.matchAll(/^```graphql\n(.+?)^```/gms)]
  .map(([, recipe], i) => (recipe.startsWith('{') ? `query Recipe${i + 1} ${recipe}` : recipe));

/** The types of the scalars that the guide recommends. */
export const scalars = Object.fromEntries(
  [...text.match(/scalars: \{(.+?)\}/s)[1].matchAll(/(\w+): '(\w+)'/g)].map(([, scalar, type]) => [scalar, type]));
