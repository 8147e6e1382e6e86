// Downloads the list of all observations while it has many rows, and shows that the service's memory stays as it is:
// .ci/downloads [--rows N] [--native EXECUTABLE] [--java JAVA] [--postgres FOLDER]; 10,000,000 rows unless told. Needs PostgreSQL 15.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generate } from './generate.js'
import { Postgres } from './postgres.js'
import { resident } from './processes.js'
import { build, servers, start } from './servers.js'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000000' },
    native: { type: 'string' },
    java: { type: 'string', default: 'java' },
    postgres: { type: 'string', default: '/usr/lib/postgresql/15/bin' }
  }
})
const rows = Number(values.rows)
const folder = mkdtempSync(join(tmpdir(), 'peel-downloads-'))
chmodSync(folder, 0o711)
const postgres = await Postgres.start(values.postgres, join(folder, 'postgres'))
const all = servers({ ...values, javaOptions: ['-Xmx256m'], node: process.execPath })
const server = values.native ? all['peel-native'] : all.peel
let service
try {
  build(server, {})
  postgres.query('postgres', 'create database peel')
  service = await start('peel', server, { postgres, name: 'peel' }, folder)
  console.log('bundled rows:', await download())
  console.log(`${rows} rows generated in ${(await generate(postgres, 'peel', rows)).toFixed(0)} s`)
  const { lines, ...measured } = await download()
  console.log('all rows:', { lines, ...measured })
  const [count] = postgres.query('peel', 'select count(*) from observation')
  // One line for the names of the columns.
  if (lines !== Number(count) + 1) throw new Error(`${lines} lines instead of ${count} and one.`)
} finally {
  service?.stop()
  postgres.stop()
  rmSync(folder, { recursive: true })
}

/** Reads the file without keeping it. No value in it contains a line break. */
async function download() {
  const before = resident(service.pid)
  let most = before
  const watch = setInterval(() => { most = Math.max(most, resident(service.pid)) }, 200)
  const began = performance.now()
  let bytes = 0
  let lines = 0
  let first
  const answer = await fetch(new URL('/data/observations.csv', service.url), { headers: { 'accept-encoding': 'identity' } })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  for await (const part of answer.body) {
    first ??= performance.now() - began
    bytes += part.length
    for (const byte of part) if (byte === 10) lines++
  }
  clearInterval(watch)
  const seconds = (performance.now() - began) / 1000
  return {
    lines,
    megabytes: Math.round(bytes / 1e6),
    firstByteMilliseconds: Math.round(first),
    seconds: Math.round(seconds),
    rowsPerSecond: Math.round(lines / seconds),
    residentMiB: [before, most].map(value => Math.round(value / 2 ** 20))
  }
}
