// The five operations and their random input: whole numbers from a range, from which the variables of each server are derived.
// pgbench draws numbers from the same ranges itself (pgbench/*.sql).

export const forces = ['avon-and-somerset', 'bedfordshire', 'cambridgeshire', 'cheshire', 'city-of-london', 'cleveland', 'cumbria',
  'derbyshire', 'devon-and-cornwall', 'dorset', 'durham', 'dyfed-powys', 'essex', 'gloucestershire', 'greater-manchester',
  'gwent', 'hampshire', 'hertfordshire', 'humberside', 'kent', 'lancashire', 'leicestershire', 'lincolnshire', 'merseyside',
  'metropolitan', 'norfolk', 'north-wales', 'north-yorkshire', 'northamptonshire', 'northumbria', 'nottinghamshire',
  'south-wales', 'south-yorkshire', 'staffordshire', 'suffolk', 'surrey', 'sussex', 'thames-valley', 'warwickshire',
  'west-mercia', 'west-midlands', 'west-yorkshire', 'wiltshire']
export const cycles = ['2014', '2015', '2016', '2017', '2018/19']
export const days = ['2014-09-30', '2015-03-31', '2015-09-30']

const two = number => String(number).padStart(2, '0')

export const operations = {
  force: {
    query: 'query Force($force: String!) { force(name: $force) { name judgments { question { code pillar } state grade source { url publication { title } } } } }',
    ranges: { force: [1, forces.length] },
    variables: n => ({ force: forces[n.force - 1] })
  },
  forces: {
    query: 'query Forces($cycle: String!, $first: Int!) { forces(first: $first) { nodes { name judgments(cycle: $cycle) { question { code } grade } organisedCrimeGroupCounts { metric { code } value missing comparator { value missing } } } } }',
    ranges: { cycle: [1, cycles.length], first: [20, 43] },
    variables: n => ({ cycle: cycles[n.cycle - 1], first: n.first })
  },
  matrix: {
    query: 'query Matrix($cycle: String!, $asOf: Date) { judgmentMatrix(cycle: $cycle, asOf: $asOf) { questions { code pillar } rows { force { slug } cells { state grade } } } }',
    ranges: { year: [2017, 2026], month: [1, 12], day: [1, 28] },
    variables: n => ({ cycle: '2015', asOf: `${n.year}-${two(n.month)}-${two(n.day)}` })
  },
  ranking: {
    query: 'query Ranking($metric: String!, $day: Date!, $direction: SortDirection!) { ranking(metric: $metric, at: $day, direction: $direction) { rank observation { area { name } value missing } } }',
    ranges: { day: [1, days.length], ascending: [0, 1] },
    variables: n => ({ metric: 'workforce.officers', day: days[n.day - 1], direction: n.ascending ? 'ASCENDING' : 'DESCENDING' })
  },
  observations: {
    query: 'query Observations($area: [String!], $from: Date, $first: Int!) { observations(filter: { area: $area, from: $from }, first: $first) { nodes { metric { code unit } from to asAt value missing source { lineFrom publication { title } } } pageInfo { hasNextPage endCursor } } }',
    ranges: { force: [1, forces.length], year: [2009, 2015], first: [10, 50] },
    variables: n => ({ area: [forces[n.force - 1], 'england-and-wales'], from: `${n.year}-01-01`, first: n.first })
  }
}

/** Numbers drawn from the ranges of an operation; the same at every run. */
export function draws(operation, count) {
  const random = generator(20151)
  return Array.from({ length: count }, () =>
    Object.fromEntries(Object.entries(operation.ranges).map(([name, [from, to]]) =>
      [name, from + Math.floor(random() * (to - from + 1))])))
}

/** Pseudo-random numbers from 0 to 1, derived from a seed (mulberry32). */
export function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
