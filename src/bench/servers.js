// How each server is started. Each server has its own port and uses the same database over TCP with the same number of connections.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as postgraphileAnswers from './postgraphile/operations.js'
import { freePort } from './postgres.js'

const here = fileURLToPath(new URL('.', import.meta.url))
const repository = join(here, '..', '..')

/** Maximum number of connections in each server's pool. */
const POOL = 16

const jdbcUrl = ({ postgres, name }) => `jdbc:postgresql://${postgres.host}:${postgres.port}/${name}`

const ownEnvironment = (database, port) => ({
  QUARKUS_DATASOURCE_JDBC_URL: jdbcUrl(database),
  QUARKUS_DATASOURCE_USERNAME: database.postgres.user,
  QUARKUS_DATASOURCE_PASSWORD: database.postgres.password,
  QUARKUS_HTTP_HOST: '127.0.0.1',
  QUARKUS_HTTP_PORT: port,
  PEEL_ENDPOINT_ANSWER_CACHE: 0
})

const nodeEnvironment = (database, port) => ({
  DATABASE_URL: database.postgres.url(database.name), PORT: port, POOL, NODE_ENV: 'production', GRAPHILE_ENV: 'production'
})

/** Servers by name, with command, environment and build; the service comes first. */
export function servers(options) {
  return {
    peel: {
      ours: true,
      jvm: true,
      command: [options.java, ...options.javaOptions, '-jar', join(repository, 'target/quarkus-app/quarkus-run.jar')],
      environment: ownEnvironment,
      needs: [[join(repository, 'target/quarkus-app/quarkus-run.jar'), repository, './mvnw', '-q', 'package', '-DskipTests']]
    },
    'peel-native': {
      ours: true,
      command: [options.native],
      environment: ownEnvironment,
      needs: []
    },
    mercurius: {
      command: [options.node, join(here, 'mercurius/server.js')],
      environment: nodeEnvironment,
      needs: [[join(here, 'mercurius/node_modules'), join(here, 'mercurius'), 'npm', 'ci', '--no-audit', '--no-fund']]
    },
    // Two processes, one per core.
    'mercurius-2': {
      command: [options.node, join(here, 'mercurius/server.js')],
      environment: (database, port) => ({ ...nodeEnvironment(database, port), WORKERS: 2 }),
      needs: [[join(here, 'mercurius/node_modules'), join(here, 'mercurius'), 'npm', 'ci', '--no-audit', '--no-fund']]
    },
    postgraphile: {
      command: [options.node, join(here, 'postgraphile/server.js')],
      environment: nodeEnvironment,
      needs: [[join(here, 'postgraphile/node_modules'), join(here, 'postgraphile'), 'npm', 'ci', '--no-audit', '--no-fund']],
      sql: join(here, 'postgraphile/functions.sql'),
      ...postgraphileAnswers
    },
    'postgraphile-2': {
      command: [options.node, join(here, 'postgraphile/server.js')],
      environment: (database, port) => ({ ...nodeEnvironment(database, port), WORKERS: 2 }),
      needs: [[join(here, 'postgraphile/node_modules'), join(here, 'postgraphile'), 'npm', 'ci', '--no-audit', '--no-fund']],
      sql: join(here, 'postgraphile/functions.sql'),
      ...postgraphileAnswers
    },
    spring: {
      jvm: true,
      command: [options.java, ...options.javaOptions, '-jar', join(here, 'spring/target/spring-peer-1.0.0.jar')],
      environment: (database, port) => ({
        SPRING_DATASOURCE_URL: jdbcUrl(database),
        SPRING_DATASOURCE_USERNAME: database.postgres.user,
        SPRING_DATASOURCE_PASSWORD: database.postgres.password,
        SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE: POOL,
        SERVER_ADDRESS: '127.0.0.1',
        SERVER_PORT: port
      }),
      needs: [[join(here, 'spring/target/spring-peer-1.0.0.jar'), join(here, 'spring'), 'mvn', '-q', 'package']]
    },
    pgbench: { pgbench: join(here, 'pgbench') }
  }
}

/** Builds what a server needs, if it is missing. */
export function build(server, options) {
  for (const [result, folder, ...command] of server.needs ?? []) {
    if (existsSync(result)) continue
    console.log(`# ${command.join(' ')} in ${folder}`)
    execFileSync(command[0], command.slice(1),
      { cwd: folder, stdio: 'inherit', env: { ...process.env, JAVA_HOME: join(options.java, '..', '..') } })
  }
}

/** Starts a server on a database and waits until it answers a query. */
export async function start(name, server, database, logs) {
  const port = await freePort()
  if (server.sql) database.postgres.run(database.name, server.sql)
  const log = openSync(join(logs, `${name}-${database.name}.log`), 'w')
  const child = spawn(server.command[0], server.command.slice(1), {
    cwd: logs,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...server.environment(database, port) }
  })
  const failed = new Promise((_, reject) => {
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`${name} ended with exit code ${code}: see ${join(logs, `${name}-${database.name}.log`)}`)))
  })
  failed.catch(() => {})
  const url = `http://127.0.0.1:${port}/graphql`
  await Promise.race([failed, answering(url, name)])
  return { name, ...server, database, url, pid: child.pid, stop: () => child.kill('SIGTERM') }
}

async function answering(url, name) {
  for (const deadline = Date.now() + 300_000; Date.now() < deadline; await new Promise(done => setTimeout(done, 200))) {
    try {
      const { body } = await post(url, JSON.stringify({ query: '{ __typename }' }))
      if (JSON.parse(body).data?.__typename) return
    } catch {
      // The server is not ready yet.
    }
  }
  throw new Error(`${name} does not answer at ${url}`)
}

/** Sends a request and returns the answer as text. */
export async function post(url, body) {
  const response = await fetch(url, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })
  return { status: response.status, body: await response.text() }
}
