// Oxigraph as an independent engine, and one spelling for the answers of both.
import { Store, defaultGraph, quad } from 'oxigraph'

const NUMERIC = /#(integer|decimal|double|float)$/

// load reads N-Quads into a store, and puts each triple into the default graph as well: Oxigraph's
// own union counts a triple once for each graph that holds it, where section 18.1.3 speaks of a merge.
export function load(nquads) {
  const store = new Store()
  store.load(nquads, { format: 'application/n-quads', no_transaction: true })
  for (const q of store.match()) store.add(quad(q.subject, q.predicate, q.object, defaultGraph()))
  return store
}

// spell writes an RDF/JS term, so that one number in two spellings becomes one.
export function spell(term) {
  switch (term.termType) {
    case 'BlankNode': return '_:b'
    case 'NamedNode': return `<${term.value}>`
  }
  const type = term.datatype.value
  if (NUMERIC.test(type)) return `"${Number(term.value.replace('INF', 'Infinity'))}"^^<${type}>`
  const text = JSON.stringify(term.value)
  if (term.language) return `${text}@${term.language}`
  return type.endsWith('#string') ? text : `${text}^^<${type}>`
}

// row spells what has a value in a solution, given as pairs.
export function row(pairs) {
  return pairs.filter(([, term]) => term).map(([name, term]) => `${name}=${spell(term)}`).sort().join(' ')
}

export function triple(t) {
  return [t.subject, t.predicate, t.object].map(spell).join(' ')
}

// answer is what Oxigraph finds, as sorted lines; ["error"] where it takes the query for none.
export function answer(store, query) {
  let found
  try {
    found = store.query(query)
  } catch (e) {
    return ['error']
  }
  if (typeof found === 'boolean') return [String(found)]
  return found.map(one => one instanceof Map ? row([...one]) : triple(one)).sort()
}
