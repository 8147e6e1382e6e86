// Generates any number of plausible observations, the same at every run: 20 metrics, 44 areas, 240 months, 50 offences. None is a
// real figure; the names of the metrics and of the publication say so.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { generator } from './operations.js'

export const PUBLICATION = 'generated-observations'

const KINDS = [
  // Type, basis, unit, largest value, decimals.
  ['CRIME_RATE', 'FLOW', 'PER_1000_POPULATION', 90, 1],
  ['CRIME_OUTCOME', 'FLOW', 'COUNT', 20000, 0],
  ['ANTI_SOCIAL_BEHAVIOUR', 'FLOW', 'COUNT', 30000, 0],
  ['VICTIM_SATISFACTION', 'FLOW', 'PERCENT', 100, 1],
  ['INVESTIGATION', 'STOCK', 'COUNT', 5000, 0],
  ['WORKFORCE', 'STOCK', 'FULL_TIME_EQUIVALENT', 8000, 2],
  ['POPULATION', 'STOCK', 'COUNT', 3000000, 0],
  ['PARTNERSHIP', 'STOCK', 'COUNT', 40, 0]
]

export const METRICS = Array.from({ length: 20 }, (_, i) => {
  const [type, basis, unit, most, decimals] = KINDS[i % KINDS.length]
  return { code: `generated.${type.toLowerCase().replaceAll('_', '-')}-${1 + Math.floor(i / KINDS.length)}`, type, basis, unit, most, decimals }
})

export const OFFENCES = ['All', ...['Burglary', 'Robbery', 'Theft', 'Criminal damage', 'Arson', 'Drug offences', 'Fraud'].flatMap(offence =>
  ['in a dwelling', 'in a shop', 'in a vehicle', 'in the street', 'at night', 'by a group', 'repeated'].map(how => `${offence} ${how}`))]

const MONTHS = Array.from({ length: 240 }, (_, i) => ({
  from: new Date(Date.UTC(2003, i, 1)).toISOString().slice(0, 10),
  to: new Date(Date.UTC(2003, i + 1, 0)).toISOString().slice(0, 10)
}))

/** The first year has only totals, so an answer about it has the same size for any number of observations. */
const FIRST_BROKEN_DOWN = 12

/** Number of metrics that even a thousand observations include in the two months FIRST and SECOND. */
export const EARLY_METRICS = 10
export const FIRST = MONTHS[0]
export const SECOND = MONTHS[FIRST_BROKEN_DOWN]

/** Metrics, months and offences in the order in which they are generated; each combination is used for all areas. */
function * subjects() {
  const early = new Set()
  for (const month of [0, FIRST_BROKEN_DOWN]) {
    for (let metric = 0; metric < EARLY_METRICS; metric++) {
      early.add(`${metric} ${month}`)
      yield [metric, month, 0]
    }
  }
  for (let offence = 0; offence < OFFENCES.length; offence++) {
    for (let month = offence === 0 ? 0 : FIRST_BROKEN_DOWN; month < MONTHS.length; month++) {
      for (let metric = 0; metric < METRICS.length; metric++) {
        if (offence > 0 || !early.has(`${metric} ${month}`)) yield [metric, month, offence]
      }
    }
  }
}

/** Loads observations by COPY; drops the table's indexes and keys before and creates them again afterwards. */
export async function generate(postgres, database, count) {
  const began = performance.now()
  const keys = prepared(postgres, database)
  const rebuilt = postgres.query(database, `
    select 'alter table observation drop constraint ' || quote_ident(conname) || E'\\t'
        || 'alter table observation add constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where conrelid = 'observation'::regclass and contype in ('p', 'u', 'f')
    union all
    select 'drop index ' || indexrelid::regclass || E'\\t' || pg_get_indexdef(indexrelid)
    from pg_index where indrelid = 'observation'::regclass
      and not exists (select from pg_constraint where conindid = indexrelid)`).map(line => line.split('\t'))
  postgres.query(database, rebuilt.map(([drop]) => `${drop};\n`).join('') + 'alter table observation disable trigger user')
  const psql = postgres.psql(database, `copy observation (id, type, metric_id, area_id, period_from, period_to, as_at, dimension, value,
    missing, qualifier, publication_id, source_line_from) from stdin`)
  for (const lines of blocks(keys, count)) {
    if (!psql.stdin.write(lines)) await once(psql.stdin, 'drain')
  }
  psql.stdin.end()
  const [code] = await once(psql, 'exit')
  if (code !== 0) throw new Error(`COPY of the generated observations failed with exit code ${code}.`)
  postgres.query(database, rebuilt.map(([, create]) => `${create};\n`).join('')
    + `alter table observation enable trigger user;
       select recount_observations();
       insert into dataset_revision (revision, origin) select max(revision) + 1, '${PUBLICATION}' from dataset_revision;
       vacuum analyze;`)
  return (performance.now() - began) / 1000
}

/** Creates the publication and the metrics; returns the keys that observations refer to. */
function prepared(postgres, database) {
  const metrics = METRICS.map(({ code, type, basis, unit }) =>
    `('${code}', 'Generated: ${code}', '${unit}', '${basis}', '${type}', 'Generated for a benchmark: no real figure.')`)
  const lines = postgres.query(database, `
    insert into publication (code, title, publisher, kind)
    values ('${PUBLICATION}', 'Generated observations, no real figures', 'the benchmark', 'STATISTICS');
    insert into metric (code, name, unit, basis, type, definition) values ${metrics.join(', ')};
    select 'publication', code, id from publication where code = '${PUBLICATION}';
    select 'metric', code, id from metric where code like 'generated.%';
    select 'area', code, id from area where kind in ('FORCE', 'ENGLAND_AND_WALES') order by code;`).map(line => line.split('|'))
  const of = kind => new Map(lines.filter(([one]) => one === kind).map(([, code, id]) => [code, id]))
  return { publication: of('publication').get(PUBLICATION), metrics: of('metric'), areas: [...of('area')] }
}

/** Lines for COPY, a few thousand at a time. */
function * blocks({ publication, metrics, areas }, count) {
  const random = generator(2015)
  let left = count
  let lines = []
  for (const [metric, month, offence] of subjects()) {
    const { code, type, basis, most, decimals } = METRICS[metric]
    const { from, to } = MONTHS[month]
    const span = basis === 'FLOW' ? [from, to, null] : [null, null, to]
    for (const [area, areaKey] of areas) {
      const missing = random() < 0.01
      const value = missing ? null : (random() * most).toFixed(decimals)
      const dimension = OFFENCES[offence]
      lines.push([naturalKey('observation', code, area, ...span, null, dimension, PUBLICATION), type, metrics.get(code), areaKey, ...span,
        dimension, value, missing ? 'NOT_PRINTED' : null, 'EXACT', publication, 1 + Math.floor(random() * 1500)]
        .map(field => field ?? '\\N').join('\t'))
      if (--left === 0) {
        yield lines.join('\n') + '\n'
        return
      }
    }
    if (lines.length > 5000) {
      yield lines.join('\n') + '\n'
      lines = []
    }
  }
  throw new Error(`At most ${count - left} observations can be generated.`)
}

/** Creates keys in the same way as peel.node.NaturalKey. */
function naturalKey(...parts) {
  const hex = createHash('md5').update(parts.map(part => part ?? '').join('\x1f')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
