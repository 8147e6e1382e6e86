// Measures the starts and the memory of packaged services side by side:
//
//   .ci/starts [--starts N] [--requests N] [--postgres FOLDER] NAME=COMMAND...
//
// COMMAND is an executable or a command line with java. A service whose name begins with "bare" is that of src/bench/bare. Each
// service has a database of its own, which it fills at its first start. After that the services are started in turn, and asked until
// the first answer from the database. At last each is sent --requests requests of the five operations, with 16 connections and
// without its cache of answers; its memory is read at once and after a rest, in which a JVM ends compiling and returns what that
// took. "first start" is on an empty database, with the whole dataset to be loaded.
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { draws, operations } from './operations.js'
import { freePort, Postgres } from './postgres.js'
import { namedCommands, resident, tree } from './processes.js'
import { median } from './report.js'

const CONNECTIONS = 16
const REST_SECONDS = 10

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    starts: { type: 'string', default: '40' },
    requests: { type: 'string', default: '10000' },
    postgres: { type: 'string', default: '/usr/lib/postgresql/15/bin' }
  }
})
const services = namedCommands(positionals, '.ci/starts ours=FILE bare=FILE').map(({ name, command }) => {
  const isBare = name.startsWith('bare')
  return {
    name,
    command,
    bodies: isBare ? [JSON.stringify({ query: '{ things { name } }' })] : bodiesOfOperations(),
    first: JSON.stringify({ query: isBare ? '{ things { name } }' : '{ force(name: "kent") { name } }' }),
    seconds: [],
    atFirst: []
  }
})

const folder = mkdtempSync(join(tmpdir(), 'peel-starts-'))
chmodSync(folder, 0o711)
const postgres = await Postgres.start(values.postgres, join(folder, 'postgres'))
try {
  for (const service of services) {
    postgres.query('postgres', `create database "${service.name}"`)
    const running = await start(service)
    service.firstStart = running.seconds
    await stop(running)
    postgres.query(service.name, 'vacuum analyze')
  }
  for (let round = 0; round < Number(values.starts); round++) {
    // Each round begins with a different service.
    for (let i = 0; i < services.length; i++) {
      const service = services[(i + round) % services.length]
      const running = await start(service)
      service.seconds.push(running.seconds)
      service.atFirst.push(resident(running.child.pid))
      await stop(running)
    }
  }
  for (const service of services) {
    const running = await start(service)
    await ask(running.port, service.bodies, Number(values.requests))
    service.afterRequests = resident(running.child.pid)
    await new Promise(done => setTimeout(done, 1000 * REST_SECONDS))
    service.afterRest = resident(running.child.pid)
    await stop(running)
  }
  console.table(Object.fromEntries(services.map(service => [service.name, {
    'first start, s': round(service.firstStart, 2),
    'start, ms': round(1000 * median(service.seconds), 1),
    'ratio to the first named': round(median(service.seconds.map((seconds, i) => seconds / services[0].seconds[i])), 3),
    'MiB at the first answer': round(median(service.atFirst) / 2 ** 20, 1),
    [`MiB after ${values.requests} requests`]: round(service.afterRequests / 2 ** 20, 1),
    [`MiB ${REST_SECONDS} s later`]: round(service.afterRest / 2 ** 20, 1)
  }])))
} finally {
  postgres.stop()
  rmSync(folder, { recursive: true })
}

function round(value, digits) {
  return Number(value.toFixed(digits))
}

/** The same number of requests of each of the five operations. */
function bodiesOfOperations() {
  return Object.values(operations).flatMap(operation =>
    draws(operation, 200).map(draw => JSON.stringify({ query: operation.query, variables: operation.variables(draw) })))
}

/** Starts a service, and waits for its first answer. */
async function start({ name, command, first }) {
  const port = await freePort()
  const log = openSync(join(folder, `${name}.log`), 'w')
  const began = performance.now()
  const child = spawn(command[0], command.slice(1), {
    cwd: process.cwd(),
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      QUARKUS_DATASOURCE_JDBC_URL: `jdbc:postgresql://127.0.0.1:${postgres.port}/${name}`,
      QUARKUS_DATASOURCE_USERNAME: postgres.user,
      QUARKUS_DATASOURCE_PASSWORD: postgres.password,
      QUARKUS_HTTP_HOST: '127.0.0.1',
      QUARKUS_HTTP_PORT: port,
      PEEL_ENDPOINT_ANSWER_CACHE: 0
    }
  })
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} ended with exit code ${child.exitCode}: see ${folder}/${name}.log`)
    const answer = await post(port, first).catch(() => null)
    if (answer?.includes('"data"') && !answer.includes('"errors"')) return { child, port, seconds: (performance.now() - began) / 1000 }
    await new Promise(done => setTimeout(done, 1))
  }
}

async function stop({ child }) {
  const ended = new Promise(done => child.once('exit', done))
  // A start is over when it has answered, so nothing is lost.
  for (const pid of tree(child.pid).reverse()) process.kill(pid, 'SIGKILL')
  await ended
}

function post(port, body, agent) {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }
    request({ port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers, agent }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', part => { text += part }).on('end', () => resolve(text)).on('error', reject)
    }).on('error', reject).end(body)
  })
}

/** Sends requests by a number of connections at once. */
async function ask(port, bodies, count) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  let sent = 0
  const connection = async () => {
    while (sent < count) {
      // 7 has no divisor in common with the number of bodies, so that operations take turns.
      const answer = await post(port, bodies[(sent++ * 7) % bodies.length], agent)
      if (!answer.includes('"data"') || answer.includes('"errors"')) throw new Error(answer.slice(0, 500))
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  agent.destroy()
}
