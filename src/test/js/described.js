// Checks the description of the dataset that search engines read: JSON-LD in which nothing is lost when it is expanded, and only what
// schema.org has, with the values that it allows there.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';
import ts from 'typescript';
import { run } from './check.js';

const site = new URL('/', process.argv[2]);
// Below this folder, so that the compiler finds node_modules.
const folder = mkdtempSync(join(import.meta.dirname, 'node_modules', '.described-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const html = await (await fetch(new URL('/data', site))).text();
const [, text] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html);
const { '@context': context, ...dataset } = JSON.parse(text);

/** The messages of the compiler about an object as schema.org's Dataset. */
function messages(name, object) {
  const file = join(folder, `${name}.ts`);
  writeFileSync(file, `import type { Dataset } from 'schema-dts';\nexport const dataset: Dataset = ${JSON.stringify(object)};\n`);
  const program = ts.createProgram([file], {
    strict: true, noEmit: true, skipLibCheck: true, types: [],
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
  });
  return ts.getPreEmitDiagnostics(program).map(found => ts.flattenDiagnosticMessageText(found.messageText, '\n'));
}

await run({
  'is a dataset of schema.org': () => {
    assert.equal(context, 'https://schema.org/');
    assert.deepEqual(messages('right', dataset), []);
    assert.notDeepEqual(messages('unknown', { ...dataset, licence: 'OGL' }), []);
    assert.notDeepEqual(messages('wrong', { ...dataset, distribution: [{ '@type': 'DataDownload', contentUrl: 1 }] }), []);
    return `${Object.keys(dataset).length} properties, ${dataset.distribution.length} files`;
  },
  'loses nothing when it is expanded': async () => {
    // As the context of schema.org, which is not fetched: its vocabulary, and which values are addresses.
    const address = { '@type': '@id' };
    const vocabulary = { '@vocab': 'http://schema.org/', license: address, url: address, contentUrl: address };
    const [expanded] = await jsonld.expand({ '@context': vocabulary, ...dataset }, { base: new URL('/data', site).href, safe: true });
    assert.deepEqual(expanded['@type'], ['http://schema.org/Dataset']);
    assert.equal(Object.keys(expanded).length, Object.keys(dataset).length);
    for (const file of expanded['http://schema.org/distribution']) {
      const [{ '@id': url }] = file['http://schema.org/contentUrl'];
      assert.equal((await fetch(url, { method: 'HEAD' })).status, 200, url);
    }
  },
});
