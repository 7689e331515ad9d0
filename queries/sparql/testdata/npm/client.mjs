// Sends queries to an endpoint as a client does, and holds what comes back against Oxigraph:
// node client.mjs URL GRAPH.nq < ["query", …] > the differences.
import { readFileSync } from 'node:fs'
import { SparqlEndpointFetcher } from 'fetch-sparql-endpoint'
import { answer, load, row, triple } from './oxigraph.mjs'

const url = process.argv[2]
const fetcher = new SparqlEndpointFetcher()

async function ask(query) {
  const kind = fetcher.getQueryType(query)
  if (kind === 'ASK') return [String(await fetcher.fetchAsk(url, query))]
  const rows = []
  if (kind === 'SELECT') {
    for await (const one of await fetcher.fetchBindings(url, query)) rows.push(row(Object.entries(one)))
  } else {
    for await (const one of await fetcher.fetchTriples(url, query)) rows.push(triple(one))
  }
  return rows.sort()
}

const store = load(readFileSync(process.argv[3], 'utf8'))
const differences = []
let rows = 0
for (const query of JSON.parse(readFileSync(0, 'utf8'))) {
  const got = await ask(query)
  const want = answer(store, query)
  rows += got.length
  if (JSON.stringify(got) !== JSON.stringify(want)) differences.push({ query, got, want })
}
process.stdout.write(JSON.stringify({ rows, differences }))
