// Operations that must cost the same on a thousand and on ten million observations. Each answer has the same size on both.
import { forces } from './operations.js'
import { EARLY_METRICS, FIRST, METRICS, OFFENCES, SECOND } from './generate.js'

const codes = METRICS.slice(0, EARLY_METRICS).map(({ code }) => code)
const page = '{ nodes { metric { code unit } from to asAt value missing source { lineFrom publication { title } } } pageInfo { hasNextPage endCursor } }'

export const growing = {
  page: {
    query: `query Observations($area: [String!], $from: Date, $first: Int!) { observations(filter: { area: $area, from: $from }, first: $first) ${page} }`,
    ranges: { force: [1, forces.length], day: [1, 28], first: [10, 20] },
    variables: n => ({ area: [forces[n.force - 1], 'england-and-wales'], from: `2003-01-${String(n.day).padStart(2, '0')}`, first: n.first })
  },
  metricPage: {
    query: `query OfMetric($metric: [String!], $first: Int!) { observations(filter: { metric: $metric }, first: $first) ${page} }`,
    ranges: { metric: [1, codes.length], first: [10, 20] },
    variables: n => ({ metric: [codes[n.metric - 1]], first: n.first })
  },
  newest: {
    query: `query Newest($first: Int!) { observations(orderBy: NEWEST, first: $first) ${page} }`,
    ranges: { first: [10, 20] },
    variables: n => ({ first: n.first })
  },
  ranking: {
    query: 'query Ranking($metric: String!, $day: Date!, $dimension: String!, $direction: SortDirection!) { ranking(metric: $metric, at: $day, dimension: $dimension, direction: $direction) { rank observation { area { name } value missing } } }',
    ranges: { metric: [1, codes.length], ascending: [0, 1] },
    variables: n => ({ metric: codes[n.metric - 1], day: SECOND.to, dimension: OFFENCES[0], direction: n.ascending ? 'ASCENDING' : 'DESCENDING' })
  },
  force: {
    query: 'query Force($force: String!, $metric: [String!], $from: Date, $to: Date) { force(name: $force) { name judgments { question { code pillar } state grade source { url publication { title } } } observations(metric: $metric, from: $from, to: $to) { metric { code } value missing comparator { value missing } } } }',
    ranges: { force: [1, forces.length] },
    variables: n => ({ force: forces[n.force - 1], metric: codes, from: FIRST.from, to: FIRST.to })
  },
  totalCount: {
    query: 'query Total($metric: [String!]) { observations(filter: { metric: $metric }, first: 1) { totalCount } }',
    ranges: { metric: [1, codes.length] },
    variables: n => ({ metric: [codes[n.metric - 1]] })
  }
}
