// Runs urql against the service.
import assert from 'node:assert/strict';
import { Client, fetchExchange, gql } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { run } from './check.js';

const url = process.argv[2];

await run({
  'a query with variables': async () => {
    const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: false });
    const { data } = await client.query(gql`query ($name: String!) { force(name: $name) { name } }`, { name: 'GMP' });
    assert.equal(data.force.name, 'Greater Manchester Police');
  },
  'automatic persisted queries by GET': async () => {
    const sent = [];
    const client = new Client({
      url,
      fetch: async (address, options) => {
        sent.push(`${options.method ?? 'GET'} ${/query[ +]Urql/.test(decodeURIComponent(address + (options.body ?? ''))) ? 'text' : 'hash'}`);
        return fetch(address, options);
      },
      exchanges: [persistedExchange({ preferGetForPersistedQueries: true }), fetchExchange],
    });
    const query = gql(`query Urql${Date.now()} { force(name: "gmp") { name } }`);
    for (let i = 0; i < 2; i++) {
      const { data, error } = await client.query(query, {}, { requestPolicy: 'network-only' });
      assert.equal(error, undefined);
      assert.equal(data.force.name, 'Greater Manchester Police');
    }
    assert.deepEqual(sent.map(one => one.split(' ')[1]), ['hash', 'text', 'hash']);
    assert.equal(sent[2], 'GET hash');
  },
  'an error has its code': async () => {
    const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: false });
    const { error } = await client.query(gql`{ judgmentMatrix(cycle: "1900") { cycle { code } } }`, {});
    assert.equal(error.graphQLErrors[0].extensions.code, 'BAD_USER_INPUT');
  },
});
