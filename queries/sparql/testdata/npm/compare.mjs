// Holds answers against Oxigraph's:
// node compare.mjs < [{"nquads", "cases": [{"query", "json"}]}] > the differences.
import { readFileSync } from 'node:fs'
import { answer, load, row } from './oxigraph.mjs'

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string'

// term makes an RDF/JS term of one of SPARQL JSON.
function term(t) {
  if (t.type === 'uri') return { termType: 'NamedNode', value: t.value }
  if (t.type === 'bnode') return { termType: 'BlankNode', value: t.value }
  return { termType: 'Literal', value: t.value, language: t['xml:lang'], datatype: { value: t.datatype ?? XSD_STRING } }
}

function ours(json) {
  if (json === null) return ['error']
  if ('boolean' in json) return [String(json.boolean)]
  return json.results.bindings.map(b => row(Object.entries(b).map(([k, v]) => [k, term(v)]))).sort()
}

const differences = []
for (const { nquads, cases } of JSON.parse(readFileSync(0, 'utf8'))) {
  const store = load(nquads)
  for (const { query, json } of cases) {
    const got = ours(json)
    const want = answer(store, query)
    if (JSON.stringify(got) !== JSON.stringify(want)) differences.push({ query, got, want })
  }
}
process.stdout.write(JSON.stringify(differences))
