// Checks the links that open a query in the GraphiQL page.
import assert from 'node:assert/strict';
import vm from 'node:vm';
import { run } from './check.js';

const address = new URL('graphiql/', process.argv[2]);

/** The value of a constant of one of the page's scripts. */
async function constant(script, name) {
  const page = await (await fetch(address)).text();
  const source = page.match(new RegExp(`src="(${script}\\.[^"]+)"`))[1];
  const text = await (await fetch(new URL(source, address))).text();
  return vm.runInNewContext(`${text}; ${name}`, { URLSearchParams });
}

await run({
  'a link opens the query that it was made of': async () => {
    const permalink = await constant('permalink', 'permalink');
    const tabs = [
      { query: '{ force(name: "a+b & c#d=%20") { name } }', variables: undefined, operationName: undefined },
      { query: 'query A { __typename } query B($n: Int) { forces(first: $n) { totalCount } }',
        variables: '{ "n": 1 }', operationName: 'B' },
    ];
    for (const tab of tabs) {
      const link = new URL(permalink.write('http://peel.example/graphiql/', tab));
      assert.deepEqual({ ...permalink.read(link.search) }, tab);
      assert.doesNotMatch(link.href, /[+ "{]/);
    }
    assert.equal(permalink.read('?utm_source=x'), null);
  },
  'the parameters are those of a GET to the endpoint': async () => {
    const permalink = await constant('permalink', 'permalink');
    const tab = { query: 'query A { __typename } query B($n: String!) { force(name: $n) { slug } }',
      variables: '{ "n": "gmp" }', operationName: 'B' };
    const { data } = await (await fetch(permalink.write(process.argv[2], tab))).json();
    assert.equal(data.force.slug, 'greater-manchester');
  },
  'every example has a query': async () => {
    const examples = await constant('examples', 'examples');
    assert.ok(examples.length > 1 && examples.every(example => example.query.includes('query ')));
  },
});
