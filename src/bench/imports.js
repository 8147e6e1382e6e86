// Times the import of new observations beside psql's \copy of the same rows:
//
//   .ci/imports [--rows N] [--rounds N] [--postgres FOLDER] NAME=COMMAND...
//
// COMMAND is an executable or a command line with java. The database has the whole dataset. The import reads a CSV file as people
// write it: names instead of keys, all of which are looked up, and each row is checked. \copy gets rows that are ready, from a table
// into which a service has imported them, and stores them in three ways: in a table without any index or key; in such a table whose
// indexes and keys are built afterwards, as those of observation; and in observation itself, emptied before.
import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Postgres } from './postgres.js'
import { namedCommands } from './processes.js'
import { median } from './report.js'

const AREAS = ['avon-and-somerset', 'bedfordshire', 'cambridgeshire', 'kent', 'england-and-wales']
const DIMENSIONS = 200
const PUBLICATION = 'peel-effectiveness-2015-bedfordshire'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    postgres: { type: 'string', default: '/usr/lib/postgresql/15/bin' }
  }
})
const count = Number(values.rows)
const services = namedCommands(positionals, '.ci/imports native=FILE')
  .map(({ name, command }) => ({ name: `import, ${name}`, command, seconds: [] }))
const copies = [
  { name: '\\copy into a table without indexes', copy: copyPlain, seconds: [] },
  { name: '\\copy, then indexes and keys', copy: copyAndIndex, seconds: [] },
  { name: '\\copy into the table', copy: copyIntoTable, seconds: [] }
]

const folder = mkdtempSync(join(tmpdir(), 'peel-imports-'))
chmodSync(folder, 0o711)
const file = join(folder, 'rows')
const postgres = await Postgres.start(values.postgres, join(folder, 'postgres'))
try {
  // Before its first import, a service loads the dataset.
  postgres.query('postgres', 'create database loaded')
  importInto('loaded', services[0], csv('one', 1, 1599))
  const [before] = postgres.query('loaded', 'vacuum analyze; select count(*) from observation')
  const rows = csv('all', count, 1600)
  const columns = postgres.query('loaded', `
    select string_agg(attname, ', ' order by attnum) from pg_attribute
    where attrelid = 'observation'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`)[0]
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const service of services) {
      create()
      service.seconds.push(seconds(() => importInto('timed', service, rows)))
      const [after] = postgres.query('timed', 'select count(*) from observation')
      if (after - before !== count) throw new Error(`${service.name}: ${after - before} rows are stored, not ${count}`)
      if (round === 0 && service === services[0]) {
        postgres.query('timed', `\\copy (select ${columns} from observation) to '${file}'`)
      }
    }
    for (const way of copies) {
      create()
      way.seconds.push(way.copy(columns))
    }
  }
  console.table(Object.fromEntries([...services, ...copies].map(way => [way.name, {
    seconds: way.seconds.map(one => one.toFixed(1)).join(', '),
    'speed beside the first \\copy': Number(median(way.seconds.map((one, i) => copies[0].seconds[i] / one)).toFixed(2)),
    'beside the second': Number(median(way.seconds.map((one, i) => copies[1].seconds[i] / one)).toFixed(2))
  }])))
} finally {
  postgres.stop()
  rmSync(folder, { recursive: true })
}

/** A folder with a file of new observations: each of a month before there was any police force, which no dataset has. */
function csv(name, rows, year) {
  const dataset = readFileSync(new URL('../main/resources/dataset/observations.csv', import.meta.url), 'utf8')
  const columns = dataset.slice(0, dataset.indexOf('\n')).split(',')
  const path = join(folder, name)
  mkdirSync(path)
  const out = openSync(join(path, 'observations.csv'), 'w')
  writeSync(out, `${columns.join(',')}\n`)
  let lines = []
  for (let i = 0; i < rows; i++) {
    const month = Math.floor(i / DIMENSIONS / AREAS.length)
    const from = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
    const to = new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10)
    const area = AREAS[Math.floor(i / DIMENSIONS) % AREAS.length]
    const row = {
      metric: 'outcome.count', area, from, to, dimension: `D${i % DIMENSIONS}`, value: i % 997, qualifier: 'EXACT', publication: PUBLICATION
    }
    lines.push(`${columns.map(column => row[column] ?? '').join(',')}\n`)
    if (lines.length === 10_000 || i === rows - 1) {
      writeSync(out, lines.join(''))
      lines = []
    }
  }
  closeSync(out)
  return path
}

/** The database "timed", as it is when the dataset is loaded. */
function create() {
  postgres.query('postgres', 'drop database if exists timed')
  postgres.query('postgres', 'create database timed template loaded')
  postgres.query('postgres', 'checkpoint')
}

function importInto(database, { command }, path) {
  execFileSync(command[0], [...command.slice(1), 'import', path], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      QUARKUS_DATASOURCE_JDBC_URL: `jdbc:postgresql://127.0.0.1:${postgres.port}/${database}`,
      QUARKUS_DATASOURCE_USERNAME: postgres.user,
      QUARKUS_DATASOURCE_PASSWORD: postgres.password
    }
  })
}

function copyPlain(columns) {
  postgres.query('timed', 'create table plain (like observation including defaults including generated)')
  return seconds(() => postgres.query('timed', `\\copy plain (${columns}) from '${file}'`))
}

function copyAndIndex(columns) {
  postgres.query('timed', 'create table plain (like observation including defaults including generated including constraints)')
  const definitions = postgres.query('timed', `
    select replace(regexp_replace(pg_get_indexdef(indexrelid), ' INDEX \\w+ ON ', ' INDEX ON '), 'observation', 'plain')
    from pg_index where indrelid = 'observation'::regclass
    union all
    select 'alter table plain add ' || pg_get_constraintdef(oid) from pg_constraint
    where conrelid = 'observation'::regclass and contype = 'f'`)
  return seconds(() => postgres.query('timed', [`\\copy plain (${columns}) from '${file}'`, ...definitions.map(one => `${one};`)].join('\n')))
}

function copyIntoTable(columns) {
  postgres.query('timed', 'truncate observation')
  return seconds(() => postgres.query('timed', `\\copy observation (${columns}) from '${file}'`))
}

function seconds(work) {
  const began = performance.now()
  work()
  return (performance.now() - began) / 1000
}
