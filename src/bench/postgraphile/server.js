// A peer of the benchmark: PostGraphile's amber preset over the unchanged tables and functions.sql, on the HTTP server of Node.js.
// Environment: DATABASE_URL, PORT, WORKERS, POOL (connections of all processes together)
import cluster from 'node:cluster'
import { createServer } from 'node:http'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'

const workers = Number(process.env.WORKERS ?? 1)

const preset = {
  extends: [PostGraphileAmberPreset],
  // All columns can be filtered and sorted by, with or without an index.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  // Only queries are sent, no mutations.
  schema: { defaultBehavior: '-insert -update -delete +list' },
  grafserv: { graphqlPath: '/graphql', watch: false, websockets: false, graphiql: false },
  grafast: { explain: false },
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['public'],
      poolConfig: { max: Math.ceil(Number(process.env.POOL ?? 16) / workers) }
    })
  ]
}

if (workers > 1 && cluster.isPrimary) {
  for (let i = 0; i < workers; i++) cluster.fork()
} else {
  const serv = postgraphile(preset).createServ(grafserv)
  const server = createServer()
  await serv.addTo(server)
  server.listen(Number(process.env.PORT), '127.0.0.1')
}
