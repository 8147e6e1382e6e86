// Generates types from the served schema with GraphQL Code Generator and gql.tada, and compiles code that uses them: right
// code compiles, and code with a wrong type does not. The types of all questions of docs/api.md have neither "any" nor "unknown".
import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { generateOutput } from '@gql.tada/cli-utils';
import ts from 'typescript';
import { run } from './check.js';
import { recipes, scalars } from './recipes.js';

const url = process.argv[2];
// Below this folder, so that the compiler finds node_modules.
const folder = mkdtempSync(join(import.meta.dirname, 'node_modules', '.typed-'));

const QUERY = `query Force($name: String!, $first: Int) {
  force(name: $name) { id name judgments { grade state knownFrom } }
  observations(first: $first) { nodes { value printed asAt } }
}`;

const compile = (...files) => ts.createProgram(files.map(file => join(folder, file)), {
  strict: true, noEmit: true, skipLibCheck: true, types: [],
  target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
});

/** Compiles files strictly and returns the messages. */
const messages = (...files) => ts.getPreEmitDiagnostics(compile(...files))
  .map(found => ts.flattenDiagnosticMessageText(found.messageText, '\n'));

/** Calls a function with the path and the type of each value in the exported types whose names end with one of the given texts. */
function eachValue(file, ends, seen) {
  const program = compile(file);
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(join(folder, file))));
  const walk = (type, path) => {
    if (type.isUnionOrIntersection()) {
      type.types.forEach(part => walk(part, path));
    } else if (checker.isArrayType(type)) {
      checker.getTypeArguments(type).forEach(element => walk(element, path));
    } else if (type.flags & ts.TypeFlags.Object) {
      type.getProperties().forEach(field => walk(checker.getTypeOfSymbol(field), `${path}.${field.name}`));
    } else {
      seen(path, checker.typeToString(type));
    }
  };
  exported.filter(symbol => ends.some(end => symbol.name.endsWith(end)))
    .forEach(symbol => walk(checker.getDeclaredTypeOfSymbol(symbol), symbol.name));
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
        [join(folder, 'codegen', 'gql/')]: { preset: 'client', config: { scalars } },
      },
      silent: true,
    }, true);
    assert.deepEqual(messages('codegen/right.ts'), []);
    assert.match(messages('codegen/wrong.ts').join(), /Type 'string' is not assignable to type 'number'/);
  },
  'GraphQL Code Generator, questions of docs/api.md': async () => {
    mkdirSync(join(folder, 'recipes'));
    writeFileSync(
      join(folder, 'recipes', 'questions.ts'),
      `import { graphql } from './gql';\n${recipes.map(recipe => `graphql(\`${recipe}\`);`).join('\n')}`);
    await generate({
      schema: url,
      documents: join(folder, 'recipes', 'questions.ts'),
      generates: {
        // Otherwise the fields of a fragment are only reached through a function.
        [join(folder, 'recipes', 'gql/')]: { preset: 'client', presetConfig: { fragmentMasking: false }, config: { scalars, strictScalars: true } },
      },
      silent: true,
    }, true);
    assert.deepEqual(messages('recipes/questions.ts'), []);
    const operations = new Set();
    const untyped = [];
    let values = 0;
    eachValue('recipes/gql/graphql.ts', ['Query', 'QueryVariables'], (path, type) => {
      operations.add(path.split('.')[0].replace(/Variables$/, ''));
      values++;
      if (type === 'any' || type === 'unknown') {
        untyped.push(path);
      }
    });
    assert.deepEqual(untyped, []);
    assert.equal(operations.size, recipes.length);
    return `${recipes.length} questions, ${values} values, each with a type`;
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
