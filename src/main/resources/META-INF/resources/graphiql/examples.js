'use strict';

// One question for each kind of user; variables have defaults, so that each can be run as it is. GraphiqlTest runs them all.
const examples = [
    {
        query: `# A front end: one force with its grades, and the reason wherever there is none.
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
        query: `# A journalist: which reports say something else of the year before than was published then?
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
        query: `# A researcher: all forces against all questions of a cycle, in one answer.
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
        query: `# A council: who polices us, and what was found about them?
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
        query: `# A commissioner's office: our force beside all others.
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
        query: `# Anybody: where do reports and findings speak of something? Words in any form, "a phrase", or, - before what must not occur.
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
