// How to query, by example on the data at hand.

import * as api from "./api";
import { isEntity, line } from "./claim";
import { fill, h, named } from "./dom";
import { table } from "./list";
import { copy } from "./receipt";
import { visit } from "./state";

/** examples are queries about what is most spoken of in the data at hand, so that each gives something. */
export async function examples(): Promise<Node[]> {
  const { claims } = await api.claims({ limit: "200" });
  const known = claims.find((c) => isEntity(c.subject.id) && c.subject.type === "Person" && isEntity(c.object?.id)) ?? claims.find((c) => isEntity(c.subject.id) && c.object);
  if (!known) {
    return [h("h1", {}, "How to query"), h("p", {}, "The store is empty: build one from articles first, with ", h("code", {}, "sayso build FOLDER"), ".")];
  }
  const who = known.subject;
  const relation = known.predicate.name;
  const list: [string, string, string, string][] = [
    ["An entity", "Its name, or any name that an article gives it.", who.name, "entity"],
    ["A question", "In English; the answer shows its evidence, or says that there is none.", `What did ${who.name} say?`, "question"],
    ["Gizmo: what did it do?", "Names work as typed; an edge is a claim.", `g.V(${JSON.stringify(who.name)}).Out(${JSON.stringify(relation)}).All()`, "gizmo"],
    ["Gizmo: which relations lead from it?", "", `g.V(${JSON.stringify(who.name)}).OutPredicates().All()`, "gizmo"],
    ["Gizmo: rows for a graph", "Columns named source and target draw a graph in other tools.", `g.V(${JSON.stringify(who.name)}).Tag("source").Out().Tag("target").All()`, "gizmo"],
    ["SPARQL: who did what", "", `SELECT ?relation ?whom WHERE { <urn:sayso:${long(who.id!)}> ?relation ?whom } LIMIT 20`, "sparql"],
    ["SPARQL: claims by voice", "", "SELECT ?voice (COUNT(?claim) AS ?claims)\nWHERE { ?claim a rdf:Statement ; prov:wasAttributedTo ?voice }\nGROUP BY ?voice ORDER BY DESC(?claims) LIMIT 10", "sparql"],
  ];
  const results: (() => Promise<void>)[] = [];
  // One after another: nobody reads them all at once.
  queueMicrotask(async () => {
    for (const run of results) {
      await run();
    }
  });
  return [h("h1", {}, "How to query"), h("p", {}, "The box takes an entity, a question, Gizmo or SPARQL. Each of these runs on the data at hand."),
    ...list.map(([title, says, q, as]) => {
      const result = h("div", { class: "result" });
      results.push(() => answer(q, as, result));
      return h("section", { class: "example" }, h("h2", {}, title), says && h("p", { class: "note" }, says), h("pre", { tabindex: 0 }, h("code", {}, q)), result,
        h("p", { class: "actions" }, h("button", { onclick: () => visit({ q, as }) }, "run"), h("button", { onclick: (e: Event) => copy(e, q) }, "copy")));
    }),
    h("section", {}, h("h2", {}, "From outside"), h("p", {}, "Every view has an address. ", h("a", { href: "/help", target: "_blank" }, "The lines to type"), " in curl, Gephi, networkx, Cytoscape and rdflib; ", h("a", { href: "/openapi.json", target: "_blank" }, "the whole API"), "."))];
}

const kinds: Record<string, string> = { e: "entity", p: "relation", a: "article", c: "claim" };

function long(ref: string): string {
  return ref.replace(/^(\w):/, (_, prefix: string) => kinds[prefix] + "/");
}

const few = 4; // rows of a result

/** answer runs an example, and shows how its result begins. */
async function answer(q: string, as: string, box: HTMLElement): Promise<void> {
  try {
    fill(box, await result(q, as));
  } catch (problem) {
    fill(box, h("p", { class: "note" }, (problem as Error).message));
  }
}

async function result(q: string, as: string): Promise<Node[]> {
  if (as === "entity") {
    const { claims, total } = await api.claims({ entity: q, limit: String(few) });
    return [h("ul", {}, claims.map((c) => h("li", {}, named(line(c))))), more(total)];
  }
  if (as === "question") {
    const found = (await api.ask(q)).answers ?? [];
    return [h("ul", {}, found.slice(0, few).map((a) => h("li", {}, h("b", {}, named(a.text)), " ", h("q", {}, named(a.evidence[0]?.quote ?? ""))))), more(found.length)];
  }
  const { rows } = as === "gizmo" ? await api.gizmo(q, 100) : await api.sparql(q);
  return [h("div", { class: "rows" }, table([...new Set(rows.flatMap((row) => Object.keys(row)))], rows.slice(0, few))), more(rows.length)];
}

function more(n: number): HTMLElement {
  return h("p", { class: "note" }, n > few ? `the first ${few} of ${n.toLocaleString("en")}` : n === 0 ? "nothing" : `all ${n} of them`);
}
