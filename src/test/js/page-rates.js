// Measures pages beside the operations behind them, asked by GET: bytes, milliseconds to the first byte, and how many a second 16
// connections get (with wrk). Usage: node page-rates.js URL-OF-A-SERVICE [NAME]
import { execFileSync } from 'node:child_process';
import { Agent, get } from 'node:http';

const site = new URL('/', process.argv[2]);
const name = process.argv[3] ?? '';
const ROUNDS = 5;
const SECONDS = 2;
const REQUESTS = 100;
const addresses = ['/', '/forces', '/forces/bedfordshire', '/figures', '/changes', '/changes?date=2017-01-01',
  '/changes?cycle=2017', '/compare?force=bedfordshire&force=kent', '/place?q=Luton', '/search?q=crime'];
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function ask(address) {
  return new Promise((resolve, reject) => {
    const began = process.hrtime.bigint();
    get(new URL(address, site), { agent, headers: { 'Accept-Encoding': 'gzip' } }, response => {
      let first;
      const parts = [];
      response.on('data', part => {
        first ??= Number(process.hrtime.bigint() - began) / 1e6;
        parts.push(part);
      });
      response.on('end', () => resolve({ status: response.statusCode, first, body: Buffer.concat(parts), headers: response.headers }));
    }).on('error', reject);
  });
}

const middle = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The addresses of the operations behind a page, from its links to GraphiQL. */
async function operations(address) {
  const html = await (await fetch(new URL(address, site))).text();
  return [...html.matchAll(/href="[^"]*graphiql\/?\?([^"#]+)"/g)].map(([, query]) => {
    const parameters = new URLSearchParams(query.replaceAll('&amp;', '&'));
    return `/graphql?${new URLSearchParams([...parameters].filter(([key]) => ['query', 'variables', 'operationName'].includes(key)))}`;
  });
}

function rate(address) {
  const out = execFileSync('wrk', ['-t2', '-c16', `-d${SECONDS}s`, '-H', 'Accept-Encoding: gzip', new URL(address, site).href],
    { encoding: 'utf8' });
  if (/Non-2xx/.test(out)) {
    throw new Error(`${address}: ${out}`);
  }
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(out)[1]);
}

const ratios = [];
console.log(`| ${name} page | bytes, gzip | ms to first byte: page, operation | requests/s: page, operation | ratio |`);
console.log('| --- | --- | --- | --- | --- |');
for (const address of addresses) {
  const [operation] = await operations(address);
  const times = [[], []];
  let bytes;
  for (let request = 0; request < REQUESTS; request++) {
    for (const [index, asked] of [address, operation].entries()) {
      if (asked !== undefined) {
        const answer = await ask(asked);
        times[index].push(answer.first);
        bytes = index === 0 ? answer.body.length : bytes;
      }
    }
  }
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push([rate(address), operation === undefined ? NaN : rate(operation)]);
  }
  const ratio = middle(rounds.map(([page, query]) => page / query));
  ratios.push(ratio);
  console.log(`| ${address} | ${bytes} | ${times.map(values => values.length ? middle(values).toFixed(1) : '').join(', ')} | ${
    [0, 1].map(index => Math.round(middle(rounds.map(round => round[index])))).join(', ')} | ${ratio.toFixed(2)} |`);
}
