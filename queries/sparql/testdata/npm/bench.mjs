// Times queries on Oxigraph in memory: node bench.mjs GRAPH.nq < ["query", …] > [{"ms", "rows"}], medians.
import { readFileSync } from 'node:fs'
import { Store } from 'oxigraph'

const store = new Store()
store.load(readFileSync(process.argv[2], 'utf8'), { format: 'application/n-quads', no_transaction: true })

function once(query) {
  const start = process.hrtime.bigint()
  const rows = store.query(query, { use_default_graph_as_union: true }).length
  return { ms: Number(process.hrtime.bigint() - start) / 1e6, rows }
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(query => {
  const first = once(query)
  const runs = Array.from({ length: first.ms > 500 ? 3 : first.ms > 50 ? 7 : 31 }, () => once(query).ms).sort((a, b) => a - b)
  return { ms: runs[runs.length >> 1], rows: first.rows }
})))
