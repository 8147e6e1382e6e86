// One measurement: load on one server for some seconds, and the resources that it used.
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { body, statement } from './answers.js'
import { draws } from './operations.js'
import { post } from './servers.js'
import { machineCpu, ownCpu, resident, totalCpu } from './processes.js'

const run = promisify(execFile)
const script = fileURLToPath(new URL('load.lua', import.meta.url))

/** Maximum number of different sets of variables. */
const VARIATIONS = 2000

/** Seconds of load between two checks of whether a server still gets faster. */
const BURST = 5

export class Measurements {
  /** @param tolerant whether errors are excluded from the rate instead of ending the measurement */
  constructor(folder, operations, postgres, allocations, tolerant = false) {
    this.folder = folder
    this.tolerant = tolerant
    this.operations = operations
    this.postgres = postgres
    this.allocations = allocations
  }

  /** Writes the requests: bodies for wrk, a script for pgbench; null if the server cannot express the operation. */
  #load(server, name, mode) {
    const file = join(this.folder, `${server.name}-${server.database.name}-${name}`)
    if (server.pgbench) {
      const variables = Object.entries(this.operations[name].ranges).map(([variable, [from, to]]) => `\\set ${variable} random(${from}, ${to})\n`)
      writeFileSync(file, variables.join('') + statement(server, name).trim() + ';\n')
    } else {
      const bodies = draws(this.operations[name], mode === 'varied' ? VARIATIONS : 1)
        .map(numbers => body(server, name, this.operations[name], numbers))
      if (bodies[0] === null) return null
      writeFileSync(file, bodies.join('\n') + '\n')
    }
    return file
  }

  /**
   * Puts a server under load.
   * @param rate requests per second; default: as many as are answered
   * @return requests per second, latencies in ms, CPU seconds and bytes per request; null if the server cannot express the operation
   */
  async measure(server, name, { connections, seconds, rate, mode = 'varied' }) {
    const file = this.#load(server, name, mode)
    if (file === null) return null
    const before = await this.#counters(server)
    const result = server.pgbench ? await this.#pgbench(server, file, connections, seconds)
      : await this.#wrk(server, file, connections, seconds, mode, rate)
    const after = await this.#counters(server)
    const spent = counter => before[counter] === null ? null : after[counter] - before[counter]
    const each = counter => before[counter] === null ? null : spent(counter) / result.requests
    return {
      ...result,
      rate: (result.requests - result.errors) / result.seconds,
      cpuPer1000: each('cpu') === null ? null : 1000 * each('cpu'),
      postgresCpuPer1000: each('postgresCpu') === null ? null : 1000 * each('postgresCpu'),
      allocated: each('allocated'),
      // Cores used by everything else on the machine, including a PostgreSQL that the benchmark did not start.
      others: (spent('machine') - spent('own') - spent('cpu') - spent('postgresCpu')) / (after.time - before.time),
      load: loadavg()[0],
      resident: server.pid ? resident(server.pid) : null
    }
  }

  /** Puts a server under load until it gets no faster, but no longer than the given seconds. */
  async warmUp(server, name, seconds, mode) {
    let best = 0
    let without = 0
    for (let spent = 0; spent < seconds && without < 2; spent += BURST) {
      const result = await this.measure(server, name, { connections: 16, seconds: BURST, mode })
      if (result === null) return
      without = result.rate > 1.05 * best ? 0 : without + 1
      best = Math.max(best, result.rate)
    }
  }

  async #counters(server) {
    return {
      time: performance.now() / 1000,
      machine: machineCpu(),
      own: ownCpu(),
      cpu: server.pid ? totalCpu(server.pid) : null,
      postgresCpu: this.postgres.cpu(),
      allocated: server.jvm ? await this.allocations.bytes(server.pid) : null
    }
  }

  async #wrk(server, file, connections, seconds, mode, rate) {
    const { stdout, stderr } = await run('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s', '-s', script, server.url,
      '--', file, mode, ...(rate ? [String(rate)] : [])])
    const result = JSON.parse(/^RESULT (.*)$/m.exec(stdout)[1])
    if ((stderr || result.errors > 0) && !this.tolerant) throw new Error(`${server.name}: ${result.errors} errors. ${stderr}`)
    return { ...result, failure: stderr.trim() || null }
  }

  async #pgbench(server, file, connections, seconds) {
    const log = join(this.folder, 'pgbench')
    const { stdout } = await run(join(this.postgres.bin, 'pgbench'), ['-n', '-M', 'prepared', '-c', String(connections), '-j', '1', '-T', String(seconds), '-f', file,
      '--log', '--log-prefix', log, this.postgres.url(server.database.name)])
    const times = this.#times()
    // pgbench counts its seconds from before it connects, and connecting can use all of them on a busy machine.
    if (times.length === 0 && seconds < 60) return this.#pgbench(server, file, connections, 3 * seconds)
    const at = share => times[Math.min(times.length - 1, Math.floor(share * times.length))] / 1000
    return {
      requests: times.length,
      // Excludes the time for connecting, because the servers' pools are already connected.
      seconds: times.length / Number(/tps = ([\d.]+) \(without/.exec(stdout)[1]),
      p50: at(0.5), p90: at(0.9), p99: at(0.99), max: times.at(-1) / 1000, errors: 0
    }
  }

  /** The durations of all transactions that pgbench has logged, in microseconds, sorted. */
  #times() {
    const files = readdirSync(this.folder).filter(name => /^pgbench\.\d+/.test(name)).map(name => join(this.folder, name))
    const times = files.flatMap(file => readFileSync(file, 'utf8').split('\n').slice(0, -1).map(line => Number(line.split(' ')[2])))
    files.forEach(file => rmSync(file))
    return times.sort((a, b) => a - b)
  }

  /** Number of statements per request; the begin and end of transactions are counted separately. */
  async statements(server, name, count = 20) {
    if (server.pgbench || !this.postgres.folder) return server.pgbench ? { queries: 1, control: 0 } : null
    const bodies = draws(this.operations[name], count).map(numbers => body(server, name, this.operations[name], numbers))
    if (bodies[0] === null) return null
    const { queries, control } = await this.postgres.statements(server.database.name, async () => {
      for (const text of bodies) await post(server.url, text)
    })
    return { queries: queries / count, control: control / count }
  }
}

