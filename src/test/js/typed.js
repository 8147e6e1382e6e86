// Generates types from the served schema with GraphQL Code Generator and gql.tada, and compiles code that uses them: right
// code compiles, and code with a wrong type does not.
import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { generateOutput } from '@gql.tada/cli-utils';
import ts from 'typescript';
import { run } from './check.js';

const url = process.argv[2];
// Below this folder, so that the compiler finds node_modules.
const folder = mkdtempSync(join(import.meta.dirname, 'node_modules', '.typed-'));

const QUERY = `query Force($name: String!, $first: Int) {
  force(name: $name) { id name judgments { grade state knownFrom } }
  observations(first: $first) { nodes { value printed asAt } }
}`;

/** Compiles files strictly and returns the messages. */
function messages(...files) {
  const program = ts.createProgram(files.map(file => join(folder, file)), {
    strict: true, noEmit: true, skipLibCheck: true, types: [],
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
  });
  return ts.getPreEmitDiagnostics(program).map(found => ts.flattenDiagnosticMessageText(found.messageText, '\n'));
}

/** Code that reads an answer; the last line is wrong if "wrong" is true. */
const use = (imports, document, type, wrong) => `${imports}
const document = ${document};
declare const data: ${type}<typeof document>;
const name: string | undefined = data.force?.name;
const grades: (string | null | undefined)[] = data.force?.judgments.map(judgment => judgment.grade) ?? [];
const value: number | null | undefined = data.observations.nodes[0]?.value;
${wrong ? 'const wrong: number = data.force!.name;' : ''}
export { name, grades, value };
`;

process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

await run({
  'GraphQL Code Generator (client preset)': async () => {
    mkdirSync(join(folder, 'codegen'));
    for (const [file, wrong] of [['right', false], ['wrong', true]]) {
      writeFileSync(join(folder, 'codegen', `${file}.ts`), use(
        "import type { ResultOf } from '@graphql-typed-document-node/core';\nimport { graphql } from './gql';",
        `graphql(\`${QUERY}\`)`, 'ResultOf', wrong));
    }
    await generate({
      schema: url,
      documents: join(folder, 'codegen', 'right.ts'),
      generates: {
        [join(folder, 'codegen', 'gql/')]: { preset: 'client', config: { scalars: { BigDecimal: 'number', Date: 'string' } } },
      },
      silent: true,
    }, true);
    assert.deepEqual(messages('codegen/right.ts'), []);
    assert.match(messages('codegen/wrong.ts').join(), /Type 'string' is not assignable to type 'number'/);
  },
  'gql.tada': async () => {
    mkdirSync(join(folder, 'tada'));
    writeFileSync(join(folder, 'tada', 'tsconfig.json'), JSON.stringify({
      compilerOptions: {
        strict: true,
        plugins: [{ name: 'gql.tada/ts-plugin', schema: url, tadaOutputLocation: './graphql-env.d.ts' }],
      },
    }));
    await generateOutput({ output: undefined, tsconfig: join(folder, 'tada', 'tsconfig.json') });
    for (const [file, wrong] of [['right', false], ['wrong', true]]) {
      writeFileSync(join(folder, 'tada', `${file}.ts`), use(
        `import { initGraphQLTada, type ResultOf } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';
const graphql = initGraphQLTada<{
introspection: introspection; scalars: { Date: string; BigDecimal: number } }>();`,
        `graphql(\`${QUERY}\`)`, 'ResultOf', wrong));
    }
    assert.deepEqual(messages('tada/right.ts'), []);
    assert.match(messages('tada/wrong.ts').join(), /Type 'string' is not assignable to type 'number'/);
  },
});
