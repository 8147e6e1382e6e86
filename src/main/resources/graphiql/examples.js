'use strict';

// One example query for each kind of user. Variables have defaults, so that each query runs unchanged. GraphiqlTest runs them all.
const examples = [
    {
        query: `# For a front end: one force with its grades, and the reason if a grade is missing.
query ForcePage($force: String! = "bedfordshire", $cycle: String! = "2015") {
  force(name: $force) {
    id
    name
    judgments(cycle: $cycle) {
      id
      question { code pillar wording }
      state
      grade
      note
      source { url publication { title } }
    }
  }
}
`,
    },
    {
        query: `# For a journalist: which reports state an earlier grade that differs from the one published at the time?
query Disagreements {
  disagreements {
    totalCount
    nodes {
      force { name }
      question { cycle { code } wording }
      grade
      statedComparison { direction year grade agreement }
      previous { grade question { cycle { code } wording } source { url } }
      source { lineFrom lineTo publication { title } }
    }
  }
}
`,
    },
    {
        query: `# For publication day: how many forces got which grade, and who got better or worse since an earlier cycle?
query Changes($cycle: String! = "2018/19", $since: String! = "2017") {
  judgmentCounts(by: [PILLAR], filter: { cycle: [$cycle], since: $since, question: ["overall"] }) {
    pillar
    forces
    notHeld
    byGrade { grade forces }
    byChange { direction forces }
  }
  judgments(filter: { cycle: [$cycle], since: $since, question: ["overall"], change: [IMPROVED, DETERIORATED] }) {
    nodes {
      force { name }
      question { pillar }
      grade
      change(since: $since) { direction steps earlier { grade } }
    }
  }
}
`,
    },
    {
        query: `# For a researcher: figures of all forces in one table, and the forces that several conditions hold for.
query Figures($day: Date! = "2018-03-31") {
  figureTable(columns: [{ metric: "workforce.officers", at: $day }, { metric: "crime.severity-score", at: $day }]) {
    columns { metric { name unit } at forces comparator { value } }
    rows { force { name } cells { rank of observation { value missing } } }
  }
  forces(
    filter: {
      judgedAll: [{ cycle: ["2018/19"], pillar: [EFFECTIVENESS], question: ["overall"], grade: [OUTSTANDING, GOOD] }]
      judgedNone: [{ cycle: ["2018/19"], grade: [INADEQUATE] }]
      measured: [{ metric: "crime.severity-score", at: $day, comparator: BELOW }]
    }
  ) {
    totalCount
    nodes { name }
  }
}
`,
    },
    {
        query: `# For a researcher: officers per 1,000 people, how the ranks moved, and a force among the peers of its region.
query Ratio($at: Date! = "2018-03-31", $since: Date! = "2010-03-31", $force: String! = "kent") {
  all: rankedMetric(metric: "workforce.officers", at: $at, since: $since, per: { metric: "population.resident", units: 1000 }) {
    per { at }
    comparatorRatio { value }
    ranked { rank of movement difference ratio { value missing denominator { value } } observation { value area { name } } }
  }
  peers: rankedMetric(metric: "crime.severity-score", at: $at, forces: { peersOf: { force: $force, by: REGION } }) {
    mean
    rankOf(force: $force) { rank of difference }
    ranked { rank observation { value area { name } } }
  }
}
`,
    },
    {
        query: `# For a researcher: the judgments of all forces on all questions of a cycle, in one answer.
query Matrix($cycle: String! = "2015") {
  judgmentMatrix(cycle: $cycle) {
    questions { pillar code wording }
    rows {
      force { slug }
      cells { state grade }
    }
  }
}
`,
    },
    {
        query: `# For a council: which force polices our area, and what did inspectors find?
query OurForce($authority: String! = "Luton") {
  forces(filter: { localAuthority: $authority }) {
    nodes {
      name
      regionalOrganisedCrimeUnit
      findings(kind: AREA_FOR_IMPROVEMENT) { question { code } ordinal text wording source { lineFrom lineTo } }
      observations(metric: ["asb.rate", "victim-satisfaction.whole-experience"]) {
        metric { name unit denominator }
        from
        to
        value
        missing
        comparator { value }
      }
    }
  }
}
`,
    },
    {
        query: `# For a commissioner's office: our force compared with all others.
query OurPlace($metric: String! = "workforce.officers", $day: Date = "2015-03-31") {
  ranking(metric: $metric, at: $day) {
    rank
    observation {
      area { name }
      value
      missing
      asAt
      comparability
      comparator { value }
    }
  }
}
`,
    },
    {
        query: `# For everyone: search reports and findings. Words match in any form.
# Put a phrase in quotes, "or" between alternatives, and - before a word to exclude.
query Search($text: String! = """ "organised crime" or neighbourhood -visits """, $filter: SearchFilter) {
  search(text: $text, filter: $filter, first: 10) {
    totalCount
    nodes {
      kind
      force { slug }
      question { code }
      section { heading }
      excerpt { text highlighted }
      lineFrom
      lineTo
      report { title file }
      finding { kind wording source { url publication { title } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    },
];
