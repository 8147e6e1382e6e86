// Runs graphql-request against the service.
import assert from 'node:assert/strict';
import { ClientError, GraphQLClient, gql } from 'graphql-request';
import { run } from './check.js';

const url = process.argv[2];

await run({
  'a query with variables': async () => {
    const data = await new GraphQLClient(url)
      .request(gql`query ($name: String!) { force(name: $name) { name } }`, { name: 'GMP' });
    assert.equal(data.force.name, 'Greater Manchester Police');
  },
  'a query by GET': async () => {
    const client = new GraphQLClient(url, { method: 'GET', jsonSerializer: JSON });
    const data = await client.request(gql`query ($name: String!) { force(name: $name) { slug } }`, { name: 'GMP' });
    assert.equal(data.force.slug, 'greater-manchester');
  },
  'an error has its code': async () => {
    const failed = new GraphQLClient(url).request(gql`{ judgmentMatrix(cycle: "1900") { cycle { code } } }`);
    await assert.rejects(failed, error =>
      error instanceof ClientError && error.response.errors[0].extensions.code === 'BAD_USER_INPUT');
  },
  'a suggestion for a wrong name': async () => {
    await assert.rejects(new GraphQLClient(url).request('{ frces { totalCount } }'), /Did you mean "forces"/);
  },
});
