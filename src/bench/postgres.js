// The PostgreSQL of the benchmark: creates, starts, queries and stops it.
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { totalCpu } from './processes.js'

// The same settings for all servers. Nothing is written while a server is timed.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 300,
  shared_buffers: '1GB',
  maintenance_work_mem: '512MB',
  max_wal_size: '8GB',
  fsync: 'off',
  autovacuum: 'off',
  shared_preload_libraries: 'pg_stat_statements'
}

export class Postgres {
  constructor(bin, { folder = null, host = '127.0.0.1', port, user = 'postgres', password = 'postgres' }) {
    Object.assign(this, { bin, folder, host, port, user, password })
  }

  /** A running PostgreSQL, given by its JDBC URL (without "jdbc:"). */
  static at(bin, url) {
    return new Postgres(bin, {
      host: url.hostname,
      port: Number(url.port || 5432),
      user: url.searchParams.get('user') ?? 'postgres',
      password: url.searchParams.get('password') ?? ''
    })
  }

  /** Creates a cluster in a folder, unless the folder contains one, and starts it. */
  static async start(bin, folder) {
    const postgres = new Postgres(bin, { folder, port: await freePort() })
    mkdirSync(folder, { recursive: true })
    if (process.getuid() === 0) {
      // PostgreSQL refuses to run as root.
      const id = flag => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
      chownSync(folder, id('-u'), id('-g'))
    }
    if (!existsSync(join(folder, 'PG_VERSION'))) {
      postgres.#asOwner('initdb', ['-D', folder, '-U', 'postgres', '--auth=trust', '--locale=C.UTF-8', '--no-sync'])
    }
    const options = Object.entries({ ...SETTINGS, port: postgres.port }).map(([name, value]) => `-c ${name}='${value}'`)
    postgres.#asOwner('pg_ctl', ['-D', folder, '-w', '-l', join(folder, 'log'), '-o', options.join(' '), 'start'])
    postgres.#count('none')
    return postgres
  }

  stop() {
    if (this.folder) this.#asOwner('pg_ctl', ['-D', this.folder, '-w', '-m', 'fast', 'stop'])
  }

  url(database) {
    return `postgres://${this.user}:${this.password}@${this.host}:${this.port}/${database}`
  }

  version() {
    return this.query('postgres', 'show server_version')[0]
  }

  /** The lines that psql prints for the given statements. */
  query(database, sql) {
    return execFileSync(join(this.bin, 'psql'), [this.url(database), '-XqAt', '-v', 'ON_ERROR_STOP=1'],
      { input: sql, encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['pipe', 'pipe', 'inherit'] }).split('\n').slice(0, -1)
  }

  /** Runs the statements of a file. */
  run(database, file) {
    this.query(database, readFileSync(file, 'utf8'))
  }

  /** A psql process whose standard input is a statement and, after COPY, the rows. */
  psql(database, command) {
    return spawn(join(this.bin, 'psql'), [this.url(database), '-Xq', '-v', 'ON_ERROR_STOP=1', '-c', command],
      { stdio: ['pipe', 'inherit', 'inherit'] })
  }

  exists(database) {
    return this.query('postgres', `select 1 from pg_database where datname = '${database}'`).length > 0
  }

  /** CPU seconds of all PostgreSQL processes, including ended ones; null if the benchmark did not start PostgreSQL. */
  cpu() {
    if (!this.folder) return null
    return totalCpu(Number(readFileSync(join(this.folder, 'postmaster.pid'), 'utf8').split('\n')[0]))
  }

  /** Number of statements that an action sends; the begin and end of transactions are counted separately. */
  async statements(database, work) {
    this.query('postgres', `set client_min_messages = warning; create extension if not exists pg_stat_statements`)
    this.#count('top')
    this.query('postgres', 'select pg_stat_statements_reset()')
    await work()
    this.#count('none')
    const [queries, control] = this.query('postgres', `
      select coalesce(sum(calls) filter (where not control), 0), coalesce(sum(calls) filter (where control), 0)
      from (select calls, query ~* '^(begin|start|commit|rollback|set|show|reset|discard|deallocate)' as control
            from pg_stat_statements s join pg_database d on d.oid = s.dbid
            where d.datname = '${database}') s`)[0].split('|').map(Number)
    return { queries, control }
  }

  /** Counting statements has a cost, so it is switched off while anything is timed. */
  #count(which) {
    this.query('postgres', `alter system set pg_stat_statements.track = '${which}'; select pg_reload_conf(); select pg_sleep(0.3)`)
  }

  #asOwner(program, parameters) {
    const command = [join(this.bin, program), ...parameters]
    const [file, ...rest] = process.getuid() === 0 ? ['runuser', '-u', 'postgres', '--', ...command] : command
    execFileSync(file, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/' })
  }
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
