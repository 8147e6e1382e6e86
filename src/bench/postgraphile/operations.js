// The operations in terms of PostGraphile's schema, and its answers converted to peel-graphql's.

export const queries = {
  force: `query Force($force: String!) {
    force: forceBySlug(slug: $force) {
      name
      judgments: judgmentsByForceIdList(condition: { knownTo: null }, orderBy: ORDER_KEY_ASC) {
        question: questionByQuestionIdAndCycle { code pillar }
        state grade sourceUrl
        publication: publicationByPublicationId { title }
      }
    }
  }`,
  forces: `query Forces($cycle: String!, $first: Int!) {
    forces: allForces(first: $first, orderBy: NAME_ASC) {
      nodes {
        name
        judgments: judgmentsByForceIdList(condition: { cycle: $cycle, knownTo: null }, orderBy: ORDER_KEY_ASC) {
          question: questionByQuestionIdAndCycle { code }
          grade
        }
        area: areaByForceId {
          observations: observationsByAreaIdList(
            condition: { type: "ORGANISED_CRIME_GROUP" }, orderBy: [METRIC_ID_ASC, ENDS_ON_ASC, ROW_ID_ASC]) {
            metric: metricByMetricIdAndType { code }
            value missing
            comparator { value missing }
          }
        }
      }
    }
  }`,
  matrix: `query Matrix($cycle: String!, $asOf: Date!) {
    questions: allQuestionsList(condition: { cycle: $cycle }, orderBy: [PILLAR_ASC, POSITION_ASC, CODE_ASC]) { rowId code pillar }
    rows: allForcesList(orderBy: NAME_ASC) {
      slug
      judgments: judgmentsAsOfList(cycle: $cycle, asOf: $asOf) { questionId state grade }
    }
  }`,
  ranking: `query Ranking($metric: String!, $day: Date!, $ascending: Boolean!) {
    ranking: rankingList(metric: $metric, day: $day, ascending: $ascending, orderBy: PLACE_ASC) {
      rank
      observation { area: areaByAreaId { name } value missing }
    }
  }`,
  observations: `query Observations($area: [String!]!, $from: Date!, $first: Int!) {
    observations: observationsOf(
      areas: $area, endsFrom: $from, first: $first, orderBy: [METRIC_ID_ASC, AREA_ID_ASC, ENDS_ON_ASC, ROW_ID_ASC]) {
      nodes {
        metric: metricByMetricIdAndType { code unit }
        from: periodFrom to: periodTo asAt value missing
        sourceLineFrom
        publication: publicationByPublicationId { title }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`
}
for (const [name, query] of Object.entries(queries)) queries[name] = query.replace(/\s+/g, ' ')

export function variables(name, { direction, ...others }) {
  return name === 'ranking' ? { ...others, ascending: direction === 'ASCENDING' } : others
}

const number = value => value === null ? null : Number(value)
const figure = observation => observation && { ...observation, value: number(observation.value) }

/** Converts an answer to the form of peel-graphql. PostGraphile returns decimals as text and the parts of a source as fields. */
export function normalised(name, data) {
  return {
    force: ({ force }) => ({
      force: {
        name: force.name,
        judgments: force.judgments.map(({ sourceUrl, publication, ...judgment }) =>
          ({ ...judgment, source: { url: sourceUrl, publication } }))
      }
    }),
    forces: ({ forces }) => ({
      forces: {
        nodes: forces.nodes.map(({ area, ...force }) => ({
          ...force,
          organisedCrimeGroupCounts: area.observations.map(({ comparator, ...count }) =>
            ({ ...figure(count), comparator: figure(comparator) }))
        }))
      }
    }),
    matrix: ({ questions, rows }) => ({
      judgmentMatrix: {
        questions: questions.map(({ code, pillar }) => ({ code, pillar })),
        rows: rows.map(({ slug, judgments }) => {
          const byQuestion = new Map(judgments.map(({ questionId, ...cell }) => [questionId, cell]))
          return { force: { slug }, cells: questions.map(({ rowId }) => byQuestion.get(rowId) ?? null) }
        })
      }
    }),
    ranking: ({ ranking }) => ({
      ranking: ranking.map(({ rank, observation }) => ({ rank, observation: figure(observation) }))
    }),
    observations: ({ observations: { nodes, pageInfo } }) => ({
      observations: {
        nodes: nodes.map(({ sourceLineFrom, publication, ...observation }) =>
          ({ ...figure(observation), source: { lineFrom: sourceLineFrom, publication } })),
        pageInfo: { ...pageInfo, endCursor: pageInfo.endCursor !== null }
      }
    })
  }[name](data)
}

/** The part of an answer that is compared; cursors differ from server to server. */
export function expected(name, data) {
  if (name !== 'observations') return data
  const { nodes, pageInfo } = data.observations
  return { observations: { nodes, pageInfo: { ...pageInfo, endCursor: pageInfo.endCursor !== null } } }
}
