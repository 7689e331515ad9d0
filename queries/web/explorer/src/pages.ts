// The pages beside the workspace: an entity, an article, saved questions, conflicts, sources, how to query.

import * as api from "./api";
import type { Claim } from "./claim";
import { day, isEntity, kind, line, spoken, when } from "./claim";
import { h, named } from "./dom";
import { cell } from "./list";
import { cited, copy } from "./receipt";
import { type View, address, visit } from "./state";

type Page = (v: View) => Promise<(Node | string)[]>;

export const pages: Record<string, Page> = { entity, article, questions, conflicts, sources, examples };

const longest = 200; // claims of one list on a page

async function entity(v: View): Promise<Node[]> {
  const found = await api.entity(v.id);
  return Promise.all(found.entities.map(async (e) => {
    const about = await api.claims({ entity: e.id, sort: "time", limit: String(longest) });
    const claimsOf = (more: Partial<View>) => address({ q: e.id, as: "entity", ...more });
    return h("article", {},
      h("h1", {}, named(e.name), h("span", { class: "type" }, e.type)),
      e.names.length > 1 && h("p", {}, "also called ", e.names.filter((n) => n !== e.name).slice(0, 20).map((n, i) => [i > 0 && ", ", h("q", {}, named(n))])),
      h("p", { class: "actions" }, h("a", { href: claimsOf({}) }, `see its ${e.claims} claims as a graph`),
        h("span", { class: "note" }, `${e.as.subject} times as the one who does, ${e.as.object} as the one it is done to, ${e.as.source} as the one who says so`)),
      h("div", { class: "columns" },
        h("section", {}, h("h2", {}, "Relations"), tally(e.relations, (f) => h("a", { href: claimsOf({ relation: f.value }) }, spoken(f.value)))),
        h("section", {}, h("h2", {}, "Together with"), tally(e.neighbours.map((n) => ({ value: n.id, name: n.name, count: n.count })), (f) => h("a", { href: address({ page: "entity", id: f.value }) }, named(f.name)))),
        h("section", {}, h("h2", {}, "Sources"), tally(e.articles, (f) => h("a", { href: address({ page: "article", id: f.value }) }, named(f.name || f.value)))),
        h("section", {}, h("h2", {}, "Voices"), tally(e.voices, (f) => h("a", { href: claimsOf({ voice: f.value }) }, named(f.name || f.value))))),
      h("section", {}, h("h2", {}, "In time"), dated(about.claims, about.total)),
      h("section", {}, h("h2", {}, "Who is who"), identity(e)));
  }));
}

function tally(counted: api.Facet[], write: (f: api.Facet) => Node): HTMLElement {
  const most = 15;
  return h("ul", { class: "tally" }, counted.slice(0, most).map((f) => h("li", {}, write(f), h("span", { class: "note" }, ` ${f.count}`))),
    counted.length > most && h("li", { class: "note" }, `and ${counted.length - most} more`));
}

function dated(claims: Claim[], total: number): HTMLElement {
  const known = claims.filter((c) => day(c));
  if (known.length === 0) {
    return h("p", { class: "note" }, "No claim about it says when.");
  }
  return h("div", {}, h("p", { class: "note" }, `${known.length} of ${total} claims say when.`),
    h("ol", { class: "dated" }, known.map((c) => h("li", {}, h("time", {}, when(c)), h("a", { class: kind(c), href: address({ claim: c.id }) }, named(line(c)))))));
}

/** identity tells what was decided, and gives the commands that decide: who is who is settled where the store is written. */
function identity(e: api.Entity): HTMLElement {
  const quoted = JSON.stringify(e.name);
  const commands = [`sayso merge ${quoted} "OTHER NAME" --why "…"`, `sayso apart ${quoted} "OTHER NAME"`, `sayso split ${quoted}`, "sayso undo"];
  return h("div", {}, e.identity.length > 0 && h("ul", {}, e.identity.map((decision) => h("li", {}, named(decision)))),
    h("p", {}, "These names were read as one thing. Where that is wrong, the owner of the store can say so, and take it back:"),
    h("ul", {}, commands.map((c) => h("li", {}, h("code", {}, c), " ", h("button", { class: "link", onclick: (event: Event) => copy(event, c) }, "copy")))));
}

async function article(v: View): Promise<Node[]> {
  const a = await api.article(v.id);
  return [
    h("h1", {}, named(a.title || a.id)),
    h("p", { class: "note" }, [a.outlet, a.author, a.published, `${a.claims.length} claims`].filter(Boolean).join(" · ")),
    h("p", { class: "actions" }, h("a", { href: address({ article: a.id }) }, "see its claims as a graph"), /^https?:/.test(a.url) && h("a", { href: a.url, target: "_blank", rel: "noreferrer noopener" }, "the original")),
    text(a.text, a.claims, v.claim),
  ];
}

/** text marks every stretch that a claim stands on; offsets count code points. */
function text(whole: string, claims: Claim[], chosen: string): HTMLElement {
  const points = Array.from(whole);
  const edges = [...new Set([0, points.length, ...claims.flatMap((c) => [c.start, c.end])])].sort((a, b) => a - b);
  const out = h("div", { class: "text" });
  for (let i = 0; i + 1 < edges.length; i++) {
    const piece = points.slice(edges[i], edges[i + 1]).join("");
    const over = claims.filter((c) => c.start <= edges[i] && c.end >= edges[i + 1]);
    if (over.length === 0) {
      out.append(piece);
      continue;
    }
    const best = over.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
    const mark = h("a", { class: `span ${kind(best)}${over.some((c) => c.id === chosen) ? " chosen" : ""}`, href: address({ claim: best.id }), title: over.map(line).join("\n") }, piece);
    out.append(mark);
  }
  queueMicrotask(() => out.querySelector(".chosen")?.scrollIntoView({ block: "center" }));
  return out;
}

async function questions(v: View): Promise<Node[]> {
  const found = await api.saved();
  return [h("h1", {}, "Saved questions"), h("p", { class: "note" }, "Each is a query with blanks. Its answer has an address, so it can be shared or read by a script."),
    ...found.map((q) => form(q, v.id === q.name))];
}

function form(q: api.Saved, open: boolean): HTMLElement {
  const result = h("div", { "aria-live": "polite" });
  const inputs = q.params.map((p) => h("input", { name: p.name, value: p.default, placeholder: p.description, autocomplete: "off" }));
  const values = () => Object.fromEntries(inputs.map((i) => [i.name, i.value] as [string, string]).filter(([, value]) => value !== ""));
  const run = async (event: Event) => {
    event.preventDefault();
    try {
      const { rows, columns } = await api.rows(q.name, values());
      result.replaceChildren(h("p", { class: "note" }, `${rows.length} rows · `, h("a", { href: `/q/${q.name}.csv?` + new URLSearchParams(values()), download: `${q.name}.csv` }, "CSV"), " ",
        h("a", { href: `/q/${q.name}.json?` + new URLSearchParams(values()), target: "_blank" }, "its address")),
        h("table", {}, h("thead", {}, h("tr", {}, columns.map((c) => h("th", { scope: "col" }, c)))),
          h("tbody", {}, rows.slice(0, longest).map((r) => h("tr", {}, columns.map((c) => h("td", {}, cell(r[c]))))))));
    } catch (problem) {
      result.replaceChildren(h("p", { class: "problem", role: "alert" }, (problem as Error).message));
    }
  };
  return h("details", { open }, h("summary", {}, q.name, h("span", { class: "note" }, ` ${q.title}`)),
    h("form", { onsubmit: run }, q.params.map((p, i) => h("label", {}, p.name, inputs[i])), h("button", {}, "run")), result);
}

const disagreement: Record<string, string> = {
  negated: "One says so, the other not", opposite: "One says the opposite of the other", number: "The numbers differ", object: "It is said of different things", subject: "It is said of different ones",
};

async function conflicts(v: View): Promise<Node[]> {
  const { conflicts: all } = await api.conflicts(v.id);
  return [h("h1", {}, "Conflicts"), h("p", { class: "note" }, all.length === 0 ? "No contradiction was found in these articles. Claims are compared by the names and relations that they have in common." : `${all.length} ${all.length === 1 ? "place" : "places"} where claims do not agree, side by side.`),
    ...all.map((c) => h("section", { class: "pair" }, h("h2", {}, `${disagreement[c.kind] ?? c.kind}: ${c.status}`),
      h("div", { class: "columns" }, c.sides.map((side) => h("div", {}, h("h3", {}, named(side.text), h("span", { class: "note" }, ` ${side.origins} ${side.origins === 1 ? "origin" : "origins"}`)), side.claims.map(cited))))))];
}

async function sources(): Promise<Node[]> {
  const found = await api.articles();
  return [h("h1", {}, "Sources"), h("table", {},
    h("thead", {}, h("tr", {}, ["article", "outlet", "published", "claims"].map((c) => h("th", { scope: "col" }, c)))),
    h("tbody", {}, found.articles.map((a) => h("tr", {},
      h("td", {}, h("a", { href: address({ page: "article", id: a.id }) }, named(a.title || a.id))), h("td", {}, named(a.outlet)), h("td", {}, a.published),
      h("td", {}, h("a", { href: address({ article: a.id }) }, String(a.claims ?? "")))))))];
}

/** examples are queries about what is most spoken of in the data at hand, so that each gives something. */
async function examples(): Promise<Node[]> {
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
  return [h("h1", {}, "How to query"), h("p", {}, "The box takes an entity, a question, Gizmo or SPARQL. Each of these runs on the data at hand."),
    ...list.map(([title, says, q, as]) => h("section", { class: "example" }, h("h2", {}, title), says && h("p", { class: "note" }, says), h("pre", { tabindex: 0 }, h("code", {}, q)),
      h("p", { class: "actions" }, h("button", { onclick: () => visit({ q, as }) }, "run"), h("button", { onclick: (e: Event) => copy(e, q) }, "copy")))),
    h("section", {}, h("h2", {}, "From outside"), h("p", {}, "Every view has an address. ", h("a", { href: "/help", target: "_blank" }, "The lines to type"), " in curl, Gephi, networkx, Cytoscape and rdflib; ", h("a", { href: "/openapi.json", target: "_blank" }, "the whole API"), "."))];
}

const kinds: Record<string, string> = { e: "entity", p: "relation", a: "article", c: "claim" };

function long(ref: string): string {
  return ref.replace(/^(\w):/, (_, prefix: string) => kinds[prefix] + "/");
}
