// Checks that all servers return the same answers, before anything is timed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cycles, days, draws, forces } from './operations.js'
import { post } from './servers.js'

/** The body of a request for the drawn numbers; null if the server cannot express the operation. */
export function body(server, name, operation, numbers) {
  const query = server.queries ? server.queries[name] : operation.query
  const variables = operation.variables(numbers)
  return query ? JSON.stringify({ query, variables: server.variables?.(name, variables) ?? variables }) : null
}

/** The statement of an operation for pgbench. */
export function statement(server, name) {
  const array = list => `(array[${list.map(text => `'${text}'`).join(', ')}])`
  return readFileSync(join(server.pgbench, `${name}.sql`), 'utf8').replaceAll(';', '')
    .replaceAll('{forces}', array(forces)).replaceAll('{cycles}', array(cycles)).replaceAll('{days}', array(days))
}

async function answerOf(server, name, operation, numbers) {
  const { status, body: text } = await post(server.url, body(server, name, operation, numbers))
  const answer = JSON.parse(text)
  if (status !== 200 || answer.errors) {
    throw new Error(`${server.name}, ${name} ${JSON.stringify(numbers)}: status ${status}, ${text.slice(0, 500)}`)
  }
  return server.normalised ? server.normalised(name, answer.data) : answer.data
}

/** Runs pgbench's statements by psql, all in one session. */
function answersOf(server, name, all) {
  const sql = statement(server, name)
  const script = all.map(numbers =>
    Object.entries(numbers).map(([variable, value]) => `\\set ${variable} ${value}\n`).join('') + sql.trim().replaceAll('\n', ' ') + ';\n')
  const lines = server.database.postgres.query(server.database.name, script.join(''))
  return lines.map(line => JSON.parse(line).data)
}

/** Compares the answers of each server with those of the first; throws an error that lists the differences. */
export async function compare(running, operations, count) {
  const [reference, ...others] = running
  for (const [name, operation] of Object.entries(operations)) {
    const all = draws(operation, count)
    const expected = []
    for (const numbers of all) expected.push(await answerOf(reference, name, operation, numbers))
    for (const server of others) {
      if (server.queries && !server.queries[name]) continue
      const found = server.pgbench ? answersOf(server, name, all) : []
      for (let i = 0; i < all.length; i++) {
        const answer = server.pgbench ? found[i] : await answerOf(server, name, operation, all[i])
        const wanted = server.expected ? server.expected(name, expected[i]) : expected[i]
        const places = differences(wanted, answer)
        if (places.length > 0) {
          throw new Error(`${server.name} answers ${name} ${JSON.stringify(all[i])} differently from ${reference.name}:\n  `
            + places.slice(0, 10).join('\n  '))
        }
      }
    }
  }
}

/** The differences between two answers, one per line. */
export function differences(expected, found, place = '') {
  if (Object.is(expected, found)) return []
  if (expected === null || found === null || typeof expected !== 'object' || typeof found !== 'object') {
    return [`${place || '(all)'}: expected ${shown(expected)}, found ${shown(found)}`]
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(found)])
  return [...keys].flatMap(key => differences(expected[key], found[key], `${place}/${key}`))
}

function shown(value) {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 100 ? text.slice(0, 100) + '...' : text
}
