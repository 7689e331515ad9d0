// What peers asks of the Cayley stores, asked of Oxigraph in SPARQL: node oxigraph.cjs graph.nq
const fs = require("fs");
const oxigraph = require("oxigraph");

const file = process.argv[2];
const q = JSON.parse(fs.readFileSync(file + ".json", "utf8"));
const store = new oxigraph.Store();
const begin = performance.now();
store.load(fs.readFileSync(file, "utf8"), { format: "application/n-quads", unchecked: true });
const load = (performance.now() - begin) / 1000;

// Each graph for itself, as a quad is a row in Cayley.
const hop = (s, p, o, g) => `GRAPH ?g${g} { ${s} ${p} ${o} }`;
const queries = {
  "1-hop out(p)": `SELECT ?a { ${hop(q.Entity, q.Relation, "?a", 1)} }`,
  "1-hop out()": `SELECT ?a { ${hop(q.Entity, "?p", "?a", 1)} }`,
  "hub in()": `SELECT ?a { ${hop("?a", "?p", q.Hub, 1)} }`,
  "2-hop": `SELECT ?b { ${hop(q.Entity, "?p", "?a", 1)} ${hop("?a", "?r", "?b", 2)} }`,
  "3-hop": `SELECT ?c { ${hop(q.Entity, "?p", "?a", 1)} ${hop("?a", q.Relation, "?b", 2)} ${hop("?b", q.Relation, "?c", 3)} }`,
  "intersect": `SELECT ?a { ${hop("?a", "?p", q.Hub, 1)} ${hop("?a", "?r", q.Other, 2)} }`,
  "has(p, o)": `SELECT ?a { ${hop("?a", q.Relation, q.Hub, 1)} }`,
  "count of each predicate": `SELECT ?p (COUNT(*) AS ?n) { ${hop("?s", "?p", "?o", 1)} } GROUP BY ?p`,
  "rare predicate": `SELECT ?s { ${hop("?s", q.Rare, "?o", 1)} }`,
  "one label": `SELECT ?s { GRAPH ${q.Label} { ?s ?p ?o } }`,
};

function median(query) {
  const run = () => store.query(query).length;
  const rows = run();
  const took = [];
  for (const begin = performance.now(); took.length < 3 || performance.now() - begin < 1000; ) {
    const start = performance.now();
    run();
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  return { Rows: rows, Micros: took[took.length >> 1] * 1000 };
}

const answers = {};
for (const [name, query] of Object.entries(queries)) answers[name] = median(query);
console.log(JSON.stringify({ Store: "oxigraph", Load: load, Answers: answers }));
