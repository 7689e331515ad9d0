// Reads each file of a folder with the library that its name tells, and prints what it holds: quads as
// [term, term, term, term], edges as what an edge says.
import fs from "node:fs";
import path from "node:path";
import graphology from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import N3 from "n3";
import jsonld from "jsonld";
import { JsonLdParser } from "jsonld-streaming-parser";
import cytoscape from "cytoscape";
import { instance } from "@viz-js/viz";

const said = ["relation", "predicate", "voice", "speaker", "article", "claim", "quote", "time", "first_day", "last_day",
  "polarity", "modality", "arguments"];

const edge = (id, source, target, data) => ({
  id, source, target, confidence: Number(data.confidence),
  ...Object.fromEntries(said.map((name) => [name, data[name] ?? ""])),
});

const fromGraphology = (graph) => ({
  nodes: graph.order,
  edges: graph.mapEdges((id, data, source, target) => edge(id, source, target, data)),
});

function term(t) {
  switch (t?.termType) {
    case undefined: case "DefaultGraph": return "";
    case "NamedNode": return `<${t.value}>`;
    case "BlankNode": return "_:b";
  }
  return JSON.stringify([t.value, t.language ? "@" + t.language.toLowerCase() : t.datatype.value]);
}

const quads = (all) => ({ quads: all.map((q) => [term(q.subject), term(q.predicate), term(q.object), term(q.graph)]) });

const rdf = (format) => (text) => quads(new N3.Parser({ format }).parse(text));

const readers = {
  nquads: rdf("application/n-quads"),
  ntriples: rdf("application/n-triples"),
  turtle: rdf("text/turtle"),
  trig: rdf("application/trig"),
  jsonld: async (text) => rdf("application/n-quads")(await jsonld.toRDF(JSON.parse(text), { format: "application/n-quads" })),
  "jsonld-stream": (text) => new Promise((resolve, reject) => {
    const all = [];
    const parser = new JsonLdParser();
    parser.on("data", (q) => all.push(q)).on("error", reject).on("end", () => resolve(quads(all)));
    parser.end(text);
  }),
  gexf: (text) => fromGraphology(gexf.parse(graphology.MultiDirectedGraph, text)),
  gexf12: (text) => fromGraphology(gexf.parse(graphology.MultiDirectedGraph, text)),
  graphml: (text) => fromGraphology(graphml.parse(graphology.MultiDirectedGraph, text)),
  graphology: (text) => fromGraphology(graphology.MultiDirectedGraph.from(JSON.parse(text))),
  cytoscape: (text) => {
    const cy = cytoscape({ headless: true, elements: JSON.parse(text).elements });
    return { nodes: cy.nodes().length, edges: cy.edges().map((e) => edge(e.id(), e.source().id(), e.target().id(), e.data())) };
  },
  dot: async (text) => {
    const drawn = (await instance()).renderJSON(text, { engine: "neato" });
    const names = Object.fromEntries(drawn.objects.map((o) => [o._gvid, o.name]));
    return { nodes: drawn.objects.length, edges: drawn.edges.map((e) => edge(e.id, names[e.tail], names[e.head], e)) };
  },
};

const folder = process.argv[2];
const read = {};
for (const name of fs.readdirSync(folder)) {
  try {
    read[name] = await readers[name](fs.readFileSync(path.join(folder, name), "utf8"));
  } catch (error) {
    read[name] = { error: String(error) };
  }
}
process.stdout.write(JSON.stringify(read));
