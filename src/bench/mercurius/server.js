// A peer of the benchmark: Mercurius with JIT over node-postgres with named prepared statements. Lists of many parents are loaded in
// one batch (a loader); single related rows are joined, which was measured to be twice as fast as loaders. WORKERS processes share
// the port (default: 1).
// Environment: DATABASE_URL, PORT, WORKERS, POOL (connections of all processes together)
import cluster from 'node:cluster'
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import { GraphQLScalarType } from 'graphql'
import mercurius from 'mercurius'
import pg from 'pg'

async function serve() {
  const app = Fastify()
  await app.register(mercurius, {
    schema: readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'),
    resolvers,
    loaders,
    jit: 1,
    graphiql: false
  })
  await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
}

// Database ---------------------------------------------------------------------------------------------------------

// Dates remain text. A decimal is a number in the answer, as in peel-graphql.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

const workers = Number(process.env.WORKERS ?? 1)
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Math.ceil(Number(process.env.POOL ?? 16) / workers)
})

/** A statement that each connection prepares once, by name. */
function statement(name, text) {
  return async (...values) => (await pool.query({ name, text, values })).rows
}

const forceNamed = statement('forceNamed', `
  select f.id, f.slug, f.name from force f
  where lower($1) in (f.slug, lower(f.ons_code), lower(f.name))
     or f.id = (select a.force_id from force_alias a where lower(a.alias) = lower($1))`)

const forcesByName = statement('forcesByName', `
  select f.id, f.slug, f.name from force f
  where $1::text is null or f.name > $1
  order by f.name limit $2`)

const forces = statement('forces', 'select f.id, f.slug, f.name from force f order by f.name')

const JUDGMENT = `
  select j.force_id, j.state, j.grade, j.source_url, j.source_line_from, q.code, q.pillar, p.title from judgment j
  join question q on q.id = j.question_id
  join publication p on p.id = j.publication_id`

const judgmentsOfForces = statement('judgmentsOfForces', `${JUDGMENT}
  where j.force_id = any($1) and j.known_to is null
  order by j.order_key`)

const judgmentsOfForcesInCycle = statement('judgmentsOfForcesInCycle', `${JUDGMENT}
  where j.force_id = any($1) and j.cycle = $2 and j.known_to is null
  order by j.order_key`)

const judgmentsOfCycle = statement('judgmentsOfCycle', `
  select j.force_id, j.question_id, j.state, j.grade from judgment j
  where j.cycle = $1 and j.known_to is null`)

const judgmentsOfCycleAsOf = statement('judgmentsOfCycleAsOf', `
  select j.force_id, j.question_id, j.state, j.grade from judgment j
  where j.cycle = $1 and (j.known_from is null or j.known_from <= $2) and (j.known_to is null or j.known_to > $2)`)

const questionsOfCycle = statement('questionsOfCycle', `
  select q.id, q.code, q.pillar from question q where q.cycle = $1 order by q.pillar, q.position, q.code`)

const areasNamed = statement('areasNamed', 'select a.id, a.code from area a where a.code = any($1)')

const areaOfForce = statement('areaOfForce', 'select a.id from area a where a.force_id = $1')

const OBSERVATION = `o.id, o.metric_id, o.area_id, o.ends_on, o.period_from, o.period_to, o.as_at, o.value, o.missing,
  o.source_url, o.source_line_from, m.code, m.unit, a.name, p.title`
const ITS_OWN = `join metric m on m.id = o.metric_id
  join area a on a.id = o.area_id
  join publication p on p.id = o.publication_id`

const groupCountsOfForces = statement('groupCountsOfForces', `
  select a.force_id, ${OBSERVATION} from observation o
  ${ITS_OWN}
  where a.force_id = any($1) and o.metric_id = any(array(select g.id from metric g where g.type = 'ORGANISED_CRIME_GROUP'))
  order by o.metric_id, o.area_id, o.ends_on, o.id`)

const comparators = statement('comparators', `
  select distinct on (s.id) s.id as subject_id, ${OBSERVATION}
  from observation s
  join observation o on o.metric_id = s.metric_id and o.ends_on = s.ends_on
   and (o.period_from, o.period_to, o.as_at, o.baseline_from, o.baseline_to, o.dimension)
       is not distinct from (s.period_from, s.period_to, s.as_at, s.baseline_from, s.baseline_to, s.dimension)
   and o.area_id = (select e.id from area e where e.kind = 'ENGLAND_AND_WALES') and o.area_id <> s.area_id
  ${ITS_OWN}
  where s.id = any($1)
  order by s.id, o.publication_id <> s.publication_id`)

// Reads one metric of one area after the other until the page is full.
const observationPage = statement('observationPage', `
  select ${OBSERVATION}
  from (select m.id as metric_id, a as area_id from metric m cross join unnest($1::integer[]) a) t
  cross join lateral (
    select * from observation o
    where o.metric_id = t.metric_id and o.area_id = t.area_id and o.ends_on >= $2
    order by o.ends_on, o.id limit $3) o
  ${ITS_OWN}
  order by t.metric_id, t.area_id, o.ends_on, o.id limit $3`)

const ranked = direction => statement(`ranked ${direction}`, `
  select ${OBSERVATION}, o.dimension, o.baseline_from from observation o
  ${ITS_OWN}
  where o.metric_id = (select m.id from metric m where m.code = $1) and o.ends_on = $2
    and ($3::text is null or o.dimension = $3) and a.kind in ('FORCE', 'COMBINED')
  order by o.value ${direction} nulls last, a.code, o.baseline_from desc, o.id`)
const rankedAscending = ranked('asc')
const rankedDescending = ranked('desc')

// Batches ----------------------------------------------------------------------------------------------------------

/** Groups rows by their parents. */
function grouped(keys, rows) {
  const groups = new Map(keys.map(key => [key, []]))
  for (const row of rows) groups.get(row.force_id).push(row)
  return keys.map(key => groups.get(key))
}

const loaders = {
  Force: {
    judgments: {
      async loader(queries) {
        // Fields with the same name but different arguments form separate batches.
        const lists = new Array(queries.length)
        const byCycle = Map.groupBy(queries.keys(), i => queries[i].params.cycle ?? null)
        await Promise.all(Array.from(byCycle, async ([cycle, places]) => {
          const keys = places.map(i => queries[i].obj.id)
          const rows = await (cycle === null ? judgmentsOfForces(keys) : judgmentsOfForcesInCycle(keys, cycle))
          grouped(keys, rows).forEach((list, i) => { lists[places[i]] = list })
        }))
        return lists
      },
      opts: { cache: false }
    },
    organisedCrimeGroupCounts: {
      async loader(queries) {
        const keys = queries.map(({ obj }) => obj.id)
        return grouped(keys, await groupCountsOfForces(keys))
      },
      opts: { cache: false }
    }
  },
  Observation: {
    comparator: {
      async loader(queries) {
        const rows = await comparators(queries.map(({ obj }) => obj.id))
        const bySubject = new Map(rows.map(row => [row.subject_id, row]))
        return queries.map(({ obj }) => bySubject.get(obj.id) ?? null)
      },
      opts: { cache: false }
    }
  }
}

// Fields -----------------------------------------------------------------------------------------------------------

const text = new GraphQLScalarType({ name: 'Date', serialize: value => value })
const decimal = new GraphQLScalarType({ name: 'Decimal', serialize: value => value })

class BadUserInput extends mercurius.ErrorWithProps {
  constructor(message) {
    super(message, { code: 'BAD_USER_INPUT' })
  }
}

function pageSize(first) {
  const size = first ?? 50
  if (size < 1 || size > 100) throw new BadUserInput('first is 1 to 100.')
  return size
}

function page(rows, size, cursorOf) {
  const nodes = rows.length > size ? rows.slice(0, size) : rows
  const last = nodes.at(-1)
  return {
    nodes,
    pageInfo: { hasNextPage: rows.length > size, endCursor: last ? Buffer.from(cursorOf(last)).toString('base64url') : null }
  }
}

async function areaKeys(names) {
  const known = new Map((await areasNamed(names)).map(area => [area.code, area.id]))
  return Promise.all(names.map(async name => {
    if (known.has(name)) return known.get(name)
    const [force] = await forceNamed(name)
    if (!force) throw new BadUserInput(`There is no area "${name}".`)
    return (await areaOfForce(force.id))[0].id
  }))
}

/** The row with the latest baseline of each area, with ranks from 1; equal values share a rank. */
function ranking(rows) {
  const newest = new Map()
  for (const row of rows) {
    if (row.baseline_from > (newest.get(row.area_id) ?? '')) newest.set(row.area_id, row.baseline_from)
  }
  const seen = new Set()
  let rank = 0
  let before = null
  const places = []
  for (const row of rows) {
    if (seen.has(row.area_id) || (newest.has(row.area_id) && row.baseline_from !== newest.get(row.area_id))) continue
    seen.add(row.area_id)
    if (row.value !== null && row.value !== before) rank = places.length + 1
    before = row.value
    places.push({ rank: row.value === null ? null : rank, observation: row })
  }
  return places
}

const resolvers = {
  Date: text,
  Decimal: decimal,
  Query: {
    async force(_, { name }) {
      return (await forceNamed(name))[0] ?? null
    },
    async forces(_, { first, after }) {
      const size = pageSize(first)
      const beyond = after ? Buffer.from(after, 'base64url').toString().split('\x1f')[1] : null
      return page(await forcesByName(beyond, size + 1), size, force => `name\x1f${force.name}`)
    },
    async judgmentMatrix(_, { cycle, asOf }) {
      const [questions, all, judgments] = await Promise.all([
        questionsOfCycle(cycle),
        forces(),
        asOf ? judgmentsOfCycleAsOf(cycle, asOf) : judgmentsOfCycle(cycle)
      ])
      if (questions.length === 0) throw new BadUserInput(`There is no cycle "${cycle}".`)
      const columns = new Map(questions.map((question, i) => [question.id, i]))
      const rows = new Map(all.map(force => [force.id, { force, cells: new Array(questions.length).fill(null) }]))
      for (const judgment of judgments) {
        rows.get(judgment.force_id).cells[columns.get(judgment.question_id)] = judgment
      }
      return { questions, rows: [...rows.values()] }
    },
    async ranking(_, { metric, at, dimension, direction }) {
      const rows = await (direction === 'ASCENDING' ? rankedAscending : rankedDescending)(metric, at, dimension ?? null)
      if (!dimension && rows.some(row => row.dimension !== rows[0].dimension)) {
        throw new BadUserInput(`${metric} has several dimensions on ${at}, say which.`)
      }
      return ranking(rows)
    },
    async observations(_, { filter, first }) {
      const size = pageSize(first)
      const rows = await observationPage(await areaKeys(filter.area), filter.from ?? '-infinity', size + 1)
      return page(rows, size, row => ['metric', row.metric_id, row.area_id, row.ends_on, row.id].join('\x1f'))
    }
  },
  // A row contains the columns of everything that it is joined with.
  Judgment: { question: row => row, source: row => row },
  Source: { url: row => row.source_url, lineFrom: row => row.source_line_from, publication: row => row },
  Observation: {
    metric: row => row,
    area: row => row,
    from: row => row.period_from,
    to: row => row.period_to,
    asAt: row => row.as_at,
    source: row => row
  }
}

if (workers > 1 && cluster.isPrimary) {
  for (let i = 0; i < workers; i++) cluster.fork()
} else {
  serve()
}
